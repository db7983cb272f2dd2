"""Claimed totals as they are asked for: pages of them, those published last first, and which ones contradict a total.

Two totals of one scope (see resolve/scopes.py) contradict each other where the days of one hold those of the other and the part
is more than the whole; what else keeps them apart is for the caller to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from dateline.model.reading import Tally
from dateline.model.vocabulary import Mode
from dateline.record.kept_tables import tally_scopes
from dateline.record.ordering import by_code
from dateline.record.schema import tallies
from dateline.record.statements import parts
from dateline.resolve.scopes import scopes

Place = tuple[str, str, str]
"""Where a tally stands in the order: when its document was published, the document, the tally."""


@dataclass(frozen=True, slots=True)
class TallyFilter:
    """All conditions hold at once; `since` and `until` are days of publication, both included."""

    modes: tuple[Mode, ...] = ()
    since: date | None = None
    until: date | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """What the database is asked."""
        c = tallies.c
        if self.modes:
            yield c.mode.in_([mode.value for mode in self.modes])
        if self.since:
            yield c.published >= self.since.isoformat()
        if self.until:
            yield and_(c.published > "", c.published < (self.until + timedelta(days=1)).isoformat())


def tally_places(
    connection: Connection, wanted: TallyFilter, limit: int, after: Place | None = None
) -> list[Place]:
    """The places of up to `limit` tallies behind one, those published last first, undated last."""
    c = tallies.c
    document, tally = by_code(c.document), by_code(c.tally)
    query = select(c.published, c.document, c.tally).where(*wanted.conditions())
    if after is not None:
        later = or_(document > after[1], and_(document == after[1], tally > after[2]))
        query = query.where(c.published <= after[0], or_(c.published < after[0], later))
    rows = connection.execute(query.order_by(c.published.desc(), document, tally).limit(limit))
    return [(row.published, row.document, row.tally) for row in rows]


def rivals(connection: Connection, document: str, tally: Tally) -> list[tuple[str, str]]:
    """The tallies of other documents that contradict one by their numbers and days, sorted."""
    found: set[tuple[str, str]] = set()
    c = tally_scopes.c
    for part in parts(sorted(scopes(tally))):
        query = select(c.document, c.tally).where(c.scope.in_(part), c.document != document)
        for contradicts in _contradicting(tally):
            rows = connection.execute(query.where(*contradicts))
            found.update((row.document, row.tally) for row in rows)
    return sorted(found)


def scope_rows(document: str, told: Iterable[Tally]) -> list[Mapping[str, Any]]:
    """The rows by which a document's tallies are found beside others."""
    return [
        {
            "document": document,
            "tally": tally.id,
            "scope": scope,
            "start": tally.when.start.isoformat(),
            "end": tally.when.end.isoformat(),
            "low": tally.number.low,
            "high": tally.number.high,
        }
        for tally in told
        if tally.when
        for scope in sorted(scopes(tally))
    ]


def _contradicting(tally: Tally) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """The conditions on a whole that is less than this tally, and on a part that is more."""
    c, number = tally_scopes.c, tally.number
    if tally.when is None:
        return
    start, end = tally.when.start.isoformat(), tally.when.end.isoformat()
    yield c.start <= start, c.end >= end, c.high < number.low
    if number.high is not None:
        yield c.start >= start, c.start <= end, c.end <= end, c.low > number.high
