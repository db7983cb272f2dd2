"""A window of time finds what meets it, however long that lasts: in lists, in pages and as points alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from fake_reader import read, report
from hypothesis import given, settings
from hypothesis import strategies as st
from test_view import ASAD, incident

from dateline.model.incident import Incident, Report
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, Mode
from dateline.record import IncidentFilter, Record
from dateline.record.linking import Through

FIRST = date(2024, 1, 1)
DAYS = st.integers(-400, 400).map(lambda days: FIRST + timedelta(days))
INTERVALS = st.none() | st.builds(
    lambda start, days: Interval(start, start + timedelta(days)),
    DAYS,
    st.sampled_from([0, 1, 29, 30, 31, 32, 365]),
)


def told(number: int, when: Interval | None) -> Incident:
    made = incident(2, Mode.DRONE, None, ASAD, Certainty.ASSERTED)
    return replace(made, when=when, reports=(Report(f"r{number:04}", "e1"),))


def meets(when: Interval | None, since: date | None, until: date | None) -> bool:
    if when is None:
        return since is None and until is None
    return (since is None or when.end >= since) and (until is None or when.start <= until)


@pytest.fixture(scope="module")
def windows(open_place: Callable[[], str]) -> Iterator[tuple[Record, list[int]]]:
    """A record with a dozen documents, and how often its incidents were replaced."""
    with Record.open(open_place()) as record:
        with record.writer() as writer:
            for number in range(12):
                writer.keep_document(report(number))
                writer.keep_reading(read(report(number)))
        yield record, []


@settings(deadline=None, max_examples=25)
@given(st.lists(INTERVALS, min_size=1, max_size=12), st.none() | DAYS, st.none() | DAYS, st.integers(1, 5))
def test_a_window_finds_what_meets_it(
    windows: tuple[Record, list[int]],
    intervals: list[Interval | None],
    since: date | None,
    until: date | None,
    limit: int,
) -> None:
    record, calls = windows
    calls.append(len(calls) + 100)
    made = [told(number, when) for number, when in enumerate(intervals)]
    with record.writer() as writer:
        writer.replace_incidents(made, Through(calls[-1]))
    wanted, after, paged = IncidentFilter(since, until), None, list[str]()
    with record.view() as view:
        listed = [item.id for item in view.incidents(wanted)]
        everything = [item for item in view.incidents() if meets(item.when, since, until)]
        while page := view.page(wanted, limit, after):
            paged += [item.id for item in page.incidents]
            after = page.after
            if after is None:
                break
        assert listed == [item.id for item in everything] == paged == list(view.points(wanted).id)


@settings(deadline=None, max_examples=25)
@given(st.lists(INTERVALS, min_size=2, max_size=12), st.data())
def test_pages_show_each_incident_once_while_others_come(
    windows: tuple[Record, list[int]], intervals: list[Interval | None], data: st.DataObject
) -> None:
    record, calls = windows
    made = [told(number, when) for number, when in enumerate(intervals)]
    there = data.draw(st.integers(1, len(made)))
    seen, after, limit = list[str](), None, data.draw(st.integers(1, 4))
    first: list[str] = []
    while True:
        calls.append(len(calls) + 100)
        with record.writer() as writer:
            writer.replace_incidents(made[:there], Through(calls[-1]))
        with record.view() as view:
            first = first or [item.id for item in view.incidents()]
            page = view.page(None, limit, after)
        seen += [item.id for item in page.incidents]
        after, there = page.after, min(len(made), there + data.draw(st.integers(0, 3)))
        if after is None:
            break
    assert len(seen) == len(set(seen))
    assert set(first) <= set(seen)
