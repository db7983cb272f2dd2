"""JSON from outside in, the same JSON once its shape is right out, or an error that names the wrong field.

The shape is pydantic's to check; `dateline.model.decode` then builds the nouns. Loaded only when something
from outside is read, because the library takes a tenth of a second to load.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import MalformedSource
from dateline.model.document import DateSource
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    Predicate,
    Stance,
    TimePrecision,
)

Position = Annotated[int, Field(ge=0)]
Amount = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Name = Annotated[str, Field(min_length=1)]
# JSON has words where Python has members of a closed list, so these alone are converted.
AnEventType = Annotated[EventType, Field(strict=False)]
AHarmType = Annotated[HarmType, Field(strict=False)]
AMode = Annotated[Mode, Field(strict=False)]
ACertainty = Annotated[Certainty, Field(strict=False)]
ATimePrecision = Annotated[TimePrecision, Field(strict=False)]
APlacePrecision = Annotated[PlacePrecision, Field(strict=False)]
AStance = Annotated[Stance, Field(strict=False)]
APredicate = Annotated[Predicate, Field(strict=False)]
ADateSource = Annotated[DateSource, Field(strict=False)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Shape(BaseModel):
    """Base of all shapes: keys that this version doesn't know are ignored, values are not converted."""

    model_config = ConfigDict(extra="ignore", strict=True, use_enum_values=True)


class SpanShape(Shape):
    start: Position
    end: Position
    text: str


class ArgumentShape(Shape):
    start: Position
    end: Position
    text: str
    ref: str | None = None
    rule: str = ""


class PlaceShape(ArgumentShape):
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    gazetteer_id: str | None = None
    country: str | None = None
    precision: APlacePrecision = PlacePrecision.UNKNOWN


class IntervalShape(Shape):
    start: Day
    end: Day
    precision: ATimePrecision = TimePrecision.DAY
    span: SpanShape | None = None


class CountShape(Shape):
    low: Amount
    high: Amount | None = None
    span: SpanShape


class AttributionShape(Shape):
    speaker: ArgumentShape
    cue: SpanShape | None = None


class DocumentShape(Shape):
    id: Name
    text: str
    title: str | None = None
    outlet: str | None = None
    relays: list[str] | None = None
    published: str | None = None
    date_source: ADateSource | None = None
    url: str | None = None
    language: str | None = None


class ClaimShape(Shape):
    """What events and tallies share."""

    id: Name
    mode: AMode | None = None
    actors: list[ArgumentShape] = []
    recipients: list[ArgumentShape] = []
    places: list[PlaceShape] = []
    when: IntervalShape | None = None
    says: list[AttributionShape] = []
    evidence: list[SpanShape] = []
    score: Share = 1.0
    rule: str = ""


class EventShape(ClaimShape):
    type: AnEventType
    trigger: SpanShape
    mentions: Annotated[list[SpanShape], Field(min_length=1)] | None = None
    weapons: list[ArgumentShape] = []
    killed: CountShape | None = None
    injured: CountShape | None = None
    certainty: ACertainty = Certainty.ASSERTED
    responds_to: list[str] = []


class TallyShape(ClaimShape):
    type: AnEventType | AHarmType
    number: SpanShape
    low: Amount
    high: Amount | None = None


class ResponsibilityShape(Shape):
    stance: AStance
    speaker: ArgumentShape
    accused: ArgumentShape
    events: list[str] = []
    evidence: list[SpanShape] = []


class QuoteShape(Shape):
    speaker: ArgumentShape | None = None
    cue: SpanShape | None = None
    content: SpanShape
    direct: bool = True


class RelationShape(Shape):
    subject: ArgumentShape
    predicate: APredicate
    object: ArgumentShape
    evidence: list[SpanShape] = []


class MisfitShape(Shape):
    kind: Name
    message: str
    evidence: list[SpanShape] = []


class ReaderShape(Shape):
    version: str
    model: str


class ReadingShape(Shape):
    document: DocumentShape
    events: list[EventShape] = []
    tallies: list[TallyShape] = []
    responsibility: list[ResponsibilityShape] = []
    quotes: list[QuoteShape] = []
    relations: list[RelationShape] = []
    misfits: list[MisfitShape] = []
    reader: ReaderShape


def checked_reading(data: object) -> dict[str, Any]:
    """The data, once it has the shape of a reading. Raises MalformedSource with the first wrong field."""
    try:
        return ReadingShape.model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        problem = f"not a reading: {where}: {first['msg']}"
        raise MalformedSource(_name(data), problem, "docs/reading.md lists the fields") from error


def _name(data: object) -> str:
    document = data.get("document") if isinstance(data, dict) else None
    name = document.get("id") if isinstance(document, dict) else None
    return name if isinstance(name, str) and name else "reading"
