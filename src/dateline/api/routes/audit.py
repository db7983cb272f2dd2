"""/audit: who did what at this desk, from where."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from dateline.api.access import Admin
from dateline.api.cursors import cursor, number_after
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Pages, Served

router = APIRouter(prefix="/audit", tags=["accounts"])


class DeedShape(BaseModel):
    """One line of the log, which only grows."""

    number: int
    at: datetime
    who: str
    address: str
    action: str
    item: str
    detail: dict[str, Any]


@router.get("", response_model=Listing[DeedShape])
def list_deeds(desk: Served, admin: Admin, pages: Pages) -> Any:
    """The log, newest first."""
    with desk.record.accounts(writes=False) as accounts:
        found = list(accounts.deeds(number_after(pages.cursor, "audit"), pages.limit + 1))
        total = accounts.count_deeds()
    more = cursor(found[pages.limit - 1].number, "audit") if len(found) > pages.limit else None
    return {"items": found[: pages.limit], "next": more, "total": total}
