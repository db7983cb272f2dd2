"""The actor registry: states, governments, forces, ministries, parties, armed groups, organisations, offices.

In: a name, or words of a text. Out: the Actor that they name, or None. Organisations stand in `tables/actors.tsv`;
what every country has (a government, an army, a foreign ministry) follows from `tables/roles.tsv` and the names
of countries. Private persons are never in it, and holders of office only as the office that they hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.knowledge.countries import Country, countries, country_named
from dateline.knowledge.folding import fold
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.tables import parts, rows

LONGEST = 9
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ARTICLES = frozenset(("the", "The", "THE"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that may act: `sector` is the PLOVER/CAMEO code, `country` ISO 3166-1 alpha-2 or None.

    `kind` is state, government, force, ministry, party, armed group, criminal group, international organisation,
    organisation or office; `source` names the publication that the row rests on.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str
    source: str


@dataclass(frozen=True, slots=True)
class _Role:
    """What every country has one of."""

    id: str
    words: tuple[str, ...]
    kind: str
    sector: str
    source: str


@cache
def _roles() -> dict[str, _Role]:
    found: dict[str, _Role] = {}
    for row in rows("roles"):
        role = _Role(row["id"], parts(row["words"]), row["kind"], row["sector"], row["source"])
        found |= {fold(words): role for words in role.words}
    return found


def _is_acronym(alias: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", alias)
    return (
        len(letters) <= 7
        and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
        and " " not in alias
    )


class Registry:
    """Look-up of actors; `Registry.load()` gives the one built from this package's tables."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = tuple(actors)
        self._by_id = {actor.id: actor for actor in actors}
        self._by_key: dict[str, list[Actor]] = {}
        self._acronyms: dict[str, list[Actor]] = {}
        for actor in actors:
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                self._enter(name, actor)
        keys = (*self._by_key, *map(fold, self._acronyms))
        self._openings = frozenset(key.partition(" ")[0] for key in keys) | {"un", "us", "united", "the"}

    def _enter(self, name: str, actor: Actor) -> None:
        table, key = (self._acronyms, name) if _is_acronym(name) else (self._by_key, _key(name))
        present = table.setdefault(key, [])
        if actor not in present:
            present.append(actor)

    @classmethod
    def load(cls) -> Registry:
        """The registry of this package's tables."""
        return _loaded()

    def get(self, identifier: str) -> Actor | None:
        """The actor of an id; "iraq" is the state, "iraq-army" its army."""
        return self._by_id.get(identifier) or _generated_by_id(identifier)

    def find(self, name: str, country: str | None = None) -> Actor | None:
        """The actor that the whole of `name` names; one of `country` first where several bear the name."""
        words = [word for word in name.replace("’", "'").split() if word]
        while words and words[0] in _ARTICLES:
            words = words[1:]
        return self._named(tuple(words), country) if words else None

    def match(self, words: Sequence[str], start: int, country: str | None = None) -> tuple[int, Actor] | None:
        """The longest name that begins at `words[start]`: how many words it takes, and whom it names."""
        listed = self.match_listed(words, start, country)
        for length in _lengths(words, start):
            if listed and listed[0] >= length:
                return listed
            actor = _generated(tuple(words[start : start + length]))
            if actor and _ends_well(words[start + length - 1]):
                return length, actor
        return listed

    def match_listed(
        self, words: Sequence[str], start: int, country: str | None = None
    ) -> tuple[int, Actor] | None:
        """As `match`, but only names that stand in the table of actors."""
        if _opening(words[start]) not in self._openings:
            return None
        for length in _lengths(words, start):
            window = tuple(words[start : start + length])
            if _ends_well(window[-1]) and (actor := self._listed(window, country)):
                return length, actor
        return None

    def _named(self, words: tuple[str, ...], country: str | None) -> Actor | None:
        return self._listed(words, country) or _generated(words)

    def _listed(self, words: tuple[str, ...], country: str | None) -> Actor | None:
        text = _joined(words)
        if text == text.lower():
            return None
        found = self._acronyms.get(text) or self._acronyms.get(text.replace(".", ""))
        if not found and (len(words) > 1 or not words[0].islower()):
            found = self._by_key.get(_key(text))
        return next((actor for actor in found if actor.country == country), found[0]) if found else None


