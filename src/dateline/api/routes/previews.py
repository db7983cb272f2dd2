"""/partners/{id}/preview: what a partner would get now, what stays here or is said less finely, and why.

A preview is worked out from the whole record and kept until the record or what is shared changes. Private persons' names
are masked as everywhere; what the partner sees never has them.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query

from dateline.api.access import Reader, may_see_names
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.desk import Desk
from dateline.api.fresh import FRESH
from dateline.api.masks import masker_of
from dateline.api.shapes.incidents import summary
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.sharing import FateShape, PreviewedIncident, PreviewShape, changes
from dateline.api.taken import Names, Pages, Served
from dateline.model.incident import Incident
from dateline.model.partner import Partner
from dateline.record import View
from dateline.record.exchange import US
from dateline.record.store import now
from dateline.share.release.acts import Explained, explained, record_secret
from dateline.share.release.explain import Fate, Outcome
from dateline.share.release.offers import INCIDENTS
from dateline.share.stix.versions import STIX

router = APIRouter(prefix="/partners/{id}/preview", tags=["sharing"])

COMPARED = ("when", "places", "mode", "actors", "recipients", "weapons", "killed", "injured", "certainty")
"""Fields in which what the partner would see is compared with ours."""

MOST_REASONS = 40


@router.get("", dependencies=[FRESH], response_model=PreviewShape)
def preview(desk: Served, reader: Reader, id: str) -> Any:
    """In numbers: what would be new, changed and withdrawn, and why documents stay here."""
    with desk.record.view() as view:
        found = explained_for(desk, view, id)
    made, withheld = found.preview, Counter(fate.why for fate in found.fates if fate.why)
    return {
        "partner": id,
        "state": state_of(found),
        "seen_incidents": len(made.view.incidents),
        "seen_documents": len(made.view.readings),
        "incidents": changes(made.changes(INCIDENTS.name)),
        "objects": changes(made.changes(STIX.name)),
        "outcomes": {outcome: sum(f.outcome is outcome for f in found.fates) for outcome in Outcome},
        "withheld": [{"why": why, "documents": count} for why, count in withheld.most_common(MOST_REASONS)],
    }


@router.get("/documents", dependencies=[FRESH], response_model=Listing[FateShape])
def previewed_documents(
    desk: Served,
    reader: Reader,
    id: str,
    pages: Pages,
    outcome: Annotated[list[Outcome] | None, Query(description="May be repeated.")] = None,
    names: Names = False,
) -> Any:
    """What becomes of each document that was read, in the order of their ids."""
    shown, question = may_see_names(reader, names), ("fates", id, tuple(outcome or ()))
    begin = number_after(pages.cursor, question) or 0
    with desk.record.view() as view:
        found = [f for f in explained_for(desk, view, id).fates if not outcome or f.outcome in outcome]
        page = found[begin : begin + pages.limit]
        came = view.exchange().received_documents([fate.document for fate in page])
        partners = {one.document: one.partner for one in came}
        items = [_fate(desk, view, fate, partners.get(fate.document), shown) for fate in page]
    end = begin + pages.limit
    more = cursor_at(end, question) if end < len(found) else None
    return {"items": items, "next": more, "total": len(found)}


@router.get("/incidents", dependencies=[FRESH], response_model=Listing[PreviewedIncident])
def previewed_incidents(desk: Served, reader: Reader, id: str, pages: Pages, names: Names = False) -> Any:
    """Each incident as the partner would see it beside ours, latest first, undated last."""
    shown, question = may_see_names(reader, names), ("previewed", id)
    begin = number_after(pages.cursor, question) or 0
    with desk.record.view() as view:
        found = explained_for(desk, view, id)
        incidents = sorted(found.preview.view.incidents, key=_day, reverse=True)
        page = incidents[begin : begin + pages.limit]
        items = [_beside(view, found, incident, shown) for incident in page]
    end = begin + pages.limit
    more = cursor_at(end, question) if end < len(incidents) else None
    return {"items": items, "next": more, "total": len(incidents)}


def explained_for(desk: Desk, view: View, partner: str) -> Explained:
    """The preview with its reasons, kept until anything that it follows from changes. Raises UnknownItem."""
    found: Partner = view.exchange().partner(partner if partner != US else "")
    secret, moment = record_secret(desk.record), now()

    def find() -> Explained:
        return explained(view, found.id, secret, moment)

    version = (view.version(), view.exchange().state(), moment.date())
    return desk.answers.get(("preview", partner), version, find)


def state_of(found: Explained) -> str:
    """The state of the record that a preview is of, as text."""
    return "-".join(map(str, found.state))


def _fate(desk: Desk, view: View, fate: Fate, partner: str | None, shown: bool) -> dict[str, Any]:
    document = view.document(fate.document)
    return {
        "document": fate.document,
        "title": masker_of(desk, view, fate.document, shown).text(document.title),
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "outcome": fate.outcome,
        "why": fate.why,
        "narrowings": [{"item": n.item, "how": n.how, "why": n.why} for n in fate.narrowings],
        "claims": fate.claims,
        "given": fate.given,
        "words": fate.words,
        "from_partner": partner,
    }


def _beside(view: View, found: Explained, incident: Incident, shown: bool) -> dict[str, Any]:
    own = {fate.theirs: fate.document for fate in found.fates if fate.theirs}
    documents = {own[report.document] for report in incident.reports}
    ours = [view.incident(key) for key in sorted(set(view.memberships_of(documents).values()))]
    theirs = summary(incident, False)
    change = next(
        (v.change for v in found.preview.versions if v.kind == INCIDENTS.name and v.id == incident.id), None
    )
    return {
        "theirs": theirs,
        "ours": [summary(one, shown) for one in ours],
        "differs": _differs(theirs, [summary(one, False) for one in ours]),
        "change": change,
    }


def _differs(theirs: dict[str, Any], ours: list[dict[str, Any]]) -> list[str]:
    """Fields that no one incident of ours tells alike."""
    if len(ours) != 1:
        return []
    return [field for field in COMPARED if _plain(theirs[field]) != _plain(ours[0][field])]


def _plain(value: Any) -> Any:
    return {k: v for k, v in value.items() if k != "text"} if isinstance(value, dict) else value


def _day(incident: Incident) -> tuple[int, str]:
    return incident.when.start.toordinal() if incident.when else 0, incident.id
