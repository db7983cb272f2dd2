"""Linking one reading at a time: what linking the whole record at once gives, in any order, at a bounded cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_reader import READER, read, report
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.reading import Reader
from dateline.pipeline import relink
from dateline.record import Record, incremental

HOW_MANY = 12


def keep(record: Record, numbers: list[int]) -> None:
    """Keep and link one after another."""
    for number in numbers:
        with record.writer() as writer:
            writer.keep_document(report(number))
            writer.keep_reading(read(report(number)))
        with record.writer() as writer:
            while writer.link_next(5):
                pass


def groups(record: Record) -> set[frozenset[str]]:
    with record.view() as view:
        return {frozenset(r.document for r in incident.reports) for incident in view.incidents()}


@settings(max_examples=5, deadline=None)
@given(st.permutations(range(HOW_MANY)))
def test_any_order_of_arrival_gives_what_the_whole_record_gives(
    open_place: Callable[[], str], order: list[int]
) -> None:
    with Record.open(open_place()) as record:
        keep(record, order)
        one_by_one = groups(record)
        relink(record, anew=True)
        assert one_by_one == groups(record)
        assert len(one_by_one) == HOW_MANY // 3


def test_after_a_whole_linking_new_readings_join_what_is_there(record: Record) -> None:
    keep(record, [0, 3, 6])
    relink(record, anew=True)
    with record.view() as view:
        before = view.memberships()
    keep(record, [1, 2, 4])
    with record.view() as view:
        after = view.memberships()
    assert after["r0001", "e1"] == after["r0002", "e1"] == before["r0000", "e1"]
    assert after["r0004", "e1"] == before["r0003", "e1"]


def test_a_new_reading_of_a_document_replaces_its_events(record: Record) -> None:
    keep(record, [0, 1, 2])
    emptied = replace(read(report(1)), reader=Reader("later", READER.model), events=())
    with record.writer() as writer:
        writer.keep_reading(emptied)
        writer.link_next(5)
    assert groups(record) == {frozenset({"r0000", "r0002"})}
    assert_counts_as_of_a_whole_linking(record)


def assert_counts_as_of_a_whole_linking(record: Record) -> None:
    def tables() -> dict[str, int]:
        with record.view() as view:
            return view.counts("linked_events", "link_keys", "link_pairs")

    kept = tables()
    relink(record, anew=True)
    assert tables()["linked_events"] == kept["linked_events"]
    assert tables()["link_pairs"] == kept["link_pairs"]


def test_a_part_of_an_attack_is_kept_once_beside_its_evidence(record: Record) -> None:
    whole = read(report(0))
    part = replace(whole.events[0], id="e2", killed=None, injured=None)
    with record.writer() as writer:
        writer.keep_document(report(0))
        writer.keep_reading(replace(whole, events=(*whole.events, part)))
    relink(record, anew=True)
    with record.view() as view:
        assert [len(i.reports) for i in view.incidents()] == [2]
    assert_counts_as_of_a_whole_linking(record)


def test_a_document_that_no_longer_tells_of_an_event_leaves_no_incident_behind(record: Record) -> None:
    keep(record, [0, 3])
    emptied = replace(read(report(3)), reader=Reader("later", READER.model), events=())
    with record.writer() as writer:
        writer.keep_reading(emptied)
        writer.link_next(5)
    assert groups(record) == {frozenset({"r0000"})}
    assert list(record.check()) == []


def test_an_incident_of_too_many_reports_loses_none(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "LARGEST", 2)
    keep(record, [0, 1, 2, 3, 4, 5])
    with record.view() as view:
        told = {report.document for incident in view.incidents() for report in incident.reports}
    assert told == {f"r000{number}" for number in range(6)}
