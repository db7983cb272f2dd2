"""A name of a place as it stands in a text, and what the gazetteer says it may mean.

In: the words of a name ("Rapides Parish", "northern Iraq", "Harir air base", "the Iraqi" before "border"). Out: a
Toponym with all its senses. Where the gazetteer lacks the whole name, its core speaks: the town for its airport.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.knowledge.countries import country_named
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Gazetteer, GazetteerPlace
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.toponyms import (
    DIRECTIONS,
    FACILITIES,
    KIND_BEFORE,
    QUALIFIERS,
    UNIT_FEATURES,
    UNITS,
)

MOST_SENSES = 40
"""Smaller namesakes than the fortieth are never meant in news; keeps resolution quadratic in a small number."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name over tokens `first` to `last`; `name` is what was looked up, `unit` its word of kind or empty.

    `holders` are the names of what the text says it lies in ("Erbil, Iraq"); `whole` tells whether the senses bear
    the whole name or only its core, `loose` whether they only sound like it.
    """

    first: int
    last: int
    name: str
    unit: str
    senses: tuple[GazetteerPlace, ...]
    holders: frozenset[str] = frozenset()
    whole: bool = True
    loose: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Mentions with the same key mean the same place in one document."""
        return fold(self.name), self.unit


@dataclass(frozen=True, slots=True)
class Looked:
    """What a name was looked up as."""

    name: str
    unit: str
    senses: tuple[GazetteerPlace, ...]
    whole: bool
    loose: bool = False


def look_up(words: Iterable[str], gazetteer: Gazetteer) -> Looked:
    """The senses of a name, whole if the gazetteer has it so, else of its core; none when neither is known."""
    texts = tuple(words)
    unit = _unit(texts)
    people = country_of(" ".join(texts))
    if people is not None and country_named(" ".join(texts)) is None:
        return Looked(people.name, unit, gazetteer.find(people.name)[:MOST_SENSES], True)
    for number, form in enumerate(_forms(texts)):
        folk = country_of(" ".join(form)) if number else None
        senses = _fitting(gazetteer.find(folk.name if folk else " ".join(form)), unit if number else "")
        if senses:
            return Looked(" ".join(form), unit if number else "", senses[:MOST_SENSES], number == 0)
    for form in _forms(texts):
        if senses := gazetteer.find_loosely(" ".join(form)):
            return Looked(" ".join(form), unit, senses[:MOST_SENSES], False, True)
    return Looked(" ".join(texts), unit, (), True)


def _unit(words: tuple[str, ...]) -> str:
    if len(words) > 1 and words[-1].lower().rstrip(".") in UNITS:
        return words[-1].lower().rstrip(".")
    if len(words) > 2 and words[1].lower() == "of" and words[0].lower() in KIND_BEFORE:
        return words[0].lower()
    return ""


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name, then ever shorter cores: without its word of kind, its qualifiers, its direction."""
    yield words
    core = words
    if len(core) > 2 and core[1].lower() == "of" and core[0].lower() in KIND_BEFORE:
        core = core[2:]
        yield core
    while len(core) > 1 and core[-1].lower().rstrip(".") in UNITS | QUALIFIERS:
        core = core[:-1]
        yield core
    while len(core) > 1 and core[0].lower() in DIRECTIONS:
        core = core[1:]
        yield core


def _fitting(senses: tuple[GazetteerPlace, ...], unit: str) -> tuple[GazetteerPlace, ...]:
    """The senses that the word of kind allows: a province for "province", no village for "governorate"."""
    wanted = UNIT_FEATURES.get(unit)
    if not wanted or unit in FACILITIES:
        return senses
    return tuple(place for place in senses if place.feature.startswith(wanted)) or senses
