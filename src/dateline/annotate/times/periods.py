"""Calendar arithmetic: days, weeks, months, seasons, years and decades as periods of whole days.

Weeks run from Monday to Sunday (ISO 8601), seasons are the meteorological ones of the northern hemisphere
(spring March to May), quarters those of the calendar year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.model.vocabulary import TimePrecision

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which each season starts."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included, and the unit in which they were said."""

    start: date
    end: date
    precision: TimePrecision = TimePrecision.DAY

    def until(self, end: date) -> Period:
        """The period cut off, or drawn out, at `end`; it never ends before it starts."""
        return replace(self, end=max(self.start, end))

    def starting(self, start: date) -> Period:
        """The period from `start` on; it never starts after its end."""
        return replace(self, start=min(start, self.end))


def day(when: date) -> Period:
    """One day."""
    return Period(when, when, TimePrecision.DAY)


def week(when: date) -> Period:
    """The week, Monday to Sunday, that holds the day."""
    monday = shifted(when, -when.weekday())
    return Period(monday, shifted(monday, 6), TimePrecision.WEEK)


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the week that holds the day."""
    saturday = shifted(when, 5 - when.weekday())
    return Period(saturday, shifted(saturday, 1), TimePrecision.DAY)


def month(year_number: int, month_number: int) -> Period:
    """A calendar month."""
    first = date(year_number, month_number, 1)
    return Period(first, shifted(add_months(first, 1), -1), TimePrecision.MONTH)


def months(year_number: int, first: int, last: int, precision: TimePrecision) -> Period:
    """The months `first` to `last` of one year."""
    return Period(month(year_number, first).start, month(year_number, last).end, precision)


def quarter(year_number: int, number: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return months(year_number, 3 * number - 2, 3 * number, TimePrecision.SEASON)


def season(year_number: int, name: str) -> Period:
    """A season by the year in which it starts: the winter of 2020 runs to February 2021."""
    first = date(year_number, SEASON_STARTS[name], 1)
    return Period(first, shifted(add_months(first, 3), -1), TimePrecision.SEASON)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), TimePrecision.YEAR)


def decade(first: int) -> Period:
    """The ten years from `first` on."""
    start = max(first, MINYEAR)
    return Period(date(start, 1, 1), date(min(first + 9, MAXYEAR), 12, 31), TimePrecision.DECADE)


def century(number: int) -> Period:
    """A century as it is spoken of: the 20th runs from 1900 to 1999."""
    first = max(100 * (number - 1), MINYEAR)
    return Period(date(first, 1, 1), date(100 * (number - 1) + 99, 12, 31), TimePrecision.UNKNOWN)


def shifted(when: date, days: int) -> date:
    """The day `days` later (earlier when negative), held inside the calendar."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(when: date, count: int) -> date:
    """The same day `count` months later, or the month's last day where it has no such day."""
    total = when.year * 12 + when.month - 1 + count
    year_number = min(max(total // 12, MINYEAR), MAXYEAR)
    month_number = total % 12 + 1
    return date(year_number, month_number, min(when.day, month_length(year_number, month_number)))


def month_length(year_number: int, month_number: int) -> int:
    """How many days a month has."""
    if month_number == 12:
        return 31
    return (date(year_number, month_number + 1, 1) - date(year_number, month_number, 1)).days


_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}


def moved(when: date, unit: str, count: float) -> date:
    """The day `count` units away; units shorter than a day stay on the day unless they add up to more."""
    if unit in _UNIT_MONTHS:
        return add_months(when, round(count * _UNIT_MONTHS[unit]))
    hours = {"hour": 1 / 24, "minute": 1 / 1440, "second": 0.0}
    return shifted(when, round(count * (_UNIT_DAYS.get(unit) or hours.get(unit, 0.0))))


def period_of(unit: str, when: date) -> Period:
    """The calendar unit that holds the day: its week, month, quarter, year, decade, or the day itself."""
    if unit in {"week", "fortnight"}:
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year - when.year % 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    return day(when)


_FINER = {
    TimePrecision.DECADE: TimePrecision.YEAR,
    TimePrecision.YEAR: TimePrecision.SEASON,
    TimePrecision.SEASON: TimePrecision.MONTH,
    TimePrecision.MONTH: TimePrecision.WEEK,
    TimePrecision.WEEK: TimePrecision.DAY,
}


def third(whole: Period, number: int) -> Period:
    """The first, second or last third of a period (0, 1, 2), along months or years where it is made of them.

    "Early" is the first third, "mid" the second, "late" the last: of a month the days 1–10, 11–20, 21–end.
    """
    precision = _FINER.get(whole.precision, whole.precision)
    if whole.precision in {TimePrecision.YEAR, TimePrecision.SEASON, TimePrecision.DECADE}:
        count = months_in(whole)
        cuts = [round(count * part / 3) for part in range(4)]
        return _month_slice(whole, cuts[number], cuts[number + 1], precision)
    length = (whole.end - whole.start).days + 1
    cuts = [length * part // 3 for part in range(4)]
    last = whole.end if number == 2 else shifted(whole.start, cuts[number + 1] - 1)
    return Period(shifted(whole.start, cuts[number]), last, precision)


def half(whole: Period, number: int) -> Period:
    """The first or second half (0, 1): of a month the days 1–15 and 16–end, of a year six months each."""
    precision = _FINER.get(whole.precision, whole.precision)
    if whole.precision is TimePrecision.MONTH:
        middle = shifted(whole.start, 14)
        return (
            Period(whole.start, middle, precision)
            if number == 0
            else Period(shifted(middle, 1), whole.end, precision)
        )
    if months_in(whole) >= 2:
        count = months_in(whole)
        return _month_slice(whole, number * count // 2, (number + 1) * count // 2, precision)
    days = (whole.end - whole.start).days + 1
    if days == 1:
        return whole
    middle = shifted(whole.start, days // 2 - 1)
    return (
        Period(whole.start, middle, precision)
        if number == 0
        else Period(shifted(middle, 1), whole.end, precision)
    )


def months_in(whole: Period) -> int:
    """How many calendar months the period touches."""
    return (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1


def _month_slice(whole: Period, first: int, last: int, precision: TimePrecision) -> Period:
    return Period(add_months(whole.start, first), shifted(add_months(whole.start, last), -1), precision)


def hull(left: Period, right: Period) -> Period:
    """The smallest period that holds both, in the coarser of the two units."""
    order = list(TimePrecision)
    coarser = max(left.precision, right.precision, key=order.index)
    return Period(min(left.start, right.start), max(left.end, right.end), coarser)
