"""/actors: states, bodies, groups and offices that the record tells of; never a private person."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Words, plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after
from dateline.api.fresh import FRESH
from dateline.api.routes.relations import nodes_of
from dateline.api.shapes.actors import SENTENCES, ActorDetail, ActorShape, Sentences, actor_to_dict
from dateline.api.shapes.incidents import summary
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served
from dateline.errors import UnknownItem
from dateline.knowledge.folding import fold
from dateline.knowledge.registry import Registry
from dateline.record import IncidentFilter

router = APIRouter(prefix="/actors", tags=["actors"])

LATEST, MOST = 20, 500
"""Incidents and relations of one actor."""

BETWEEN = "\x1f"
"""Stands between the parts of a place in the order (ASCII's unit separator)."""


@router.get("", dependencies=[FRESH], response_model=Listing[ActorShape])
def list_actors(desk: Served, reader: Reader, pages: Pages, q: Words = "") -> Any:
    """Actors by name; `q` are letters of it."""
    part, after = fold(plain("q", q)), key_after(pages.cursor, ("actors", q))
    with desk.record.view() as view:
        found = view.actors(part, pages.limit + 1, _place(after) if after else None)
        total = view.count_actors(part)
    last = found[pages.limit - 1].place if len(found) > pages.limit else None
    more = cursor_at(BETWEEN.join(last), ("actors", q)) if last else None
    return {"items": list(map(actor_to_dict, found[: pages.limit])), "next": more, "total": total}


@router.get("/{id:path}", dependencies=[FRESH], response_model=ActorDetail)
def one_actor(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One actor: what is said of it, with sentences, and the latest incidents that it stands in."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        found = next(iter(view.actors_by_id([id])), None)
        if found is None:
            raise UnknownItem(f"{id}: the record tells of no such actor; GET /api/v1/actors lists them")
        actor, mine = Registry.load().get(id), view.relations(id, limit=MOST)
        sentences = Sentences(view, shown)
        latest = view.page(IncidentFilter(actor=id if actor else found.name), LATEST).incidents
        return {
            **actor_to_dict(found),
            "aliases": list(actor.aliases) if actor else [],
            "source": actor.source if actor else None,
            "edges": [sentences.relation(r, SENTENCES) for r in mine],
            "nodes": nodes_of(mine, view),
            "incidents": [summary(i, shown) for i in latest],
        }


def _place(after: str) -> tuple[str, str]:
    folded, _, id = after.rpartition(BETWEEN)
    return folded, id
