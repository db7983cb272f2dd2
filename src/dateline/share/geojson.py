"""Incidents -> GeoJSON (RFC 7946): a FeatureCollection with a Point for each incident.

`place_precision` says how closely the point is known. An incident without coordinates has no geometry (null,
RFC 7946 section 3.2), so that none is left out and none is put at a made-up point.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.model.incident import Incident
from dateline.share.columns import COLUMNS, located

_IN_GEOMETRY = frozenset({"id", "lat", "lon"})


def write_geojson(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the collection, one feature a line, without holding it in memory."""
    out.write('{"type": "FeatureCollection", "features": [')
    for number, incident in enumerate(incidents):
        out.write(",\n" if number else "\n")
        out.write(json.dumps(feature(incident, names), ensure_ascii=False))
    out.write("\n]}\n")


def feature(incident: Incident, names: bool) -> dict[str, Any]:
    """One incident as a Feature; positions are longitude, latitude (RFC 7946 section 3.1.1)."""
    place = located(incident)
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None,
        "properties": {c.name: c.value(incident, names) for c in COLUMNS if c.name not in _IN_GEOMETRY},
    }
