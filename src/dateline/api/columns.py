"""All incidents of a filter as columns of JSON, packed once and kept: what a map of a whole record asks for.

In: the record's points. Out: the bytes of the JSON, gzipped. Names, which repeat, are sent once and pointed to.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.model.vocabulary import PlacePrecision
from dateline.record import Points
from dateline.resolve.profile import RADIUS
from dateline.share.private_persons import shown_home

EPOCH = date(1970, 1, 1).toordinal()
LEVEL = 5
DIGITS = 4
"""Of a degree: ten metres, more than any report's place is known to."""


def packed(points: Points, names: bool) -> bytes:
    """The columns of `PointColumns` as gzipped JSON."""
    places = points.place if names else tuple(shown_home(name) if name else None for name in points.place)
    columns = {
        "ids": points.id,
        "lat": [_rounded(value) for value in points.lat],
        "lon": [_rounded(value) for value in points.lon],
        **_indexed("precision", "precisions", points.precision),
        "start": [_days(value) for value in points.start],
        "end": [_days(value) for value in points.end],
        **_indexed("mode", "modes", points.mode),
        **_indexed("type", "types", points.type),
        "killed": points.killed,
        "injured": points.injured,
        **_indexed("title_place", "places", places),
    }
    columns["radius_km"] = [RADIUS[PlacePrecision(name)] for name in columns["precisions"]]
    made = json.dumps(columns, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return gzip.compress(made.encode(), LEVEL, mtime=0)


def _indexed(name: str, names: str, values: Sequence[str | None]) -> dict[str, Any]:
    """The values, each once in the order of their first use, and where each stands."""
    at: dict[str, int] = {}
    column = [None if value is None else at.setdefault(value, len(at)) for value in values]
    return {name: column, names: list(at)}


def _days(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() - EPOCH if day else None


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DIGITS)
