"""What a person should look at first, and how far two who looked agree.

In: incidents with their links, claims and judgements. Out: questions, the least certain first, and reviewers' answers to
each. An answer is a judgement like any other: yes confirms, no splits two events or disputes a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.analyse.agreement import krippendorff_alpha
from dateline.analyse.words import amount
from dateline.model.incident import Incident, Report
from dateline.model.judgement import Action, Decision, Judgement
from dateline.record import View, deciding
from dateline.resolve.claims import Claim, claims, conflicting

Unit = tuple[str, ...]
"""What is asked about: two reports, or a report and a field."""

SURE = 0.9
"""Links with a score from here on are not asked about."""

DIFFERS = {"killed": 0.5, "injured": 0.55, "when": 0.6, "mode": 0.7, "certainty": 0.8}
"""How certain a value is on which independent origins differ: what readers lean on most is asked about first.
The order is a judgement of ours, the numbers put values between links of that score."""


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
    return tuple(sorted(found, key=lambda q: (q.certainty, q.unit)))


def open_questions(view: View) -> tuple[Question, ...]:
    """All questions that a record raises, the least certain first."""
    incidents = list(view.incidents())
    told = {i.id: claims(view.reported(i)) for i in incidents if i.origins > 1}
    return questions(incidents, told)


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


def unanswered(
    asked: Sequence[Question], judgements: Sequence[Judgement], author: str
) -> tuple[Question, ...]:
    """The questions that this reviewer hasn't answered, whatever others said."""
    answered = answers(judgements)
    return tuple(q for q in asked if author not in answered.get(q.unit, {}))


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
        if link.score < SURE and link.left.document != link.right.document:
            unit = _pair(link.left, link.right)
            about = f"Are {unit[0]} and {unit[1]} of one happening?"
            yield Question(unit, incident.id, link.score, about, link.reasons)


def _values(incident: Incident, told_of: Sequence[Claim]) -> Iterator[Question]:
    for field in conflicting(told_of):
        said = [c for c in told_of if c.field == field and c.counts]
        told = tuple(f"{c.outlet or c.report.document}: {_words(c.value)}" for c in said)
        unit = (_name(min(incident.reports)), field)
        about = f"Does the present value of {field} of {incident.id} stand?"
        yield Question(unit, incident.id, DIFFERS[field], about, told, field)


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
        unit = (_name(min(reports)), decision.field)
        yield unit, "yes" if judgement.action is Action.CONFIRM else "no"
    elif judgement.action is Action.SPLIT:
        yield from ((_pair(one, other), "no") for one in reports for other in apart)
    elif judgement.action in (Action.MERGE, Action.CONFIRM):
        yield from ((_pair(a, b), "yes") for n, a in enumerate(reports) for b in reports[n + 1 :])


def _pair(left: Report, right: Report) -> Unit:
    first, second = sorted((left, right))
    return _name(first), _name(second)


def _name(report: Report) -> str:
    return f"{report.document}/{report.event}"
