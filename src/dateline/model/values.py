"""Values that keep their uncertainty: intervals with a precision, counts as ranges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.document import Span
from dateline.model.vocabulary import TimePrecision


@dataclass(frozen=True, slots=True)
class Interval:
    """The days between which something happened, both included; `span` is the expression that says so."""

    start: date
    end: date
    precision: TimePrecision = TimePrecision.DAY
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval can't end ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int:
        """How many days the interval holds."""
        return (self.end - self.start).days + 1

    def meets(self, other: Interval, slack: int = 0) -> bool:
        """Whether the two share a day, or are at most `slack` days apart."""
        gap = max((self.start - other.end).days, (other.start - self.end).days)
        return gap <= slack

    def holds(self, other: Interval) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Count:
    """A number as a range: `high` None is open ("at least 17"); `span` is the expression that says so."""

    low: int
    high: int | None
    span: Span

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not a range: {self.low} to {self.high}")

    def hull(self, other: Count) -> Count:
        """The smallest range that holds both; the text stays this one's."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Count(min(self.low, other.low), high, self.span)

    def plus(self, other: Count) -> Count:
        """The sum of two ranges; the span stays this one's."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(self.low + other.low, high, self.span)
