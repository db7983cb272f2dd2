"""Values in words: intervals, counts, people, places, as a person would write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.model.incident import Toll
from dateline.model.reading import Argument, Attribution, Place
from dateline.model.values import Count, Interval

_MONTHS = "January February March April May June July August September October November December".split()


def day(value: date) -> str:
    """25 July 2021."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def interval(value: Interval | None) -> str:
    """ "25 July 2021", "1 to 24 July 2021", "2020"; a dash where there is none."""
    if value is None:
        return "–"
    start, end = value.start, value.end
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    if start.year != end.year:
        return f"{day(start)} to {day(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} to {day(end)}"
    return f"{start.day} to {day(end)}"


def amount(low: int, high: int | None) -> str:
    """ "2", "4 to 7", "at least 17"."""
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def harm(killed: Count | None, injured: Count | None) -> str:
    """ "2 killed, at least 5 injured"; empty where nothing is said."""
    parts = [f"{amount(c.low, c.high)} {word}" for c, word in ((killed, "killed"), (injured, "injured")) if c]
    return ", ".join(parts).replace("0 killed", "none killed").replace("0 injured", "none injured")


def toll(killed: Toll | None, injured: Toll | None) -> str:
    """The same for an incident's toll."""
    parts = [f"{amount(t.low, t.high)} {word}" for t, word in ((killed, "killed"), (injured, "injured")) if t]
    return ", ".join(parts)


def names(arguments: Iterable[Argument]) -> str:
    """Names joined by semicolons."""
    return "; ".join(a.name for a in arguments)


def places(found: Iterable[Place]) -> str:
    """Place names, most precise first, with coordinates of the first that has them."""
    listed = list(found)
    text = ", ".join(p.name for p in listed)
    located = next((p for p in listed if p.lat is not None and p.lon is not None), None)
    if located is None or located.lat is None or located.lon is None:
        return text
    return f"{text}  ({located.lat:.2f}, {located.lon:.2f}, {located.precision.value})"


def speakers(says: Iterable[Attribution]) -> str:
    """Speakers from the innermost outwards: "witnesses, told by police, told by the governor"."""
    return " ← ".join(s.speaker.name for s in says)
