"""What is asked of a person is kept as it comes, and is what a look at the whole record would ask."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

sys.path.append(str(Path(__file__).parents[2]))

from bench.store_readings import every

from dateline.analyse.review import Question, answered_by, page, questions
from dateline.model.reading import Reader, Reading
from dateline.pipeline import judge, relink
from dateline.record import Record, View, deciding
from dateline.record.backend import WRITES, backend_at
from dateline.record.kept_tables import questions as questions_table
from dateline.record.kept_tables import tally_scopes
from dateline.resolve.claims import claims

TOLD = tuple(every(90))


def whole(view: View) -> tuple[Question, ...]:
    """All questions, by a look at every incident and every claim."""
    incidents = list(view.incidents())
    return questions(incidents, {i.id: claims(view.reported(i)) for i in incidents})


def in_pages(view: View, limit: int, author: str = "nobody") -> tuple[Question, ...]:
    found, after = list[Question](), None
    while True:
        part = page(view, answered_by(view.judged(), author), limit, after)
        found += part.questions
        after = part.after
        if after is None:
            return tuple(found)


def keep(record: Record, readings: list[Reading]) -> None:
    for reading in readings:
        with record.writer() as writer:
            writer.keep_document(reading.document)
            writer.keep_reading(reading)
        with record.writer() as writer:
            writer.link_next(5)


@settings(max_examples=4, deadline=None)
@given(st.permutations(TOLD), st.integers(1, 40), st.data())
def test_pages_are_what_the_whole_record_asks(
    open_place: Callable[[], str], order: list[Reading], limit: int, data: st.DataObject
) -> None:
    with Record.open(open_place()) as record:
        keep(record, order[:50])
        with record.view() as view:
            asked = whole(view)
            assert in_pages(view, limit) == asked
            assert view.count_questions() == len(asked) > 0
            some = data.draw(st.sampled_from(asked))
            decide = deciding.dispute if some.field else deciding.split
            about = (some.incident, some.field, "no") if some.field else (some.unit, "no")
            decision = decide(view, *about)
        judge(record, "ada", decision)
        with record.view() as view:
            assert in_pages(view, limit, "ada") == tuple(q for q in whole(view) if q.unit != some.unit)
            assert in_pages(view, limit) == whole(view)
        relink(record, anew=True)
        with record.view() as view:
            assert in_pages(view, limit) == whole(view)
        assert list(record.check()) == []


def test_a_later_reading_changes_what_is_asked(record: Record) -> None:
    keep(record, list(TOLD[:40]))
    with record.view() as view:
        about = next(q for q in whole(view) if q.field == "killed")
        (document, *_) = {r.document for r in view.incident(about.incident).reports}
        reading = view.reading(document)
    silent = tuple(replace(event, killed=None) for event in reading.events)
    keep(record, [replace(reading, reader=Reader("later", "m"), events=silent)])
    with record.view() as view:
        assert in_pages(view, 7) == whole(view)
    assert list(record.check()) == []


def test_what_was_lost_is_found_by_the_check_and_mended_by_linking_anew(record: Record, place: str) -> None:
    keep(record, list(TOLD))
    with record.view() as view:
        asked = whole(view)
    engine = backend_at(place).engine
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        connection.execute(delete(questions_table).where(questions_table.c.certainty == asked[0].certainty))
        connection.execute(delete(tally_scopes))
    engine.dispose()
    faults = [str(fault) for fault in record.check()]
    assert any("the table questions lacks" in fault for fault in faults)
    assert any("the table tally_scopes has no row" in fault for fault in faults)
    assert all("dateline relink" in fault for fault in faults)
    relink(record, anew=True)
    assert list(record.check()) == []
