"""Parts of periods and spans measured from them: "the first five months of this year", "the week to 12 July"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.annotate.times import periods
from dateline.annotate.times.anchors import length
from dateline.annotate.times.composition import Resolver, built, inner_of, to_today, whole_of
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.annotate.times.relative_senses import nothing
from dateline.annotate.times.tense import Tense
from dateline.languages.en.times import (
    ORDER_WORDS,
    PART_WORDS,
    UNITS,
)
from dateline.model.vocabulary import TimePrecision

_THIRDS = {"early": 0, "mid": 1, "late": 2}


def _part(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "Early", "mid" and "late" are thirds; "start" and "end" the first or last month, or a third of a month."""
    x = whole_of(expression.inner["x"], context, resolve)
    part = PART_WORDS.get(expression.part("part"), expression.part("part"))
    if x.natural is None:
        return nothing(expression)
    return built(expression, {"x": x}, part_of(x, part, context))


def part_of(x: Resolved, part: str, context: Context) -> Period:
    """The early, middle or late third, the start, the end or the rest of a resolved period."""
    whole = x.natural
    assert whole is not None
    if part in _THIRDS:
        return periods.third(whole, _THIRDS[part]) if whole.start != whole.end else whole
    if part == "rest" and context.today is not None and whole.start <= context.today <= whole.end:
        return whole.starting(context.today)
    if part in {"start", "end"}:
        return _edge(whole, part == "end")
    return x.interval or whole


def _edge(whole: Period, last: bool) -> Period:
    """The first or last month of a year or season, the first or last year of a decade, a third of a month or week."""
    if whole.precision in {TimePrecision.YEAR, TimePrecision.SEASON}:
        edge = whole.end if last else whole.start
        return periods.month(edge.year, edge.month)
    if whole.precision is TimePrecision.DECADE:
        return periods.year((whole.end if last else whole.start).year)
    return periods.third(whole, 2 if last else 0)


def _bounded(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "Earlier this month": from its start to the day before publication; "later": from the day after on."""
    inner = inner_of(expression, context, resolve)
    whole, today = inner["x"].natural, context.today
    if whole is None:
        return nothing(expression)
    latest = context.latest.start if context.latest else None
    anchor = latest if expression.inner["x"].part("which") in {"that", "same"} else today
    if anchor is None or not whole.start <= anchor <= whole.end:
        return Resolved(expression, whole, inner["x"].interval, "date", inner)
    if expression.part("part") == "earlier":
        return Resolved(expression, whole, whole.until(periods.shifted(anchor, -1)), "date", inner)
    return Resolved(expression, whole, whole.starting(periods.shifted(anchor, 1)), "date", inner)


def _so_far(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    inner = inner_of(expression, replace(context, tense=Tense.PAST), resolve)
    whole = inner["x"].natural
    if whole is None:
        return nothing(expression)
    return Resolved(expression, whole, to_today(whole, context), "since", inner)


def _half(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    x = whole_of(expression.inner["x"], context, resolve)
    if x.natural is None:
        return nothing(expression)
    last = expression.part("order") not in {"first", "1st"}
    return built(expression, {"x": x}, periods.half(x.natural, int(last)))


def _slice(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "The first five months of this year", "the last week of May", "the second quarter of 2022"."""
    x = whole_of(expression.inner["x"], context, resolve)
    order = ORDER_WORDS.get(expression.part("order"), 0)
    inner = expression.inner.get("u")
    count, unit = length(inner, context) if inner else (1.0, UNITS.get(expression.part("unit"), "day"))
    if x.natural is None or count is None:
        return nothing(expression)
    return built(expression, {"x": x}, _sliced(x.natural, order, round(count), unit))


def _sliced(whole: Period, order: int, count: int, unit: str) -> Period:
    """`count` units from the start of the period, `order` times on, or the last `count` when `order` is negative."""
    precision = periods.period_of(unit, whole.start).precision
    if unit == "weekend":
        saturday = periods.shifted(whole.start, (5 - whole.start.weekday()) % 7 + 7 * max(order, 0))
        return periods.weekend(saturday)
    if order < 0:
        after = periods.shifted(whole.end, 1)
        return Period(max(whole.start, periods.moved(after, unit, -count)), whole.end, precision)
    first = periods.moved(whole.start, unit, order * count)
    last = periods.shifted(periods.moved(whole.start, unit, (order + 1) * count), -1)
    return Period(min(first, whole.end), max(min(last, whole.end), min(first, whole.end)), precision)


def _run_up(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "The week to 12 July": the seven days that end on it."""
    inner = inner_of(expression, context, resolve)
    end = inner["x"].natural
    length_of = expression.inner.get("u")
    unit_word = expression.part("unit") or (
        expression.inner["y"].part("unit") if "y" in expression.inner else ""
    )
    count, unit = length(length_of, context) if length_of else (1.0, UNITS.get(unit_word, ""))
    if end is None or count is None or not unit:
        return nothing(expression)
    start = periods.moved(periods.shifted(end.end, 1), unit, -count)
    span = Period(min(start, end.end), end.end, periods.period_of(unit, end.end).precision)
    return built(expression, inner, span, "window")


def _same_period(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "The same period of last year": the span counted over before, moved to that year."""
    inner = {"x": whole_of(expression.inner["x"], context, resolve)}
    there, model = inner["x"].natural, context.window
    if there is None or model is None:
        return built(expression, inner, there)
    years = there.start.year - model.end.year if there.precision is TimePrecision.YEAR else 0
    moved = Period(
        periods.add_months(model.start, 12 * years),
        periods.add_months(model.end, 12 * years),
        model.precision,
    )
    return built(expression, inner, moved, "window")


SENSES: Mapping[str, Callable[[Expression, Context, Resolver], Resolved]] = {
    "part": _part,
    "bounded": _bounded,
    "so-far": _so_far,
    "half": _half,
    "slice": _slice,
    "run-up": _run_up,
    "same-period": _same_period,
}
"""The rules of resolution by the name that the patterns give them."""
