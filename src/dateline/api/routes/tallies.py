"""/tallies: each claimed total beside what the record holds for the same window."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.analyse.tally_board import board
from dateline.api.access import Reader, may_see_names
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after
from dateline.api.desk import Desk
from dateline.api.fresh import FRESH
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.tallies import TallyShape, tally_to_dict
from dateline.api.taken import Names, Pages, Served
from dateline.errors import UnknownItem
from dateline.model.incident import Verdict
from dateline.model.vocabulary import Mode
from dateline.record import View

router = APIRouter(prefix="/tallies", tags=["tallies"])


@router.get("", dependencies=[FRESH], response_model=Listing[TallyShape])
def list_tallies(
    desk: Served,
    reader: Reader,
    pages: Pages,
    verdict: Annotated[list[Verdict] | None, Query()] = None,
    mode: Annotated[list[Mode] | None, Query()] = None,
    names: Names = False,
) -> Any:
    """Claimed totals, those published last first, with the verdict, its reason and the incidents behind it."""
    question = ("tallies", tuple(verdict or ()), tuple(mode or ()))
    shown, after = may_see_names(reader, names), key_after(pages.cursor, question)
    with desk.record.view() as view:
        listed = _all(desk, view, shown)
    found = [
        t for t in listed if (not verdict or t["verdict"] in verdict) and (not mode or t["mode"] in mode)
    ]
    begin = 0 if after is None else 1 + next((n for n, t in enumerate(found) if _key(t) == after), -1)
    page = found[begin : begin + pages.limit]
    more = cursor_at(_key(page[-1]), question) if begin + pages.limit < len(found) else None
    return {"items": page, "next": more, "total": len(found)}


@router.get("/{document:path}/{tally}", dependencies=[FRESH], response_model=TallyShape)
def one_tally(desk: Served, reader: Reader, document: str, tally: str, names: Names = False) -> Any:
    """One claimed total."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        listed = _all(desk, view, shown)
    found = next((t for t in listed if (t["document"], t["tally"]) == (document, tally)), None)
    if found is None:
        raise UnknownItem(f"{document}/{tally}: no such tally; GET /api/v1/tallies lists them")
    return found


def _all(desk: Desk, view: View, shown: bool) -> list[dict[str, Any]]:
    """Every tally; looked at together, as each is set beside all incidents."""

    def found() -> list[dict[str, Any]]:
        whole = desk.answers.get("board", view.version(), lambda: board(view))
        told = [tally_to_dict(check, whole, shown) for check in whole.checks]
        return sorted(sorted(told, key=_key), key=lambda t: str(t["published"] or ""), reverse=True)

    return desk.answers.get(("tallies", shown), view.version(), found)


def _key(tally: dict[str, Any]) -> str:
    return f"{tally['document']}/{tally['tally']}"
