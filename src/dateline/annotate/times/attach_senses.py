"""Days placed by a second expression: its year, week, part of the day or distance. Inner expressions in, days out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.annotate.times import periods
from dateline.annotate.times.anchors import of_weekday
from dateline.annotate.times.calendar_senses import day_number, safe_day
from dateline.annotate.times.composition import Resolver, built, inner_of
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.annotate.times.relative_senses import away, counted, nothing
from dateline.languages.en.times import (
    UNITS,
    WEEKDAYS,
)
from dateline.model.vocabulary import TimePrecision


def _attach(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "March of last year", "July 4 this year": the first takes its year, or its month, from the second."""
    y = resolve(expression.inner["y"], context)
    x = expression.inner["x"]
    if y.natural is None:
        return replace(resolve(x, context), expression=expression)
    if x.part("year") or y.natural.precision is not TimePrecision.YEAR:
        return built(expression, {"y": y, "x": resolve(x, context)}, resolve(x, context).natural)
    told = replace(x, parts={**x.parts, "year": str(y.natural.start.year), "which": ""})
    done = resolve(told, context)
    return built(expression, {"x": done, "y": y}, done.natural)


def _day_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    inner = inner_of(expression, context, resolve)
    whole = inner["x"].natural
    if whole is None or whole.precision is not TimePrecision.MONTH:
        return nothing(expression)
    return built(expression, inner, safe_day(whole.start.year, whole.start.month, day_number(expression)))


def _weekday_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    inner = inner_of(expression, context, resolve)
    whole = inner["y"].natural
    weekday = _weekday_number(expression.inner["x"])
    if whole is None or weekday is None or whole.precision is not TimePrecision.WEEK:
        return built(expression, inner, inner["x"].natural)
    return built(expression, inner, periods.day(periods.shifted(whole.start, weekday)))


def _weekday_by(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The first such weekday after, or the last before, the day told of ("on the Sunday after")."""
    weekday = _weekday_number(expression.inner["x"])
    which = "following" if expression.part("direction") in {"after", "following"} else "previous"
    if weekday is None or context.latest is None:
        return nothing(expression)
    return built(expression, {}, of_weekday(context, weekday, which), "relative")


def _night_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The night that ends on the day ("overnight into Thursday", "overnight on Monday")."""
    inner = {"x": resolve(expression.inner["x"], context)}
    base = inner["x"].natural
    if base is None or base.start != base.end:
        return built(expression, inner, base)
    return built(expression, inner, base.starting(periods.shifted(base.start, -1)))


def _weekday_number(expression: Expression) -> int | None:
    inner = expression
    while inner.sense == "daypart" and "x" in inner.inner:
        inner = inner.inner["x"]
    return WEEKDAYS.get(inner.part("weekday"))


def _daypart(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "Thursday night", "late on Thursday", "2 a.m. on Saturday": the day; its eve is the day before."""
    inner = inner_of(expression, context, resolve)
    base = inner["x"].natural
    part = expression.part("part")
    if base is not None and part == "overnight" and base.start == base.end:
        base = base.starting(periods.shifted(base.start, -1))
    if base is not None and part == "eve":
        base = periods.day(periods.shifted(base.start, -1))
    return built(expression, inner, base, inner["x"].kind)


def _week_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The calendar week that holds the day, or the seven days from it on after "beginning"."""
    inner = inner_of(expression, context, resolve)
    base = inner["x"].natural
    if base is None:
        return nothing(expression)
    if expression.part("lead") == "of":
        return built(expression, inner, periods.week(base.start))
    return built(expression, inner, Period(base.start, periods.shifted(base.start, 6), TimePrecision.WEEK))


def _bare_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "The night of 5 May", "the week of 5 May"."""
    if UNITS.get(expression.inner["y"].part("unit")) == "week":
        return _week_of(expression, context, resolve)
    inner = inner_of(expression, context, resolve)
    return built(expression, inner, inner["x"].natural)


def _from_date(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """For "Three days after Monday", "the day before Christmas"."""
    x = resolve(expression.inner["x"], context)
    inner = expression.inner.get("u") or expression.inner["y"]
    count, unit = counted(inner, context)
    if x.natural is None or count is None:
        return nothing(expression)
    back = expression.part("direction") in {"before", "prior to", "ahead of", "in advance of", "ago"}
    anchor = x.natural.start if back else x.natural.end
    return built(
        expression,
        {"x": x},
        away(anchor, unit, -count if back else count, coarse=unit not in {"week"}),
        "relative",
    )


SENSES: Mapping[str, Callable[[Expression, Context, Resolver], Resolved]] = {
    "attach": _attach,
    "day-of": _day_of,
    "weekday-of": _weekday_of,
    "weekday-by": _weekday_by,
    "night-of": _night_of,
    "daypart": _daypart,
    "week-of": _week_of,
    "bare-of": _bare_of,
    "from-date": _from_date,
}
"""The rules of resolution by the name that the patterns give them."""
