"""Incidents as lists, maps and pages show them; names of private persons are masked unless they are asked for."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from dateline.analyse.titles import title
from dateline.model import encode
from dateline.model.incident import Incident, Toll
from dateline.model.precision import located
from dateline.resolve.doubts import SURE
from dateline.resolve.profile import RADIUS
from dateline.share.private_persons import shown, shown_place


class WhenShape(BaseModel):
    """The first and the last day, and how precisely they were said; `text` are the words that say so."""

    start: str
    end: str
    precision: str
    text: str | None = None


class WhereShape(BaseModel):
    """The finest place that has coordinates; the incident was within `radius_km` of the point."""

    name: str
    lat: float | None
    lon: float | None
    precision: str
    radius_km: float
    country: str | None


class TollShape(BaseModel):
    """Harm over all reports: `best` is the current value; `high` null is open."""

    low: int
    best: int
    high: int | None


class IncidentSummary(BaseModel):
    """An incident in a list. `score` is that of its weakest link, null for a single report."""

    id: str
    title: str
    type: str
    mode: str | None
    when: WhenShape | None
    where: WhereShape | None
    places: list[str]
    actors: list[str]
    recipients: list[str]
    weapons: list[str]
    killed: TollShape | None
    injured: TollShape | None
    certainty: str
    reports: int
    origins: int
    outlets: list[str]
    score: float | None
    disputed: list[str]
    needs_review: bool


class ReportShape(BaseModel):
    """One event of one document."""

    document: str
    event: str


class SpanShape(BaseModel):
    """Code points of the document's text, `end` exclusive."""

    start: int
    end: int
    text: str


class ContextShape(BaseModel):
    """The text before and after a sentence, as much as a reader needs to judge it."""

    before: str
    after: str


class ClaimShape(BaseModel):
    """A report's value of a field. `counts` is false where a later report of the same origin replaced it.

    `partner` is whom it came through, null for what is our own.
    """

    field: str
    value: Any
    document: str
    event: str
    title: str
    outlet: str
    origin: str
    published: str | None
    url: str | None
    speakers: list[str]
    sentence: SpanShape | None
    context: ContextShape | None
    counts: bool
    partner: str | None = None


class FieldShape(BaseModel):
    """A field's current value, the rule that chose it, what people said of it, and every claim.

    The value of `when` is {start, end}, of `killed` and `injured` {low, best, high}, of `mode` and `certainty` a word, of
    parties, places and weapons a list of names.
    """

    field: str
    value: Any
    rule: str | None
    judgement: int | None
    disputed: bool
    conflict: bool
    claims: list[ClaimShape]


class StepShape(BaseModel):
    """A toll as it was first given at one time."""

    published: str | None
    low: int
    high: int | None
    document: str
    event: str
    outlet: str


class LinkShape(BaseModel):
    """Why two reports were held to tell of the same happening."""

    left: ReportShape
    right: ReportShape
    score: float
    reasons: list[str]


class DocumentLine(BaseModel):
    """A document as it stands beside an incident."""

    id: str
    title: str
    outlet: str
    published: str | None
    url: str | None
    relays: list[str]
    events: list[str]


class RetractedShape(ReportShape):
    """A report that no longer counts."""

    judgement: int


class PartnerSays(BaseModel):
    """What a partner says of an incident: an opinion with its level, or a question."""

    partner: str
    kind: str
    level: str | None
    text: str
    at: str


class IncidentDetail(IncidentSummary):
    """An incident with everything that stands behind it."""

    fields: list[FieldShape]
    members: list[ReportShape]
    documents: list[DocumentLine]
    tolls: dict[str, list[StepShape]]
    links: list[LinkShape]
    conflicts: list[str]
    judgements: list[dict[str, Any]]
    retracted: list[RetractedShape]
    former_ids: list[str]
    partners_say: list[PartnerSays]


class PointColumns(BaseModel):
    """Columns of equal length, one row for each incident, latest first and undated last.

    `start` and `end` are days since 1970-01-01, null for undated ones. `mode`, `type`, `precision` and `title_place` index
    `modes`, `types`, `precisions` and `places`; null where none is told. `killed` and `injured` are the best values.
    """

    ids: list[str]
    lat: list[float | None]
    lon: list[float | None]
    precision: list[int | None]
    precisions: list[str]
    radius_km: list[float]
    start: list[int | None]
    end: list[int | None]
    mode: list[int | None]
    modes: list[str]
    type: list[int]
    types: list[str]
    killed: list[int | None]
    injured: list[int | None]
    title_place: list[int | None]
    places: list[str]


def summary(incident: Incident, names: bool) -> dict[str, Any]:
    """An incident as it stands in a list."""
    place = located(incident.places) or next(iter(incident.places), None)
    heading = shown_place(incident.places[0], names) if incident.places else None
    score = min((link.score for link in incident.links), default=None)
    return {
        "id": incident.id,
        "title": title(incident, heading),
        "type": incident.type.value,
        "mode": incident.mode.value if incident.mode else None,
        "when": _when(incident),
        "where": {
            "name": shown_place(place, names),
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision.value,
            "radius_km": RADIUS[place.precision],
            "country": place.country,
        }
        if place
        else None,
        "places": [shown_place(p, names) for p in incident.places],
        "actors": list(shown(incident.actors, incident, names)),
        "recipients": list(shown(incident.recipients, incident, names)),
        "weapons": [w.name for w in incident.weapons],
        "killed": toll(incident.killed),
        "injured": toll(incident.injured),
        "certainty": incident.certainty.value,
        "reports": len(incident.reports),
        "origins": incident.origins,
        "outlets": list(incident.outlets),
        "score": score,
        "disputed": list(incident.disputed),
        "needs_review": bool(incident.disputed) or (score is not None and score < SURE),
    }


def toll(told: Toll | None) -> dict[str, int | None] | None:
    """A toll as JSON values."""
    return {"low": told.low, "best": told.best, "high": told.high} if told else None


def _when(incident: Incident) -> dict[str, Any] | None:
    told = encode.interval(incident.when)
    if told is None:
        return None
    span = told.pop("span")
    return {**told, "text": span["text"] if span else None}
