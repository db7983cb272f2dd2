"""Judgements on a real record: each does what it says, undoing gives back what was, and linking overrides none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from contents import contents
from decisions import KINDS, drawn
from fake_reader import make_fake_reader, report
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy.exc import DBAPIError

from dateline.engines.local import InProcess
from dateline.errors import UnknownItem, UsageError
from dateline.model.incident import Incident, Report, Toll
from dateline.model.judgement import Decision
from dateline.pipeline import add, judge, relink
from dateline.record import IncidentFilter, Record, deciding
from dateline.record.backend import backend_at

REPORTS = 18
DERIVED = ("incidents", "reports", "links", "incident_places")


def filled(place: str, order: list[int] | None = None) -> Record:
    record = Record.open(place)
    add((report(n) for n in order or range(REPORTS)), record, InProcess(), make=make_fake_reader)
    return record


@pytest.fixture
def place(open_place: Callable[[], str]) -> str:
    return open_place()


@pytest.fixture
def told(place: str) -> Iterator[Record]:
    with filled(place) as record:
        yield record


def incidents(record: Record) -> list[Incident]:
    with record.view() as view:
        return sorted(view.incidents(), key=lambda i: min(i.reports))


def decide(record: Record, what: str, *arguments: Any, author: str = "ada") -> int:
    with record.view() as view:
        decision: Decision = getattr(deciding, what)(view, *arguments, "because")
    return judge(record, author, decision)


def state(place: str) -> dict[str, list[Any]]:
    held = contents(place)
    return {table: held[table] for table in DERIVED}


def test_merged_is_one_whatever_the_evidence_and_comes_apart_again(place: str, told: Record) -> None:
    before, (first, second, *_) = state(place), incidents(told)
    number = decide(told, "merge", [first.id, second.id])
    merged = next(i for i in incidents(told) if i.id == first.id)
    assert set(merged.reports) == {*first.reports, *second.reports}
    assert merged.judgements == (number,)
    relink(told, anew=True)
    assert merged in incidents(told)
    decide(told, "undo", number)
    assert state(place) == before


def test_what_was_split_off_stays_apart(place: str, told: Record) -> None:
    before, (first, *_) = state(place), incidents(told)
    out = first.reports[0]
    number = decide(told, "split", [first.id, f"{out.document}/{out.event}"])
    assert any(i.reports == (out,) for i in incidents(told))
    add([report(REPORTS)], told, InProcess(), make=make_fake_reader)
    assert any(i.reports == (out,) for i in incidents(told))
    decide(told, "undo", number)
    assert any({*first.reports} == {*i.reports} for i in incidents(told))
    assert before.keys() == state(place).keys()


def test_a_correction_stands_above_the_reports(place: str, told: Record) -> None:
    first = incidents(told)[0]
    number = decide(told, "correct", first.id, "killed", "30-40")
    with told.view() as view:
        now = view.incident(first.id)
        (basis,) = (b for b in now.basis if b.field == "killed")
    assert (now.killed, basis.rule, basis.judgement) == (Toll(30, 30, 40), "corrected by a person", number)
    relink(told, anew=True)
    assert incidents(told)[0].killed == Toll(30, 30, 40)
    with told.view() as view:
        assert first.id in view.points(IncidentFilter(killed_min=30)).id
        assert first.id not in view.points(IncidentFilter(killed_min=31)).id


def test_a_later_correction_wins_and_undoing_it_brings_back_the_earlier(told: Record) -> None:
    first = incidents(told)[0]
    decide(told, "correct", first.id, "mode", "missile")
    later = decide(told, "correct", first.id, "mode", "shelling", author="grace")
    assert incidents(told)[0].mode == "shelling"
    undoing = decide(told, "undo", later)
    assert incidents(told)[0].mode == "missile"
    decide(told, "undo", undoing)
    assert incidents(told)[0].mode == "shelling"


def test_a_dispute_changes_no_value(told: Record) -> None:
    first = incidents(told)[0]
    decide(told, "dispute", first.id, "killed")
    decide(told, "dispute", first.id, None)
    now = incidents(told)[0]
    assert (now.killed, now.disputed) == (first.killed, ("incident", "killed"))


def test_a_retracted_document_no_longer_counts_and_is_still_there(place: str, told: Record) -> None:
    before, first = state(place), incidents(told)[0]
    number = decide(told, "retract", first.reports[0].document)
    with told.view() as view:
        assert view.incident(first.id).reports == first.reports[1:]
        assert view.reading(first.reports[0].document).events
    for one in first.reports[1:]:
        decide(told, "retract", one.document)
    with told.view() as view, pytest.raises(UnknownItem):
        view.incident(first.id)
    for n in range(len(first.reports)):
        decide(told, "undo", number + n)
    assert state(place) == before


@pytest.mark.parametrize("table", ["judgements"])
@pytest.mark.parametrize("change", ["UPDATE {} SET reason = 'other'", "DELETE FROM {}"])
def test_judgements_only_grow(place: str, told: Record, table: str, change: str) -> None:
    decide(told, "dispute", incidents(told)[0].id, None)
    engine = backend_at(place).engine
    writing = engine.execution_options(dateline_writes=True)
    with pytest.raises(DBAPIError, match="only grows"), writing.begin() as connection:
        connection.exec_driver_sql(change.format(table))
    engine.dispose()


@pytest.mark.parametrize(
    ("what", "arguments", "error", "said"),
    [
        ("merge", (["r0000/e1"],), UsageError, "two incidents or more"),
        ("merge", (["r0000/e9", "r0001/e1"],), UnknownItem, "no such event"),
        ("merge", (["i-nowhere", "r0001/e1"],), UnknownItem, "i-nowhere"),
        ("undo", (99,), UnknownItem, "no judgement"),
        ("retract", ("nothing",), UnknownItem, "nothing"),
    ],
)
def test_what_can_not_be_decided(
    told: Record, what: str, arguments: tuple[Any, ...], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        decide(told, what, *arguments)


DECISIONS = some.lists(
    some.tuples(
        some.sampled_from(KINDS),
        some.integers(0, 100),
        some.integers(0, 100),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(DECISIONS)
def test_undo_gives_back_the_same_record(open_place: Callable[[], str], drawn_ones: Any) -> None:
    """After any judgements, undoing the last one leaves incidents, ids and links as they were before it."""
    place = open_place()
    with filled(place) as record:
        for what, one, other in drawn_ones:
            with record.view() as view:
                decision = drawn(view, what, one, other)
            if decision is None:
                continue
            before = state(place)
            number = judge(record, "ada", decision)
            decide(record, "undo", number)
            assert state(place) == before
            judge(record, "ada", decision)


@settings(max_examples=6, deadline=None)
@given(DECISIONS)
def test_judging_moves_what_linking_the_whole_record_would_move(
    open_place: Callable[[], str], drawn_ones: Any
) -> None:
    """Incidents, ids and links after each judgement are those that linking all anew gives."""
    place = open_place()
    with filled(place) as record:
        for what, one, other in drawn_ones:
            with record.view() as view:
                decision = drawn(view, what, one, other)
            if decision is not None:
                judge(record, "ada", decision)
                near = state(place)
                relink(record, anew=True)
                assert state(place) == near


def test_a_judgement_looks_at_its_neighbourhood_only(told: Record) -> None:
    """The history tells of no incident but those named, and linking reads no other document."""
    first, second, *others = incidents(told)
    with told.view() as view:
        before = max(change.number for change in view.history())
    decide(told, "merge", [first.id, second.id])
    with told.view() as view:
        moved = {change.item for change in view.history() if change.number > before}
    assert moved == {first.id, second.id, f"{first.id} {second.id}", "record"}
    assert others


@settings(max_examples=5, deadline=None)
@given(some.permutations(range(REPORTS)), DECISIONS)
def test_the_order_of_arrival_changes_no_incident(
    open_place: Callable[[], str], order: list[int], drawn_ones: Any
) -> None:
    """Whatever people decided, documents that come in another order give the same incidents, ids aside."""
    with filled(open_place()) as one, Record.open(open_place()) as other:
        for what, first, second in drawn_ones:
            with one.view() as view:
                decision = drawn(view, what, first, second)
            if decision is not None:
                judge(one, "ada", decision)
        with one.view() as view:
            made = [j.decision for j in view.judgements()]
        half = REPORTS // 2
        add((report(n) for n in order[:half]), other, InProcess(), make=make_fake_reader)
        with other.writer("ada") as writer:
            for decision in made:
                writer.judge(decision)
        add((report(n) for n in order[half:]), other, InProcess(), make=make_fake_reader)
        assert _nameless(other) == _nameless(one)


def _nameless(record: Record) -> set[tuple[tuple[Report, ...], Toll | None, object, tuple[str, ...]]]:
    return {(i.reports, i.killed, i.when, i.disputed) for i in incidents(record)}
