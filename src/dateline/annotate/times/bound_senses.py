"""Ranges, and windows opened by "since" or closed by "until": inner expressions in, days out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.annotate.times import periods
from dateline.annotate.times.calendar_senses import presidency
from dateline.annotate.times.composition import Resolver, built, inner_of, to_today, whole_of
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.annotate.times.relative_senses import nothing
from dateline.annotate.times.tense import Tense
from dateline.languages.en.times import (
    NAMED_EVENTS,
    PRESIDENCIES,
    TAKING_OFFICE,
)
from dateline.model.vocabulary import TimePrecision


def _range(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """From the first's start to the second's end; an end without a year takes the other's."""
    x, y = expression.inner["x"], expression.inner["y"]
    x = x.inner["x"] if x.sense == "night-of" else x
    if _is_dated(x) and not _is_dated(y):
        left = resolve(x, context)
        anchor = left.natural.start if left.natural else context.today
        right = resolve(y, replace(context, today=anchor, tense=Tense.FUTURE, told=None))
    else:
        right = resolve(y, context)
        anchor = right.natural.end if right.natural and not _is_dated(x) else context.today
        left = resolve(
            x, replace(context, today=anchor, tense=Tense.PAST, told=None) if not _is_dated(x) else context
        )
    inner = {"x": left, "y": right}
    if left.natural is None or right.natural is None or left.natural.start > right.natural.end:
        return Resolved(expression, None, None, "window", inner)
    return built(expression, inner, periods.hull(left.natural, right.natural), "window")


def _is_dated(expression: Expression) -> bool:
    """Whether the expression names its year or needs none."""
    inner = expression
    while inner.sense in {"daypart", "part"} and "x" in inner.inner:
        inner = inner.inner["x"]
    return bool(inner.part("year")) or inner.sense not in {
        "date",
        "month",
        "weekday",
        "days",
        "season",
        "feast",
        "quarter",
    }


def _onward(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    return _since(expression, context, resolve)


def _since(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """From the start of what follows "since" to the day of publication."""
    behind = replace(context, tense=Tense.PAST, told=None, firm=True)
    inner = {"x": whole_of(expression.inner["x"], behind, resolve)}
    base = inner["x"].natural
    president = _inaugurated(expression, context)
    term = presidency(president, replace(context, today=base.end)) if president and base is not None else None
    if base is not None and term is not None and base.start <= term.start <= base.end:
        base = Period(term.start, base.end, base.precision)
    if base is None:
        return Resolved(expression, None, None, "since", inner)
    return Resolved(expression, base, to_today(base, context), "since", inner)


def _inaugurated(expression: Expression, context: Context) -> str:
    """The president whom a clause of taking office is about, or nobody."""
    clause = expression.part("clause")
    if not clause or not re.search(TAKING_OFFICE, clause):
        return ""
    named = next((word for word in clause.split() if word in PRESIDENCIES), "")
    return named or context.president


def _since_office(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    name = expression.part("president") or context.president
    term = presidency(name, context) if name else None
    if term is None:
        return nothing(expression)
    base = Period(term.start, term.start, TimePrecision.DAY)
    return Resolved(expression, base, to_today(base, context), "since")


def _since_event(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    base = context.events.get(NAMED_EVENTS[expression.part("event")])
    if base is None:
        return Resolved(expression, None, None, "since")
    return Resolved(expression, base, to_today(base, context), "since")


def _since_then(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    base = context.latest if " " in expression.part("then") else context.mentioned
    if base is None or context.today is None:
        return Resolved(expression, None, None, "since")
    return Resolved(expression, base, to_today(base, context), "since")


def _until(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The date after "until" or "by"; ahead of publication, the days from then to it."""
    ahead = expression.sense == "until" or context.tense is not Tense.PAST
    x = whole_of(expression.inner["x"], replace(context, tense=Tense.FUTURE) if ahead else context, resolve)
    interval, today = x.interval, context.today
    if ahead and interval is not None and today is not None and today < interval.end:
        interval = Period(today, interval.end, interval.precision)
    return Resolved(expression, x.natural, interval, "until", {"x": x})


def _bound(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The date after "before" or "after"; "before dawn on Monday" is on Monday, and before a date ahead is till then."""
    x = whole_of(expression.inner["x"], context, resolve)
    if expression.inner["x"].sense == "daypart":
        return Resolved(expression, x.natural, x.interval, "date", {"x": x})
    interval, today = x.interval, context.today
    if expression.sense == "before" and interval is not None and today is not None and interval.start > today:
        closing = expression.inner["x"].sense == "part"
        last = interval.end if closing else periods.shifted(interval.start, -1)
        interval = Period(today, last, interval.precision)
    return Resolved(expression, x.natural, interval, expression.sense, {"x": x})


def _same(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    inner = inner_of(expression, context, resolve)
    return Resolved(expression, inner["x"].natural, inner["x"].interval, "date", inner)


SENSES: Mapping[str, Callable[[Expression, Context, Resolver], Resolved]] = {
    "range": _range,
    "onward": _onward,
    "since": _since,
    "since-clause": _since,
    "since-office": _since_office,
    "since-event": _since_event,
    "since-then": _since_then,
    "until": _until,
    "by": _until,
    "before": _bound,
    "after": _bound,
    "same": _same,
}
"""The rules of resolution by the name that the patterns give them."""
