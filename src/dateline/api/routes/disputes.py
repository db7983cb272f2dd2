"""/disputes: what partners say of our incidents and we of their objects; and saying something to a partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Reader, Sharer
from dateline.api.fresh import FRESH
from dateline.api.noting import note
from dateline.api.routes.judgements import Item, Text
from dateline.api.shapes.inbound import SaidsShape
from dateline.api.shapes.incidents import summary
from dateline.api.taken import Served
from dateline.errors import UsageError
from dateline.model.incident import Report
from dateline.model.partner import Partner
from dateline.model.reply import Opinion
from dateline.record import View
from dateline.record.exchange import REPLIED
from dateline.record.exchange_log import Lines
from dateline.share.receive.opinions import said_by, theirs
from dateline.share.release.ids import Ids

router = APIRouter(tags=["sharing"])


class NewReply(BaseModel):
    """An opinion on an object of a partner's, or a question about it where there is no opinion."""

    model_config = ConfigDict(extra="forbid")

    object: Annotated[Item, Field(max_length=300)]
    opinion: Opinion | None = None
    text: Text = ""


@router.get("/disputes", dependencies=[FRESH], response_model=SaidsShape)
def list_disputes(desk: Served, reader: Reader) -> Any:
    """Opinions and questions of both sides, the newest first."""
    with desk.record.view() as view:
        version = (view.version(), view.exchange().state())
        return desk.answers.get("disputes", version, lambda: {"items": _all(view)})


@router.post("/partners/{id}/replies", status_code=204)
def reply(request: Request, desk: Served, person: Sharer, id: str, new: NewReply) -> None:
    """Say something to a partner about an object that came from it; the next release tells it, and nobody else."""
    if new.opinion is None and not new.text.strip():
        raise UsageError("text: it is empty; ask something, or give an opinion")
    with desk.record.writer(person.name) as writer:
        writer.exchange().reply(id, new.object, new.opinion, new.text)
    note(request, person, "replied to a partner", id, object=new.object)


def _all(view: View) -> list[dict[str, Any]]:
    partners = view.exchange().partners()
    found = [said for partner in partners for said in (*_by_them(view, partner), *_by_us(view, partner))]
    return sorted(found, key=lambda said: str(said["at"]), reverse=True)


def _by_them(view: View, partner: Partner) -> Iterator[dict[str, Any]]:
    exchange = view.exchange()
    secret, found = exchange.secret(), list(said_by(exchange, partner.id))
    if secret is None or not found:
        return
    ours = _ours(view, Ids(secret, partner.id), {r for about in found for r in about.reports})
    for about in found:
        key = next((ours[r] for r in sorted(about.reports) if r in ours), None)
        said = about.said
        yield {
            "partner": partner.id,
            "by_us": False,
            "kind": said.kind,
            "level": said.level,
            "text": said.text,
            "at": said.at,
            "id": about.id,
            "object": about.object,
            "incident": key,
            "title": summary(view.incident(key), False)["title"] if key else None,
        }


def _ours(view: View, ids: Ids, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The incidents of ours behind reports that a partner knows."""
    documents = {document for document, _ in wanted}
    own = [document.id for document in view.documents() if ids.of("document", document.id) in documents]
    of = view.memberships_of(own)
    return {theirs(ids, Report(r.document, r.event)): key for r, key in of.items()}


def _by_us(view: View, partner: Partner) -> Iterator[dict[str, Any]]:
    exchange = view.exchange()
    entries = list(exchange.log(Lines(partner.id, REPLIED)))
    objects = exchange.newest_received(partner.id, [entry.item for entry in entries])
    for entry in entries:
        opinion = entry.detail["opinion"]
        yield {
            "partner": partner.id,
            "by_us": True,
            "kind": "opinion" if opinion else "question",
            "level": opinion,
            "text": entry.detail["text"],
            "at": entry.at.isoformat(),
            "id": None,
            "object": entry.item,
            "incident": None,
            "title": str(objects.get(entry.item, {}).get("name") or "") or None,
        }
