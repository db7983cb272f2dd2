"""/partners/{id}/releases: what was given and taken back, giving and taking back, and what the partner confirmed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Releaser, Sharer
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.fresh import FRESH
from dateline.api.noting import note
from dateline.api.routes.judgements import Item, Reason, Text
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.sharing import (
    ConfirmedReleases,
    MadeRelease,
    NewAcknowledgement,
    ReleaseShape,
    changes,
    release_to_dict,
)
from dateline.api.taken import Pages, Served
from dateline.errors import UsageError
from dateline.record.exchange import US
from dateline.record.store import now
from dateline.share.acknowledging import take_acknowledgement
from dateline.share.receive import Delivery
from dateline.share.release import acts
from dateline.share.release.offers import INCIDENTS
from dateline.share.stix.versions import STIX

router = APIRouter(prefix="/partners/{id}/releases", tags=["sharing"])


class NewRelease(BaseModel):
    """Giving a partner what it may have now; with `take_back`, taking documents back from it.

    `state` is that of the preview that was looked at: where the record has changed since, nothing is given (409). `again` are
    documents that were taken back and are given again.
    """

    model_config = ConfigDict(extra="forbid")

    reason: Text
    state: Annotated[str | None, Field(pattern=r"^\d{1,12}(-\d{1,12}){2}$")] = None
    take_back: Annotated[list[Item], Field(max_length=1_000)] = []
    again: Annotated[list[Item], Field(max_length=1_000)] = []


@router.get("", dependencies=[FRESH], response_model=Listing[ReleaseShape])
def list_releases(desk: Served, person: Sharer, id: str, pages: Pages) -> Any:
    """The acts of release to a partner, newest first, and which of them it acknowledged."""
    question = ("releases", id)
    before = number_after(pages.cursor, question)
    with desk.record.view() as view:
        exchange = view.exchange()
        exchange.partner(id)
        made, confirmed = exchange.releases(id), acts.acknowledgements(exchange, id)
    rest = [r for r in reversed(made) if before is None or r.number < before]
    items = [release_to_dict(r, confirmed.get(r.number)) for r in rest[: pages.limit]]
    more = cursor_at(rest[pages.limit - 1].number, question) if len(rest) > pages.limit else None
    return {"items": items, "next": more, "total": len(made)}


@router.post("", status_code=201, response_model=MadeRelease)
def release(request: Request, desk: Served, person: Releaser, id: str, new: NewRelease) -> Any:
    """Bring a partner up to date. Once it has fetched something, it can be taken back, but not made unknown."""
    if not new.reason.strip():
        raise UsageError("reason: it is empty; say why, for those who come after you")
    if id == US:
        raise UsageError(f"{US} stands for yourselves; name a partner")
    action = acts.RETRACTED if new.take_back else acts.APPROVED
    seen = tuple(map(int, new.state.split("-"))) if new.state else None
    act = acts.Act(action, new.reason, tuple(new.take_back), tuple(new.again), seen)
    number, made = acts.approve(desk.record, id, act, person.name, now())
    note(request, person, f"release {action}", id, release=number)
    return {
        "number": number,
        "incidents": changes(made.changes(INCIDENTS.name)),
        "objects": changes(made.changes(STIX.name)),
    }


@router.post("/{number}/acknowledgement", status_code=204)
def acknowledge(
    request: Request, desk: Served, person: Sharer, id: str, number: int, told: Reason | None = None
) -> None:
    """Keep that the partner confirmed a release, and with it that what was withdrawn is gone there."""
    acts.acknowledge(desk.record, id, number, person.name, told.reason if told else "")
    note(request, person, "release acknowledged", id, release=number)


@router.post("/acknowledgements", status_code=201, response_model=ConfirmedReleases)
def take_file(request: Request, desk: Served, person: Sharer, id: str, new: NewAcknowledgement) -> Any:
    """Take a partner's signed file: its signature is verified with the partner's keys before anything in it is read."""
    delivery = Delivery("the acknowledgement", new.content.encode(), new.signature)
    found = take_acknowledgement(desk.record, id, delivery, person.name)
    note(request, person, "acknowledgement taken", id, releases=list(found))
    return {"releases": list(found)}
