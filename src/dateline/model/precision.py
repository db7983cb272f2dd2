"""Times and places -> the precision codes of other records: UCDP GED's and ACLED's.

In: an interval, or the places of an incident, finest first. Out: a code, or None where the codebook has none:
a precision that a codebook can't say is not rounded to one that it can.

UCDP's date_prec as in 1,000 published rows of GED 23.1 (docs/formats/ucdp.md): 1 the day, 2 two to six days, 3 a week,
4 up to a month, 5 longer, up to a year. Its where_prec as public descriptions have it: 1 the place, 2 near it, 3 its
second-order division (district), 4 its first-order division (province), 5 a line or region that is none of these,
6 the country, 7 at sea or in the air outside any country. ACLED's by its codebook: time_precision 1 the day, 2 the week,
3 the month; geo_precision 1 the town, 2 near it or in a small region, 3 a larger region.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import PlacePrecision

_LONGEST = 366
_UCDP_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (_LONGEST, 5))
_ACLED_DAYS = ((1, 1), (7, 2), (31, 3))
_UCDP_PLACES = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.UNKNOWN: 2,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.COUNTRY: 6,
}
_ACLED_PLACES = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.UNKNOWN: 2,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.PROVINCE: 3,
}


def located(places: Sequence[Place]) -> Place | None:
    """The finest place that has coordinates; `places` are sorted, finest first."""
    return next((p for p in places if p.lat is not None and p.lon is not None), None)


def ucdp_date_precision(when: Interval | None) -> int | None:
    """UCDP's date_prec, 1 to 5; None for no time, and for more than a year."""
    return _of_days(when, _UCDP_DAYS)


def acled_time_precision(when: Interval | None) -> int | None:
    """ACLED's time_precision, 1 to 3; None for no time, and for more than a month."""
    return _of_days(when, _ACLED_DAYS)


def ucdp_where_precision(places: Sequence[Place]) -> int | None:
    """UCDP's where_prec of the located place; 2 where a finer place is named whose coordinates are not known.

    Codes 5 (a road, a river, an informal region) and 7 (outside any country) are never given: the gazetteer
    doesn't tell such places from others.
    """
    return _of_places(places, _UCDP_PLACES)


def acled_geo_precision(places: Sequence[Place]) -> int | None:
    """ACLED's geo_precision of the located place; None where only the country is known."""
    return _of_places(places, _ACLED_PLACES)


def _of_days(when: Interval | None, codes: Sequence[tuple[int, int]]) -> int | None:
    return next((code for most, code in codes if when.days <= most), None) if when else None


def _of_places(places: Sequence[Place], codes: dict[PlacePrecision, int]) -> int | None:
    place = located(places)
    if place is None:
        return None
    code = codes.get(place.precision)
    return max(code, 2) if code and places[0] is not place else code
