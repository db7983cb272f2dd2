"""/markings: who may have which document, claim, field or judgement, and how; and saying so."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Sharer
from dateline.api.asked import plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.fresh import FRESH
from dateline.api.noting import note
from dateline.api.routes.judgements import Item, Text
from dateline.api.shapes.listing import Listing
from dateline.api.shapes.sharing import MarkedShape
from dateline.api.taken import Pages, Served
from dateline.errors import UsageError
from dateline.model.marking import CREDIBILITY, RELIABILITY, Marked, Marking, Target, Tlp, Words
from dateline.model.marking_codec import marked_to_dict
from dateline.model.vocabulary import PlacePrecision, TimePrecision
from dateline.record.marking_targets import target

router = APIRouter(prefix="/markings", tags=["sharing"])

Place = Literal["district", "province", "country"]
Time = Literal["month", "year"]


class NewMarking(BaseModel):
    """A marking of items: documents, DOCUMENT/CLAIM, or judgement:NUMBER; of one field of each where `field` is given.

    `tlp` null withholds them from everybody. The names are those of `dateline mark`.
    """

    model_config = ConfigDict(extra="forbid")

    items: Annotated[list[Item], Field(min_length=1, max_length=500)]
    field: Annotated[str | None, Field(max_length=40)] = None
    tlp: Tlp | None
    release_to: Annotated[list[Item], Field(max_length=200)] = []
    words: Words = Words.NONE
    expires: date | None = None
    place: Place | None = None
    time: Time | None = None
    source: Annotated[str | None, Field(max_length=300, pattern=r"^[^\x00]*$")] = None
    onward: bool = False
    reliability: Annotated[str | None, Field(pattern=f"^[{RELIABILITY}]$")] = None
    credibility: Annotated[str | None, Field(pattern=f"^[{CREDIBILITY}]$")] = None
    reason: Text = ""

    def marking(self) -> Marking:
        """As the record keeps it."""
        return Marking(
            self.tlp,
            tuple(dict.fromkeys(self.release_to)),
            self.words,
            self.expires,
            PlacePrecision(self.place) if self.place else None,
            TimePrecision(self.time) if self.time else None,
            self.source or None,
            self.onward,
            self.reliability,
            self.credibility,
        )


class MadeMarkings(BaseModel):
    """How many items were marked."""

    marked: int


@router.get("", dependencies=[FRESH], response_model=Listing[MarkedShape])
def list_markings(
    desk: Served,
    person: Sharer,
    pages: Pages,
    document: Annotated[str, Query(max_length=500)] = "",
    partner: Annotated[str, Query(max_length=64)] = "",
) -> Any:
    """Every marking, the newest first; those of one document, or those that name a partner."""
    question = ("markings", plain("document", document), plain("partner", partner))
    before = number_after(pages.cursor, question)
    with desk.record.view() as view:
        made = view.exchange().markings()
    newest = {_of(marked.target): marked.number for marked in made}
    found = [
        m
        for m in reversed(made)
        if (not document or m.target.document == document)
        and (not partner or partner in m.marking.release_to)
    ]
    rest = [m for m in found if before is None or m.number < before]
    items = [_shown(m, newest[_of(m.target)] == m.number) for m in rest[: pages.limit]]
    more = cursor_at(rest[pages.limit - 1].number, question) if len(rest) > pages.limit else None
    return {"items": items, "next": more, "total": len(found)}


@router.post("", status_code=201, response_model=MadeMarkings)
def mark(request: Request, desk: Served, person: Sharer, new: NewMarking) -> Any:
    """Say who may have something. Nothing is given by that: a release is approved by itself."""
    with desk.record.view() as view:
        known = {partner.id for partner in view.exchange().partners()}
        unknown = sorted(set(new.release_to) - known)
        if unknown:
            raise UsageError(f"release_to: {unknown[0]} is no partner; GET /api/v1/partners lists them")
        targets = [target(view, item, new.field) for item in new.items]
    with desk.record.writer(person.name) as writer:
        for one in targets:
            writer.exchange().mark(one, new.marking(), new.reason)
    note(request, person, "marked", new.items[0], items=len(targets))
    return {"marked": len(targets)}


def _of(target: Target) -> tuple[Any, ...]:
    return (target.document, target.claim, target.start, target.field, target.judgement)


def _shown(marked: Marked, counts: bool) -> dict[str, Any]:
    return {**marked_to_dict(marked), "counts": counts}
