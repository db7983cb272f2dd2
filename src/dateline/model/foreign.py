"""An incident of somebody else's record: one row of a UCDP GED or ACLED-like table, in Dateline's vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class ForeignIncident:
    """One row: `line` is its line in the file; `actors`, `recipients` are names as the other record writes them.

    `low`, `best`, `high` count the dead, None where the row says nothing; `places` are finest first.
    """

    id: str
    line: int
    when: Interval
    places: tuple[Place, ...]
    mode: Mode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2, None where the row names no country that is known."""
        return next((p.country for p in self.places if p.country), None)
