"""Scores of events and totals: between 0 and 1, higher for what says more, and no event kept below the least."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import LEAST, read_document
from dateline.extract.scores import score
from tests.extract.conftest import document

OWN = Path(__file__).parents[1] / "quality"
BARE = "Rebels attacked a post."
FULL = (
    "Rebels attacked a post near Goma on Sunday with mortars, killing nine soldiers, the army said.\n\n"
    "The attack near Goma wounded 12 others."
)


def test_what_says_more_scores_higher(tools: Tools) -> None:
    full = read_document(document(FULL), tools).events[0]
    bare = read_document(document(BARE), tools).events[0]
    assert bare.score < full.score - 0.1
    assert full.score > 0.85


@pytest.mark.parametrize("path", sorted(OWN.glob("*/[af]0[1-4].json")), ids=lambda p: p.stem)
def test_kept_events_have_their_own_scores(path: Path, tools: Tools) -> None:
    text = json.loads(path.read_text("utf-8"))["text"]
    events = read_document(document(text), tools).events
    assert events
    assert [e.id for e in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    assert all(LEAST <= e.score <= 1 and e.score == score(e, len(text)) for e in events)
    assert {r for e in events for r in e.responds_to} <= {e.id for e in events}


def test_a_total_over_months_scores_higher_than_an_open_one_over_days(tools: Tools) -> None:
    months = "There have been 14 attacks on U.S. troops in Iraq since January, the army said."
    days = (
        "There have been more than 14 attacks on U.S. troops in Iraq in the past three days, the army said."
    )
    (sure,), (unsure,) = (read_document(document(text), tools).tallies for text in (months, days))
    assert 0.3 < unsure.score < 0.6 < 0.8 < sure.score < 1
