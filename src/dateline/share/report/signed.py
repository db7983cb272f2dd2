"""What every report ends with, and the towns that its map is drawn by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline import __version__
from dateline.knowledge.gazetteer import Gazetteer
from dateline.share.report.markup import Node, element
from dateline.share.report.pictures import Town

MOST_TOWNS = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """When a report was made, and of which state of the record: the number of its last change."""

    at: datetime
    change: int


def signed(by: Signature, names: bool) -> Node:
    """The last line of a report."""
    hidden = "" if names else " Names of private persons are masked."
    told = (
        f"Made {by.at:%Y-%m-%d %H:%M} UTC by Dateline {__version__} of change {by.change} of the record. "
        "Each value is what the sources named here say; places by GeoNames (CC BY 4.0)."
    )
    return element("footer", element("p", told + hidden, class_="dim"))


def around(here: Town, radius_km: float) -> tuple[Town, ...]:
    """The biggest towns that a map around a place has room for."""
    gazetteer = Gazetteer.open()
    try:
        near = gazetteer.nearby(here.lat, here.lon, max(radius_km * 3.5, 60.0))
    finally:
        gazetteer.close()
    towns = [
        p
        for p in near
        if p.feature.startswith("PPL") and abs(p.lat - here.lat) + abs(p.lon - here.lon) > 0.03
    ]
    biggest = sorted(towns, key=lambda place: -place.population)[:MOST_TOWNS]
    return tuple(Town(place.name, place.lat, place.lon) for place in biggest)
