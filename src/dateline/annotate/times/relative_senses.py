"""Times counted from the day of publication or from a day mentioned before: an expression in, its days out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dateline.annotate.times import periods
from dateline.annotate.times.anchors import length
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.annotate.times.tense import Tense
from dateline.languages.en.times import UNITS
from dateline.model.vocabulary import TimePrecision

_BACK = frozenset(
    {"ago", "back", "earlier", "before", "previously", "prior", "prior to", "ahead of", "in advance of"}
)
_EARLIER = frozenset({"previous", "preceding", "last"})
_SHORT = 12
"""Hours below which "within three hours" says nothing of the day."""
_PRECISIONS = {
    "week": TimePrecision.WEEK,
    "fortnight": TimePrecision.WEEK,
    "month": TimePrecision.MONTH,
    "quarter": TimePrecision.SEASON,
    "season": TimePrecision.SEASON,
    "year": TimePrecision.YEAR,
    "decade": TimePrecision.DECADE,
    "century": TimePrecision.UNKNOWN,
}


def nothing(expression: Expression) -> Resolved:
    """The result of an expression that gives no date."""
    return Resolved(expression)


def away(anchor: date, unit: str, count: float, coarse: bool = True) -> Period:
    """The day, or for longer units the week, month or year, that lies `count` units from the anchor."""
    moved = periods.moved(anchor, unit, count)
    if not coarse or unit in {"hour", "minute", "second", "day"}:
        return periods.day(moved)
    if unit == "quarter":
        return periods.month(moved.year, moved.month)
    return periods.period_of({"decade": "year", "century": "year"}.get(unit, unit), moved)


def window(anchor: date, unit: str, count: float, kind: str, expression: Expression) -> Resolved:
    """The span of `count` units that ends (or, counted ahead, begins) at the anchor."""
    other = periods.moved(anchor, unit, count)
    span = Period(min(anchor, other), max(anchor, other), _PRECISIONS.get(unit, TimePrecision.DAY))
    return Resolved(expression, span, span, kind)


def _unit(expression: Expression, context: Context) -> Resolved:
    """For "This month", "last week", "next year", "the same day", "the following week"."""
    which, text = expression.part("which"), expression.part("unit")
    unit = UNITS.get(text, text)
    told = told_anchor(context, unit)
    if which in {"same", "that"}:
        return _whole(expression, periods.period_of(unit, told.start)) if told else nothing(expression)
    steps = {"previous": -1, "preceding": -1, "following": 1, "ensuing": 1}
    reported = context.reporting
    if which in _EARLIER and reported is not None and _PRECISIONS.get(unit) is reported.precision:
        return _whole(expression, _neighbour(reported.start, unit, -1))
    if which in steps and told is not None:
        return _whole(expression, _neighbour(told.start, unit, steps[which]))
    if which in {"following", "ensuing"} and context.tense is not Tense.FUTURE:
        return nothing(expression)
    today = context.today
    if today is None:
        return nothing(expression)
    if which in {"past", "this past"} and unit not in {"weekend"}:
        return window(today, unit, -1, "window", expression)
    if unit == "weekend":
        return _whole(expression, _weekend(which, context, today))
    step = {"last": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0}.get(which, 1)
    natural = _neighbour(today, unit, step)
    return Resolved(expression, natural, cut(natural, context) if step == 0 else natural)


def told_anchor(context: Context, unit: str, narrated: bool = False) -> Period | None:
    """What "that year" or "a day later" refers to: for days the last day, for longer units the last period."""
    if unit in {"day", "hour", "minute", "second"}:
        return (context.narrated if narrated else None) or context.latest or context.mentioned
    return context.mentioned or context.latest


def counted(inner: Expression, context: Context) -> tuple[float | None, str]:
    """The number and unit of a length of time, or one of the unit that "the day" names."""
    if inner.sense == "duration":
        return length(inner, context)
    return 1.0, UNITS.get(inner.part("unit"), "day")


def _whole(expression: Expression, natural: Period) -> Resolved:
    return Resolved(expression, natural, natural)


def _neighbour(anchor: date, unit: str, step: int) -> Period:
    return periods.period_of(unit, periods.moved(anchor, unit, step))


def _weekend(which: str, context: Context, today: date) -> Period:
    """The weekend meant: "this" and "the" weekend is the last one begun, or the coming one when the verb looks ahead."""
    coming = periods.weekend(today)
    if which in {"this", "current"} and (context.tense is Tense.FUTURE or coming.start <= today):
        return coming
    if which in {"next", "coming", "this coming", "upcoming", "following"}:
        return coming if coming.start > today else periods.weekend(periods.shifted(today, 7))
    return coming if coming.end < today else periods.weekend(periods.shifted(today, -7))


def cut(natural: Period, context: Context) -> Period:
    """For "This year" up to the day of publication; from that day on when the verb looks ahead."""
    today = context.today
    if today is None or not natural.start <= today <= natural.end:
        return natural
    return natural.starting(today) if context.tense is Tense.FUTURE else natural.until(today)


def _past(expression: Expression, context: Context) -> Resolved:
    """For "The last 24 hours", "the past twelve months", "the next three days"; vague lengths give no date."""
    inner = expression.inner.get("u")
    count, unit = length(inner, context) if inner else _bare_length(expression)
    today = context.today
    ahead = expression.part("which") in {"next", "coming", "following"}
    if count is None or today is None:
        return nothing(expression)
    return window(today, unit, count if ahead else -count, "window", expression)


def _bare_length(expression: Expression) -> tuple[float | None, str]:
    text = expression.part("unit")
    return (None if text.endswith("s") else 1.0), UNITS[text]


def _bare(expression: Expression, context: Context) -> Resolved:
    """Reads "the month" and "the period" as those that a report covers, "the weekend" as the last one."""
    unit = UNITS.get(expression.part("unit"), expression.part("unit"))
    reporting = context.reporting
    if unit == "weekend" and context.today is not None:
        return _whole(expression, _weekend("this", context, context.today))
    if reporting is None:
        return nothing(expression)
    named = unit in {"period", "reporting period"} or _PRECISIONS.get(unit) is reporting.precision
    fits = unit in {"week", "month", "quarter", "year"} and periods.period_of(unit, reporting.start)
    if named or (fits and (fits.start, fits.end) == (reporting.start, reporting.end)):
        return Resolved(expression, reporting, reporting, "window")
    return nothing(expression)


def _ago(expression: Expression, context: Context) -> Resolved:
    """The day so many days or weeks back; for longer units the month or year."""
    count, unit = length(expression.inner["u"], context)
    if count is None or context.today is None:
        return nothing(expression)
    if unit in {"week", "fortnight"}:
        exact = periods.moved(context.today, unit, -count)
        return _whole(expression, Period(exact, exact, TimePrecision.WEEK))
    return _whole(expression, away(context.today, unit, -count))


def _hence(expression: Expression, context: Context) -> Resolved:
    count, unit = length(expression.inner["u"], context)
    if count is None or context.today is None:
        return nothing(expression)
    return _whole(expression, away(context.today, unit, count))


def _shift(expression: Expression, context: Context) -> Resolved:
    """Counts from the day last told of ("two nights earlier", "a day later", "the day before")."""
    inner = expression.inner.get("u") or expression.inner.get("x")
    if inner is None:
        return nothing(expression)
    count, unit = counted(inner, context)
    back = expression.part("direction") in _BACK
    anchor = told_anchor(context, unit, narrated=True) or (_published(context) if back else None)
    if anchor is None or count is None:
        return nothing(expression)
    exact = unit == "week" and anchor.precision is TimePrecision.DAY
    moved = away(anchor.start if back else anchor.end, unit, -count if back else count, coarse=not exact)
    return Resolved(expression, moved, moved, "relative")


def _published(context: Context) -> Period | None:
    return periods.day(context.today) if context.today else None


def _within(expression: Expression, context: Context) -> Resolved:
    """For "In six weeks": ahead of the day of publication when the verb looks ahead, else the span that ends there."""
    count, unit = length(expression.inner["u"], context)
    today = context.today
    if count is None or today is None or unit in {"second", "minute"} or (unit == "hour" and count < _SHORT):
        return nothing(expression)
    if context.tense is Tense.FUTURE:
        if expression.part("lead").startswith("in"):
            return _whole(expression, away(today, unit, count))
        return window(today, unit, count, "window", expression)
    end = context.in_sentence.end if context.in_sentence and context.in_sentence.end <= today else today
    return window(end, unit, -count, "window", expression)


def _vague(expression: Expression, context: Context) -> Resolved:
    """For "Hours later", "minutes earlier": the day last told of."""
    anchor = context.in_sentence or context.narrated or context.latest
    if anchor is None or expression.part("direction") == "ago":
        return nothing(expression)
    return Resolved(expression, anchor, anchor, "relative")


def _offset(expression: Expression, context: Context) -> Resolved:
    """Dates what follows by the day that the sentence itself tells of ("a day after lawmakers met")."""
    inner = expression.inner.get("u") or expression.inner.get("x")
    if inner is None:
        return nothing(expression)
    count, unit = counted(inner, context)
    anchor = context.in_sentence or told_anchor(context, unit, narrated=True)
    if anchor is None or count is None or unit in {"second", "minute"}:
        return nothing(expression)
    direction = 1 if expression.part("direction") in _BACK else -1
    moved = away(anchor.start, unit, direction * count, coarse=unit != "week")
    return Resolved(expression, moved, moved, "offset")


def _period_again(expression: Expression, context: Context) -> Resolved:
    """For "In the same period": the span counted over before."""
    if context.window is None or "period" not in expression.part("word"):
        return nothing(expression)
    return Resolved(expression, context.window, context.window, "window")


def _nothing(expression: Expression, context: Context) -> Resolved:
    return nothing(expression)


SENSES: Mapping[str, Callable[[Expression, Context], Resolved]] = {
    "unit": _unit,
    "past": _past,
    "bare": _bare,
    "ago": _ago,
    "hence": _hence,
    "shift": _shift,
    "within": _within,
    "vague": _vague,
    "offset": _offset,
    "period-again": _period_again,
    "duration": _nothing,
    "age": _nothing,
    "clock": _nothing,
    "set": _nothing,
    "reference": _nothing,
}
"""The rules of resolution by the name that the patterns give them."""
