"""Dictionaries of JSON values in, nouns of a reading out: the reverse of `dateline.model.encode`.

It trusts the shape, because `dateline.model.schema` has checked what came from outside and the record reads
only what it wrote. A value out of its closed list or range still raises ValueError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from dateline.model.document import DateSource, Document, Span, aware
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
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    Predicate,
    Stance,
    TallyType,
    TimePrecision,
)

JSONMapping = Mapping[str, Any]
Made = TypeVar("Made")

PEOPLE = frozenset(item.value for item in HarmType)


def each(make: Callable[[Any], Made], items: Sequence[Any] | None) -> tuple[Made, ...]:
    """What `make` makes of every item; nothing where the list is missing."""
    return tuple([make(item) for item in items or ()])


def maybe(make: Callable[[Any], Made], item: Any) -> Made | None:
    """What `make` makes of the item, or None of null."""
    return None if item is None else make(item)


def document(data: JSONMapping) -> Document:
    """The document of a reading; a date whose source isn't said counts as given."""
    published = data.get("published")
    source = data.get("date_source") or (DateSource.GIVEN if published else DateSource.UNKNOWN)
    return Document(
        id=data["id"],
        text=data["text"],
        title=data.get("title") or "",
        outlet=data.get("outlet") or "",
        relays=tuple(data.get("relays") or ()),
        published=aware(datetime.fromisoformat(published)) if published else None,
        date_source=DateSource(source),
        url=data.get("url"),
        language=data.get("language") or "en",
    )


def span(data: JSONMapping) -> Span:
    """A span with its own text."""
    return Span(data["start"], data["end"], data["text"])


def count(data: JSONMapping) -> Count:
    """A range with its words."""
    return Count(data["low"], data.get("high"), span(data["span"]))


def interval(data: JSONMapping) -> Interval:
    """Two days, both included."""
    start, end = date.fromisoformat(data["start"]), date.fromisoformat(data["end"])
    precision = TimePrecision(data.get("precision") or TimePrecision.DAY)
    return Interval(start, end, precision, maybe(span, data.get("span")))


def mode(data: JSONMapping) -> Mode | None:
    """How an assault was done."""
    return maybe(Mode, data.get("mode"))


def tally_type(value: str) -> TallyType:
    """What a tally counts: events of a type, or people."""
    return HarmType(value) if value in PEOPLE else EventType(value)


@dataclass(frozen=True, slots=True)
class Decoder:
    """Decodes whatever holds arguments; `text` is the document's, or None for arguments that left it."""

    text: str | None

    def argument(self, data: JSONMapping) -> Argument:
        """The mention with the document's own characters, and the fullest name."""
        start, end = data["start"], data["end"]
        words = data.get("mention", data["text"]) if self.text is None else self.text[start:end]
        return Argument(Span(start, end, words), data["text"], data.get("ref"), data.get("rule", ""))

    def place(self, data: JSONMapping) -> Place:
        """An argument with what the gazetteer knew."""
        return Place(
            self.argument(data),
            lat=data.get("lat"),
            lon=data.get("lon"),
            gazetteer_id=data.get("gazetteer_id"),
            country=data.get("country"),
            precision=PlacePrecision(data.get("precision") or PlacePrecision.UNKNOWN),
        )

    def attribution(self, data: JSONMapping) -> Attribution:
        """A speaker with the cue."""
        return Attribution(self.argument(data["speaker"]), maybe(span, data.get("cue")))

    def event(self, data: JSONMapping) -> Event:
        """One event; where no mentions are listed, its trigger is the only one."""
        trigger, mentions = span(data["trigger"]), data.get("mentions")
        return Event(
            id=data["id"],
            type=EventType(data["type"]),
            mode=mode(data),
            trigger=trigger,
            mentions=(trigger,) if mentions is None else each(span, mentions),
            actors=each(self.argument, data.get("actors")),
            recipients=each(self.argument, data.get("recipients")),
            weapons=each(self.argument, data.get("weapons")),
            places=each(self.place, data.get("places")),
            when=maybe(interval, data.get("when")),
            killed=maybe(count, data.get("killed")),
            injured=maybe(count, data.get("injured")),
            certainty=Certainty(data.get("certainty") or Certainty.ASSERTED),
            says=each(self.attribution, data.get("says")),
            responds_to=tuple(data.get("responds_to") or ()),
            evidence=each(span, data.get("evidence")),
            score=data.get("score", 1.0),
            rule=data.get("rule", ""),
        )

    def tally(self, data: JSONMapping) -> Tally:
        """One tally."""
        return Tally(
            id=data["id"],
            number=Count(data["low"], data.get("high"), span(data["number"])),
            type=tally_type(data["type"]),
            mode=mode(data),
            actors=each(self.argument, data.get("actors")),
            recipients=each(self.argument, data.get("recipients")),
            places=each(self.place, data.get("places")),
            when=maybe(interval, data.get("when")),
            says=each(self.attribution, data.get("says")),
            evidence=each(span, data.get("evidence")),
            score=data.get("score", 1.0),
            rule=data.get("rule", ""),
        )

    def responsibility(self, data: JSONMapping) -> Responsibility:
        """Who blames, claims or denies."""
        return Responsibility(
            Stance(data["stance"]),
            self.argument(data["speaker"]),
            self.argument(data["accused"]),
            tuple(data.get("events") or ()),
            each(span, data.get("evidence")),
        )

    def quote(self, data: JSONMapping) -> Quote:
        """Somebody's words."""
        speaker, cue = maybe(self.argument, data.get("speaker")), maybe(span, data.get("cue"))
        return Quote(speaker, cue, span(data["content"]), data.get("direct", True))

    def relation(self, data: JSONMapping) -> Relation:
        """A lasting relation."""
        return Relation(
            self.argument(data["subject"]),
            Predicate(data["predicate"]),
            self.argument(data["object"]),
            each(span, data.get("evidence")),
        )


def misfit(data: JSONMapping) -> Misfit:
    """What does not fit inside the document."""
    return Misfit(data["kind"], data["message"], each(span, data.get("evidence")))
