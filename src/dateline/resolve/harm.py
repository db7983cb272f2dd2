"""What two tolls say for or against one happening, in bits of evidence with the reason in words.

Tolls of one attack rise over the days and differ between sources; equal tolls tell the more the higher they
are; a report of no harm and one of many dead are not about the same attack.
"""

from __future__ import annotations

from math import log2

from dateline.model.values import Count
from dateline.resolve.profile import Profile

Finding = tuple[float, str]


def harm_agreement(left: Profile, right: Profile) -> Finding | None:
    """The evidence of the dead and the wounded together."""
    earlier, later = _by_publication(left, right)
    found = [
        f
        for f in (
            _toll(earlier.killed, later.killed, "killed"),
            _toll(earlier.injured, later.injured, "injured"),
        )
        if f is not None
    ]
    if not found:
        return None
    return sum(bits for bits, _ in found), ", ".join(reason for _, reason in found)


def _by_publication(left: Profile, right: Profile) -> tuple[Profile, Profile]:
    first = (left.published or 0, left.report) <= (right.published or 0, right.report)
    return (left, right) if first else (right, left)


def _toll(earlier: Count | None, later: Count | None, what: str) -> Finding | None:
    if earlier is None or later is None:
        return None
    if _overlap(earlier, later):
        return _agreeing(earlier, later, what)
    small, large = sorted((earlier, later), key=lambda c: c.low)
    least = small.high if small.high is not None else small.low
    if least == 0:
        return (-1.0 if large.low <= 2 else -3.5), f"none {what} in one, {large.low} in the other"
    if large.low > 3 * least + 3:
        return -3.0, f"{least} {what} in one, {large.low} in the other"
    rose = later is large and large.low <= 2 * least + 2
    return (0.0 if rose else -1.0), f"{earlier.low}, then {later.low} {what}"


def _overlap(left: Count, right: Count) -> bool:
    return (left.high is None or right.low <= left.high) and (right.high is None or left.low <= right.high)


def _agreeing(earlier: Count, later: Count, what: str) -> Finding:
    if earlier.low == later.low and earlier.high == later.high:
        bits = 0.3 if earlier.low == 0 else min(3.0, 0.8 + 0.7 * log2(earlier.low))
        return bits, f"{earlier.low} {what} in both"
    return 0.5, f"tolls of {what} that agree"
