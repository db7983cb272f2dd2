"""How far reviewers agree: Krippendorff's alpha for nominal values.

In: units, each with the values that reviewers gave it. Out: alpha, 1 for full agreement and 0 for what chance gives.
After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: alpha = 1 - (n - 1) *
(sum of unequal coincidences) / (sum over unequal values of n_c * n_k), where a unit with m values adds each ordered
pair of its values with a weight of 1 / (m - 1). Units with one value tell nothing and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Alpha over units with the values given to each; None where no two reviewers answered one unit.

    Where all values are equal there is no disagreement to expect, and alpha is 1 by convention.
    """
    coincidences: defaultdict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values in units:
        for pair in permutations(values, 2):
            coincidences[pair] += 1 / (len(values) - 1)
    totals: defaultdict[Hashable, float] = defaultdict(float)
    for (value, _), weight in coincidences.items():
        totals[value] += weight
    n = sum(totals.values())
    if not n:
        return None
    observed = sum(weight for (a, b), weight in coincidences.items() if a != b)
    expected = n * n - sum(count * count for count in totals.values())
    return 1.0 if not expected else 1 - (n - 1) * observed / expected
