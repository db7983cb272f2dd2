"""Which of several possible days is meant: a context and a way to make candidates in, the chosen period out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from dateline.annotate.number_words import number_value
from dateline.annotate.times.context import Context
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period, add_months, day, shifted
from dateline.annotate.times.tense import Tense
from dateline.languages.en.times import UNITS, VAGUE_NUMBERS, VAGUE_VALUES

_FAR = 270
"""Days after which a date without a year in the tense's direction is doubted."""

_NEAR = 95
"""Days within which the other direction is then the better reading."""


def of_year(context: Context, make: Callable[[int], Period | None], firm: bool = False) -> Period | None:
    """The candidate of the right year: the one the text tells of, else the nearest in the tense's direction."""
    today = context.today
    if today is None:
        return make(context.told) if context.told is not None else None
    if context.told is not None and context.told < today.year - 1 and context.tense is Tense.PAST:
        return make(context.told)
    return directed(context, [p for p in map(make, years_around(today, 4)) if p is not None], firm)


def years_around(today: date, reach: int) -> range:
    """The years up to `reach` years before and after the day's own, as far as the calendar goes."""
    return range(max(today.year - reach, MINYEAR), min(today.year + reach, MAXYEAR) + 1)


def directed(context: Context, candidates: list[Period], firm: bool = False) -> Period | None:
    """The nearest candidate in the tense's direction, unless that is far off and the other one near.

    A past tense is `firm` where writers leave out the year of something long past, as with feasts.
    """
    today = context.today
    if today is None:
        return None
    past = max((p for p in candidates if p.start <= today), key=lambda p: p.start, default=None)
    future = min((p for p in candidates if p.end >= today), key=lambda p: p.end, default=None)
    if past is None or future is None:
        return past or future
    behind, ahead = (today - past.end).days, (future.start - today).days
    if context.tense is Tense.FUTURE:
        return past if ahead > _FAR and behind < _NEAR else future
    held = (firm or context.firm) and context.tense is Tense.PAST
    return future if behind > _FAR and ahead < _NEAR and not held else past


def of_weekday(context: Context, weekday: int, which: str) -> Period | None:
    """The weekday meant: the last one past, today included, or the next one when the verb looks ahead.

    "Last", "past" and "previous" leave today out, "next" means the next calendar week's, "following" the first
    after the day last mentioned. A report on a period is not about the day on which it appears.
    """
    if which in {"that", "same"} and weekday in context.days:
        return day(context.days[weekday])
    if which in {"following", "previous", "that", "same"} and context.latest is not None:
        anchor = context.latest.start
        step = {"following": _after, "previous": _before}.get(which, _on_or_before)
        return day(step(anchor, weekday))
    if context.today is None:
        return None
    if which == "next":
        return day(shifted(context.today, 7 - context.today.weekday() + weekday))
    if which == "this":
        return day(shifted(context.today, weekday - context.today.weekday()))
    if which in {"last", "past", "this past", "previous"}:
        return day(_before(context.today, weekday))
    if which in {"coming", "this coming", "following"}:
        return day(_after(context.today, weekday))
    if context.tense is Tense.FUTURE:
        return day(_on_or_after(context.today, weekday))
    return day((_before if context.reporting else _on_or_before)(context.today, weekday))


def _on_or_before(anchor: date, weekday: int) -> date:
    return shifted(anchor, -((anchor.weekday() - weekday) % 7))


def _on_or_after(anchor: date, weekday: int) -> date:
    return shifted(anchor, (weekday - anchor.weekday()) % 7)


def _before(anchor: date, weekday: int) -> date:
    return _on_or_before(shifted(anchor, -1), weekday)


def _after(anchor: date, weekday: int) -> date:
    return _on_or_after(shifted(anchor, 1), weekday)


def of_month_day(context: Context, number: int, weekday: int | None) -> Period | None:
    """For "The 21st": in the month that a report covers or the text tells of, else the nearest in the tense's direction."""
    base = _month_anchor(context)
    if base is None:
        return None
    candidates = [p for p in _days_numbered(base, number) if weekday is None or p.start.weekday() == weekday]
    return directed(replace(context, today=base), candidates or list(_days_numbered(base, number)))


def _month_anchor(context: Context) -> date | None:
    if context.reporting is not None and context.tense is not Tense.FUTURE:
        return context.reporting.end
    told, today = context.latest, context.today
    if told is not None and (today is None or (today - told.start).days > 45):
        return shifted(add_months(told.start.replace(day=1), 1), -1)
    return today


def _days_numbered(base: date, number: int) -> Iterator[Period]:
    first = base.replace(day=1)
    for step in range(-3, 4):
        month = add_months(first, step)
        try:
            yield day(month.replace(day=number))
        except ValueError:
            continue


def length(expression: Expression, context: Context) -> tuple[float | None, str]:
    """The number and unit of a length of time; the number is None when the words leave it open."""
    unit = UNITS.get(expression.part("unit"), "day")
    words = expression.part("number")
    if words == "as many":
        return (float(context.count) if context.count else None), unit
    extra = 0.5 if words.endswith(" and a half") or expression.part("half") else 0.0
    if words.endswith(" 1/2"):
        extra, words = 0.5, words.removesuffix(" 1/2")
    words = words.removesuffix(" and a half")
    if words in {"half a", "half an", "a half", "half"}:
        return 0.5, unit
    if words in VAGUE_VALUES:
        return float(VAGUE_VALUES[words]), unit
    parts = [word for word in words.split() if word not in {"a", "an"}] or ["one"]
    if set(parts) & VAGUE_NUMBERS:
        return None, unit
    value = number_value(parts)
    if value is None:
        try:
            value_or_fraction = float(words.replace(",", ""))
        except ValueError:
            return None, unit
        return value_or_fraction + extra, unit
    return value + extra, unit
