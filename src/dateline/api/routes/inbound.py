"""/inbound: what came from whom, what became of it, and where partners' claims differ from others', side by side."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.analyse.sides import Sides
from dateline.api.access import Reader, may_see_names
from dateline.api.asked import plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after, number_after
from dateline.api.fresh import FRESH
from dateline.api.shapes.inbound import ConflictShape, MappedShape, ReceiptShape, receipt_to_dict
from dateline.api.shapes.incident_detail import Told, claims_of, value_of
from dateline.api.shapes.incidents import summary
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served
from dateline.errors import UsageError
from dateline.record import View
from dateline.record.exchange import Exchange
from dateline.record.incoming import Receipt
from dateline.share.receive.bringing import NOT_MAPPED
from dateline.share.receive.mapping import mapped

router = APIRouter(prefix="/inbound", tags=["sharing"])

Partner = Annotated[str, Query(max_length=64, description="Only what came from this partner.")]

MOST_LOOKED_AT = 200
"""Incidents that one question about conflicts looks at; a page may have fewer conflicts, and the next one goes on."""


@router.get("", dependencies=[FRESH], response_model=Listing[ReceiptShape])
def list_receipts(desk: Served, reader: Reader, pages: Pages, partner: Partner = "") -> Any:
    """Deliveries that were kept, the newest first. What was refused is in the log."""
    question = ("inbound", plain("partner", partner))
    before = number_after(pages.cursor, question)
    with desk.record.view() as view:
        exchange = view.exchange()
        found = exchange.receipts(partner or None)
        rest = [r for r in reversed(found) if before is None or r.number < before]
        page = rest[: pages.limit]
        counts = exchange.came_of([r.number for r in page])
        items = [receipt_to_dict(r, counts[r.number], _not_mapped(exchange, r)) for r in page]
    more = cursor_at(page[-1].number, question) if len(rest) > pages.limit else None
    return {"items": items, "next": more, "total": len(found)}


@router.get("/conflicts", dependencies=[FRESH], response_model=Listing[ConflictShape])
def list_conflicts(
    desk: Served, reader: Reader, pages: Pages, partner: Partner = "", names: Names = False
) -> Any:
    """Incidents of which a partner's reports tell something else than others do, by id."""
    shown, question = may_see_names(reader, names), ("conflicts", plain("partner", partner))
    after = key_after(pages.cursor, question)
    with desk.record.view() as view:
        came = view.exchange().received_documents()
        documents = [one.document for one in came if partner in ("", one.partner)]
        keys = sorted(set(view.memberships_of(documents).values()))
        rest = [key for key in keys if after is None or key > after]
        items, last = _conflicts(view, rest, pages.limit, shown)
    more = cursor_at(last, question) if last is not None and last != rest[-1] else None
    return {"items": items, "next": more, "total": None}


@router.get("/{number}", dependencies=[FRESH], response_model=Listing[MappedShape])
def one_receipt(desk: Served, reader: Reader, number: int, pages: Pages) -> Any:
    """Each object that was new in a delivery, and what became of it."""
    if not 0 < number < 2**31:
        raise UsageError(f"{number} is no receipt's number; GET /api/v1/inbound lists them")
    question = ("receipt", number)
    begin = number_after(pages.cursor, question) or 0
    with desk.record.view() as view:
        view.exchange().receipt(number)
        found = list(mapped(view.exchange(), number))
        page = found[begin : begin + pages.limit]
        of = view.memberships_of({one.document for one in page if one.document})
    by_document: dict[str, set[str]] = {}
    for report, incident in of.items():
        by_document.setdefault(report.document, set()).add(incident)
    end = begin + pages.limit
    more = cursor_at(end, question) if end < len(found) else None
    items = [{**asdict(one), "incidents": sorted(by_document.get(one.document or "", ()))} for one in page]
    return {"items": items, "next": more, "total": len(found)}


def _not_mapped(exchange: Exchange, receipt: Receipt) -> list[str]:
    told = exchange.noted(receipt.partner, NOT_MAPPED, str(receipt.number)) or {}
    more = [f"and {told['more']} more"] if told.get("more") else []
    return [*told.get("items", ()), *more]


def _conflicts(
    view: View, keys: list[str], most: int, shown: bool
) -> tuple[list[dict[str, Any]], str | None]:
    """The conflicts among some incidents, and the last incident that was looked at."""
    found: list[dict[str, Any]] = []
    last = None
    for key in keys[:MOST_LOOKED_AT]:
        if len(found) == most:
            break
        last, sides = key, Sides.of(view, view.incident(key))
        if told := _conflict(view, sides, shown):
            found.append(told)
    return found, last


def _conflict(view: View, sides: Sides, shown: bool) -> dict[str, Any] | None:
    """The fields that differ and of which a partner tells one side; None where there is none."""
    theirs = sides.partners
    fields = [
        name
        for name in sides.conflicts
        if len({theirs.get(c.report.document) for c in sides.claims if c.field == name}) > 1
    ]
    if not fields:
        return None
    incident = sides.incident
    told = Told.of(view, (r.document for r in incident.reports), shown)
    return {
        "incident": summary(incident, shown),
        "partners": sorted(set(theirs.values())),
        "fields": [
            {
                "field": name,
                "value": value_of(incident, name, shown),
                "claims": claims_of(sides, name, told),
            }
            for name in fields
        ],
    }
