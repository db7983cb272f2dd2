"""/partners: who is shared with, when they last got and gave something, and what was done to them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fastapi import APIRouter

from dateline.api.access import Reader, Sharer
from dateline.api.fresh import FRESH
from dateline.api.shapes.sharing import PartnerDetail, PartnersShape
from dateline.api.taken import Served
from dateline.model.partner import Partner, PartnerChange
from dateline.record.exchange import US, Exchange
from dateline.share.release.acts import RETRACTED, acknowledged

router = APIRouter(prefix="/partners", tags=["sharing"])


@router.get("", dependencies=[FRESH], response_model=PartnersShape)
def list_partners(desk: Served, reader: Reader) -> Any:
    """Everybody that the record is shared with."""
    with desk.record.view() as view:
        exchange = view.exchange()
        return {"items": [_line(exchange, p) for p in exchange.partners() if p.id != US]}


@router.get("/{id}", dependencies=[FRESH], response_model=PartnerDetail)
def one_partner(desk: Served, person: Sharer, id: str) -> Any:
    """One partner, with all that was done to it and whom it lets have what came from it."""
    with desk.record.view() as view:
        exchange = view.exchange()
        found = _line(exchange, exchange.partner(id))
        done = [_change(c) for c in exchange.partner_changes() if c.partner.id == id]
        consents = sorted(to for originator, to in exchange.consents() if originator == id)
    return {**found, "changes": done, "consents": consents}


def _line(exchange: Exchange, partner: Partner) -> dict[str, Any]:
    releases, receipts = exchange.releases(partner.id), exchange.receipts(partner.id)
    told = acknowledged(exchange, partner.id)
    by_action: dict[str, list[int]] = defaultdict(list)
    for release in releases:
        by_action[release.action].append(release.number)
    return {
        "id": partner.id,
        "name": partner.name,
        "clearance": partner.clearance,
        "keys": len(partner.keys),
        "connects": partner.credential is not None,
        "releases": len(releases),
        "last_release": releases[-1].at if releases else None,
        "unconfirmed": [number for number in by_action[RETRACTED] if number not in told],
        "deliveries": len(receipts),
        "last_delivery": receipts[-1].at if receipts else None,
    }


def _change(change: PartnerChange) -> dict[str, Any]:
    return {
        "number": change.number,
        "at": change.at,
        "author": change.author,
        "clearance": change.partner.clearance,
        "removed": change.removed,
        "reason": change.reason,
    }
