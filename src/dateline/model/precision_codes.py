"""How closely an incident's time and place are known, in the codes of UCDP GED and ACLED (`precision` has the rules).

In: an incident. Out: UCDP's `date_prec` (1 to 5) and `where_prec` (1 to 7) and ACLED's `time_precision` and
`geo_precision` (1 to 3), or None where there is no code for what is not known.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.model.precision import (
    acled_geo_precision,
    acled_time_precision,
    ucdp_date_precision,
    ucdp_where_precision,
)


@dataclass(frozen=True, slots=True)
class PrecisionCodes:
    """The four codes; None where there is none."""

    date_prec: int | None
    where_prec: int | None
    time_precision: int | None
    geo_precision: int | None


def precision_codes(incident: Incident) -> PrecisionCodes:
    """The codes of an incident's current time and places."""
    return PrecisionCodes(
        ucdp_date_precision(incident.when),
        ucdp_where_precision(incident.places),
        acled_time_precision(incident.when),
        acled_geo_precision(incident.places),
    )
