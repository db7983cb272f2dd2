"""Nouns of a reading in, dictionaries of plain JSON values out, key by key as docs/reading.md lists them.

Written by hand rather than derived from the classes: the JSON is a contract with other people's scripts and
must not change when a class does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.model.document import Document, Span
from dateline.model.reading import (
    Argument,
    Attribution,
    Event,
    Misfit,
    Place,
    Quote,
    Relation,
    Responsibility,
    Tally,
)
from dateline.model.values import Count, Interval

JSONObject = dict[str, Any]


def document(item: Document) -> JSONObject:
    """The document; where it came from (`origin`) stays behind, as it may be a private path."""
    return {
        "id": item.id,
        "title": item.title,
        "outlet": item.outlet,
        "relays": list(item.relays),
        "published": item.published.isoformat() if item.published else None,
        "date_source": item.date_source.value,
        "url": item.url,
        "language": item.language,
        "text": item.text,
    }


def span(item: Span) -> JSONObject:
    """Start, end (exclusive) and text."""
    return {"start": item.start, "end": item.end, "text": item.text}


def maybe_span(item: Span | None) -> JSONObject | None:
    """A span, or null."""
    return span(item) if item else None


def spans(items: Iterable[Span]) -> list[JSONObject]:
    """Spans in their order."""
    return [span(item) for item in items]


def count(item: Count | None) -> JSONObject | None:
    """A range of people with the words that give it; null when nothing is said."""
    return {"low": item.low, "high": item.high, "span": span(item.span)} if item else None


def interval(item: Interval | None) -> JSONObject | None:
    """The first and the last day, the precision and the expression."""
    if item is None:
        return None
    return {
        "start": item.start.isoformat(),
        "end": item.end.isoformat(),
        "precision": item.precision.value,
        "span": maybe_span(item.span),
    }


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes whatever holds arguments; `explain` adds the rule, `detached` the mention's own words.

    A detached argument has left its document (as in an incident, which draws on several), so that the words
    of its mention can't be looked up again.
    """

    explain: bool = False
    detached: bool = False

    def argument(self, item: Argument) -> JSONObject:
        """The place of the mention, and the fullest name as its text."""
        made = {"start": item.mention.start, "end": item.mention.end, "text": item.name, "ref": item.ref}
        if self.detached:
            made["mention"] = item.mention.text
        return made | self._rule(item.rule)

    def arguments(self, items: Iterable[Argument]) -> list[JSONObject]:
        """Arguments in their order."""
        return [self.argument(item) for item in items]

    def place(self, item: Place) -> JSONObject:
        """An argument with what the gazetteer knows."""
        return self.argument(item.argument) | {
            "lat": item.lat,
            "lon": item.lon,
            "gazetteer_id": item.gazetteer_id,
            "country": item.country,
            "precision": item.precision.value,
        }

    def places(self, items: Iterable[Place]) -> list[JSONObject]:
        """Places in their order."""
        return [self.place(item) for item in items]

    def says(self, items: Iterable[Attribution]) -> list[JSONObject]:
        """Speakers with their cues, the outermost last."""
        return [{"speaker": self.argument(item.speaker), "cue": maybe_span(item.cue)} for item in items]

    def event(self, item: Event) -> JSONObject:
        """One event."""
        return {
            "id": item.id,
            "type": item.type.value,
            "mode": item.mode.value if item.mode else None,
            "trigger": span(item.trigger),
            "mentions": spans(item.mentions),
            "actors": self.arguments(item.actors),
            "recipients": self.arguments(item.recipients),
            "weapons": self.arguments(item.weapons),
            "places": self.places(item.places),
            "when": interval(item.when),
            "killed": count(item.killed),
            "injured": count(item.injured),
            "certainty": item.certainty.value,
            "says": self.says(item.says),
            "responds_to": list(item.responds_to),
            "evidence": spans(item.evidence),
            "score": item.score,
        } | self._rule(item.rule)

    def tally(self, item: Tally) -> JSONObject:
        """One tally: the number's words apart from its range."""
        return {
            "id": item.id,
            "number": span(item.number.span),
            "type": item.type.value,
            "mode": item.mode.value if item.mode else None,
            "low": item.number.low,
            "high": item.number.high,
            "actors": self.arguments(item.actors),
            "recipients": self.arguments(item.recipients),
            "places": self.places(item.places),
            "when": interval(item.when),
            "says": self.says(item.says),
            "evidence": spans(item.evidence),
            "score": item.score,
        } | self._rule(item.rule)

    def responsibility(self, item: Responsibility) -> JSONObject:
        """Who blames, claims or denies."""
        return {
            "stance": item.stance.value,
            "speaker": self.argument(item.speaker),
            "accused": self.argument(item.accused),
            "events": list(item.events),
            "evidence": spans(item.evidence),
        }

    def quote(self, item: Quote) -> JSONObject:
        """Somebody's words."""
        return {
            "speaker": self.argument(item.speaker) if item.speaker else None,
            "cue": maybe_span(item.cue),
            "content": span(item.content),
            "direct": item.direct,
        }

    def relation(self, item: Relation) -> JSONObject:
        """A lasting relation."""
        return {
            "subject": self.argument(item.subject),
            "predicate": item.predicate.value,
            "object": self.argument(item.object),
            "evidence": spans(item.evidence),
        }

    def misfit(self, item: Misfit) -> JSONObject:
        """What does not fit inside the document."""
        return {"kind": item.kind, "message": item.message, "evidence": spans(item.evidence)}

    def _rule(self, rule: str) -> JSONObject:
        return {"rule": rule} if self.explain and rule else {}
