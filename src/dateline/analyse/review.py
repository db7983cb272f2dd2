"""What a person should look at first, and how far two who looked agree.

In: a record's view, or incidents with their links and claims, and judgements. Out: questions, the least certain first, and
reviewers' answers to each. An answer is a judgement like any other: yes confirms, no splits two events or disputes a value.

The record keeps what is asked, in order (record/questions.py); what a question says is made of its incident when it is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from dateline.analyse.agreement import krippendorff_alpha
from dateline.analyse.words import amount
from dateline.model.incident import Incident
from dateline.model.judgement import Action, Decision, Judgement
from dateline.record import View, deciding
from dateline.record.questions import Asked, Place
from dateline.resolve.claims import Claim, claims
from dateline.resolve.doubts import Unit, key_of, name, of_link, of_values, pair


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two reports are of one happening, or whether a value of an incident stands."""

    unit: Unit
    incident: str
    certainty: float
    about: str
    reasons: tuple[str, ...]
    field: str | None = None


def questions(incidents: Iterable[Incident], told: Mapping[str, Sequence[Claim]]) -> tuple[Question, ...]:
    """All questions, the least certain first; `told` are the claims of each incident by its id."""
    found = [q for i in incidents for q in (*_links(i), *_values(i, told.get(i.id, ())))]
    return tuple(sorted(found, key=lambda q: (q.certainty, key_of(q.unit))))


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Some questions; `after` begins the next page and is None on the last one."""

    questions: tuple[Question, ...]
    after: Place | None


def page(view: View, answered: Set[Unit], limit: int, after: Place | None = None) -> QuestionPage:
    """Up to `limit` questions of a record behind a place, the least certain first, but for those that are answered."""
    found: list[Asked] = []
    while len(found) <= limit:
        further = view.questions(limit + 1, after)
        found += [each for each in further if each.doubt.unit not in answered]
        if len(further) <= limit:
            break
        after = further[-1].place
    return QuestionPage(worded(view, found[:limit]), found[limit - 1].place if len(found) > limit else None)


def worded(view: View, asked: Sequence[Asked]) -> tuple[Question, ...]:
    """Questions as they are put: each with its words, made of its incident."""
    found: dict[Unit, Question] = {}
    for key in dict.fromkeys(each.incident for each in asked):
        incident = view.incident(key)
        said = claims(view.reported(incident)) if incident.origins > 1 else ()
        found.update((question.unit, question) for question in questions([incident], {key: said}))
    return tuple(found[each.doubt.unit] for each in asked if each.doubt.unit in found)


def decision_on(view: View, question: Question, holds: bool, reason: str) -> Decision:
    """The decision that an answer is. Raises UnknownItem where what it was about is gone."""
    if question.field:
        if holds:
            return deciding.confirm(view, [question.incident], question.field, reason)
        return deciding.dispute(view, question.incident, question.field, reason)
    decide = deciding.merge if holds else deciding.split
    return decide(view, question.unit, reason)


def agreement(judgements: Sequence[Judgement]) -> dict[str, Any]:
    """How far reviewers agree, as JSON values: Krippendorff's alpha, and the units on which they differ."""
    given = answers(judgements)
    shared = {unit: by for unit, by in given.items() if len(by) > 1}
    differ = {unit: by for unit, by in sorted(shared.items()) if len(set(by.values())) > 1}
    return {
        "alpha": krippendorff_alpha(list(by.values()) for by in shared.values()),
        "units": len(shared),
        "reviewers": sorted({author for by in given.values() for author in by}),
        "differ": [{"unit": list(unit), "answers": by} for unit, by in differ.items()],
    }


def answered_by(judgements: Sequence[Judgement], author: str) -> frozenset[Unit]:
    """The units that this reviewer has answered, whatever others said."""
    return frozenset(unit for unit, by in answers(judgements).items() if author in by)


def answers(judgements: Sequence[Judgement]) -> dict[Unit, dict[str, str]]:
    """Each reviewer's newest answer, "yes" or "no", to each unit; `judgements` hold and come oldest first."""
    found: dict[Unit, dict[str, str]] = defaultdict(dict)
    for judgement in judgements:
        for unit, answer in _answered(judgement):
            found[unit][judgement.author] = answer
    return dict(found)


def question_to_dict(question: Question) -> dict[str, Any]:
    """The question as JSON values, with the commands that answer it."""
    return {
        "incident": question.incident,
        "certainty": question.certainty,
        "field": question.field,
        "about": question.about,
        "reasons": list(question.reasons),
        "yes": yes(question),
        "no": no(question),
    }


def yes(question: Question) -> list[str]:
    """The arguments of `dateline judge` that say yes."""
    if question.field:
        return ["confirm", question.incident, question.field]
    return ["merge", *question.unit]


def no(question: Question) -> list[str]:
    """The arguments of `dateline judge` that say no."""
    if question.field:
        return ["dispute", question.incident, question.field]
    return ["split", *question.unit]


def _links(incident: Incident) -> Iterator[Question]:
    for link in incident.links:
        doubt = of_link(link.left, link.right, link.score)
        if doubt:
            about = f"Are {doubt.unit[0]} and {doubt.unit[1]} of one happening?"
            yield Question(doubt.unit, incident.id, doubt.certainty, about, link.reasons)


def _values(incident: Incident, told_of: Sequence[Claim]) -> Iterator[Question]:
    for doubt in of_values(incident.reports, told_of):
        said = [c for c in told_of if c.field == doubt.field and c.counts]
        reasons = tuple(f"{c.outlet or c.report.document}: {_words(c.value)}" for c in said)
        about = f"Does the present value of {doubt.field} of {incident.id} stand?"
        yield Question(doubt.unit, incident.id, doubt.certainty, about, reasons, doubt.field)


def _words(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "low" in value:
        return amount(value["low"], value["high"])
    return f"{value['start']} to {value['end']}"


def _answered(judgement: Judgement) -> Iterator[tuple[Unit, str]]:
    decision = judgement.decision
    reports, apart = [a.report for a in decision.reports], [a.report for a in decision.apart]
    if decision.field and reports:
        unit = (name(min(reports)), decision.field)
        yield unit, "yes" if judgement.action is Action.CONFIRM else "no"
    elif judgement.action is Action.SPLIT:
        yield from ((pair(one, other), "no") for one in reports for other in apart)
    elif judgement.action in (Action.MERGE, Action.CONFIRM):
        yield from ((pair(a, b), "yes") for n, a in enumerate(reports) for b in reports[n + 1 :])
