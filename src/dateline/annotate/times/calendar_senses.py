"""Dates, months, years, seasons, weekdays and feasts: an expression and its context in, its days out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from dateline.annotate.number_words import ordinal_value
from dateline.annotate.times import periods
from dateline.annotate.times.anchors import of_month_day, of_weekday, of_year, years_around
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.holidays import feast, solar_hijri
from dateline.annotate.times.periods import Period
from dateline.annotate.times.tense import Tense
from dateline.languages.en.times import (
    DECADE_WORDS,
    DEICTIC_DAYS,
    FEASTS,
    FOREIGN_MONTHS,
    MONTHS,
    NAMED_DAYS,
    PRESIDENCIES,
    SEASONS,
    WEEKDAYS,
)
from dateline.model.vocabulary import TimePrecision

_THIRDS = {"early": 0, "mid": 1, "late": 2}
_CENTURY_TURN = 70
"""Two-figure years from here on are of the last century."""


def found(expression: Expression, natural: Period | None, kind: str = "date") -> Resolved:
    """The result of a calendar expression: what the words name is what they stand for."""
    return Resolved(expression, natural, natural, kind)


def safe_day(year: int, month: int, number: int) -> Period | None:
    """The day, or None where the calendar has no such day."""
    try:
        return periods.day(date(year, month, number))
    except ValueError:
        return None


def full_year(text: str) -> int:
    """A year of two or four figures as a number."""
    number = int(text)
    if len(text) > 2:
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def day_number(expression: Expression) -> int:
    """The day of the month that figures or an ordinal word name."""
    if expression.part("day"):
        return int(expression.part("day"))
    return ordinal_value(expression.part("ordinal").replace(" ", "")) or 0


def _date(expression: Expression, context: Context) -> Resolved:
    number = day_number(expression)
    weekday = WEEKDAYS.get(expression.part("weekday"))
    month = MONTHS.get(expression.part("month")) or int(expression.part("number") or 0)
    if not month:
        return found(expression, of_month_day(context, number, weekday))
    if expression.part("year"):
        return found(expression, safe_day(int(expression.part("year")), month, number))
    matching = _weekday_matching(context, month, number, weekday)
    return found(expression, matching or of_year(context, lambda year: safe_day(year, month, number)))


def _weekday_matching(context: Context, month: int, number: int, weekday: int | None) -> Period | None:
    """The year nearest to publication in which the date falls on the weekday beside it."""
    if weekday is None or context.today is None:
        return None
    today = context.today
    options = [safe_day(today.year + step, month, number) for step in (0, -1, 1)]
    fitting = [p for p in options if p is not None and p.start.weekday() == weekday]
    return min(fitting, key=lambda p: abs((p.start - today).days), default=None)


def _numeric(expression: Expression, context: Context) -> Resolved:
    """25/07/2021 or 07/25/2021; where both readings exist, the one nearer to publication, else month first."""
    a, b, year = int(expression.part("a")), int(expression.part("b")), full_year(expression.part("year"))
    readings = [safe_day(year, a, b), safe_day(year, b, a)]
    options = [p for p in readings if p is not None]
    if "." in expression.part("cut") and readings[1] is not None:
        return found(expression, readings[1])
    today = context.today
    if today is None or len(options) < 2:
        return found(expression, options[0] if options else None)
    return found(expression, min(options, key=lambda p: (p.start > today, abs((p.start - today).days))))


def _slashed(expression: Expression, context: Context) -> Resolved:
    """A weekday with day and month ("Mon 19/02"): day first unless only the other order fits."""
    a, b = int(expression.part("a")), int(expression.part("b"))
    weekday = WEEKDAYS[expression.part("weekday")]
    orders = [(a, b)] if a > 12 else [(b, a)] if b > 12 else [(a, b), (b, a)]
    for number, month in orders:
        fitting = _weekday_matching(context, month, number, weekday)
        if fitting is not None:
            return found(expression, fitting)
    return found(expression, None)


def _days(expression: Expression, context: Context) -> Resolved:
    end = _date(
        replace(expression, parts={**expression.parts, "day": expression.part("day2"), "weekday": ""}),
        context,
    ).natural
    if end is None:
        return found(expression, None)
    first = safe_day(end.start.year, end.start.month, int(expression.part("day")))
    if first is None or first.start > end.end:
        return found(expression, end)
    return found(expression, Period(first.start, end.end, TimePrecision.DAY))


def _solar(expression: Expression, context: Context) -> Resolved:
    month, number = FOREIGN_MONTHS[expression.part("month")], int(expression.part("day"))
    return found(expression, periods.day(solar_hijri(int(expression.part("hijri")), month, number)))


def _with_part(expression: Expression, whole: Period | None) -> Resolved:
    part = _THIRDS.get(expression.part("part"))
    return found(expression, whole if whole is None or part is None else periods.third(whole, part))


def _month(expression: Expression, context: Context) -> Resolved:
    number = MONTHS[expression.part("month")]
    written = expression.part("year") or expression.part("short")
    if written:
        return _with_part(expression, periods.month(full_year(written), number))
    which, today = expression.part("which"), context.today
    if which and today is not None:
        return found(expression, _which(which, today, lambda year: periods.month(year, number), context))
    return _with_part(expression, of_year(context, lambda year: periods.month(year, number)))


def _which(which: str, today: date, make: Callable[[int], Period], context: Context) -> Period | None:
    """For "Last" March or winter, the latest that is over; "next", the first that has not begun; "this", the nearest."""
    options = [make(year) for year in years_around(today, 2)]
    if which in {"last", "previous", "this past"}:
        return max((p for p in options if p.end < today), key=lambda p: p.start, default=None)
    if which in {"next", "this coming"}:
        return min((p for p in options if p.start > today), key=lambda p: p.start, default=None)
    inside = next((p for p in options if p.start <= today <= p.end), None)
    if inside is not None or context.tense is not Tense.NONE:
        ahead = context.tense is Tense.FUTURE
        return inside or _which("next" if ahead else "last", today, make, context)
    return make(today.year)


def _year(expression: Expression, context: Context) -> Resolved:
    return _with_part(expression, periods.year(int(expression.part("year"))))


def _years(expression: Expression, context: Context) -> Resolved:
    first, text = int(expression.part("year")), expression.part("year2")
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if not first < last <= first + 20:
        return found(expression, None)
    return found(expression, Period(date(first, 1, 1), date(last, 12, 31), TimePrecision.YEAR))


_HUNDREDS = frozenset(range(1000, 1900, 100))
"""Years whose plural is the century: "the 1600s". Of the 1900s and 2000s the first ten years are meant as often."""


def _decade(expression: Expression, context: Context) -> Resolved:
    number = DECADE_WORDS.get(expression.part("word")) or int(expression.part("decade") or 0)
    first = (
        number if number > 99 else (2000 if number < 30 and not expression.part("word") else 1900) + number
    )
    whole = periods.century(first // 100 + 1) if first in _HUNDREDS else periods.decade(first)
    return _with_part(expression, whole)


def _season(expression: Expression, context: Context) -> Resolved:
    name = SEASONS[expression.part("season")]
    if expression.part("year"):
        return found(expression, periods.season(int(expression.part("year")), name))
    which, today = expression.part("which"), context.today
    if which and today is not None:
        return found(expression, _which(which, today, lambda year: periods.season(year, name), context))
    return found(expression, of_year(context, lambda year: periods.season(year, name)))


def _quarter(expression: Expression, context: Context) -> Resolved:
    text = expression.part("quarter")
    number = 4 if text == "last" else int(text) if text.isdigit() else ordinal_value(text) or 1
    if expression.part("year"):
        return found(expression, periods.quarter(int(expression.part("year")), number))
    return found(expression, of_year(context, lambda year: periods.quarter(year, number)))


def _weekday(expression: Expression, context: Context) -> Resolved:
    return found(
        expression, of_weekday(context, WEEKDAYS[expression.part("weekday")], expression.part("which"))
    )


def _named_day(expression: Expression, context: Context) -> Resolved:
    return found(expression, periods.day(date(*NAMED_DAYS[expression.part("name")])))


def _feast(expression: Expression, context: Context) -> Resolved:
    key = FEASTS[expression.part("feast")]
    if expression.part("year"):
        return found(expression, feast(key, int(expression.part("year"))))
    which, today = expression.part("which"), context.today
    if which in {"last", "next"} and today is not None:
        options = [p for p in (feast(key, year) for year in years_around(today, 1)) if p is not None]
        if which == "last":
            return found(
                expression, max((p for p in options if p.end < today), key=lambda p: p.end, default=None)
            )
        return found(
            expression, min((p for p in options if p.start > today), key=lambda p: p.end, default=None)
        )
    return found(expression, of_year(context, lambda year: feast(key, year), firm=True))


def _presidency(expression: Expression, context: Context) -> Resolved:
    """A president's time in office, the latest term that had begun by the day of publication."""
    term = presidency(expression.part("president"), context)
    return found(expression, term)


