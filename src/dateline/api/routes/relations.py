"""/relations: who is said to belong to, sponsor, fight or talk to whom, each edge with its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Words, plain
from dateline.api.fresh import FRESH
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
from dateline.record.actor_questions import RelationLine
from dateline.resolve.relations import PREDICATES

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
    shown, asked, wanted = may_see_names(reader, names), plain("actor", actor), predicate or ()
    with desk.record.view() as view:
        found, sentences = view.relations(asked, wanted, limit), Sentences(view, shown)
        return {
            "nodes": nodes_of(found, view),
            "edges": [sentences.relation(r, SENTENCES) for r in found],
            "predicates": list(PREDICATES),
            "total": view.count_relations(asked, wanted),
        }


@router.get("/{id:path}", dependencies=[FRESH], response_model=RelationShape)
def one_relation(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One relation with all its sentences."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        found = view.relation(id)
        if found is None:
            raise UnknownItem(f"{id}: no such relation; GET /api/v1/relations lists them")
        return Sentences(view, shown).relation(found)


def nodes_of(found: Iterable[RelationLine], view: View) -> list[dict[str, Any]]:
    """The actors at the ends of relations."""
    ends = {end for r in found for end in (r.subject, r.object)}
    return [actor_to_dict(line) for line in view.actors_by_id(ends)]
