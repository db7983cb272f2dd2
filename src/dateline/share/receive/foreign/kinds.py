"""Words of other systems -> type and mode of an event; None where they tell of no kind that is ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.languages.en.incident_kinds import KINDS, NOT_OURS
from dateline.model.vocabulary import EventType, Mode

Kind = tuple[EventType, Mode | None]
_WORD = re.compile(r"[^\W_]+")


def kind_of(texts: Iterable[str]) -> Kind | None:
    """The kind of the first text that names one; none at all where any tells of an attack on computers."""
    told = [" ".join(_WORD.findall(text.lower())) for text in texts]
    if any(word in _NOT_OURS for text in told for word in text.split()):
        return None
    return next((kind for text in told if (kind := _in(text))), None)


def _in(text: str) -> Kind | None:
    spaced = f" {text} "
    return next((kind for word, kind in _kinds() if f" {word} " in spaced or f" {word}s " in spaced), None)


@cache
def _kinds() -> tuple[tuple[str, Kind], ...]:
    rows = [[part.strip() for part in line.split("|")] for line in KINDS.strip().splitlines()]
    found = [(word, (EventType(kind), None if mode == "-" else Mode(mode))) for word, kind, mode in rows]
    return tuple(sorted(found, key=lambda row: -len(row[0])))


_NOT_OURS = frozenset(NOT_OURS)
