"""Countries' numbers in other records, and the grid and regions that those records use.

In: an ISO 3166-1 alpha-2 code or a point. Out: ISO alpha-3 and numeric codes, Correlates of War (COW) and
Gleditsch-Ward (GW) numbers, ACLED's and UCDP's regions, the PRIO-GRID cell. Microstates that Gleditsch and Ward
keep in a tentative list apart have no GW number here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import floor

from dateline.knowledge.tables import rows

# UCDP GED codebook, variable `region`: the GW numbers of each, Turkey, Iran and Egypt in the Middle East.
_UCDP_REGIONS = (
    (2, 199, "Americas"),
    (200, 399, "Europe"),
    (400, 626, "Africa"),
    (630, 699, "Middle East"),
    (700, 999, "Asia"),
)


@dataclass(frozen=True, slots=True)
class StateCodes:
    """A country's codes; `numeric` is ISO's three digits, `cow` and `gw` None where the list has no such state."""

    code: str
    iso3: str
    numeric: str
    cow: int | None
    gw: int | None
    acled_region: str

    @property
    def ucdp_region(self) -> str:
        """UCDP's region, empty where the country has no Gleditsch-Ward number."""
        return next((name for low, high, name in _UCDP_REGIONS if self.gw and low <= self.gw <= high), "")


@cache
def _states() -> dict[str, StateCodes]:
    return {
        row["code"]: StateCodes(
            row["code"],
            row["iso3"],
            row["numeric"],
            int(row["cow"]) if row["cow"] else None,
            int(row["gw"]) if row["gw"] else None,
            row["acled_region"],
        )
        for row in rows("states")
    }


def state_codes(code: str | None) -> StateCodes | None:
    """The codes of the country of an ISO 3166-1 alpha-2 code (or XK)."""
    return _states().get(code) if code else None


def priogrid_cell(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point in degrees: half-degree squares, 720 a row, numbered from 1 at 90° S 180° W.

    Source: Tollefsen, Strand and Buhaug 2012, "PRIO-GRID: A unified spatial data structure". The edges at 90° N and
    180° E belong to the last row and column.
    """
    row = min(359, floor((lat + 90) * 2))
    column = min(719, floor((lon + 180) * 2))
    return row * 720 + column + 1
