"""/actors: states, bodies, groups and offices that the record tells of; never a private person."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dateline.analyse.relations import Node
from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Words, plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after
from dateline.api.desk import Desk
from dateline.api.fresh import FRESH
from dateline.api.graph import degrees
from dateline.api.routes.relations import nodes_of, relations
from dateline.api.shapes.actors import SENTENCES, ActorDetail, ActorShape, Sentences, actor_to_dict
from dateline.api.shapes.incidents import summary
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served
from dateline.errors import UnknownItem
from dateline.knowledge.folding import fold
from dateline.knowledge.registry import Registry
from dateline.record import IncidentFilter, View

router = APIRouter(prefix="/actors", tags=["actors"])

LATEST = 20


@router.get("", dependencies=[FRESH], response_model=Listing[ActorShape])
def list_actors(desk: Served, reader: Reader, pages: Pages, q: Words = "") -> Any:
    """Actors by name; `q` are letters of it."""
    part, after = fold(plain("q", q)), key_after(pages.cursor, ("actors", q))
    with desk.record.view() as view:
        listed = desk.answers.get("actors", view.version(), lambda: _actors(desk, view))
    found = [a for a in listed if part in fold(a["name"])]
    rest = [a for a in found if after is None or _place(a) > after]
    more = cursor_at(_place(rest[pages.limit - 1]), ("actors", q)) if len(rest) > pages.limit else None
    return {"items": rest[: pages.limit], "next": more, "total": len(found)}


@router.get("/{id:path}", dependencies=[FRESH], response_model=ActorDetail)
def one_actor(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One actor: what is said of it, with sentences, and the latest incidents that it stands in."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        listed = desk.answers.get("actors", view.version(), lambda: _actors(desk, view))
        found = next((a for a in listed if a["id"] == id), None)
        if found is None:
            raise UnknownItem(f"{id}: the record tells of no such actor; GET /api/v1/actors lists them")
        actor = Registry.load().get(id)
        mine = [r for r in relations(desk, view) if id in (r.subject.id, r.object.id)]
        sentences = Sentences(view, shown)
        latest = view.page(IncidentFilter(actor=id if actor else found["name"]), LATEST).incidents
        return {
            **found,
            "aliases": list(actor.aliases) if actor else [],
            "source": actor.source if actor else None,
            "edges": [sentences.relation(r, SENTENCES) for r in mine[:500]],
            "nodes": nodes_of(mine[:500], desk, view),
            "incidents": [summary(i, shown) for i in latest],
        }


def _actors(desk: Desk, view: View) -> list[dict[str, Any]]:
    """Every actor that an incident or a relation names, by name."""
    roles, found = view.parties(), relations(desk, view)
    nodes = {node.id: node for r in found for node in (r.subject, r.object)}
    registry = Registry.load()
    for ref in roles:
        actor = registry.get(ref)
        nodes.setdefault(ref, Node(ref, actor.name if actor else ref))
    known = degrees(found)
    listed = (actor_to_dict(node, roles, known.get(key, 0)) for key, node in nodes.items())
    return sorted(listed, key=_place)


def _place(actor: dict[str, Any]) -> str:
    return f"{fold(actor['name'])}\x1f{actor['id']}"
