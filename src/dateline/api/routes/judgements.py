"""/judgements: what people decided, and deciding. The author is who is logged in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Judge, Reader
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.desk import desk_of
from dateline.api.fresh import FRESH
from dateline.api.noting import note
from dateline.api.principals import Principal
from dateline.api.shapes.history import JudgementShape, with_standing
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Pages, Served
from dateline.errors import UsageError
from dateline.model.judgement import Decision
from dateline.pipeline import judge
from dateline.record import View, deciding

router = APIRouter(prefix="/judgements", tags=["judgements"])

Text = Annotated[str, Field(max_length=2_000, pattern=r"^[^\x00]*$")]
Item = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*$")]


Field_ = Literal[
    "mode", "when", "places", "actors", "recipients", "weapons", "killed", "injured", "certainty"
]


class Asked(BaseModel):
    """A decision, about what the commands of `dateline judge` are about.

    confirm: an incident, perhaps a field, or several incidents or reports that are one; merge: incidents or reports that
    are one; split: an incident and the reports that are none of it; correct: an incident, a field and its value in words
    ("9-12", "2021-07-05", "drone", "Balad; Samarra"); dispute: an incident, perhaps a field; retract: a document. A report
    is DOCUMENT/EVENT. Every decision but confirm takes a reason.
    """

    model_config = ConfigDict(extra="forbid")

    action: Literal["confirm", "merge", "split", "correct", "dispute", "retract"]
    incident: Item | None = None
    incidents: Annotated[list[Item], Field(max_length=200)] = []
    document: Item | None = None
    reports: Annotated[list[Item], Field(max_length=200)] = []
    field: Field_ | None = None
    value: Text | None = None
    reason: Text = ""

    @property
    def items(self) -> list[str]:
        """Everything that it is about, the incident or the document first."""
        first = [item for item in (self.incident, self.document) if item]
        return [*first, *self.incidents, *self.reports]


class Reason(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = ""


class Decided(BaseModel):
    """A judgement that was kept, and the incidents that its reports now stand in."""

    number: int
    incidents: list[str]


@router.get("", dependencies=[FRESH], response_model=Listing[JudgementShape])
def list_judgements(desk: Served, reader: Reader, pages: Pages) -> Any:
    """Judgements, the newest first, those that were undone too."""
    before = number_after(pages.cursor, "judgements")
    with desk.record.view() as view:
        made = view.judgements()
    rest = [j for j in reversed(made) if before is None or j.number < before]
    more = cursor_at(rest[pages.limit - 1].number, "judgements") if len(rest) > pages.limit else None
    return {"items": with_standing(rest[: pages.limit], made), "next": more, "total": len(made)}


@router.post("", status_code=201, response_model=Decided)
def decide(request: Request, desk: Served, person: Judge, asked: Asked) -> Any:
    """Decide what the machine can't: it stands above every later linking, and can be undone."""
    with desk.record.view() as view:
        decision = decision_of(view, asked)
    return kept(request, person, decision)


@router.post("/{number}/undo", status_code=201, response_model=Decided)
def undo(request: Request, desk: Served, person: Judge, number: int, asked: Reason | None = None) -> Any:
    """A judgement no longer holds. An undoing can be undone as well."""
    if not 0 < number < 2**31:
        raise UsageError(f"{number} is no judgement's number; GET /api/v1/judgements lists them")
    with desk.record.view() as view:
        decision = deciding.undo(view, number, asked.reason if asked else "")
    return kept(request, person, decision)


def decision_of(view: View, asked: Asked) -> Decision:
    """The decision that a request asks for. Raises UsageError and UnknownItem."""
    action, reason, items = asked.action, asked.reason, asked.items
    if action != "confirm" and not reason.strip():
        raise UsageError("reason: it is empty; say why, for those who come after you")
    if action == "retract":
        return deciding.retract(view, _given("document", asked.document), reason)
    if action == "dispute":
        return deciding.dispute(view, _given("incident", asked.incident), asked.field, reason)
    if action == "correct":
        field, value = _given("field", asked.field), _given("value", asked.value)
        return deciding.correct(view, _given("incident", asked.incident), field, value, reason)
    if not items:
        raise UsageError("incident, incidents, reports: none is given; name what the decision is about")
    if action == "confirm":
        return deciding.confirm(view, items, asked.field, reason)
    return deciding.merge(view, items, reason) if action == "merge" else deciding.split(view, items, reason)


def _given(name: str, value: str | None) -> str:
    if not value:
        raise UsageError(f"{name}: it is missing; this decision takes one")
    return value


def kept(request: Request, person: Principal, decision: Decision) -> dict[str, Any]:
    """Keep a decision under who is logged in; its number, and where its reports stand now."""
    record = desk_of(request).record
    number = judge(record, person.name, decision)
    note(request, person, f"judged: {decision.action.value}", decision.item, judgement=number)
    with record.view() as view:
        of = view.memberships_of({a.document for a in (*decision.reports, *decision.apart)})
    about = {a.report for a in (*decision.reports, *decision.apart)}
    return {"number": number, "incidents": sorted({key for report, key in of.items() if report in about})}
