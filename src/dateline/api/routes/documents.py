"""/documents: lists, a document's text, and its reading."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import DocumentFilters
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.fresh import FRESH
from dateline.api.masks import masker_of
from dateline.api.shapes.documents import (
    DocumentShape,
    ShelvedShape,
    document_to_dict,
    reading_as_shown,
    shelved_to_dict,
)
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.readings import ReadingShape
from dateline.api.taken import Names, Pages, Served

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", dependencies=[FRESH], response_model=Listing[ShelvedShape])
def list_documents(
    desk: Served, reader: Reader, asked: DocumentFilters, pages: Pages, names: Names = False
) -> Any:
    """Documents without their texts, the last kept first."""
    shown, wanted = may_see_names(reader, names), asked.wanted()
    with desk.record.view() as view:
        found = view.shelved(wanted, pages.limit + 1, number_after(pages.cursor, wanted))
        total = desk.answers.get(("documents", wanted), view.version(), lambda: view.count_documents(wanted))
        items = [
            shelved_to_dict(f, masker_of(desk, view, f.id, shown).text(f.title)) for f in found[: pages.limit]
        ]
    after = cursor_at(found[pages.limit - 1].number, wanted) if len(found) > pages.limit else None
    return {"items": items, "next": after, "total": total}


@router.get("/{id:path}/reading", dependencies=[FRESH], response_model=ReadingShape)
def reading_of_document(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """The document's newest reading, as `dateline read --format json` gives it, with the rule of each value."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        reading = view.reading(id)
        masker = masker_of(desk, view, id, shown)
    return reading_as_shown(reading, masker)


@router.get("/{id:path}", dependencies=[FRESH], response_model=DocumentShape)
def one_document(desk: Served, reader: Reader, id: str, names: Names = False) -> Any:
    """One document as it was received."""
    shown = may_see_names(reader, names)
    with desk.record.view() as view:
        document, number = view.document(id), view.newest_reading(id)
        masker = masker_of(desk, view, id, shown)
        incidents, retracted = view.incidents_of(id), id in view.retracted()
    return {
        **document_to_dict(document, masker),
        "read": number is not None,
        "masked": bool(masker.names),
        "retracted": retracted,
        "incidents": list(incidents),
    }
