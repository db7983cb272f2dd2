"""Places and times -> the same, no finer than a rule allows.

What comes out depends on nothing but what may be said: two towns of one province come out alike, and so do two days of one
month. A place is said by the gazetteer's own name and point of the unit; where the gazetteer doesn't know a place's
province, its country is said, and where it knows no country, nothing.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dateline.knowledge.countries import country
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.document import Span
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import PlacePrecision, TimePrecision

RULE = "coarsened for release"
COARSENESS = (
    PlacePrecision.EXACT,
    PlacePrecision.TOWN,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.COUNTRY,
)
_FINER = {
    TimePrecision.MONTH: {TimePrecision.DAY, TimePrecision.WEEK},
    TimePrecision.YEAR: {TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.SEASON},
}


def coarse_places(places: Iterable[Place], finest: PlacePrecision | None) -> tuple[Place, ...]:
    """Each unit once, the finest first, then by name; the places as they are where no rule asks for less."""
    if finest is None:
        return tuple(places)
    found = {(p.precision, p.name, p.country): p for p in (_coarse(p, finest) for p in places) if p}
    return tuple(sorted(found.values(), key=lambda p: (COARSENESS.index(p.precision), p.name)))


def coarse_interval(when: Interval | None, finest: TimePrecision | None) -> Interval | None:
    """The whole months or years that hold the interval."""
    if when is None or finest is None:
        return when
    start, end = when.start, when.end
    if finest is TimePrecision.YEAR:
        start, end = date(start.year, 1, 1), date(end.year, 12, 31)
    else:
        last = calendar.monthrange(end.year, end.month)[1]
        start, end = start.replace(day=1), end.replace(day=last)
    precision = finest if when.precision in _FINER[finest] else when.precision
    return Interval(start, end, precision)


def _coarse(place: Place, finest: PlacePrecision) -> Place | None:
    if place.precision in COARSENESS and COARSENESS.index(place.precision) >= COARSENESS.index(finest):
        return replace(place, argument=_named(place.name))
    province = None if finest is PlacePrecision.COUNTRY else _province(place)
    return province or _country(place.country)


def _province(place: Place) -> Place | None:
    gazetteer = Gazetteer.open()
    known = next((g for g in gazetteer.find(place.name) if g.id == place.gazetteer_id), None)
    unit = gazetteer.province(known.province, known.country) if known and known.province else None
    if unit is None:
        return None
    return Place(_named(unit.name), unit.lat, unit.lon, unit.id, unit.country, PlacePrecision.PROVINCE)


def _country(code: str | None) -> Place | None:
    known = country(code) if code else None
    if known is None:
        return None
    return Place(
        _named(known.name), known.latitude, known.longitude, None, known.code, PlacePrecision.COUNTRY
    )


def _named(name: str) -> Argument:
    return Argument(Span(0, 0, ""), name, rule=RULE)
