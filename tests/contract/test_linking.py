"""Incidents over several rounds of linking: their ids stay with their reports, and the history tells what moved."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from fake_reader import read, report
from hypothesis import given, settings
from hypothesis import strategies as st
from test_view import ASAD, incident

from dateline.errors import UnknownItem
from dateline.model.incident import Incident, Link, Report, Toll
from dateline.model.vocabulary import Certainty, Mode
from dateline.record import Record
from dateline.record.identity import with_stable_ids
from dateline.record.linking import Through

Clusters = list[tuple[int, ...]]


def cluster(*numbers: int) -> Incident:
    """An incident of the first events of these documents."""
    base = incident(numbers[0], Mode.DRONE, None, ASAD, Certainty.ASSERTED)
    reports = tuple(Report(f"r{number:04}", "e1") for number in numbers)
    links = tuple(Link(reports[0], other, 0.9, ("the same day",)) for other in reports[1:])
    return replace(base, id="unnamed", reports=reports, links=links)


def keep(record: Record, through: int, *clusters: Incident) -> dict[str, str]:
    """Put the clusters in; the id of each report's incident, by the document's number."""
    with record.writer() as writer:
        writer.replace_incidents(clusters, Through(through))
    with record.view() as view:
        return {str(int(document[1:])): key for (document, _), key in view.memberships().items()}


@pytest.fixture
def six(record: Record) -> Record:
    with record.writer() as writer:
        for number in range(1, 7):
            writer.keep_document(report(number))
            writer.keep_reading(read(report(number)))
    return record


def actions(record: Record) -> list[tuple[str, str]]:
    with record.view() as view:
        return [
            (change.action, change.item) for change in view.history() if change.action.startswith("incident")
        ]


def test_an_id_stays_with_most_of_its_reports(six: Record) -> None:
    first = keep(six, 1, cluster(1, 2, 3), cluster(4, 5))
    then = keep(six, 2, cluster(1), cluster(2, 3, 6), cluster(4, 5))
    assert (then["2"], then["3"], then["6"], then["4"]) == (first["1"], first["1"], first["1"], first["4"])
    assert then["1"] not in first.values()
    assert all(key.startswith("i-") and len(key) == 8 for key in first.values())


def test_incidents_that_stay_leave_no_trace_in_the_history(six: Record) -> None:
    keep(six, 1, cluster(1, 2), cluster(3))
    before = actions(six)
    rescored = replace(
        cluster(1, 2), links=(Link(Report("r0001", "e1"), Report("r0002", "e1"), 0.7, ("near",)),)
    )
    ids = keep(six, 2, rescored, cluster(3))
    assert actions(six) == before
    with six.view() as view:
        assert view.incident(ids["1"]).links[0].score == 0.7


def test_a_merged_incident_says_where_it_went(six: Record) -> None:
    first = keep(six, 1, cluster(1, 2), cluster(3))
    keep(six, 2, cluster(1, 2, 3))
    assert actions(six)[-2:] == sorted(
        [("incident merged", first["3"]), ("incident changed", first["1"])], key=lambda row: row[1]
    )
    with six.view() as view, pytest.raises(UnknownItem, match=f"now told of by {first['1']}"):
        view.incident(first["3"])


def test_the_history_tells_what_moved_and_changed(six: Record) -> None:
    ids = keep(six, 1, cluster(1, 2), cluster(3))
    keep(six, 2, replace(cluster(1, 4), killed=Toll(3, 3, 3)), cluster(3))
    with six.view() as view:
        detail = json.loads(list(view.history(ids["1"]))[-1].detail)
    assert detail == {
        "joined": [{"document": "r0004", "event": "e1"}],
        "left": [{"document": "r0002", "event": "e1"}],
        "before": {"killed": {"low": 1, "best": 2, "high": None}},
        "after": {"killed": {"low": 3, "best": 3, "high": 3}},
    }


def test_incidents_of_fewer_readings_do_not_replace_those_of_more(six: Record) -> None:
    newer = keep(six, 6, cluster(1, 2, 3))
    assert keep(six, 5, cluster(1), cluster(2)) == newer


def test_an_incident_whose_reports_tell_of_nothing_more_is_dissolved(six: Record) -> None:
    ids = keep(six, 1, cluster(1, 2), cluster(3))
    keep(six, 2, cluster(1, 2))
    assert actions(six)[-1] == ("incident dissolved", ids["3"])


@st.composite
def partitions(draw: st.DrawFn) -> Clusters:
    groups = draw(st.lists(st.integers(0, 4), min_size=1, max_size=9))
    return [tuple(n for n, g in enumerate(groups) if g == group) for group in sorted(set(groups))]


@settings(max_examples=100, deadline=None)
@given(partitions(), partitions())
def test_ids_are_never_shared_and_same_clusters_keep_theirs(first: Clusters, then: Clusters) -> None:
    old = with_stable_ids([cluster(*numbers) for numbers in first], {})
    before = {(r.document, r.event): found.id for found in old for r in found.reports}
    new = with_stable_ids([cluster(*numbers) for numbers in then], before)
    assert len({found.id for found in new}) == len(new)
    was = {found.reports: found.id for found in old}
    assert all(found.id == was[found.reports] for found in new if found.reports in was)
    assert with_stable_ids(new, before) == new
