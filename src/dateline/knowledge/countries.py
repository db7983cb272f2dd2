"""Countries, the larger regions above them, and their people: who is meant by a name or an adjective.

In: a name ("Ivory Coast", "U.S.") or a word ("Iraqi", "Kurdish"). Out: a Country or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.folding import fold
from dateline.knowledge.tables import parts, rows

# Forms that are names only as written: "us" is a pronoun, "car" a vehicle, "is" a verb.
_CAPITALS_ONLY = frozenset(("us", "car", "roc", "rok", "rsa", "bih", "car"))


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory, or a region of several; `code` is ISO 3166-1 alpha-2, empty for a region of several.

    `members` are the codes of the countries that a region lies in; `latitude`, `longitude` in degrees (WGS 84).
    """

    code: str
    name: str
    alternates: tuple[str, ...]
    demonyms: tuple[str, ...]
    latitude: float
    longitude: float
    members: tuple[str, ...] = ()
    kind: str = "country"

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its alternates."""
        return (self.name, *self.alternates)


@cache
def countries() -> dict[str, Country]:
    """All countries and territories of ISO 3166-1 (and Kosovo) by code."""
    return {
        row["code"]: Country(
            row["code"],
            row["name"],
            parts(row["alternates"]),
            parts(row["demonyms"]),
            float(row["latitude"]),
            float(row["longitude"]),
            (row["code"],),
        )
        for row in rows("countries")
    }


@cache
def regions() -> tuple[Country, ...]:
    """Continents, parts of continents, and lands within or across countries that news names."""
    return tuple(
        Country(
            row["country"],
            row["name"],
            parts(row["alternates"]),
            parts(row["demonyms"]),
            float(row["latitude"]),
            float(row["longitude"]),
            parts(row["members"]),
            row["kind"],
        )
        for row in rows("regions")
    )


def country(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    return countries().get(code)


@cache
def _by_name() -> dict[str, Country]:
    return {fold(name): item for item in reversed(countries().values()) for name in reversed(item.names)}


@cache
def _regions_by_name() -> dict[str, Country]:
    return {fold(name): item for item in regions() for name in item.names}


def country_named(name: str) -> Country | None:
    """The country of that name or alternate name; "US" counts, "us" doesn't."""
    key = fold(name.removeprefix("the ").removeprefix("The "))
    if key in _CAPITALS_ONLY and not name.replace(".", "").isupper():
        return None
    return _by_name().get(key)


def region_named(name: str) -> Country | None:
    """The region of that name ("Middle East", "Donbas", "Gaza Strip")."""
    return _regions_by_name().get(fold(name.removeprefix("the ").removeprefix("The ")))
