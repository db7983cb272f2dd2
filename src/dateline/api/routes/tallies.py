"""/tallies: each claimed total beside what the record holds for the same window."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.analyse.tally_pages import Wanted, check_one, check_page
from dateline.api.access import Reader, may_see_names
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after
from dateline.api.fresh import FRESH
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.tallies import TallyShape, tally_to_dict
from dateline.api.taken import Names, Pages, Served
from dateline.model.incident import Verdict
from dateline.model.vocabulary import Mode
from dateline.record.tally_questions import Place, TallyFilter

router = APIRouter(prefix="/tallies", tags=["tallies"])

BETWEEN = "\x1f"
"""Stands between the parts of a place in the order (ASCII's unit separator)."""


@router.get("", dependencies=[FRESH], response_model=Listing[TallyShape])
def list_tallies(
    desk: Served,
    reader: Reader,
    pages: Pages,
    verdict: Annotated[list[Verdict] | None, Query()] = None,
    mode: Annotated[list[Mode] | None, Query()] = None,
    names: Names = False,
) -> Any:
    """Claimed totals, those published last first, with the verdict, its reason and the incidents behind it.

    With `verdict`, a page may have fewer than `limit` and still a `next`: so many were looked at.
    """
    asked = Wanted(TallyFilter(tuple(mode or ())), tuple(verdict or ()))
    question = ("tallies", asked.verdicts, asked.filter.modes)
    shown, after = may_see_names(reader, names), key_after(pages.cursor, question)
    with desk.record.view() as view:
        page = desk.answers.get(
            (question, shown, pages.limit, after),
            view.version(),
            lambda: check_page(view, pages.limit, _place(after) if after else None, asked),
        )
        total = None if asked.verdicts else view.count_tallies(asked.filter)
    items = [tally_to_dict(checked, shown) for checked in page.checked]
    more = cursor_at(BETWEEN.join(page.after), question) if page.after else None
    return {"items": items, "next": more, "total": total}


@router.get("/{document:path}/{tally}", dependencies=[FRESH], response_model=TallyShape)
def one_tally(desk: Served, reader: Reader, document: str, tally: str, names: Names = False) -> Any:
    """One claimed total."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        return tally_to_dict(check_one(view, document, tally), shown)


def _place(after: str) -> Place:
    published, _, key = after.partition(BETWEEN)
    document, _, tally = key.rpartition(BETWEEN)
    return published, document, tally
