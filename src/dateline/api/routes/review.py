"""/review: what a person should look at, the least certain first, and answering it.

Whoever asks gets what they haven't answered themselves, and isn't told what others said: two answers are worth more when
neither knew of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.analyse.review import (
    Question,
    agreement,
    answers,
    decision_on,
    page,
    question_to_dict,
    worded,
)
from dateline.api.access import Judge, Reader, may_see_names
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import key_after
from dateline.api.desk import Desk
from dateline.api.fresh import FRESH
from dateline.api.masks import masker_of
from dateline.api.routes.judgements import Decided, Text, kept
from dateline.api.shapes.incidents import SpanShape
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served
from dateline.errors import UnknownItem
from dateline.model import encode
from dateline.record import View
from dateline.record.questions import Place
from dateline.resolve.doubts import Unit, key_of

router = APIRouter(prefix="/review", tags=["review"])


class SideShape(BaseModel):
    """A report that a question turns on, with its sentences."""

    document: str
    event: str
    title: str
    outlet: str
    published: str | None
    url: str | None
    sentences: list[SpanShape]


class QuestionShape(BaseModel):
    """A question. `yes` and `no` are the arguments of `dateline judge` that answer it; `answered_by` counts others."""

    id: str
    incident: str
    certainty: float
    field: str | None
    about: str
    reasons: list[str]
    yes: list[str]
    no: list[str]
    answered_by: int
    sides: list[SideShape]


class Answer(BaseModel):
    """Whether it holds: yes confirms or merges, no disputes or splits."""

    model_config = ConfigDict(extra="forbid")

    item: Annotated[str, Field(min_length=16, max_length=16)]
    answer: Literal["yes", "no"]
    reason: Text = ""


class Split(BaseModel):
    """A question that reviewers answered differently."""

    unit: list[str]
    answers: dict[str, str]


class AgreementShape(BaseModel):
    """Krippendorff's alpha for nominal values over the units that two or more answered; null for none."""

    alpha: float | None
    units: int
    reviewers: list[str]
    differ: list[Split]


@router.get("", dependencies=[FRESH], response_model=Listing[QuestionShape])
def list_questions(desk: Served, reader: Reader, pages: Pages, names: Names = False) -> Any:
    """The questions that you haven't answered, the least certain first."""
    shown, after = may_see_names(reader, names), key_after(pages.cursor, "review")
    with desk.record.view() as view:
        asked = ("review", reader.name, shown, pages.limit, after)
        return desk.answers.get(
            asked, view.version(), lambda: _page(desk, view, reader.name, shown, pages.limit, after)
        )


@router.post("/answers", status_code=201, response_model=Decided)
def give_answer(request: Request, desk: Served, person: Judge, answer: Answer) -> Any:
    """Answer a question; the answer is a judgement like any other, and can be undone."""
    with desk.record.view() as view:
        asked = view.question(answer.item)
        question = next(iter(worded(view, [asked])), None) if asked else None
        if question is None:
            raise UnknownItem(
                f"{answer.item}: nothing is asked under this id any more; ask for the list again"
            )
        decision = decision_on(view, question, answer.answer == "yes", answer.reason)
    return kept(request, person, decision)


@router.get("/agreement", dependencies=[FRESH], response_model=AgreementShape)
def how_far_they_agree(desk: Served, reader: Reader) -> Any:
    """How far reviewers agree where two or more answered the same."""
    with desk.record.view() as view:
        return agreement(view.judged())


def _page(desk: Desk, view: View, name: str, shown: bool, limit: int, after: str | None) -> dict[str, Any]:
    given = _answers(desk, view)
    mine = frozenset(unit for unit, by in given.items() if name in by)
    found = page(view, mine, limit, _place(after) if after else None)
    return {
        "items": [_question(desk, view, q, len(given.get(q.unit, {})), shown) for q in found.questions],
        "next": cursor_at(f"{found.after[0]!r} {found.after[1]}", "review") if found.after else None,
        "total": view.count_questions(mine),
    }


def _place(after: str) -> Place:
    certainty, _, key = after.partition(" ")
    return float(certainty), key


def _answers(desk: Desk, view: View) -> Mapping[Unit, Mapping[str, str]]:
    return desk.answers.get("answers", view.version(), lambda: answers(view.judged()))


def _question(desk: Desk, view: View, question: Question, given: int, shown: bool) -> dict[str, Any]:
    reports = question.unit[:1] if question.field else question.unit
    maskers = [masker_of(desk, view, name.rpartition("/")[0], shown) for name in reports]
    reasons = list(question.reasons)
    for masker in maskers:
        reasons = [masker.text(reason) for reason in reasons]
    return {
        **question_to_dict(question),
        "id": key_of(question.unit),
        "reasons": reasons,
        "answered_by": given,
        "sides": [_side(desk, view, name, shown) for name in _reports_of(view, question)],
    }


def _reports_of(view: View, question: Question) -> list[str]:
    """The reports whose sentences a reviewer needs: the two of a link, all that are of one incident for a value."""
    if not question.field:
        return list(question.unit)
    return [f"{r.document}/{r.event}" for r in view.incident(question.incident).reports]


def _side(desk: Desk, view: View, name: str, shown: bool) -> dict[str, Any]:
    key, _, number = name.rpartition("/")
    reading, masker = view.reading(key), masker_of(desk, view, key, shown)
    event = next(e for e in reading.events if e.id == number)
    document = reading.document
    return {
        "document": key,
        "event": number,
        "title": masker.text(document.title),
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "sentences": [{**encode.span(s), "text": masker.text(s.text)} for s in event.evidence],
    }