def _lengths(words: Sequence[str], start: int) -> range:
    return range(min(LONGEST, len(words) - start), 0, -1)


def _ends_well(word: str) -> bool:
    return word not in _POSSESSIVE and any(c.isalnum() for c in word)


@lru_cache(maxsize=50_000)
def _opening(word: str) -> str:
    """The first word of a key."""
    return _key(word).partition(" ")[0]


def _joined(words: Sequence[str]) -> str:
    return re.sub(r" (?=['’])", "", " ".join(words)).replace("’", "'")


def _key(name: str) -> str:
    key = fold(name.removeprefix("the ").removeprefix("The "))
    for long, short in (("united nations ", "un "), ("united states ", "us ")):
        key = short + key.removeprefix(long) if key.startswith(long) else key
    return key


@cache
def _loaded() -> Registry:
    return Registry(
        [
            Actor(
                row["id"],
                row["name"],
                parts(row["aliases"]),
                row["kind"],
                row["country"] or None,
                row["sector"],
                row["source"],
            )
            for row in rows("actors")
        ]
    )


@cache
def _slugs() -> dict[str, Country]:
    return {slug(item): item for item in countries().values()}


def slug(item: Country) -> str:
    """A country's name as the first part of its actors' ids ("ivory-coast")."""
    return fold(item.name).replace(" ", "-")


def state(item: Country) -> Actor:
    """The state itself as an actor."""
    return Actor(slug(item), item.name, item.alternates, "state", item.code, "GOV", "ISO 3166-1")


def _office(item: Country, role: _Role) -> Actor:
    adjective = item.demonyms[0] if item.demonyms else item.name + "'s"
    names = tuple(f"{adjective} {words}" for words in role.words)
    return Actor(
        f"{slug(item)}-{role.id}", names[0], names[1:], role.kind, item.code, role.sector, role.source
    )


@cache
def _role_openings() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _roles())


@lru_cache(maxsize=20_000)
def _begins_with_country(words: tuple[str, ...]) -> bool:
    return any(_meant(_joined(words[:length])) for length in range(1, len(words) + 1))


def _generated(words: tuple[str, ...]) -> Actor | None:
    """ "Iraq", "Iraqi army", "Iraq's foreign ministry", "government of Iraq"."""
    if fold(words[0]) in _role_openings() or _begins_with_country(words[:6]):
        return _composed(words)
    return None


@lru_cache(maxsize=20_000)
def _composed(words: tuple[str, ...]) -> Actor | None:
    whole = _meant(" ".join(words)) if country_named(" ".join(words)) else None
    if whole:
        return state(whole)
    return _country_first(words) or _country_last(words)


def _country_first(words: tuple[str, ...]) -> Actor | None:
    for length in range(min(4, len(words) - 1), 0, -1):
        front, rest = words[:length], words[length:]
        item = _meant(_joined(front))
        if item is None or not item.code or item.kind != "country":
            continue
        rest = rest[1:] if rest[0] in _POSSESSIVE else rest
        role = _roles().get(fold(" ".join(rest))) if rest else None
        return _office(item, role) if role else None
    return None


def _country_last(words: tuple[str, ...]) -> Actor | None:
    for connector in ("of", "in"):
        if connector not in words[1:-1]:
            continue
        at = len(words) - 1 - words[::-1].index(connector)
        role = _roles().get(fold(" ".join(words[:at])))
        item = country_named(" ".join(words[at + 1 :]))
        if role and item:
            return _office(item, role)
    return None


def _meant(text: str) -> Country | None:
    if text == text.lower():
        return None
    bare = re.sub(r"'s?$", "", text)
    return country_named(bare) or country_of(bare)


def _generated_by_id(identifier: str) -> Actor | None:
    if identifier in _slugs():
        return state(_slugs()[identifier])
    for role in dict.fromkeys(_roles().values()):
        item = _slugs().get(identifier.removesuffix(f"-{role.id}"))
        if item and identifier.endswith(f"-{role.id}"):
            return _office(item, role)
    return None
