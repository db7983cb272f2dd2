"""The metrics of coreference against values worked out by hand, and the pairing against every pairing."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from bench.coreference import Agreement, b_cubed, best_pairs, ceaf_entities, clusters_of, conll, muc
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

Sets = list[frozenset[str]]


def sets(text: str) -> Sets:
    """ "ab c" is one cluster of a and b, and one of c."""
    return [frozenset(word) for word in text.split()]


# Vilain et al. 1995: gold ABCD against AB CD keeps 2 links of 3, and both that were found are right. B-cubed of the
# same: each of four mentions stands with half of its gold cluster. CEAF: one of the two pairs, 2 * 2 / (4 + 2) = 2/3.
BY_HAND = [
    ("abcd", "ab cd", (2 / 3, 1.0), (1 / 2, 1.0), (2 / 3, 1 / 3)),
    ("ab cd", "abcd", (1.0, 2 / 3), (1.0, 1 / 2), (1 / 3, 2 / 3)),
    # Luo 2005, figure 1 (a): 1-5, 6-7, 8-9-A-B-C against 1-5, 6-C. Pairs: 1, and 10/12 of the five; one is left.
    (
        "12345 67 89ABC",
        "12345 6789ABC",
        (1.0, 9 / 10),
        (1.0, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12),
        (11 / 18, 11 / 12),
    ),
    # c is not found, x is not there: MUC 1 of 2 and 1 of 2; B-cubed 2 * 2/3 of 3, 2 * 2/3 of 3; CEAF 2 * 2/6.
    ("abc", "abx", (1 / 2, 1 / 2), (4 / 9, 4 / 9), (2 / 3, 2 / 3)),
    ("a b", "a b", (0.0, 0.0), (1.0, 1.0), (1.0, 1.0)),
]


@pytest.mark.parametrize(("gold", "found", "links", "mentions", "entities"), BY_HAND)
def test_by_hand(
    gold: str,
    found: str,
    links: tuple[float, float],
    mentions: tuple[float, float],
    entities: tuple[float, float],
) -> None:
    measured = [metric(sets(gold), sets(found)) for metric in (muc, b_cubed, ceaf_entities)]
    for got, (recall, precision) in zip(measured, (links, mentions, entities), strict=True):
        assert got == Agreement(pytest.approx(recall), pytest.approx(precision))


def test_conll_is_the_mean() -> None:
    assert conll(sets("abcd"), sets("abcd")) == pytest.approx(1.0)
    assert conll(sets("abcd"), sets("ab cd")) == pytest.approx((0.8 + 2 / 3 + 4 / 9) / 3)


@given(arrays(np.float64, some.tuples(some.integers(1, 4), some.integers(1, 4)), elements=some.floats(0, 1)))
def test_no_pairing_is_better(likeness: np.ndarray) -> None:  # type: ignore[type-arg]
    pairs = best_pairs(likeness)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    wide = likeness if likeness.shape[0] <= likeness.shape[1] else likeness.T
    best = max(
        sum(wide[i, j] for i, j in enumerate(columns))
        for columns in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(likeness[i, j] for i, j in pairs) == pytest.approx(best)


@given(some.dictionaries(some.integers(0, 12), some.integers(0, 4), min_size=1))
def test_a_clustering_agrees_with_itself(labels: dict[int, int]) -> None:
    found = clusters_of(labels)
    assert b_cubed(found, found).f1 == pytest.approx(1.0)
    assert ceaf_entities(found, found).f1 == pytest.approx(1.0)
