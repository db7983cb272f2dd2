"""How closely an incident's time and place are known, in the codes of UCDP GED and ACLED.

In: an incident's interval and places. Out: UCDP's `date_prec` (1 to 5) and `where_prec` (1 to 7) and ACLED's
`time_precision` and `geo_precision` (1 to 3), or None where neither codebook has a code for what is not known.
Sources: UCDP GED Codebook version 23.1 (Högbladh 2023), the variables date_prec and where_prec; ACLED Codebook (2023),
the sections on time and spatial precision.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.model.vocabulary import PlacePrecision

# Days at most, and the code: a day, two to six days, a week, a month, a year.
UCDP_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
# ACLED codes no event whose month isn't known; 3 is also its code for "no closer than a month".
ACLED_DAYS = ((1, 1), (7, 2), (31, 3))

# UCDP's 5 (along a line, or between places) and 7 (international waters and air) follow from no precision of ours.
UCDP_PLACES = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.COUNTRY: 6,
}
NEAR = 2
"""UCDP's code for a place within about 25 km of a known point, where a name has a point of unknown precision."""

ACLED_PLACES = {
    PlacePrecision.EXACT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.UNKNOWN: 2,
    PlacePrecision.PROVINCE: 3,
}


@dataclass(frozen=True, slots=True)
class PrecisionCodes:
    """The four codes; None where there is none."""

    date_prec: int | None
    where_prec: int | None
    time_precision: int | None
    geo_precision: int | None


def precision_codes(incident: Incident) -> PrecisionCodes:
    """The codes of an incident's current time and its first, finest place."""
    days = incident.when.days if incident.when else None
    place = incident.places[0] if incident.places else None
    if place is None:
        return PrecisionCodes(_code(days, UCDP_DAYS), None, _code(days, ACLED_DAYS), None)
    where = UCDP_PLACES.get(place.precision, NEAR if place.lat is not None else None)
    near = ACLED_PLACES.get(place.precision) if place.lat is not None else None
    return PrecisionCodes(_code(days, UCDP_DAYS), where, _code(days, ACLED_DAYS), near)


def _code(days: int | None, table: tuple[tuple[int, int], ...]) -> int | None:
    return None if days is None else next((code for most, code in table if days <= most), None)
