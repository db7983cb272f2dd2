"""Whether two descriptions may mean the same people: "U.S. troops" and "American service members".

In: arguments of a tally and of an incident or an event. Out: yes, no, or maybe. Known are the registry's ids and
the countries behind names, and whether a word means soldiers, police, fighters or civilians; the rest is maybe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dateline.knowledge.countries import country_named
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.registry import Registry
from dateline.model.reading import Argument
from dateline.resolve.names import party_words, words


class Match(IntEnum):
    """How sure it is that two things are the same."""

    NO = 0
    MAYBE = 1
    YES = 2


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SORTS = {
    "soldiers": _listed(
        "soldier soldiers troop troops serviceman servicemen members army military forces marines marine sailors "
        "personnel battalion brigade unit garrison"
    ),
    "police": _listed("police policeman policemen officer officers constable constables gendarmes patrol"),
    "civilians": _listed(
        "civilian civilians villager villagers resident residents noncombatants noncombatant child children woman "
        "women worshippers shopkeepers passengers farmers students families"
    ),
    "fighters": _listed(
        "militant militants fighter fighters insurgent insurgents rebel rebels gunman gunmen militia militias "
        "terrorist terrorists extremists bandits jihadists attackers"
    ),
}
_ANYONE = _listed("people person persons deaths dead victims casualties lives killed wounded injured others")
# Words that belong to a number: "at least 312", "a further 401", "no fewer than 120".
_NUMBERS = _listed(
    "least most more less fewer than further about around nearly almost over under up no not any some dozen dozens "
    "hundred hundreds thousand thousands million additional total them whom"
)


@dataclass(frozen=True, slots=True)
class _Party:
    """What is known of one description; `anyone` when it leaves nobody out."""

    ref: str | None
    countries: frozenset[str]
    sort: str | None
    words: frozenset[str]
    state: bool
    anyone: bool


def same_parties(left: Sequence[Argument], right: Sequence[Argument]) -> Match:
    """The best match between any of one and any of the other; MAYBE where one names nobody."""
    if not left or not right:
        return Match.MAYBE
    return max(_same(_party(a.name, a.ref), _party(b.name, b.ref)) for a in left for b in right)


def anyone(arguments: Sequence[Argument]) -> bool:
    """Whether a description leaves nobody out: none given, or "people"."""
    return all(_party(a.name, a.ref).anyone for a in arguments)


def particular(arguments: Sequence[Argument]) -> bool:
    """Whether a name, a country or an id says who is meant; "villages" and "merchant ships" don't."""
    return any(_particular(a) for a in arguments)


def _particular(argument: Argument) -> bool:
    party = _party(argument.name, argument.ref)
    capitals = {w for word in argument.name.split() if word[:1].isupper() for w in words(word)}
    return bool(party.ref or party.countries or party.words & capitals)


def _same(left: _Party, right: _Party) -> Match:
    if left.anyone or right.anyone or (left.ref and left.ref == right.ref):
        return Match.YES
    if left.countries and right.countries:
        return _by_country(left, right)
    if left.words & right.words:
        return Match.YES
    if left.ref and right.ref:
        return Match.NO
    vague = not left.countries and not left.ref and not left.words
    vague = vague or (not right.countries and not right.ref and not right.words)
    return Match.YES if vague and left.sort and left.sort == right.sort else Match.MAYBE


def _by_country(left: _Party, right: _Party) -> Match:
    if not left.countries & right.countries:
        return Match.YES if left.words & right.words else Match.NO
    alike = left.sort == right.sort or left.state or right.state or bool(left.words & right.words)
    return Match.YES if alike else Match.MAYBE


@lru_cache(maxsize=50_000)
def _party(name: str, ref: str | None) -> _Party:
    found = words(name)
    actor = Registry.load().get(ref) if ref else None
    countries = {actor.country} if actor and actor.country else _countries(name)
    sort = next((s for s, listed in _SORTS.items() if any(w in listed for w in found)), None)
    if sort is None and actor and actor.kind == "force":
        sort = "soldiers"
    telling = frozenset(w for w in party_words(name) if not any(w in listed for listed in _SORTS.values()))
    telling -= _ANYONE | _NUMBERS | _demonyms(name)
    state = actor.kind == "state" if actor else bool(countries) and sort is None and len(found) <= 3
    named = ref or countries or sort or telling
    whole = all(w in _ANYONE or w in _NUMBERS or w.isdigit() or len(w) <= 3 for w in found)
    return _Party(ref, frozenset(countries), sort, telling, state, whole and not named)


def _countries(name: str) -> set[str]:
    whole = country_named(name)
    found = {whole.code} if whole else set()
    for word in name.split():
        item = country_of(word.strip(",;()")) or country_named(word.strip(",;()").removesuffix("'s"))
        if item and item.code:
            found.add(item.code)
    return found


def _demonyms(name: str) -> set[str]:
    return {w for word in name.split() if country_of(word) or country_named(word) for w in words(word)}
