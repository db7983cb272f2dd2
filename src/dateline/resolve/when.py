"""What two times say for or against one happening, in bits of evidence with the reason in words.

Two unrelated attacks that come up for comparison share a day by chance about once in 30, a week once in four;
hence about 5 and 2 bits (-log2). Reports of one attack differ by a day where it fell in the night, or where
the day of the report was taken for that of the attack; by three days only if one of them is about another.
"""

from __future__ import annotations

from dateline.resolve.profile import Profile

Finding = tuple[float, str]

_A_WEEK = 7  # a weekday's name is sometimes taken for the one to come
_SURE_DAYS = 2  # "Thursday night", "on Thursday or Friday" are as good as a day
_APART_EXACT = {1: (1.0, "a day apart"), 2: (-4.0, "two days apart")}
_FAR = (-10.0, "days apart")
_WEEKS = (-12.0, "more than a week apart")
# Days at most, bits, words: from the lags of publication in the Gun Violence Archive.
_LAGS = (
    (3, 1.0, "within days of"),
    (10, 0.0, "within ten days of"),
    (30, -0.5, "within a month of"),
    (120, -2.0, "months after"),
    (1_000_000, -3.0, "long after"),
)
_APART_PUBLISHED = (
    (2, 1.0, "within two days of"),
    (10, -0.5, "within ten days of"),
    (30, -1.5, "within a month of"),
    (1_000_000, -4.0, "long after"),
)


def time_agreement(left: Profile, right: Profile) -> Finding | None:
    """Interval overlap or gap against precision."""
    early = max(_days_before(left, right), _days_before(right, left))
    if early > 1:
        return (-10.0 if early > _A_WEEK else -8.0), "one was published before the other's day"
    if left.first is None or right.first is None:
        return _undated(left, right)
    return _dated(left, right)


def gap_of(left: Profile, right: Profile) -> int:
    """Days from the end of one to the start of the other; 0 or less where they share a day. Both are dated."""
    assert left.first is not None and left.last is not None
    assert right.first is not None and right.last is not None
    return max(left.first - right.last, right.first - left.last)


def _days_before(one: Profile, other: Profile) -> int:
    """How many days one was published before the other's first day; 0 where that can't be told."""
    return 0 if one.published is None or other.first is None else other.first - one.published


def _dated(left: Profile, right: Profile) -> Finding:
    gap = gap_of(left, right)
    widest = max(left.days or 0, right.days or 0)
    if gap <= 0:
        return _overlapping(left, right, widest)
    if widest <= _SURE_DAYS:
        return _APART_EXACT.get(gap, _FAR if gap <= 7 else _WEEKS)
    if gap <= 2 and widest <= 10:
        return -0.5, "times that nearly meet"
    return _FAR if gap > 3 else (-3.0, "times that don't meet")


def _overlapping(left: Profile, right: Profile, widest: int) -> Finding:
    if widest == 1:
        return 5.0, "the same day"
    if widest <= _SURE_DAYS:
        return 4.0, "the same day or the next"
    if widest <= 10:
        return 2.5, "times within the same days"
    if widest <= 40:
        return 1.0, "times within the same month"
    return 0.0, "times that overlap"


def _undated(left: Profile, right: Profile) -> Finding | None:
    """One has no time: reports are mostly about what happened in the days before they were published."""
    if left.first is None and right.first is None:
        return _published_together(left, right)
    dated, undated = (left, right) if left.first is not None else (right, left)
    if undated.published is None or dated.last is None:
        return None
    lag = undated.published - dated.last
    return next((bits, f"published {told} the other's day") for most, bits, told in _LAGS if lag <= most)


def _published_together(left: Profile, right: Profile) -> Finding | None:
    if left.published is None or right.published is None:
        return None
    apart = abs(left.published - right.published)
    return next(
        (bits, f"published {told} each other") for most, bits, told in _APART_PUBLISHED if apart <= most
    )
