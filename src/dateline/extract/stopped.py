"""Weapons that were shot down or intercepted: attacks of their own, on the day and at the place of those beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.mention import EventMention
from dateline.model.reading import Event
from dateline.model.vocabulary import EventType


def is_stopped(mentions: Sequence[EventMention]) -> bool:
    """Whether a group of mentions tells of a weapon that was stopped."""
    return "end" in mentions[0].trigger.frame.flags


def with_stopped(groups: Sequence[Sequence[EventMention]], events: Sequence[Event]) -> list[Event]:
    """The events, those of stopped weapons with the time, place and mode of the attack told of before them."""
    found: list[Event] = []
    last: Event | None = None
    for mentions, event in zip(groups, events, strict=True):
        if is_stopped(mentions) and last is not None:
            event = replace(
                event,
                when=event.when or last.when,
                places=event.places or last.places,
                mode=last.mode or event.mode,
            )
        elif event.type is EventType.ASSAULT:
            last = event
        found.append(event)
    return found
