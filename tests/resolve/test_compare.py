"""Bits of evidence as a probability: it rises with the bits, and neither end is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.compare import SHARES, probability

BITS = st.floats(-200, 200)


@given(BITS, BITS)
def test_more_evidence_is_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < probability(low) <= probability(high) < 1


@pytest.mark.parametrize(("bits", "share"), SHARES)
def test_the_fitted_points_are_met(bits: float, share: float) -> None:
    assert probability(bits) == pytest.approx(share)


def test_between_points_lies_a_straight_line() -> None:
    (low, below), (high, above) = SHARES[7:9]
    assert probability((low + high) / 2) == pytest.approx((below + above) / 2)
