"""Mentions that are only the content of another: what is promised, threatened, asked for or refused.

In: the mentions of a document. Out: those that are acts of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mention import EventMention
from dateline.extract.tree import ancestors
from dateline.languages.en.events import ADMITTING, PROMISING
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import Certainty, EventType


def without_wrapping(annotated: AnnotatedDocument, mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions without a promise whose content is one of them, or an attack that is only the content of a threat."""
    inside = {
        m.trigger.token: m
        for m in mentions
        if annotated.tokens[m.trigger.clause].relation in {"xcomp", "ccomp"}
    }
    over = {m.trigger.token: m for m in mentions if not m.trigger.noun}
    dropped = {
        m.trigger.token
        for m in mentions
        if _is_threatened(annotated, m, mentions) or _is_content(annotated, m, mentions)
    }
    planned: set[int] = set()
    for token, mention in inside.items():
        outer = over.get(annotated.tokens[mention.trigger.clause].head)
        if outer is None or outer is mention:
            continue
        if outer.type is EventType.THREATEN:
            dropped.add(token)
        elif (
            outer.type is EventType.CONCEDE
            and outer.trigger.frame.lemma in ADMITTING
            and mention.type is EventType.ASSAULT
        ):
            dropped.add(outer.trigger.token)
        elif outer.type is EventType.AGREE and outer.trigger.frame.lemma in PROMISING:
            dropped.add(outer.trigger.token)
            planned.add(token)
    return [
        replace(m, certainty=Certainty.PLANNED) if m.trigger.token in planned else m
        for m in mentions
        if m.trigger.token not in dropped
    ]


def _is_threatened(
    annotated: AnnotatedDocument, mention: EventMention, mentions: Sequence[EventMention]
) -> bool:
    """Whether an attack stands in what somebody threatens, and not in the past: "will silence any gun that fires"."""
    if mention.type is not EventType.ASSAULT or mention.trigger.noun:
        return False
    if annotated.tokens[mention.trigger.token].xpos in {"VBD", "VBN"}:
        return False
    over = set(ancestors(annotated, mention.trigger.token))
    return any(
        m.type is EventType.THREATEN
        and not m.trigger.noun
        and m.trigger.token in over
        and m.trigger.token < mention.trigger.token
        for m in mentions
    )


def _is_content(
    annotated: AnnotatedDocument, mention: EventMention, mentions: Sequence[EventMention]
) -> bool:
    """Whether a political act is only what another asks for or refuses: "vetoed the deployment", "refused to meet"."""
    if mention.type is EventType.ASSAULT:
        return False
    token = annotated.tokens[mention.trigger.clause]
    infinitive = token.relation == "advcl" and token.xpos == "VB"
    if token.head < 0 or not (infinitive or token.relation in {"obj", "xcomp", "ccomp"}):
        return False
    return any(
        m.type in _WRAPPING and not m.trigger.noun and m.trigger.token == token.head and m is not mention
        for m in mentions
    )


_WRAPPING = frozenset({EventType.REJECT, EventType.REQUEST})
"""Acts whose content is no act of its own."""
