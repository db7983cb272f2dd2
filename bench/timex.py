"""TIMEX3 types and values (TimeML 1.2.1, ISO 8601) of resolved expressions of time, for comparison with corpora.

A resolved expression goes in; the marks that an annotator would make come out: one for each date inside a range or
after "since", a duration for "the last three months", a reference for "now".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotate.times.anchors import length
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.languages.en.times import UNITS, WEEKDAYS
from dateline.model.vocabulary import TimePrecision

_LED = frozenset("since since-clause onward until by before after same so-far bounded part".split())
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q", "decade": "DE", "century": "CE", "weekend": "WE", "fortnight": "W", "season": "S"}  # fmt: skip
_CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_HALVED = {"year": ("month", 12), "hour": ("minute", 60), "day": ("hour", 24)}
"""Units whose halves are written in the next smaller one: "a year and a half" is P18M."""
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_PARTS = (("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI"), ("noon", "TMI"), ("midday", "TMI"), ("dawn", "TMO"), ("midnight", "TNI"), ("early hours", "TMO"))  # fmt: skip
_SETS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "nightly": "P1D", "hourly": "PT1H", "quarterly": "P1Q"}  # fmt: skip
_REFERENCES = {"now": "PRESENT_REF", "currently": "PRESENT_REF", "at present": "PRESENT_REF", "nowadays": "PRESENT_REF", "these days": "PRESENT_REF", "at the moment": "PRESENT_REF", "recently": "PAST_REF", "the past": "PAST_REF", "the future": "FUTURE_REF"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """A mark over tokens `first` to `last` with its TIMEX3 type and value."""

    first: int
    last: int
    type: str
    value: str


def marks(done: Resolved, words: list[str]) -> Iterator[Timex]:
    """The marks of one resolved expression; `words` are its document's tokens in lower case."""
    expression = done.expression
    if expression.sense in _LED and "x" in done.inner:
        yield from marks(done.inner["x"], words)
    elif expression.sense == "range":
        for name in ("x", "y"):
            yield from marks(done.inner[name], words)
    else:
        made = _mark(done, words)
        if made is not None:
            yield Timex(expression.first, expression.last, *made)


def _mark(done: Resolved, words: list[str]) -> tuple[str, str] | None:
    expression = done.expression
    if expression.sense in {"duration", "age"}:
        return "DURATION", _duration(expression)
    inner = expression.inner.get("u")
    if inner is not None and expression.sense in {"past", "slice", "offset", "run-up"}:
        return "DURATION", _duration(inner)
    if expression.sense == "within" and inner is not None and done.kind == "window":
        return "DURATION", _duration(inner)
    if expression.sense == "past" and expression.part("unit").endswith("s"):
        return "DURATION", f"PX{_LETTERS.get(UNITS[expression.part('unit')], 'D')}"
    text = " ".join(words[expression.first : expression.last + 1])
    if expression.sense in {"set", "reference"}:
        return _vague(expression, text)
    return _dated(done, text)


def _vague(expression: Expression, text: str) -> tuple[str, str] | None:
    if text in _REFERENCES:
        return "DATE", _REFERENCES[text]
    if text in _SETS:
        return "SET", _SETS[text]
    weekday = WEEKDAYS.get(expression.part("weekday"))
    if weekday is not None:
        return "SET", f"XXXX-WXX-{weekday + 1}"
    return "SET", _duration(expression)


def _duration(expression: Expression) -> str:
    count, unit = length(expression, Context(None))
    if expression.sense == "age" and not expression.part("unit"):
        unit = "year"
    if count is not None and count % 1 and unit in _HALVED:
        smaller, times = _HALVED[unit]
        count, unit = count * times, smaller
    number = "X" if count is None else f"{count:g}"
    if unit in _CLOCK_LETTERS:
        return f"PT{number}{_CLOCK_LETTERS[unit]}"
    if unit == "fortnight" and count is not None:
        number = f"{2 * count:g}"
    return f"P{number}{_LETTERS[unit]}"


def _dated(done: Resolved, text: str) -> tuple[str, str] | None:
    period = done.natural
    if period is None:
        return None
    value = value_of(period)
    clock = _clock(done)
    if clock and len(value) == 10:
        return "TIME", f"{value}T{clock}"
    part = next((code for word, code in _PARTS if word in text), "")
    if text in {"tonight"}:
        part = "TNI"
    return ("TIME", value + part) if part and len(value) == 10 else ("DATE", value)


def _clock(done: Resolved) -> str:
    """The time of day inside an expression as HH:MM, empty where it has none."""
    inner = done.expression.inner.get("t")
    if inner is None or not inner.part("hour"):
        return ""
    hour = int(inner.part("hour")) % 24
    half = (inner.part("half") or inner.part("half2"))[:1]
    if half in {"p", "a", "m", "e"}:
        hour = hour % 12 + (12 if half == "p" or inner.part("half") in {"afternoon", "evening"} else 0)
    return f"{hour:02d}:{inner.part('minute') or '00'}"


def value_of(period: Period) -> str:
    """A period as ISO 8601 writes it, with TimeML's codes for seasons, quarters, halves and weekends."""
    start, end, days = period.start, period.end, (period.end - period.start).days + 1
    whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if days == 1:
        return start.isoformat()
    if period.precision is TimePrecision.WEEK and days == 7:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    if days == 2 and start.weekday() == 5:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}-WE"
    if whole_years and period.precision is TimePrecision.UNKNOWN:
        return f"{start.year // 100:02d}"
    if whole_years and period.precision is TimePrecision.DECADE:
        return f"{start.year // 10:03d}"
    if whole_years:
        return f"{start.year:04d}"
    return _months(period)


def _months(period: Period) -> str:
    start, end = period.start, period.end
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count == 1:
        return f"{start.year:04d}-{start.month:02d}"
    if count == 3 and start.month in _SEASONS:
        return f"{start.year:04d}-{_SEASONS[start.month]}"
    if count == 3 and start.month % 3 == 1:
        return f"{start.year:04d}-Q{start.month // 3 + 1}"
    if count == 6 and start.month in {1, 7}:
        return f"{start.year:04d}-H{start.month // 6 + 1}"
    return f"{start.year:04d}-{start.month:02d}"
