"""The reading as design.md and docs/reading.md give it, for OpenAPI; answers are made by `model.codec`."""

from __future__ import annotations

from pydantic import BaseModel

from dateline.api.shapes.incidents import SpanShape


class Ruled(BaseModel):
    """What names the rule that made it."""

    rule: str | None = None


class ArgumentShape(SpanShape, Ruled):
    """`text` is the fullest name in the document, the span the mention used; `ref` an id of the actor registry."""

    ref: str | None


class PlaceShape(ArgumentShape):
    """An argument with what the gazetteer knows."""

    lat: float | None
    lon: float | None
    gazetteer_id: str | None
    country: str | None
    precision: str


class IntervalShape(BaseModel):
    """The first and the last day."""

    start: str
    end: str
    precision: str
    span: SpanShape | None


class CountShape(BaseModel):
    """People as a range; `high` null is open."""

    low: int
    high: int | None
    span: SpanShape


class SaysShape(BaseModel):
    """Who says so."""

    speaker: ArgumentShape
    cue: SpanShape | None


class EventShape(Ruled):
    """One thing that the document says happened, will, may, or did not."""

    id: str
    type: str
    mode: str | None
    trigger: SpanShape
    mentions: list[SpanShape]
    actors: list[ArgumentShape]
    recipients: list[ArgumentShape]
    weapons: list[ArgumentShape]
    places: list[PlaceShape]
    when: IntervalShape | None
    killed: CountShape | None
    injured: CountShape | None
    certainty: str
    says: list[SaysShape]
    responds_to: list[str]
    evidence: list[SpanShape]
    score: float


class TallyClaimShape(Ruled):
    """A count claimed over several events or over a period."""

    id: str
    number: SpanShape
    type: str
    mode: str | None
    low: int
    high: int | None
    actors: list[ArgumentShape]
    recipients: list[ArgumentShape]
    places: list[PlaceShape]
    when: IntervalShape | None
    says: list[SaysShape]
    evidence: list[SpanShape]
    score: float


class ResponsibilityShape(BaseModel):
    """A speaker blames another, claims it, or denies it."""

    stance: str
    speaker: ArgumentShape
    accused: ArgumentShape
    events: list[str]
    evidence: list[SpanShape]


class QuoteShape(BaseModel):
    """Somebody's words."""

    speaker: ArgumentShape | None
    cue: SpanShape | None
    content: SpanShape
    direct: bool


class RelationClaimShape(BaseModel):
    """A lasting relation."""

    subject: ArgumentShape
    predicate: str
    object: ArgumentShape
    evidence: list[SpanShape]


class MisfitShape(BaseModel):
    """What does not fit inside the document."""

    kind: str
    message: str
    evidence: list[SpanShape]


class ReaderShape(BaseModel):
    """What read it."""

    version: str
    model: str


class ReadDocumentShape(BaseModel):
    """The document that was read."""

    id: str
    title: str
    outlet: str
    relays: list[str]
    published: str | None
    date_source: str
    url: str | None
    language: str
    text: str


class ReadingShape(BaseModel):
    """What one document says, each value with its span."""

    document: ReadDocumentShape
    events: list[EventShape]
    tallies: list[TallyClaimShape]
    responsibility: list[ResponsibilityShape]
    quotes: list[QuoteShape]
    relations: list[RelationClaimShape]
    misfits: list[MisfitShape]
    reader: ReaderShape
