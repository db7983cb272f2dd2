"""The measure of casualties on an archive of two invented reports, and its protocol on a hand-made reading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.casualties.gva import reports
from bench.casualties.gvdb import Slot
from bench.casualties.main import incident_of, number
from bench.casualties.score import error, exact
from tests.extract.conftest import document

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.document import Span
from dateline.model.values import Count


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.open()


def test_the_toll_of_an_incident_is_the_most_that_any_of_its_events_has(tools: Tools) -> None:
    text = (
        "Three people were wounded in a shooting in Kent on Monday. Two of them were shot in a car, police said.\n\n"
        "In January, nine people were killed in a shooting in Boston."
    )
    incident = incident_of(read_document(document(text), tools))
    assert incident is not None
    assert (incident.killed, incident.injured) == (0, 3)


def test_a_reading_without_assault_has_no_incident(tools: Tools) -> None:
    assert incident_of(read_document(document("The mayor opened a new library."), tools)) is None


def test_a_range_counts_by_its_upper_end_and_an_open_one_by_its_lower() -> None:
    span = Span(0, 1, "x")
    assert [number(c) for c in (None, Count(2, 4, span), Count(3, None, span))] == [0, 4, 3]


def test_slots_tell_equal_words_from_a_word_in_common() -> None:
    slot = Slot()
    slot.add({"ann baker", "joe cole"}, {"ann baker", "cole"})
    assert (slot.exact, slot.overlap) == (1, 2)


def test_figures() -> None:
    assert exact([(1, 1), (2, 0)]) == 0.5
    assert error([(1, 1), (2, 0)]) == 1.0


def test_reports_off_topic_and_without_a_toll_are_left_out(tmp_path: Path) -> None:
    incident = {"incident_id": "1", "num_killed": 1, "num_injured": 0, "participants": []}
    row = {"docid": "a", "incident_id": "1", "title": "", "dct": "2014-02-16", "text": "A man died."}
    rows = [
        {**row, "heuristic_on_topic": True},
        {**row, "docid": "b", "heuristic_on_topic": False},
        {**row, "docid": "c", "incident_id": "2", "heuristic_on_topic": True},
    ]
    (tmp_path / "incidents.jsonl").write_text(json.dumps(incident), "utf-8")
    (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert [r.document.id for r in reports(tmp_path)] == ["a"]
