"""Actors and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from dateline.analyse.relations import Node, Saying
from dateline.api.graph import Relation, documents_of
from dateline.api.shapes.incidents import IncidentSummary, SpanShape
from dateline.knowledge.registry import Registry
from dateline.model import encode
from dateline.record import View
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


def actor_to_dict(node: Node, roles: Mapping[str, Mapping[str, int]], relations: int) -> dict[str, Any]:
    """An actor as JSON values; `roles` are the numbers of incidents by id and role."""
    actor = Registry.load().get(node.id)
    counts = roles.get(node.id, {})
    return {
        "id": node.id,
        "name": node.name,
        "kind": actor.kind if actor else None,
        "country": actor.country if actor else None,
        "sector": actor.sector if actor else None,
        "incidents_as_actor": counts.get("actor", 0),
        "incidents_as_recipient": counts.get("recipient", 0),
        "relations": relations,
    }


class Sentences:
    """Turns sayings into JSON, each document looked up once."""

    def __init__(self, view: View, names: bool) -> None:
        self._view, self._names = view, names
        self._known: dict[str, tuple[dict[str, Any], Masker]] = {}

    def relation(self, relation: Relation, most: int | None = None) -> dict[str, Any]:
        """A relation with up to so many sentences, one of each document first."""
        return {
            "id": relation.id,
            "subject": relation.subject.id,
            "predicate": relation.predicate,
            "object": relation.object.id,
            "sayings": len(relation.sayings),
            "documents": documents_of(relation),
            "sentences": [self.saying(saying) for saying in _spread(relation.sayings)[:most]],
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


def _spread(sayings: Iterable[Saying]) -> list[Saying]:
    """The first saying of each document, then the others."""
    listed, seen = list(sayings), set[str]()
    first = [s for s in listed if s.document not in seen and not seen.add(s.document)]  # type: ignore[func-returns-value]
    return first + [s for s in listed if s not in first]
