"""One event's toll from all that the document says of it.

Statements by different speakers about the same people are a conflict and become one range; statements about other
people add up; a part of a group ("two of them") adds nothing; "another 30" adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.mention import Harm
from dateline.model.values import Count

_ANYONE = frozenset(
    "people person other others dead wounded injured death casualty fatality life toll number victim figure one more".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of harm with the lemma of its people and the names of those who say it."""

    harm: Harm
    people: str
    speakers: frozenset[str]
    sentence: int


def toll(statements: Sequence[Statement], killed: bool) -> Count | None:
    """The range of killed (or injured) people, None where nothing is said of them."""
    own = [s for s in statements if s.harm.killed is killed and not s.harm.part]
    told = [s for s in own if s.harm.count.high != 0] or own[:1]
    total: Count | None = None
    seen: list[Statement] = []
    for statement in told:
        count = statement.harm.count
        if total is None:
            total = count
        elif statement.harm.more or _are_others(statement, seen):
            total = total.plus(count)
        else:
            total = total.hull(count)
        seen.append(statement)
    return total


def _are_others(statement: Statement, seen: Sequence[Statement]) -> bool:
    """Whether the people are others than those named before: another word for them, from the same speaker."""
    if statement.people in _ANYONE:
        return False
    return all(
        s.people not in _ANYONE and s.people != statement.people and s.speakers == statement.speakers
        for s in seen
    )
