"""Clusters of scored pairs: most of the evidence decides, and the rest of it can't."""

from __future__ import annotations

from itertools import combinations

import pytest
from told_reports import Told, reported

from dateline.resolve.cluster import clusters
from dateline.resolve.profile import batch

LOT = batch([reported(Told(name, "2021-05-03", "Hawija")) for name in "abcde"])


def joined(*last: float) -> bool:
    """Whether four reports that are surely one take in a fifth with such evidence to each of them."""
    scores = dict.fromkeys(combinations(range(4), 2), 9.0) | {(i, 4): bits for i, bits in enumerate(last)}
    return clusters(LOT, scores) == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize(
    ("bits", "one"),
    [
        ((5, 5, 5, 5), True),
        ((5, 5, 5, -20), True),
        ((5, 5, -20, -20), False),
        ((5, -3, -4, -20), False),
        ((-1, -1, -1, -1), False),
    ],
    ids=["all", "one misread", "half against", "one for", "none for"],
)
def test_the_best_three_quarters_of_the_evidence_decide(bits: tuple[float, ...], one: bool) -> None:
    assert joined(*bits) is one
