"""/sharing: the log of every decision and act of sharing, and whether its chain holds."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.api.access import Sharer
from dateline.api.asked import plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.sharing import ChainShape, EntryShape, entry_to_dict
from dateline.api.taken import Pages, Served
from dateline.record.exchange_log import Lines

router = APIRouter(prefix="/sharing", tags=["sharing"])


@router.get("/log", response_model=Listing[EntryShape])
def list_lines(
    desk: Served, person: Sharer, pages: Pages, partner: Annotated[str, Query(max_length=64)] = ""
) -> Any:
    """The log, the newest line first."""
    about = plain("partner", partner) or None
    question = ("sharing log", about)
    before = number_after(pages.cursor, question)
    with desk.record.view() as view:
        exchange = view.exchange()
        found = list(exchange.log(Lines(about, None, before, True, pages.limit + 1)))
        total = exchange.count_log(about)
    more = cursor_at(found[pages.limit - 1].number, question) if len(found) > pages.limit else None
    return {"items": [entry_to_dict(e) for e in found[: pages.limit]], "next": more, "total": total}


@router.get("/log/chain", response_model=ChainShape)
def chain(desk: Served, person: Sharer) -> Any:
    """Whether every line follows from the one before: all are looked at anew."""
    with desk.record.view() as view:
        exchange = view.exchange()
        newest = next(exchange.log(Lines(newest_first=True, limit=1)), None)
        at = exchange.broken_at()
        lines = exchange.count_log()
    return {
        "lines": lines,
        "whole": at is None,
        "broken_at": at,
        "newest_hash": newest.hash if newest else None,
    }
