"""The roll of single people harmed in one event: each once, with the worst that is said of them.

In: persons in text order, each with a fate. Out: how many there are of a fate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dateline.extract.persons import Person, are_linked, may_be_one
from dateline.model.document import Span
from dateline.model.values import Count


class Fate(IntEnum):
    """What became of somebody, from the least to the worst."""

    HIT = 0
    INJURED = 1
    KILLED = 2


@dataclass(slots=True)
class _Entry:
    mentions: list[Person]
    fate: Fate
    count: Count


class Roll:
    """Single people told of, put together as they are added."""

    def __init__(self, dead: frozenset[int] = frozenset()) -> None:
        self._entries: list[_Entry] = []
        self._dead = dead

    def add(self, person: Person, fate: Fate, told: Count) -> None:
        """Add a mention: to somebody known where nothing speaks against it, else as somebody new."""
        count = Count(1, 1, told.span)
        known = self._known(person, fate)
        if person.chain in self._dead:
            fate = Fate.KILLED
        if known is None:
            self._entries.append(_Entry([person], fate, count))
            return
        known.mentions.append(person)
        if fate > known.fate:
            known.fate, known.count = fate, count

    def _known(self, person: Person, fate: Fate) -> _Entry | None:
        """Who is meant; somebody newly told of as alive is none of the dead, unless name or chain says so."""
        linked = [e for e in self._entries if any(are_linked(m, person) for m in e.mentions)]
        new = fate is Fate.INJURED and (bool(person.name) or not person.definite)
        open_to = [e for e in self._entries if not (new and e.fate is Fate.KILLED)]
        fitting = linked or [e for e in open_to if all(may_be_one(m, person) for m in e.mentions)]
        return fitting[-1] if fitting else None

    def count(self, fate: Fate) -> Count | None:
        """How many have a fate, None where nobody has."""
        return _sum([e.count for e in self._entries if e.fate is fate])

    def last_struck(self, fatal: Span) -> Count | None:
        """The only one told of, who died where the event is called fatal; None where there are more or none."""
        if len(self._entries) != 1 or self._entries[0].fate is Fate.INJURED:
            return None
        self._entries[0].fate, self._entries[0].count = Fate.KILLED, Count(1, 1, fatal)
        return self._entries[0].count

    def counts_of(self, persons: Sequence[Person], fate: Fate) -> Iterator[Count]:
        """One for each of the people among `persons` who have a fate."""
        tokens = {p.token for p in persons}
        for entry in self._entries:
            if entry.fate is fate and tokens & {m.token for m in entry.mentions}:
                yield entry.count


def _sum(counts: Sequence[Count]) -> Count | None:
    total: Count | None = None
    for count in counts:
        total = count if total is None else total.plus(count)
    return total
