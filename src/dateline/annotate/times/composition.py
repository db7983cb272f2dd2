"""What the rules for compound expressions share: inner expressions resolved, and results built from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.annotate.times import periods
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.languages.en.times import UNITS

Resolver = Callable[[Expression, Context], Resolved]
"""Resolves an inner expression."""


def inner_of(expression: Expression, context: Context, resolve: Resolver) -> dict[str, Resolved]:
    """The inner expressions resolved, by name."""
    return {name: resolve(inner, context) for name, inner in expression.inner.items()}


def built(
    expression: Expression, inner: Mapping[str, Resolved], period: Period | None, kind: str = "date"
) -> Resolved:
    """A result whose words and interval are the same period."""
    return Resolved(expression, period, period, kind, inner)


def whole_of(expression: Expression, context: Context, resolve: Resolver) -> Resolved:
    """The inner expression; "the year" and "the month" after "end of" are those of publication or of the report."""
    done = resolve(expression, context)
    if done.natural is None and expression.sense == "bare" and context.today is not None:
        unit = UNITS.get(expression.part("unit"), "")
        if unit in {"week", "weekend", "month", "quarter", "year", "decade"}:
            natural = periods.period_of(unit, context.today)
            return Resolved(expression, natural, natural)
    return done


def to_today(whole: Period, context: Context) -> Period:
    """From the period's start to the day of publication, or to its own end where that day is unknown."""
    return whole.until(context.today) if context.today and context.today >= whole.start else whole
