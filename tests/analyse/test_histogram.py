"""Bars follow one another without gaps and lose nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analyse.histogram import begin, histogram
from dateline.cli.text.chart import lines
from dateline.record import Points

DAYS = st.lists(st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31)), max_size=30)


def points(days: list[date | None], mode: str | None = "drone") -> Points:
    empty = (None,) * len(days)
    told = tuple(day.isoformat() if day else None for day in days)
    ids = tuple(str(n) for n in range(len(days)))
    return Points(
        ids,
        empty,
        empty,
        empty,
        told,
        told,
        (mode,) * len(days),
        ("ASSAULT",) * len(days),
        empty,
        empty,
        empty,
    )


@given(DAYS, st.sampled_from(["day", "week", "month", None]))
def test_every_incident_is_in_one_bar(days: list[date | None], unit: str | None) -> None:
    chart = histogram(points(days), unit)
    assert sum(bar.total for bar in chart.bars) + chart.undated == len(days)
    starts = [bar.start for bar in chart.bars]
    assert starts == sorted(set(starts))
    assert all(begin(start, chart.unit) == start for start in starts)


@pytest.mark.parametrize(("days", "unit"), [(10, "day"), (100, "week"), (1_000, "month")])
def test_the_unit_follows_from_the_time(days: int, unit: str) -> None:
    first = date(2024, 1, 3)
    chart = histogram(points([first, first + timedelta(days=days)]))
    assert chart.unit == unit
    assert len(chart.bars) > 2


def test_bars_are_as_long_as_they_count() -> None:
    first = date(2024, 1, 1)
    told = list(lines(histogram(points([first, first, first + timedelta(days=1), None]))))
    assert [line.count("█") for line in told] == [40, 20, 0]
    assert told[-1] == "3 incidents by day of their first day, 1 more undated."
    assert "drone 2" in told[0]
    assert "No incidents" in next(lines(histogram(points([]))))
