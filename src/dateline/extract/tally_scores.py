"""How likely it is that a claimed total is read right, its number and its period: a small logistic model.

In: a tally. Out: a share from 0 to 1. The weights (`weights/tally_scores.json`) are fitted by `training/tally_scores.py` on
this project's own annotated articles; docs/quality.md says how well they hold. Few totals are annotated, so that only what
showed a clear difference is looked at: whether the period is one of months, and whether the total is open upwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.scores import share
from dateline.model.reading import Tally

A_MONTH, A_YEAR = 28, 400
"""Days: "since January", "this year", "last month" are read better than "in two days" or "since 2003"."""


def score(tally: Tally) -> float:
    """The share, rounded to two places."""
    return share("tally_scores.json", features(tally))


def features(tally: Tally) -> Iterator[tuple[str, float]]:
    """What speaks for or against a total, as names with values."""
    yield "always", 1.0
    yield "months", float(tally.when is not None and A_MONTH <= tally.when.days <= A_YEAR)
    yield "open", float(tally.number.high is None)
