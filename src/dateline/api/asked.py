"""Filters of incidents as every list, map and export takes them from the query, in the names of the commands' options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Annotated

from fastapi import Depends, Query

from dateline.errors import UsageError
from dateline.model.vocabulary import Certainty, EventType, Mode
from dateline.record import IncidentFilter
from dateline.record.search import Query as WordQuery
from dateline.record.search import query_from
from dateline.record.shelves import DocumentFilter

Words = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the query asks for; FastAPI fills one from the parameters of these names."""

    since: Annotated[
        date | None, Query(description="Incidents that may have happened on or after this day.")
    ] = None
    until: Annotated[
        date | None, Query(description="Incidents that may have happened on or before this day.")
    ] = None
    type: Annotated[list[EventType] | None, Query(description="May be repeated.")] = None
    mode: Annotated[list[Mode] | None, Query(description="May be repeated.")] = None
    place: Words = ""
    near: Annotated[
        str, Query(max_length=80, description="LAT,LON,KM: within so many kilometres of a point.")
    ] = ""
    bbox: Annotated[str, Query(max_length=80, description="W,S,E,N in degrees; W above E crosses ±180°.")] = (
        ""
    )
    actor: Words = ""
    harm: Annotated[int | None, Query(ge=0, le=10**9, description="At least so many killed for sure.")] = None
    injured_min: Annotated[int | None, Query(ge=0, le=10**9)] = None
    certainty: Annotated[Certainty | None, Query(description="The least sure that will do.")] = None
    outlet: Words = ""
    q: Annotated[Words, Query(description="Words of one of the reports, as /search takes them.")] = ""

    def wanted(self) -> IncidentFilter:
        """The filter that the record understands. Raises UsageError."""
        if self.q:
            query_from(self.q)
        return IncidentFilter(
            since=self.since,
            until=self.until,
            types=tuple(self.type or ()),
            modes=tuple(self.mode or ()),
            place=plain("place", self.place),
            near=_circle(self.near),
            actor=plain("actor", self.actor),
            certainty=self.certainty,
            killed_min=self.harm,
            injured_min=self.injured_min,
            outlet=plain("outlet", self.outlet),
            box=_box(self.bbox),
            words=self.q,
        )


Filters = Annotated[Asked, Depends()]


def plain(name: str, words: str) -> str:
    """Words that a database takes. Raises UsageError for a null character, which none does."""
    if "\0" in words:
        raise UsageError(f"{name}: it holds a null character; leave it out")
    return words


def _numbers(name: str, text: str, how_many: int, like: str) -> Sequence[float]:
    try:
        found = [float(part) for part in text.split(",")]
    except ValueError:
        found = []
    if len(found) != how_many or not all(map(isfinite, found)):
        raise UsageError(f"{name}: {text!r} is not {how_many} numbers; write it like {like}")
    return found


def _circle(text: str) -> tuple[float, float, float] | None:
    if not text:
        return None
    lat, lon, reach = _numbers("near", text, 3, "36.19,44.01,50")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < reach <= 20_100):
        raise UsageError(f"near: {text!r} lies outside the world; latitude, longitude, kilometres")
    return lat, lon, reach


def _box(text: str) -> tuple[float, float, float, float] | None:
    if not text:
        return None
    west, south, east, north = _numbers("bbox", text, 4, "42.5,33,45,35.5")
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise UsageError(f"bbox: {text!r} lies outside the world; west, south, east, north")
    return west, south, east, north


@dataclass(frozen=True, slots=True)
class AskedDocuments:
    """What the query asks for of documents."""

    q: Words = ""
    since: Annotated[date | None, Query(description="Published on or after this day.")] = None
    until: Annotated[date | None, Query(description="Published on or before this day.")] = None
    outlet: Words = ""

    def wanted(self) -> DocumentFilter:
        """The filter that the record's shelves understand. Raises UsageError."""
        if self.q:
            self.query()
        return DocumentFilter(self.q, self.since, self.until, plain("outlet", self.outlet))

    def query(self) -> WordQuery:
        """The question that the record's search understands. Raises UsageError."""
        return query_from(self.q, self.since, self.until, plain("outlet", self.outlet))


DocumentFilters = Annotated[AskedDocuments, Depends()]
