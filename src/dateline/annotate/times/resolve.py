"""An expression of time and its context in, its days out: the tables of rules under one name."""

from __future__ import annotations

from dateline.annotate.times import (
    attach_senses,
    bound_senses,
    calendar_senses,
    era_senses,
    part_senses,
    relative_senses,
)
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression

_SIMPLE = {**calendar_senses.SENSES, **era_senses.SENSES, **relative_senses.SENSES}
_COMPOUND = {**attach_senses.SENSES, **part_senses.SENSES, **bound_senses.SENSES}


def resolve(expression: Expression, context: Context) -> Resolved:
    """The days that an expression stands for in this context; none where the words or the context give none."""
    simple = _SIMPLE.get(expression.sense)
    if simple is not None:
        return simple(expression, context)
    return _COMPOUND[expression.sense](expression, context, resolve)
