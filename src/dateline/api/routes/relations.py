"""/relations: who is said to belong to, sponsor, fight or talk to whom, each edge with its sentences."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.analyse.relations import PREDICATES, Node
from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Words, plain
from dateline.api.desk import Desk
from dateline.api.fresh import FRESH
from dateline.api.graph import Relation, degrees
from dateline.api.shapes.actors import (
    SENTENCES,
    GraphShape,
    RelationShape,
    Sentences,
    actor_to_dict,
)
from dateline.api.taken import Names, Served
from dateline.errors import UnknownItem
from dateline.record import View

router = APIRouter(prefix="/relations", tags=["actors"])


@router.get("", dependencies=[FRESH], response_model=GraphShape)
def all_relations(
    desk: Served,
    reader: Reader,
    actor: Words = "",
    predicate: Annotated[list[str] | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=2_000)] = 500,
    names: Names = False,
) -> Any:
    """The relations that most documents tell of, with the actors at their ends; those of one actor, or of some kinds."""
    shown, asked = may_see_names(reader, names), plain("actor", actor)
    with desk.record.view() as view:
        found = [
            r
            for r in relations(desk, view)
            if (not asked or asked in (r.subject.id, r.object.id))
            and (not predicate or r.predicate in predicate)
        ]
        sentences = Sentences(view, shown)
        edges = [sentences.relation(r, SENTENCES) for r in found[:limit]]
        nodes = nodes_of(found[:limit], desk, view)
    return {"nodes": nodes, "edges": edges, "predicates": list(PREDICATES), "total": len(found)}


@router.get("/{id:path}", dependencies=[FRESH], response_model=RelationShape)
def one_relation(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One relation with all its sentences."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        found = next((r for r in relations(desk, view) if r.id == id), None)
        if found is None:
            raise UnknownItem(f"{id}: no such relation; GET /api/v1/relations lists them")
        return Sentences(view, shown).relation(found)


def relations(desk: Desk, view: View) -> list[Relation]:
    """All relations as the record has them now."""
    return desk.answers.get("relations", view.version(), lambda: desk.graph.relations(view))


def nodes_of(found: list[Relation], desk: Desk, view: View) -> list[dict[str, Any]]:
    """The actors at the ends of relations."""
    roles = desk.answers.get("parties", view.version(), view.parties)
    known = desk.answers.get("degrees", view.version(), lambda: degrees(relations(desk, view)))
    ends: dict[str, Node] = {node.id: node for r in found for node in (r.subject, r.object)}
    return [actor_to_dict(node, roles, known.get(key, 0)) for key, node in sorted(ends.items())]
