"""/status: what this desk serves."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from dateline import __version__
from dateline.api.access import Reader
from dateline.api.fresh import FRESH
from dateline.api.taken import Served
from dateline.record.migrate import NEWEST

router = APIRouter(prefix="/status", tags=["status"])

COUNTED = ("documents", "readings", "events", "tallies", "incidents", "links", "judgements")


class PageSettings(BaseModel):
    """What the operator set for the page: `tile_style` null draws the outlines that come with it."""

    tile_style: str | None


class StatusShape(BaseModel):
    """The version, the record's layout, its last change, the rows of its tables, and what read its newest document."""

    version: str
    layout: str
    change: int
    counts: dict[str, int]
    reader: dict[str, str] | None
    days: list[str]
    page: PageSettings


@router.get("", dependencies=[FRESH], response_model=StatusShape)
def status(desk: Served, reader: Reader) -> Any:
    """Version, record, reader; `days` are the first and the last day on which an incident may have begun."""
    with desk.record.view() as view:
        change = view.version()
        counts = desk.answers.get("counts", change, lambda: view.counts(*COUNTED))
        made, days = view.newest_reader(), view.first_and_last_day()
    return {
        "version": __version__,
        "layout": NEWEST,
        "change": change,
        "counts": counts,
        "reader": {"version": made.version, "model": made.model} if made else None,
        "days": list(days),
        "page": {"tile_style": desk.options.tiles or None},
    }
