"""/incidents: lists, columns for maps, one with all that stands behind it, and its history."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Filters
from dateline.api.columns import packed
from dateline.api.fresh import FRESH
from dateline.api.responses import gzipped
from dateline.api.shapes.history import HistoryShape, change_to_dict, with_standing
from dateline.api.shapes.incident_detail import detail
from dateline.api.shapes.incidents import IncidentDetail, IncidentSummary, PointColumns, summary
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served

router = APIRouter(prefix="/incidents", tags=["incidents"])


@router.get("", dependencies=[FRESH], response_model=Listing[IncidentSummary])
def list_incidents(
    desk: Served,
    reader: Reader,
    asked: Filters,
    pages: Pages,
    names: Names = False,
) -> Any:
    """Incidents, latest first, undated last. Pages neither repeat nor miss one when others are added in between."""
    shown, wanted = may_see_names(reader, names), asked.wanted()
    with desk.record.view() as view:
        page = view.page(wanted, pages.limit, pages.cursor)
        total = desk.answers.get(("count", wanted), view.version(), lambda: view.count_incidents(wanted))
    return {"items": [summary(i, shown) for i in page.incidents], "next": page.after, "total": total}


@router.get(
    "/points", dependencies=[FRESH], response_class=Response, responses={200: {"model": PointColumns}}
)
def incident_points(
    request: Request, desk: Served, reader: Reader, asked: Filters, names: Names = False
) -> Response:
    """Every incident of the filter as columns, for a map, a timeline and filtering on the page; at most 200,000."""
    shown, wanted = may_see_names(reader, names), asked.wanted()
    with desk.record.view() as view:
        question = ("points", wanted, shown)
        data = desk.answers.get(question, view.version(), lambda: packed(view.points(wanted), shown))
    return gzipped(request, data, "application/json")


@router.get("/{id}", dependencies=[FRESH], response_model=IncidentDetail)
def one_incident(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One incident: current values, every claim under each, tolls over time, why these reports are one."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        return detail(view, view.incident(id), shown)


@router.get("/{id}/history", dependencies=[FRESH], response_model=HistoryShape)
def incident_history(desk: Served, reader: Reader, id: str) -> Any:
    """What was done to the incident, oldest first, and people's judgements about it, those that were undone too."""
    with desk.record.view() as view:
        incident = view.incident(id)
        there = set(incident.reports)
        judgements = view.judgements()
        changes = [change_to_dict(change) for change in view.history(id)]
    about = [
        j
        for j in judgements
        if j.decision.item == id or there & {a.report for a in (*j.decision.reports, *j.decision.apart)}
    ]
    return {"changes": changes, "judgements": with_standing(about, judgements)}
