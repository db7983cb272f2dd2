"""Which incidents are asked for: a filter in, the part of it that the database answers out, and the part left over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import asin, cos, degrees, radians, sin, sqrt
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, literal_column, or_, select

from dateline.knowledge.countries import country_named
from dateline.model.incident import Incident
from dateline.model.vocabulary import Certainty, EventType, Mode
from dateline.record.ordering import day
from dateline.record.rows import searchable
from dateline.record.schema import (
    incident_outlets,
    incident_parties,
    incident_places,
    incidents,
    name_tails,
    reports,
)
from dateline.record.search import having_words, query_from

EARTH_KM = 6371.0
"""The mean radius of the earth."""

SHORT = 31
"""Days; longer incidents have an index of their own (see migrations/versions/m0008_names_and_windows.py)."""

SURER_FIRST = (
    Certainty.ASSERTED,
    Certainty.ALLEGED,
    Certainty.POSSIBLE,
    Certainty.PLANNED,
    Certainty.GENERAL,
    Certainty.DENIED,
)


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """All conditions hold at once; an empty one holds for every incident.

    `since` and `until` are days that the incident's interval meets, so that an undated incident meets neither;
    `near` is (latitude, longitude, kilometres) in degrees; `place` and `actor` are words of a name, case and
    accents aside, where `place` may be a country or region and `actor`, either party, an id of the registry;
    `certainty` is the least sure that will do; `killed_min` and `injured_min` are met where as many are certain by
    the lowest claim; `outlet` is one that reports the incident, by its whole name, case and accents aside; `countries` (ISO 3166 codes) are
    met by incidents with a place in one of them and by those of which no country is known; with `unsaid_mode`, `modes` are
    met by incidents of which no mode is known too.
    """

    since: date | None = None
    until: date | None = None
    types: tuple[EventType, ...] = ()
    modes: tuple[Mode, ...] = ()
    place: str = ""
    near: tuple[float, float, float] | None = None
    actor: str = ""
    certainty: Certainty | None = None
    killed_min: int | None = None
    injured_min: int | None = None
    outlet: str = ""
    box: tuple[float, float, float, float] | None = None
    words: str = ""
    countries: tuple[str, ...] = ()
    unsaid_mode: bool = False

    def stretches(self) -> tuple[tuple[ColumnElement[bool], ...], ...]:
        """What the database can say of the incidents that are meant, all but the exact distance, in one or two runs.

        Each run can be read off an index from its first to its last day. With `since`, the first run has all incidents
        but the few that begin more than `SHORT` days before; all of the second one come after it in the order of lists.
        """
        of_places, of_parties = self._of_places(), self._of_parties()
        others = (*self._own(), *of_places, *of_parties, *self._of_outlets(), *self._of_words())
        rest = (*self._of_types(incidents.c.type), *others)
        ended = (day() <= self.until.isoformat(),) if self.until else ()
        dated = (day() > literal_column("''"),)
        if self.since is None:
            return ((*ended, *(dated if self.until else ()), *rest),)
        lasting = incidents.c.end >= self.since.isoformat()
        first = date.fromordinal(max(1, self.since.toordinal() - SHORT)).isoformat()
        long = incidents.c.days > literal_column(str(SHORT))
        # No database is to look through all incidents of a type where the few long ones have an index of their own.
        few = (*self._of_types(func.coalesce(incidents.c.type, literal_column("''"))), *others)
        return (day() >= first, *ended, lasting, *rest), (long, day() < first, *dated, *ended, lasting, *few)

    def admits(self, incident: Incident) -> bool:
        """Whether one of the incident's places is near enough, which takes more than a database's comparisons."""
        if self.near is None:
            return True
        lat, lon, reach = self.near
        return any(
            distance_km((lat, lon), (place.lat, place.lon)) <= reach
            for place in incident.places
            if place.lat is not None and place.lon is not None
        )

    def _of_types(self, kind: ColumnElement[str]) -> Iterable[ColumnElement[bool]]:
        if self.types:
            yield kind.in_([item.value for item in self.types])

    def _own(self) -> Iterable[ColumnElement[bool]]:
        c = incidents.c
        if self.modes:
            wanted = [item.value for item in self.modes]
            # Where unsaid modes count too, few of the days' incidents are left out: no index of modes is to be read for them.
            unsaid = func.coalesce(c.mode, literal_column("''")).in_([*wanted, ""])
            yield unsaid if self.unsaid_mode else c.mode.in_(wanted)
        if self.certainty:
            sure = SURER_FIRST[: SURER_FIRST.index(self.certainty) + 1]
            yield c.certainty.in_([item.value for item in sure])
        if self.killed_min is not None:
            yield c.killed_low >= self.killed_min
        if self.injured_min is not None:
            yield c.injured_low >= self.injured_min

    def _of_places(self) -> Iterable[ColumnElement[bool]]:
        c = incident_places.c
        meant = select(c.incident)
        if self.place:
            land = country_named(self.place)
            within = c.country.in_(land.members or (land.code,)) if land else None
            named = c.name.in_(_names_with(self.place))
            yield incidents.c.id.in_(meant.where(named if within is None else or_(named, within)))
        if self.near:
            yield incidents.c.id.in_(meant.where(*_box(*self.near)))
        if self.countries:
            # Asked of each incident of the days that are looked at, as a country's are many more: `coalesce` keeps SQLite, and
            # `offset` keeps PostgreSQL, from looking through all of the country's.
            country = func.coalesce(c.country, literal_column("''"))
            of = select(c.incident).where(c.incident == incidents.c.id).correlate(incidents).offset(0)
            there = exists(of.where(country.in_(self.countries)))
            yield or_(there, ~exists(of.where(country != literal_column("''"))))
        if self.box:
            west, south, east, north = self.box
            across = and_ if west <= east else or_
            inside = across(c.lon >= west, c.lon <= east)
            yield incidents.c.id.in_(meant.where(c.lat.between(south, north), inside))

    def _of_parties(self) -> Iterable[ColumnElement[bool]]:
        c = incident_parties.c
        if self.actor:
            named = c.name.in_(_names_with(self.actor))
            yield incidents.c.id.in_(select(c.incident).where(or_(named, c.ref == self.actor)))

    def _of_outlets(self) -> Iterable[ColumnElement[bool]]:
        if self.outlet:
            c = incident_outlets.c
            yield incidents.c.id.in_(select(c.incident).where(c.name == searchable(self.outlet)))

    def _of_words(self) -> Iterable[ColumnElement[bool]]:
        if self.words:
            told = having_words(reports.c.document, query_from(self.words))
            yield incidents.c.id.in_(select(reports.c.incident).where(told))


def _names_with(words: str) -> Select[Any]:
    """The names that have these words in a row, found by where the first of them stands."""
    start, tail = searchable(words)[1:], name_tails.c.tail
    return select(name_tails.c.name).where(
        tail >= start, tail < f"{start[:-1]}!"
    )  # "!" follows " " in Unicode


def _box(lat: float, lon: float, reach: float) -> Iterable[ColumnElement[bool]]:
    """A box of latitudes and longitudes that holds the circle; without sides where it would cross ±180° or a pole."""
    c = incident_places.c
    high = degrees(reach / EARTH_KM)
    yield c.lat.between(lat - high, lat + high)
    if abs(lat) + high < 90:
        wide = degrees(asin(min(1.0, sin(radians(high)) / cos(radians(lat)))))
        if abs(lon) + wide <= 180:
            yield c.lon.between(lon - wide, lon + wide)


def near_enough(connection: Connection, near: tuple[float, float, float]) -> set[str]:
    """The ids of incidents that have a place within so many kilometres of a point."""
    c = incident_places.c
    lat, lon, reach = near
    inside = connection.execute(select(c.incident, c.lat, c.lon).where(*_box(lat, lon, reach)))
    return {row.incident for row in inside if distance_km((lat, lon), (row.lat, row.lon)) <= reach}


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance between two points in degrees, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
