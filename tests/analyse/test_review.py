"""Questions come least certain first; reviewers' answers are kept apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from claims import Happened, incident

from dateline.analyse.review import answered_by, answers, no, questions, yes
from dateline.model.incident import Incident, Link, Report
from dateline.model.judgement import Action, Anchor, Decision, Judgement


def linked(number: int, score: float) -> Incident:
    one = incident(number, Happened())
    left, right = Report(f"d{number}", "e1"), Report(f"e{number}", "e1")
    return replace(one, reports=(left, right), links=(Link(left, right, score, ("the same day",)),))


def judged(number: int, author: str, action: Action, *documents: str) -> Judgement:
    reports = tuple(Anchor(d, "e1", 0, 1) for d in documents)
    at = datetime(2024, 1, 1, tzinfo=UTC)
    if action is Action.SPLIT:
        return Judgement(number, at, author, Decision(action, "", "", reports[1:], reports[:1]))
    return Judgement(number, at, author, Decision(action, "", "", reports))


def test_the_least_certain_first_and_the_sure_not_at_all() -> None:
    found = questions([linked(1, 0.8), linked(2, 0.55), linked(3, 0.999)], {})
    assert [q.incident for q in found] == ["i2", "i1"]
    assert yes(found[0]) == ["merge", "d2/e1", "e2/e1"]
    assert no(found[0]) == ["split", "d2/e1", "e2/e1"]


def test_one_reviewers_answer_leaves_the_question_to_the_other() -> None:
    asked = questions([linked(1, 0.8)], {})
    given = [judged(1, "ada", Action.MERGE, "d1", "e1")]
    assert answered_by(given, "ada") == {asked[0].unit}
    assert answered_by(given, "grace") == set()


def test_answers_by_author_the_newest_counts() -> None:
    given = [
        judged(1, "ada", Action.SPLIT, "d1", "e1"),
        judged(2, "grace", Action.SPLIT, "d1", "e1"),
        judged(3, "ada", Action.CONFIRM, "d1", "e1"),
    ]
    assert answers(given) == {("d1/e1", "e1/e1"): {"ada": "yes", "grace": "no"}}
