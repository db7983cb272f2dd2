"""Every claimed total of a record beside what the record holds for the same window: what commands and pages list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.analyse.tallies import check_all
from dateline.analyse.totals import Clash, clashes
from dateline.model.incident import TallyCheck
from dateline.model.reading import Reading, Tally
from dateline.record import View
from dateline.resolve.judged import retracted


@dataclass(frozen=True, slots=True)
class Board:
    """The readings by document, a check for each of their tallies, and the tallies that don't fit together."""

    readings: Mapping[str, Reading]
    checks: tuple[TallyCheck, ...]
    clashes: tuple[Clash, ...]

    def tally(self, check: TallyCheck) -> Tally:
        """The tally that was checked."""
        return next(t for t in self.readings[check.document].tallies if t.id == check.tally)

    def clashes_of(self, check: TallyCheck) -> tuple[Clash, ...]:
        """What doesn't fit with a tally."""
        key = (check.document, check.tally)
        return tuple(c for c in self.clashes if key in (c.part, c.whole))


def board(view: View) -> Board:
    """All claimed totals, in the order of their documents' ids; those of retracted documents clash with nothing."""
    readings = {r.document.id: r for r in view.readings() if r.tallies}
    withdrawn = retracted(view.judged())
    checks = check_all(readings.values(), list(view.incidents()), withdrawn)
    found = clashes(r for r in readings.values() if r.document.id not in withdrawn)
    return Board(readings, checks, found)
