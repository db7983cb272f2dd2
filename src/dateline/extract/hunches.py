"""What the trained head says of words that the tables of event words list.

In: the shares that `annotate/event_words.py` gave each word. Out: two answers about a trigger: whether the head is so sure of
its type that it stands although the rules miss something around it, and whether it is so unlikely an event of any type that it
must be a figure of speech. The thresholds were chosen on our own articles (tests/quality/gold), the most cautious of equals;
docs/quality.md has what they change elsewhere, and what became of words that no table lists.
"""

from __future__ import annotations

from dateline.extract.mention import Trigger
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import EventType

RULE = "event head"
SURE = 0.9
"""Least share of its type at which a word of the tables stands against the rules for what is around it."""
UNLIKELY = 0.02
"""Share of all types together below which a word of the tables names no event."""

TYPES = tuple(EventType)


def is_sure(annotated: AnnotatedDocument, trigger: Trigger) -> bool:
    """Whether the head is sure enough of the trigger's type to overrule what the rules miss around it.

    Never for plain words of violence ("hard"): the rules turn those down only where they know a figure of speech.
    """
    events = annotated.tokens[trigger.token].events
    return (
        bool(events) and "hard" not in trigger.frame.flags and events[TYPES.index(trigger.frame.type)] >= SURE
    )


def is_unlikely(annotated: AnnotatedDocument, trigger: Trigger) -> bool:
    """Whether the head finds that the trigger's word names no event of any type; not for plain words of violence.

    In bare sentences ("A bomb exploded.") the head is unsure of those too.
    """
    if "hard" in trigger.frame.flags:
        return False
    words = [annotated.tokens[i].events for i in trigger.words]
    return all(words) and max(sum(events) for events in words) < UNLIKELY
