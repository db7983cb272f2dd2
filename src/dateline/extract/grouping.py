"""Mentions to groups: those that tell of the same event within one document.

First what one sentence's syntax binds together, then, in text order, each mention with the best earlier group.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mention import EventMention
from dateline.extract.same import is_same, score
from dateline.extract.tree import subject
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import EventType, Mode

_BOUND = frozenset({"advcl", "xcomp", "acl", "ccomp", "parataxis"})
_LONE = frozenset({Mode.ABDUCTION, Mode.ARSON})


def group(annotated: AnnotatedDocument, mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """The mentions in groups, each in text order, groups by their first mention."""
    groups: list[list[EventMention]] = []
    for mention in mentions:
        bound = next((g for g in groups if any(_is_bound(annotated, m, mention) for m in g)), None)
        home = bound if bound is not None else _best(groups, mention)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return groups


def _best(groups: list[list[EventMention]], mention: EventMention) -> list[EventMention] | None:
    """The group that the mention fits best, the latest of equals, or None."""
    fitting = [g for g in groups if is_same(g, mention)]
    return max(fitting, key=lambda g: (round(score(g, mention), 2), g[-1].sentence), default=None)


def _is_bound(annotated: AnnotatedDocument, first: EventMention, second: EventMention) -> bool:
    """Whether the sentence makes one event of two mentions: a clause that only carries the other on.

    "Opened fire, killing four"; "halted a bus and marched off 22 passengers"; but an abduction or an arson after a
    shooting is another event, and so is one with its own place or time.
    """
    if (
        first.sentence != second.sentence
        or first.type is not second.type
        or first.certainty is not second.certainty
    ):
        return False
    if first.when and second.when and first.when != second.when:
        return False
    if ("end" in first.trigger.frame.flags) != ("end" in second.trigger.frame.flags):
        return False
    if not _modes_allow(first, second):
        return False
    if second.trigger.noun and annotated.tokens[second.trigger.token].relation == "appos":
        return True
    one, other = annotated.tokens[first.trigger.clause], annotated.tokens[second.trigger.clause]
    for low, high in ((other, one), (one, other)):
        if low.head == high.index:
            if low.relation in _BOUND and not (second.trigger.noun and second.trigger.number):
                return True
            if low.relation == "conj" and not second.trigger.noun:
                return _carries_on(annotated, first, second)
    return False


def _modes_allow(first: EventMention, second: EventMention) -> bool:
    if first.type is not EventType.ASSAULT or None in (first.mode, second.mode) or first.mode is second.mode:
        return True
    return not ({first.mode, second.mode} & _LONE) and bool(second.trigger.frame.flags & {"harm", "soft"})


def _carries_on(annotated: AnnotatedDocument, first: EventMention, second: EventMention) -> bool:
    """Whether a coordinated verb has the same subject and no place of its own."""
    if first.type is not EventType.ASSAULT:
        return first.trigger.frame.lemma == second.trigger.frame.lemma
    same = subject(annotated, first.trigger.clause) == subject(annotated, second.trigger.clause)
    own_place = bool(second.places) and {p.name for p in second.places} != {p.name for p in first.places}
    return same and not own_place
