"""Actors and what is said of them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from dateline.api.shapes.incidents import IncidentSummary, SpanShape
from dateline.knowledge.registry import Registry
from dateline.model import encode
from dateline.record import View
from dateline.record.actor_questions import ActorLine, RelationLine
from dateline.resolve.relations import Saying
from dateline.share.masking import Masker

SENTENCES = 3
"""Sentences of a relation in a list; its own page has all."""


class ActorShape(BaseModel):
    """An actor. `kind`, `country` and `sector` are the registry's, null for one that it doesn't hold."""

    id: str
    name: str
    kind: str | None
    country: str | None
    sector: str | None
    incidents_as_actor: int
    incidents_as_recipient: int
    relations: int


class SayingShape(BaseModel):
    """A sentence that says so."""

    document: str
    event: str | None
    title: str
    outlet: str
    published: str | None
    speakers: list[str]
    certainty: str
    sentence: SpanShape


class RelationShape(BaseModel):
    """One actor said to stand in a relation to another; `sentences` may be some of `sayings`."""

    id: str
    subject: str
    predicate: str
    object: str
    sayings: int
    documents: int
    sentences: list[SayingShape]


class GraphShape(BaseModel):
    """Relations with the actors at their ends."""

    nodes: list[ActorShape]
    edges: list[RelationShape]
    predicates: list[str]
    total: int


class ActorDetail(ActorShape):
    """An actor with what is said of it and the latest incidents that it stands in."""

    aliases: list[str]
    source: str | None
    edges: list[RelationShape]
    nodes: list[ActorShape]
    incidents: list[IncidentSummary]


def actor_to_dict(line: ActorLine) -> dict[str, Any]:
    """An actor as JSON values."""
    actor = Registry.load().get(line.id)
    return {
        "id": line.id,
        "name": line.name,
        "kind": actor.kind if actor else None,
        "country": actor.country if actor else None,
        "sector": actor.sector if actor else None,
        "incidents_as_actor": line.as_actor,
        "incidents_as_recipient": line.as_recipient,
        "relations": line.relations,
    }


class Sentences:
    """Turns sayings into JSON, each document looked up once."""

    def __init__(self, view: View, names: bool) -> None:
        self._view, self._names = view, names
        self._known: dict[str, tuple[dict[str, Any], Masker]] = {}

    def relation(self, relation: RelationLine, most: int | None = None) -> dict[str, Any]:
        """A relation with up to so many sentences, one of each document first."""
        return {
            "id": relation.id,
            "subject": relation.subject,
            "predicate": relation.predicate,
            "object": relation.object,
            "sayings": relation.sayings,
            "documents": relation.documents,
            "sentences": [self.saying(saying) for saying in self._view.sayings(relation, most)],
        }

    def saying(self, saying: Saying) -> dict[str, Any]:
        """A sentence with its document."""
        about, masker = self._document(saying.document)
        return {
            "document": saying.document,
            "event": saying.event,
            **about,
            "speakers": [masker.name(name) for name in saying.speakers],
            "certainty": saying.certainty,
            "sentence": {**encode.span(saying.sentence), "text": masker.text(saying.sentence.text)},
        }

    def _document(self, key: str) -> tuple[dict[str, Any], Masker]:
        if key not in self._known:
            reading = self._view.reading(key)
            masker = Masker(()) if self._names else Masker.of(reading)
            document = reading.document
            published = document.published.isoformat() if document.published else None
            about = {"title": masker.text(document.title), "outlet": document.outlet, "published": published}
            self._known[key] = about, masker
        return self._known[key]
