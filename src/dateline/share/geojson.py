"""Incidents -> GeoJSON (RFC 7946): a FeatureCollection with a Point for each incident.

`place_precision` says how closely the point is known and `radius_km` how far from it the incident may have been: a
district or province is a wide circle, as the gazetteer holds no outlines. An incident without coordinates has no
geometry (null, section 3.2), so that none is left out and none is put at a made-up point.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from dateline.model.incident import Incident
from dateline.model.precision import located
from dateline.resolve.profile import RADIUS
from dateline.share.columns import COLUMNS

_IN_GEOMETRY = frozenset({"id", "lat", "lon"})
Box = tuple[float, float, float, float]


def write_geojson(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the collection, one feature a line, without holding it in memory; its bbox follows the features."""
    box: Box | None = None
    out.write('{"type": "FeatureCollection", "features": [')
    for number, incident in enumerate(incidents):
        out.write(",\n" if number else "\n")
        made = feature(incident, names)
        out.write(json.dumps(made, ensure_ascii=False))
        if made["geometry"]:
            box = _around(box, *made["geometry"]["coordinates"])
    out.write(f'\n], "bbox": {json.dumps(box)}}}\n' if box else "\n]}\n")


def feature(incident: Incident, names: bool) -> dict[str, Any]:
    """One incident as a Feature; positions are longitude, latitude (RFC 7946 section 3.1.1)."""
    place = located(incident.places)
    properties: dict[str, Any] = {
        c.name: c.value(incident, names) for c in COLUMNS if c.name not in _IN_GEOMETRY
    }
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None,
        "properties": {**properties, "radius_km": RADIUS[place.precision] if place else None},
    }


def _around(box: Box | None, lon: float, lat: float) -> Box:
    """The box that holds the point too: west, south, east, north (section 5)."""
    if box is None:
        return lon, lat, lon, lat
    return min(box[0], lon), min(box[1], lat), max(box[2], lon), max(box[3], lat)
