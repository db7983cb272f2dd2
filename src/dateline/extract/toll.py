"""One event's toll from all that the document says of it.

Groups ("four people were killed") and single people ("a man died", "Ali, 24, was shot") are counted apart. Statements
of groups by different speakers about the same people are a conflict and become one range; statements about other
people add up; "another 30" adds. Single people are counted once each, by the worst that is said of them, and belong to
the groups told of unless they are plainly others. Those said to be struck are injured as far as they are not dead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.mention import Harm
from dateline.extract.roll import Fate, Roll
from dateline.languages.en.fates import ATTACKER_NOUNS
from dateline.model.document import Span
from dateline.model.values import Count

_ANYONE = frozenset(
    "people person other others dead wounded injured death casualty fatality life toll number victim figure one more".split()
)


_VAGUE = frozenset("several multiple many some numerous".split())
"""Words that count without a number."""

_DOZENS = frozenset("dozens scores hundreds".split())
"""Words that tell of how many in their order alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of harm with the lemma of its people and the names of those who say it."""

    harm: Harm
    people: str
    speakers: frozenset[str]
    sentence: int

    @property
    def fate(self) -> Fate:
        """What it says of its people."""
        if self.harm.killed:
            return Fate.KILLED
        return Fate.HIT if self.harm.hit else Fate.INJURED


@dataclass(frozen=True, slots=True)
class Toll:
    """The ranges of killed and injured people, None where nothing is said of them."""

    killed: Count | None
    injured: Count | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the document tells beside the statements: the chains of its dead, and a word that calls the event fatal."""

    dead: frozenset[int] = frozenset()
    fatal: Span | None = None


def toll(statements: Sequence[Statement], known: Known) -> Toll:
    """The toll of one event."""
    victims = _without_attackers(statements)
    roll = Roll(known.dead)
    for statement in victims:
        for person in statement.harm.persons:
            roll.add(person, statement.fate, statement.harm.count)
    killed = _of(victims, roll, Fate.KILLED)
    if known.fatal is not None and killed is None:
        killed = roll.last_struck(known.fatal) if not _has_groups(victims) else None
        killed = killed or Count(1, None, known.fatal)
    injured = _of(victims, roll, Fate.INJURED)
    return Toll(killed, _with_struck(victims, roll, killed, injured))


def _has_groups(statements: Sequence[Statement]) -> bool:
    return any(not s.harm.persons for s in statements)


def _without_attackers(statements: Sequence[Statement]) -> list[Statement]:
    """The statements about victims; those about attackers and suicides only where there are no others."""
    others = [s for s in statements if not _is_of_attackers(s)]
    told = [s for s in others if s.harm.count.high != 0]
    return others if told or len(others) == len(statements) else list(statements)


def _is_of_attackers(statement: Statement) -> bool:
    persons = statement.harm.persons
    if persons:
        return all(p.is_attacker or p.self_inflicted for p in persons)
    return statement.people in ATTACKER_NOUNS


def _of(statements: Sequence[Statement], roll: Roll, fate: Fate) -> Count | None:
    """The people of one fate: groups, and the single people beside them."""
    own = [s for s in statements if s.fate is fate]
    wholes = [s for s in own if not s.harm.part]
    told = [s for s in (wholes or own) if s.harm.count.high != 0]
    groups = [s for s in told if not s.harm.persons]
    if not groups:
        alone = roll.count(fate)
        return (
            alone if alone is not None else next((s.harm.count for s in own if s.harm.count.high == 0), None)
        )
    total = _fold(groups)
    beside = [s for s in told if s.harm.persons and _are_beside(s, groups)]
    for count in roll.counts_of([p for s in beside for p in s.harm.persons], fate):
        total = total.plus(count)
    return total


def _fold(groups: Sequence[Statement]) -> Count:
    """Statements of groups as one range or sum; "several" and "dozens" give way to a number."""
    exact = [g for g in groups if not _is_vague(g, groups)]
    groups = exact or groups
    total = groups[0].harm.count
    for place, statement in enumerate(groups[1:], start=1):
        count = statement.harm.count
        adds = _is_more(statement, groups[:place]) or _are_others(statement, groups[:place])
        total = total.plus(count) if adds else total.hull(count)
    return total


def _is_vague(statement: Statement, groups: Sequence[Statement]) -> bool:
    """Whether no number is said: "several", or "dozens" where another statement has a number that fits."""
    words = statement.harm.count.span.text.lower().split()
    if " ".join(words) in _VAGUE:
        return True
    least = statement.harm.count.low
    fits = any(g.harm.count.high is not None and g.harm.count.low >= least for g in groups)
    return bool(words) and words[0] in _DOZENS and fits


def _is_more(statement: Statement, seen: Sequence[Statement]) -> bool:
    """Whether a number comes on top: "another 30"; but "the other three" told again are the three told before.

    In one sentence they are others all the same: "two were taken to one hospital and two others to another".
    """
    count = statement.harm.count
    told = any(
        (g.harm.count.low, g.harm.count.high) == (count.low, count.high) and g.sentence != statement.sentence
        for g in seen
    )
    return statement.harm.more and not (told and count.low > 1)


def _are_others(statement: Statement, seen: Sequence[Statement]) -> bool:
    """Whether the people are others than those named before: another word for them, from the same speaker."""
    if statement.people in _ANYONE:
        return False
    return all(
        s.people not in _ANYONE and s.people != statement.people and s.speakers == statement.speakers
        for s in seen
    )


def _are_beside(statement: Statement, groups: Sequence[Statement]) -> bool:
    """Whether single people come on top of the groups told of: "another", or a soldier beside four civilians."""
    if statement.harm.more:
        return any(g.harm.token < statement.harm.token for g in groups)
    persons = statement.harm.persons
    return not any(p.definite or p.name for p in persons) and _are_others(statement, groups)


def _with_struck(
    statements: Sequence[Statement], roll: Roll, killed: Count | None, injured: Count | None
) -> Count | None:
    """The injured with those struck who are not among the dead: "four were shot, one fatally" leaves three."""
    groups = [s for s in statements if s.fate is Fate.HIT and not s.harm.persons and s.harm.count.high != 0]
    most = max((s.harm.count.low for s in groups), default=0)
    if any(
        s.fate is Fate.INJURED
        and not s.harm.persons
        and not s.harm.part
        and s.harm.count.high != 0
        and not (s.harm.severe and s.harm.count.low < most)
        for s in statements
    ):
        return injured
    if groups:
        return _less(_fold([s for s in groups if not s.harm.part] or groups), killed, injured)
    struck = roll.count(Fate.HIT)
    many_dead = killed is not None and any(s.fate is Fate.KILLED and not s.harm.persons for s in statements)
    if struck is None or many_dead:
        return injured
    return struck if injured is None or injured.high == 0 else injured.plus(struck)


def _less(struck: Count, killed: Count | None, injured: Count | None) -> Count | None:
    """Those struck without the dead, but no fewer than are known to be injured."""
    dead = killed.low if killed is not None else 0
    known = injured.low if injured is not None else 0
    low = max(struck.low - dead, known)
    high = None if struck.high is None else max(struck.high - dead, low)
    return injured if high == 0 else Count(low, high, struck.span)
