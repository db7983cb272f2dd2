"""Which event answers which: condemnations of an attack, denials of a charge, strikes "in response to" others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.mention import EventMention
from dateline.extract.tree import obliques, patient
from dateline.languages.en.responsibility import FALSE
from dateline.model.reading import Event
from dateline.model.vocabulary import Certainty, EventType

_ANSWERING = frozenset(
    {
        "in response to",
        "in retaliation for",
        "in reprisal for",
        "in revenge for",
        "after",
        "following",
        "over",
        "for",
    }
)


def with_responses(
    cast: Cast, groups: Sequence[Sequence[EventMention]], events: Sequence[Event]
) -> tuple[Event, ...]:
    """The events with the ids of those that they answer."""
    by_token = {m.trigger.token: e.id for g, e in zip(groups, events, strict=True) for m in g}
    found = []
    for mentions, event in zip(groups, events, strict=True):
        answered = [a for m in mentions for a in _answered(cast, m, by_token) if a != event.id]
        found.append(replace(event, responds_to=tuple(dict.fromkeys(answered))))
    return _with_refused(_with_disputes(groups, found))


def _with_refused(events: Sequence[Event]) -> tuple[Event, ...]:
    """A refusal or denial is to whoever asked or charged: the actors of the last such act before it."""
    found = list(events)
    for place, event in enumerate(found):
        if event.type is not EventType.REJECT or event.recipients:
            continue
        own = {a.name for a in event.actors}
        before = [
            e for e in found
            if e.type in _REFUSED and e.trigger.start < event.trigger.start
            and event.trigger.start - e.trigger.start < REACH
            and e.actors and not own & {a.name for a in e.actors}
        ]  # fmt: skip
        if before:
            latest = max(before, key=lambda e: e.trigger.start)
            found[place] = replace(
                event, recipients=tuple(replace(a, rule="who is answered") for a in latest.actors)
            )
    return tuple(found)


_REFUSED = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN})
"""Acts that a refusal answers."""

REACH = 500
"""Code points between an act and the refusal that answers it."""


def _with_disputes(groups: Sequence[Sequence[EventMention]], events: Sequence[Event]) -> tuple[Event, ...]:
    """What somebody says and another calls false is alleged: the last attributed attack before the denial."""
    found = list(events)
    for mentions, event in zip(groups, events, strict=True):
        if event.type is not EventType.REJECT or not set(mentions[0].trigger.frame.words) & FALSE:
            continue
        before = [
            i
            for i, e in enumerate(found)
            if e.type is EventType.ASSAULT and e.trigger.start < event.trigger.start
        ]
        if before and found[before[-1]].says and found[before[-1]].certainty is Certainty.ASSERTED:
            latest = found[before[-1]]
            found[before[-1]] = replace(latest, certainty=Certainty.ALLEGED)
            found[found.index(event)] = replace(
                event, responds_to=tuple(dict.fromkeys((*event.responds_to, latest.id)))
            )
    return tuple(found)


def _answered(cast: Cast, mention: EventMention, by_token: dict[int, str]) -> list[str]:
    """The ids of events that stand as the object of a political act or in an answering phrase."""
    annotated = cast.annotated
    indexes = [i for p, i in obliques(annotated, mention.trigger.clause) if p in _ANSWERING]
    indexes += [j for i in list(indexes) for p, j in obliques(annotated, i) if p in {"to", "for"}]
    if mention.type in {EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT}:
        target = patient(annotated, mention.trigger.clause)
        indexes += [target] if target is not None else []
        indexes += [
            i for i in (list(annotated.subtree(target)) if target is not None else []) if i in by_token
        ]
    return [by_token[i] for i in indexes if i in by_token]
