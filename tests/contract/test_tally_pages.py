"""Claimed totals a page at a time: what a look at the whole record gives, in any pages, as reports come."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2]))

from bench.store_readings import every

from dateline.analyse.tallies import check_all
from dateline.analyse.tally_pages import Checked, Wanted, check_every, check_latest, check_one, check_page
from dateline.analyse.totals import Clash, clashes
from dateline.model.incident import TallyCheck, Verdict
from dateline.model.reading import Reading
from dateline.model.values import Count
from dateline.pipeline import judge, relink
from dateline.record import Record, View, deciding
from dateline.record.tally_questions import TallyFilter
from dateline.resolve.judged import retracted

CLAIMING = tuple(reading for reading in every(400) if reading.tallies)
NUMBERS = st.tuples(st.integers(0, 30), st.integers(0, 9) | st.none())


def whole(view: View) -> tuple[dict[tuple[str, str], TallyCheck], tuple[Clash, ...]]:
    """Every check and every clash, by a look at all incidents and all tallies."""
    readings, gone = list(view.readings()), retracted(view.judged())
    checks = check_all(readings, list(view.incidents()), gone)
    return {(c.document, c.tally): c for c in checks}, clashes(
        r for r in readings if r.document.id not in gone
    )


def in_pages(view: View, limit: int, asked: Wanted | None = None) -> list[Checked]:
    found, after = list[Checked](), None
    while True:
        page = check_page(view, limit, after, asked)
        found += page.checked
        after = page.after
        if after is None:
            return found


def assert_like_the_whole(view: View, limit: int) -> None:
    found, (checks, clashing) = in_pages(view, limit), whole(view)
    assert {(c.check.document, c.check.tally): c.check for c in found} == checks
    assert len(found) == len(checks) == view.count_tallies(TallyFilter())
    assert {clash for c in found for clash in c.clashes} == set(clashing)
    assert sorted(in_order(check_every(view))) == sorted(in_order(found))
    assert in_order(found) == sorted(in_order(found), key=lambda place: place[0], reverse=True)


def in_order(found: object) -> list[tuple[str, str, str]]:
    return [
        (str(c.reading.document.published or ""), c.check.document, c.check.tally)
        for c in found  # type: ignore[attr-defined]
    ]


def with_number(reading: Reading, low: int, more: int | None) -> Reading:
    """The same claims with other numbers, so that many don't fit together."""
    high = None if more is None else low + more
    told = (replace(t, number=Count(low, high, t.number.span)) for t in reading.tallies)
    return replace(reading, tallies=tuple(told))


def keep(record: Record, readings: list[Reading]) -> None:
    with record.writer() as writer:
        for reading in readings:
            writer.keep_document(reading.document)
            writer.keep_reading(reading)


@settings(max_examples=4, deadline=None)
@given(st.lists(NUMBERS, min_size=30, max_size=30), st.integers(1, 40), st.data())
def test_pages_are_what_the_whole_record_gives(
    open_place: Callable[[], str], numbers: list[tuple[int, int | None]], limit: int, data: st.DataObject
) -> None:
    readings = [with_number(r, *n) for r, n in zip(CLAIMING, numbers, strict=False)]
    with Record.open(open_place()) as record:
        keep(record, readings)
        relink(record)
        with record.view() as view:
            assert_like_the_whole(view, limit)
            gone = data.draw(st.sampled_from(readings)).document.id
            decision = deciding.retract(view, gone, "withdrawn")
        judge(record, "ada", decision)
        with record.view() as view:
            assert_like_the_whole(view, limit)
        assert list(record.check()) == []


@pytest.fixture
def told(record: Record) -> Record:
    keep(record, list(CLAIMING))
    relink(record)
    return record


def test_pages_of_some_verdicts_and_modes(told: Record) -> None:
    with told.view() as view:
        every_one = in_pages(view, 500)
        for verdict in Verdict:
            of = [c for c in every_one if c.check.verdict is verdict]
            assert in_pages(view, 3, Wanted(verdicts=(verdict,))) == of
            assert list(check_latest(view, 4, Wanted(verdicts=(verdict,)))) == of[:4]
        for mode in {c.tally.mode for c in every_one if c.tally.mode}:
            of = [c for c in every_one if c.tally.mode is mode]
            assert in_pages(view, 3, Wanted(TallyFilter((mode,)))) == of


def test_tallies_by_their_days_of_publication(told: Record) -> None:
    with told.view() as view:
        every_one = in_pages(view, 500)
        days = sorted({c.reading.document.published_on for c in every_one} - {None})
        first, last = days[2], days[-3]
        found = in_pages(view, 7, Wanted(TallyFilter(since=first, until=last)))
        assert found == [
            c for c in every_one if first <= (c.reading.document.published_on or date.min) <= last
        ]


def test_one_by_its_document_and_id(told: Record) -> None:
    with told.view() as view:
        first = in_pages(view, 1)[0]
        assert check_one(view, first.check.document, first.check.tally) == first
