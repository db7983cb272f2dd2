"""The same sentences with other names, so that the network learns contexts, not the few organisations of its sets.

In: an example with entity tags. Out: a copy whose organisations, places, facilities or weapons are others, from the
registry of actors, the gazetteer and the weapons of `dateline.knowledge`; without its parse, as the words have changed.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from training.corpora import Example
from training.stock import column, cut, listed

SWAPPED = {"event_location": 0.5, "re3d": 0.5, "wikievents": 0.5, "ecbplus": 0.3, "gum": 0.15, "ewt": 0.15}
"""Chance that a sentence with such a name is shown once more with another, by set."""
MINISTRIES = 0.3
"""Share of organisations that become a public body instead of an actor of the registry."""
BUILDINGS = tuple(
    "International Airport;Military Airport;Air Base;Airbase;General Hospital;University Hospital;Hospital;Central Prison;"
    "Prison;Bridge;Dam;Stadium;Refugee Camp;Police Station;Market;Mosque;Church;Hotel;University;Port;Power Plant".split(
        ";"
    )
)


@cache
def names() -> Mapping[str, list[tuple[str, ...]]]:
    """Return the names of each type that may be put in."""
    regions = column("provinces", "name") + column("districts", "name")
    places = [name.removesuffix(" County") for name in regions] + column("countries", "name") * 10
    return {
        "ORGANISATION": [cut(name) for name in column("actors", "name", "aliases")],
        "PLACE": [cut(name) for name in places],
        "WEAPON": [cut(name) for name in column("weapons", "term", "forms") if "attack" not in name],
        "MINISTRY": [cut(name) for name in listed("ministries")],
    }


def other(kind: str, chance: random.Random) -> tuple[str, ...]:
    """Return another name of a type; nothing for a type without a stock."""
    stock = names()
    if kind == "ORGANISATION" and chance.random() < MINISTRIES:
        return chance.choice(stock["MINISTRY"])
    if kind == "FACILITY":
        return (*chance.choice(stock["PLACE"]), *chance.choice(BUILDINGS).split())
    return chance.choice(stock[kind]) if kind in stock else ()


def pieces(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, type) of each entity, and of each word outside with the type ''."""
    start = 0
    while start < len(tags):
        end = start + 1
        while end < len(tags) and tags[start] != "O" and tags[end].startswith("I-"):
            end += 1
        yield start, end, tags[start][2:] if tags[start].startswith("B-") else ""
        start = end


def swapped(example: Example, chance: random.Random) -> Example:
    """Return the sentence with other names where there is a stock, and without a parse."""
    found: list[str] = []
    tags: list[str] = []
    for start, end, kind in pieces(example.tags):
        new = other(kind, chance) if kind else ()
        found += new or example.words[start:end]
        tags += [f"B-{kind}", *[f"I-{kind}"] * (len(new) - 1)] if new else example.tags[start:end]
    return Example(example.source, tuple(found), tags=tuple(tags))


def swaps(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """Return the copies of one epoch."""
    kinds = {"ORGANISATION", "PLACE", "FACILITY", "WEAPON"}
    likely = (e for e in examples if any(tag[2:] in kinds for tag in e.tags))
    return [swapped(example, chance) for example in likely if chance.random() < SWAPPED[example.source]]
