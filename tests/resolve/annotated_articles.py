"""Annotated articles -> reported events, as if a reader had read them without a fault.

In: an article in the form of the gold annotation. Out: its events (places by name only, without coordinates).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.model.document import Document, Span
from dateline.model.incident import ReportedEvent
from dateline.model.reading import Argument, Event, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, TimePrecision

Locate = Callable[[str], Place | None]


def article(path: Path) -> dict[str, Any]:
    """The annotation in a file."""
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def document(gold: dict[str, Any]) -> Document:
    """The article as received."""
    return Document(
        gold["id"],
        gold["text"],
        title=gold["title"],
        outlet=gold["outlet"],
        relays=tuple(gold["relays"]),
        published=datetime.fromisoformat(gold["published"]),
    )


def reported_events(gold: dict[str, Any]) -> list[ReportedEvent]:
    """All events that the annotation has, optional ones included."""
    received = document(gold)
    return [ReportedEvent(received, event(received, e), received.id) for e in gold["events"]]


def event(received: Document, gold: dict[str, Any]) -> Event:
    """One annotated event."""
    trigger = span(received, gold["anchor"])
    return Event(
        id=gold["id"],
        type=EventType(gold["type"]),
        mode=Mode(gold["mode"]) if gold["mode"] else None,
        trigger=trigger,
        mentions=(trigger,),
        actors=arguments(received, gold["actors"]),
        recipients=arguments(received, gold["recipients"]),
        weapons=arguments(received, gold["weapons"]),
        places=tuple(Place(a) for a in arguments(received, gold["places"])),
        when=interval(gold["when"]),
        killed=count(gold["killed"], trigger),
        injured=count(gold["injured"], trigger),
        certainty=Certainty(gold["certainty"]),
    )


def span(received: Document, text: str) -> Span:
    """Where the text has it, or the text's first character where it doesn't."""
    start = max(received.text.find(text), 0)
    return Span(start, start + len(text), text)


def arguments(received: Document, forms: list[list[str]]) -> tuple[Argument, ...]:
    """The first form of each."""
    return tuple(Argument(span(received, form[0]), form[0]) for form in forms)


def interval(gold: dict[str, str] | None) -> Interval | None:
    """Days as annotated; the precision follows from their number."""
    if gold is None:
        return None
    start, end = date.fromisoformat(gold["start"]), date.fromisoformat(gold["end"])
    days = (end - start).days + 1
    steps = ((1, TimePrecision.DAY), (10, TimePrecision.WEEK), (40, TimePrecision.MONTH))
    return Interval(start, end, next((p for most, p in steps if days <= most), TimePrecision.YEAR))


def count(gold: dict[str, Any] | None, where: Span) -> Count | None:
    """A toll as annotated."""
    return Count(gold["low"], gold["high"], where) if gold else None
