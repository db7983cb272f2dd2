"""The language's event tables as look-up: from a word and the words around it to a frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.languages.en.events import ADJECTIVES, NOUNS, VERBS
from dateline.model.vocabulary import EventType, Mode


@dataclass(frozen=True, slots=True)
class EventFrame:
    """How one word names an event: `words` are the lemma and what must stand with it (particle, object)."""

    words: tuple[str, ...]
    type: EventType
    mode: Mode | None
    prepositions: tuple[str, ...]
    flags: frozenset[str]

    @property
    def lemma(self) -> str:
        """The word itself; for a noun of several words the last one."""
        return self.words[0]


@cache
def verb_frames() -> Mapping[str, tuple[EventFrame, ...]]:
    """Frames by verb lemma, those with the most words first."""
    return _by_word(_rows(VERBS), 0)


@cache
def adjective_frames() -> Mapping[str, tuple[EventFrame, ...]]:
    """Frames of adjectives that stand as predicates, by lemma."""
    return _by_word(_rows(ADJECTIVES), 0)


@cache
def noun_frames() -> Mapping[str, tuple[EventFrame, ...]]:
    """Frames by the last word of the noun, those with the most words first."""
    return _by_word(_rows(NOUNS), -1)


def _rows(table: str) -> list[EventFrame]:
    return [_row(line) for line in table.strip().splitlines()]


def _row(line: str) -> EventFrame:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 5:
        raise KnowledgeError(f"event table: {line!r} has {len(cells)} cells; give it five, divided by |")
    words, kind, mode, prepositions, flags = (("" if c == "-" else c) for c in cells)
    return EventFrame(
        tuple(words.split()),
        EventType(kind),
        Mode(mode) if mode else None,
        tuple(p for p in prepositions.split(",") if p),
        frozenset(flags.split()),
    )


def _by_word(rows: list[EventFrame], position: int) -> dict[str, tuple[EventFrame, ...]]:
    groups: dict[str, list[EventFrame]] = defaultdict(list)
    for row in rows:
        groups[row.words[position]].append(row)
    return {word: tuple(sorted(group, key=lambda r: -len(r.words))) for word, group in groups.items()}
