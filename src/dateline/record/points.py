"""All incidents of a filter as columns, for a map, a timeline or a chart: from one index, without any incident's JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from dateline.record.filters import IncidentFilter, near_enough
from dateline.record.ordering import ordered
from dateline.record.schema import incidents


@dataclass(frozen=True, slots=True)
class Points:
    """Columns of equal length, one row for each incident, in the order of lists (latest first, undated last).

    `lat`, `lon` (degrees, WGS 84), `precision` and `place` (its first 200 characters) are those of the incident's first
    place with a position, or of its first place where none has one; None where it has no place. `start` and `end` are
    days (YYYY-MM-DD), None for an undated one. `killed` and `injured` are the best values, None where no toll is told.
    """

    id: tuple[str, ...]
    lat: tuple[float | None, ...]
    lon: tuple[float | None, ...]
    precision: tuple[str | None, ...]
    start: tuple[str | None, ...]
    end: tuple[str | None, ...]
    mode: tuple[str | None, ...]
    type: tuple[str, ...]
    killed: tuple[int | None, ...]
    injured: tuple[int | None, ...]
    place: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.id)


def points(connection: Connection, wanted: IncidentFilter) -> Points:
    """Every incident that the filter admits."""
    connection = connection.execution_options(stream_results=False)
    rows: Any = [row for query in _queries(wanted) for row in connection.execute(query).all()]
    if wanted.near is not None:
        admitted = near_enough(connection, wanted.near)
        rows = [row for row in rows if row[0] in admitted]
    columns = zip(*rows, strict=True) if rows else ((),) * len(Points.__slots__)
    return Points(*map(tuple, columns))


def _queries(wanted: IncidentFilter) -> Iterator[Select[Any]]:
    c = incidents.c
    shown = (
        c.id,
        c.lat,
        c.lon,
        c.place_precision,
        c.start,
        c.end,
        c.mode,
        c.type,
        c.killed_best,
        c.injured_best,
    )
    for stretch in wanted.stretches():
        yield select(*shown, c.place).where(*stretch).order_by(*ordered())
