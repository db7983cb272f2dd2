"""Pages of incidents: a page ends with a cursor, the next one begins after it, whatever was added in between.

A cursor is the place of an incident in the order of all (its day, its id) with a sum over both and over the filter, so
that a cursor that was mistyped, made up or taken from another question is refused instead of answered wrongly.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, or_

from dateline.errors import UsageError
from dateline.model.incident import Incident
from dateline.record.filters import IncidentFilter
from dateline.record.ordering import by_code, day
from dateline.record.schema import incidents

SUM_BYTES = 6
"""Length of the sum in a cursor: against mistakes, not against somebody who means to forge one."""

MOST = 10_000
"""Incidents that one page may have."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some incidents in order; `after` begins the next page and is None on the last one."""

    incidents: tuple[Incident, ...]
    after: str | None


def beyond(cursor: str, wanted: IncidentFilter) -> tuple[ColumnElement[bool], ...]:
    """What holds for the incidents after a cursor. Raises UsageError for one that doesn't belong to the filter."""
    start, key = _read(cursor, wanted)
    later = or_(day() < start, by_code(incidents.c.id) > key)
    return day() <= start, later  # the first lets the database begin at the right place of its index


def cursor_after(start: str | None, key: str, wanted: IncidentFilter) -> str:
    """The cursor behind an incident."""
    place = [start or "", key]
    told = json.dumps([_sum(place, wanted), *place], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def _read(cursor: str, wanted: IncidentFilter) -> tuple[str, str]:
    try:
        told = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        tested, start, key = (str(part) for part in told)
    except (ValueError, TypeError, RecursionError) as problem:
        raise UsageError(f"{cursor!r} is no cursor; give the one that a page ended with") from problem
    if tested != _sum([start, key], wanted):
        raise UsageError(
            f"{cursor!r} is damaged or belongs to another question; "
            "repeat the filters of the page that it came with, or begin without it"
        )
    return start, key


def _sum(place: list[str], wanted: IncidentFilter) -> str:
    asked = json.dumps([place, asdict(wanted)], default=str, sort_keys=True)
    return sha256(asked.encode()).hexdigest()[: 2 * SUM_BYTES]
