"""Pages: all of them together are the whole list, whatever is added in between, and a wrong cursor is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import pytest
from fake_reader import read, report
from hypothesis import given, settings
from hypothesis import strategies as st
from test_view import ASAD, incident

from dateline.errors import UsageError
from dateline.model.incident import Incident, Report
from dateline.model.vocabulary import Certainty, Mode
from dateline.record import IncidentFilter, Record
from dateline.record.linking import Through
from dateline.record.paging import _read, cursor_after

FIRST = date(2024, 1, 1)


def made(number: int) -> Incident:
    """Three incidents share a day, and every fifth has none."""
    day = None if number % 5 == 0 else FIRST + timedelta(days=number // 3)
    told = incident(2, Mode.DRONE, day, ASAD, Certainty.ASSERTED)
    return replace(told, reports=(Report(f"r{number:04}", "e1"),))


@pytest.fixture
def twenty(record: Record) -> Record:
    with record.writer() as writer:
        for number in range(1, 31):
            writer.keep_document(report(number))
            writer.keep_reading(read(report(number)))
        writer.replace_incidents([made(number) for number in range(1, 21)], Through(20))
    return record


def pages(record: Record, limit: int, wanted: IncidentFilter | None = None) -> list[list[str]]:
    found, after, more = [], None, True
    while more:
        with record.view() as view:
            page = view.page(wanted, limit, after)
        found.append([item.id for item in page.incidents])
        after, more = page.after, page.after is not None
    return found


@pytest.mark.parametrize("limit", [1, 3, 7, 19, 20, 21])
@pytest.mark.parametrize("wanted", [IncidentFilter(), IncidentFilter(near=(33.8, 42.4, 10))])
def test_pages_are_the_list_in_parts(twenty: Record, limit: int, wanted: IncidentFilter) -> None:
    with twenty.view() as view:
        listed = [item.id for item in view.incidents(wanted)]
    told = pages(twenty, limit, wanted)
    assert list(chain.from_iterable(told)) == listed
    assert all(len(page) == limit for page in told[:-1])
    assert told[-1]


def test_what_is_added_in_between_moves_no_page(twenty: Record) -> None:
    with twenty.view() as view:
        before = [item.id for item in view.incidents()]
        first = view.page(limit=8)
    with twenty.writer() as writer:
        writer.replace_incidents([made(number) for number in range(1, 31)], Through(30))
    with twenty.view() as view:
        rest = view.page(limit=100, after=first.after)
    told = [item.id for item in rest.incidents]
    assert [key for key in told if key in before] == before[8:]
    assert len(set(told)) == len(told)


def test_a_page_of_nothing_is_the_last_one(record: Record) -> None:
    with record.view() as view:
        assert view.page() == type(view.page())((), None)


def test_a_cursor_belongs_to_its_question(twenty: Record) -> None:
    with twenty.view() as view:
        after = view.page(limit=2).after
        assert after
        with pytest.raises(UsageError, match="another question"):
            view.page(IncidentFilter(modes=(Mode.DRONE,)), 2, after)
        with pytest.raises(UsageError, match="a page has 1 to"):
            view.page(limit=0)


GOOD = cursor_after("2024-01-01", "i-123456", IncidentFilter())


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=30)
    | st.builds(lambda n, c: GOOD[:n] + c + GOOD[n + 1 :], st.integers(0, 60), st.characters())
)
def test_any_other_text_is_refused_or_means_the_same(cursor: str) -> None:
    """Base64 leaves some bits of its last letter unused, so that a few other spellings are the same cursor."""
    try:
        told = _read(cursor, IncidentFilter())
    except UsageError:
        assert cursor != GOOD
    else:
        assert told == ("2024-01-01", "i-123456")