def presidency(name: str, context: Context) -> Period | None:
    """A president's latest term by the day of publication: 20 January to 20 January."""
    terms = [
        Period(date(first, 1, 20), date(last, 1, 20), TimePrecision.YEAR)
        for first, last in PRESIDENCIES[name]
    ]
    begun = [term for term in terms if context.today is None or term.start <= context.today]
    return begun[-1] if begun else None


def _deictic(expression: Expression, context: Context) -> Resolved:
    today = context.today
    if today is None:
        return found(expression, None)
    return found(expression, periods.day(periods.shifted(today, DEICTIC_DAYS[expression.part("phrase")])))


def _overnight(expression: Expression, context: Context) -> Resolved:
    """The night before publication; in a report on a period, the night before the day last told of."""
    today = context.today
    if context.reporting is not None and context.narrated is not None:
        today = context.narrated.end
    if today is None:
        return found(expression, None)
    return found(expression, Period(periods.shifted(today, -1), today, TimePrecision.DAY))


def _to_date(expression: Expression, context: Context) -> Resolved:
    today = context.today
    if today is None:
        return found(expression, None)
    whole = periods.year(today.year)
    return Resolved(expression, whole, whole.until(today), "since")


def _year_end(expression: Expression, context: Context) -> Resolved:
    today = context.today
    return found(expression, periods.day(date(today.year, 12, 31)) if today else None)


SENSES: Mapping[str, Callable[[Expression, Context], Resolved]] = {
    "date": _date,
    "numeric": _numeric,
    "days": _days,
    "slashed": _slashed,
    "solar": _solar,
    "month": _month,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "feast": _feast,
    "named-day": _named_day,
    "presidency": _presidency,
    "deictic": _deictic,
    "overnight": _overnight,
    "to-date": _to_date,
    "year-end": _year_end,
}
"""The rules of resolution by the name that the patterns give them."""
