"""How many incidents began when, by mode: the bars of a chart.

In: columns of incidents (`record.Points`). Out: a bar for each day, week or month between the first and the last, the empty
ones too, so that quiet times are seen. An incident counts where its interval begins; undated ones are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.record import Points

UNSAID = "not said"
LONGEST = {"day": 45, "week": 400}
"""Days between the first and the last up to which a bar is a day or a week; beyond, a month."""

MOST_BARS = 600
"""Fifty years of months: what begins before that is left to the first bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The incidents that began between `start` and the next bar's start."""

    start: date
    modes: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many there are."""
        return self.modes.total()


@dataclass(frozen=True, slots=True)
class Histogram:
    """`unit` is day, week (from Monday) or month; `bars` follow one another without gaps."""

    unit: str
    bars: tuple[Bar, ...]
    undated: int

    @property
    def highest(self) -> int:
        """The most incidents of one bar."""
        return max((bar.total for bar in self.bars), default=0)


def histogram(points: Points, unit: str | None = None) -> Histogram:
    """The bars; the unit follows from how long a time there is to show, unless it is given."""
    days = [date.fromisoformat(day) for day in points.start if day]
    undated = len(points) - len(days)
    if not days:
        return Histogram(unit or "day", (), undated)
    unit = unit or _unit((max(days) - min(days)).days)
    starts = list(_starts(begin(min(days), unit), max(days), unit))[-MOST_BARS:]
    bars = {start: Bar(start) for start in starts}
    for day, mode in zip(points.start, points.mode, strict=True):
        if day:
            bars[max(starts[0], begin(date.fromisoformat(day), unit))].modes[mode or UNSAID] += 1
    return Histogram(unit, tuple(bars.values()), undated)


def begin(day: date, unit: str) -> date:
    """The first day of the day's week (ISO 8601: Monday) or month, or the day itself."""
    if unit == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if unit == "week" else day


def _unit(days: int) -> str:
    return next((unit for unit, most in LONGEST.items() if days <= most), "month")


def _starts(first: date, last: date, unit: str) -> Iterator[date]:
    while first <= last:
        yield first
        first = begin(first + timedelta(days={"day": 1, "week": 7, "month": 31}[unit]), unit)
