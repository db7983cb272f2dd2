"""Weapons, vehicles and words for kinds of attack, and the mode of assault that each suggests.

In: words of a text. Out: the longest term of `tables/weapons.tsv` that they hold, unless the words around it
make it a figure of speech listed in `tables/not_weapons.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import parts, rows
from dateline.model.vocabulary import Mode

# Terms that are words only as written: "grad" is no rocket, "sam" no missile, "igla" may be.
_CAPITALS_MATTER = frozenset(
    (
        "grad",
        "sam",
        "ak",
        "buk",
        "fpv",
        "efp",
        "ied",
        "jdam",
        "tow missile",
        "apc",
        "uas",
        "lancet",
        "reaper",
        "m4",
    )
)


@dataclass(frozen=True, slots=True)
class Weapon:
    """A term: `kind` is the class of weapon, `mode` the mode of assault that it suggests, None when it suggests none."""

    term: str
    kind: str
    mode: Mode | None
    source: str


@dataclass(frozen=True, slots=True)
class _Terms:
    """Terms by their pieces (words split at hyphens)."""

    weapons: dict[tuple[str, ...], Weapon]
    figures: frozenset[tuple[str, ...]]
    longest: int


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("-", " ").split())


def _plural(form: str) -> str:
    if form.endswith(("s", "x", "ch", "sh")):
        return form if form.endswith("s") else form + "es"
    if form.endswith("y") and form[-2] not in "aeiou":
        return form[:-1] + "ies"
    return form + "s"


@cache
def _terms() -> _Terms:
    weapons: dict[tuple[str, ...], Weapon] = {}
    for row in rows("weapons"):
        mode = Mode(row["mode"]) if row["mode"] else None
        weapon = Weapon(row["term"], row["class"], mode, row["source"])
        for form in (row["term"], *parts(row["forms"])):
            weapons.setdefault(_pieces(form), weapon)
            weapons.setdefault(_pieces(_plural(form)), weapon)
    figures = (_pieces(row["phrase"]) for row in rows("not_weapons"))
    both = frozenset(form for phrase in figures for form in (phrase, _pieces(_plural(" ".join(phrase)))))
    return _Terms(weapons, both, max(map(len, weapons)))


@cache
def weapons() -> tuple[Weapon, ...]:
    """All terms of the table, in its order."""
    return tuple(dict.fromkeys(_terms().weapons.values()))


def match(words: Sequence[str], start: int) -> tuple[int, Weapon] | None:
    """The longest term that begins with `words[start]`: how many words it takes, and what it is."""
    table = _terms()
    pieces: list[str] = []
    best: tuple[int, Weapon] | None = None
    for taken, word in enumerate(words[start : start + table.longest], start=1):
        pieces.extend(_pieces(word))
        if len(pieces) > table.longest:
            break
        weapon = table.weapons.get(tuple(pieces))
        if weapon and _as_written(pieces, words[start]):
            best = (taken, weapon)
    return None if best and is_figure(words, start, best[0]) else best


def _as_written(pieces: list[str], word: str) -> bool:
    return " ".join(pieces) not in _CAPITALS_MATTER or word[:1].isupper()


def is_figure(words: Sequence[str], start: int, length: int = 1) -> bool:
    """Whether the words around `words[start:start + length]` make it a listed figure of speech."""
    figures = _terms().figures
    for first in range(max(0, start - 3), start + 1):
        pieces: list[str] = []
        for word in words[first : start + length + 3]:
            pieces.extend(_pieces(word))
            if tuple(pieces) in figures:
                return True
    return False


def weapon_of(words: Sequence[str]) -> Weapon | None:
    """The longest term that the words hold anywhere; the later one of two of the same length (the head of a phrase)."""
    best: tuple[int, Weapon] | None = None
    for start in range(len(words)):
        found = match(words, start)
        if found and (best is None or found[0] >= best[0]):
            best = found
    return best[1] if best else None


def weapon_ending(words: Sequence[str]) -> Weapon | None:
    """The longest term that ends with the last of the words: what a noun phrase names, by its head."""
    for start in range(len(words)):
        found = match(words, start)
        if found and start + found[0] == len(words):
            return found[1]
    return None


@cache
def _modes() -> dict[str, Mode]:
    return {row["name"]: Mode(row["mode"]) for row in rows("modes")}


def mode_named(name: str) -> Mode | None:
    """The mode for a PLOVER mode name ("heavy-weapons") or a CAMEO code ("1831"), None when there is none."""
    return _modes().get(name.lower())
