"""Centuries, years of an era and named wars: an expression in, its days out; none for what lies before the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dateline.annotate.number_words import ordinal_value
from dateline.annotate.times import periods
from dateline.annotate.times.calendar_senses import found
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.languages.en.times import ERAS, NAMED_PERIODS
from dateline.model.vocabulary import TimePrecision

_THIRDS = {"early": 0, "mid": 1, "late": 2}


def _ours(expression: Expression) -> bool:
    """Whether the calendar has the time: nothing before Christ, where a `date` can't lie."""
    return ERAS.get(expression.part("era"), True)


def _century(expression: Expression, context: Context) -> Resolved:
    number = ordinal_value(expression.part("century").replace(" ", "")) or 0
    if not 0 < number < 23 or not _ours(expression):
        return found(expression, None)
    whole = periods.century(number)
    part = _THIRDS.get(expression.part("part"))
    if part is None:
        return found(expression, whole)
    first = whole.start.year + (0, 33, 67)[part]
    return found(
        expression, Period(date(max(first, 1), 1, 1), date(first + 32, 12, 31), TimePrecision.UNKNOWN)
    )


def _era_year(expression: Expression, context: Context) -> Resolved:
    number = int(expression.part("year"))
    return found(expression, periods.year(number) if number and _ours(expression) else None)


def _named_period(expression: Expression, context: Context) -> Resolved:
    first, last = NAMED_PERIODS[expression.part("name")]
    return found(expression, Period(date(*first), date(*last), TimePrecision.YEAR))


SENSES: Mapping[str, Callable[[Expression, Context], Resolved]] = {
    "century": _century,
    "era-year": _era_year,
    "named-period": _named_period,
}
"""The rules of resolution by the name that the patterns give them."""
