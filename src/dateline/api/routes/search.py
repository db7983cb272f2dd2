"""/search: documents by their words."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import DocumentFilters
from dateline.api.fresh import FRESH
from dateline.api.masks import masker_of
from dateline.api.shapes.documents import HitShape
from dateline.api.taken import Names, Served
from dateline.model import encode
from dateline.model.document import Span
from dateline.record.search import Hit
from dateline.share.masking import Masker

router = APIRouter(prefix="/search", tags=["search"])


class HitsShape(BaseModel):
    """Documents that were found, best first."""

    items: list[HitShape]


@router.get("", dependencies=[FRESH], response_model=HitsShape)
def search(
    desk: Served,
    reader: Reader,
    asked: DocumentFilters,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    names: Names = False,
) -> Any:
    """Documents that have all words in title or text, best first; "words in quotes" stand together, -words are left out."""
    shown, query = may_see_names(reader, names), asked.query()
    with desk.record.view() as view:
        found = list(view.search(query, limit))
        items = [
            _hit(h, masker_of(desk, view, h.document.id, shown), view.incidents_of(h.document.id))
            for h in found
        ]
    return {"items": items}


def _hit(hit: Hit, masker: Masker, incidents: tuple[str, ...]) -> dict[str, Any]:
    def masked(span: Span) -> dict[str, Any]:
        return {**encode.span(span), "text": masker.text(span.text)}

    document = hit.document
    return {
        "document": document.id,
        "title": masker.text(document.title),
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "passage": masked(hit.passage),
        "marks": [masked(mark) for mark in hit.marks],
        "retracted": hit.retracted,
        "incidents": list(incidents),
    }
