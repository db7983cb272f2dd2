"""Reports to send around: one incident or one week as a single HTML file."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse, Response

from dateline.api.access import Reader, may_see_names
from dateline.api.fresh import FRESH
from dateline.api.taken import Names, Served
from dateline.record.store import now
from dateline.share.report import incident_report, week_report
from dateline.share.report.markup import POLICY
from dateline.share.report.signed import Signature

router = APIRouter(tags=["reports"])

HEADERS = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'; sandbox allow-popups"}
"""Stricter than the page's: the file applies its style sheet and does nothing else."""

HTML: dict[int | str, dict[str, Any]] = {200: {"content": {"text/html": {"schema": {"type": "string"}}}}}


@router.get("/incidents/{id}/report.html", dependencies=[FRESH], response_class=Response, responses=HTML)
def report_of_incident(desk: Served, reader: Reader, id: str, names: Names = False) -> HTMLResponse:
    """One incident as a file to send around, with pictures and sources."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        made = incident_report(view, id, shown, Signature(now(), view.version()))
    return HTMLResponse(made, headers=HEADERS)


@router.get("/reports/week.html", dependencies=[FRESH], response_class=Response, responses=HTML)
def report_of_week(
    desk: Served,
    reader: Reader,
    since: Annotated[date, Query(description="A day of the week, which goes from Monday to Sunday.")],
    names: Names = False,
) -> HTMLResponse:
    """One week as a file to send around."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        made = week_report(view, since, shown, Signature(now(), view.version()))
    return HTMLResponse(made, headers=HEADERS)
