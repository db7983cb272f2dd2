"""What one document says: events, tallies, responsibility, quotes and relations, each value with its span."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.document import Document, Span
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    Predicate,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Argument:
    """Somebody or something that plays a part.

    `mention` is where the text has it; `name` is the fullest name that the document gives it (the same as
    the mention's text unless a pronoun or a description was resolved); `ref` is its id in the actor registry.
    `rule` names the rule or model head that made it.
    """

    mention: Span
    name: str
    ref: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that plays a part: an argument with what the gazetteer knows. `lat`, `lon` in degrees (WGS 84)."""

    argument: Argument
    lat: float | None = None
    lon: float | None = None
    gazetteer_id: str | None = None
    country: str | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN

    @property
    def name(self) -> str:
        """The fullest name in the document."""
        return self.argument.name


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so; `cue` is the word that attributes ("said", "according to")."""

    speaker: Argument
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the document says happened, will, may, or did not; `says` has the outermost speaker last."""

    id: str
    type: EventType
    mode: Mode | None
    trigger: Span
    mentions: tuple[Span, ...]
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    weapons: tuple[Argument, ...] = ()
    places: tuple[Place, ...] = ()
    when: Interval | None = None
    killed: Count | None = None
    injured: Count | None = None
    certainty: Certainty = Certainty.ASSERTED
    says: tuple[Attribution, ...] = ()
    responds_to: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    score: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count claimed over several events or over a period."""

    id: str
    number: Count
    type: EventType | HarmType
    mode: Mode | None = None
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    places: tuple[Place, ...] = ()
    when: Interval | None = None
    says: tuple[Attribution, ...] = ()
    evidence: tuple[Span, ...] = ()
    score: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A speaker blames another, claims an event, or denies it; `events` are ids of this reading's events."""

    stance: Stance
    speaker: Argument
    accused: Argument
    events: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words: direct (between quotation marks, which the content leaves out) or indirect."""

    speaker: Argument | None
    cue: Span | None
    content: Span
    direct: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two actors or places."""

    subject: Argument
    predicate: Predicate
    object: Argument
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Misfit:
    """Two statements of one document that don't fit together, or a value that no sentence supports.

    `kind` is a short name, `message` a sentence for a person, `evidence` the sentences that disagree.
    """

    kind: str
    message: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What made a reading, so that a later one can be compared with it."""

    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one document says."""

    document: Document
    reader: Reader
    events: tuple[Event, ...] = ()
    tallies: tuple[Tally, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    quotes: tuple[Quote, ...] = ()
    relations: tuple[Relation, ...] = ()
    misfits: tuple[Misfit, ...] = field(default=())
