"""Words for the people of a country or a region.

In: "Iraqi", "Israelis", "U.S.", "Kurdish". Out: the Country that it points to, or None.
"""

from __future__ import annotations

from functools import cache

from dateline.knowledge.countries import Country, countries, country_named, regions
from dateline.knowledge.folding import fold

_NO_PLURAL = ("ese", "sh", "ch", "ss")
_COUNTRY_AS_ADJECTIVE = frozenset(("us", "uk", "un", "uae", "drc", "prc", "dprk", "hong kong", "new zealand"))


def _forms(demonym: str) -> tuple[str, ...]:
    if demonym.endswith(_NO_PLURAL):
        return (demonym,)
    if demonym.endswith("man"):
        return (demonym, demonym[:-2] + "en", demonym[:-3] + "woman", demonym[:-3] + "women")
    return (demonym, demonym + "s")


@cache
def _by_word() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for item in (*countries().values(), *regions()):
        for demonym in item.demonyms:
            for form in _forms(demonym):
                found.setdefault(fold(form), item)
    return found


def country_of(word: str) -> Country | None:
    """The country (or the region) whose people or adjective `word` is; plurals and possessives count.

    Only words written with a capital count: "polish" and "turkey" in lower case are other words.
    """
    bare = word.removesuffix("'s").removesuffix("’s")
    if not bare[:1].isupper():
        return None
    found = _by_word().get(fold(bare))
    if found is None and fold(bare) in _COUNTRY_AS_ADJECTIVE:
        return country_named(bare)
    return found
