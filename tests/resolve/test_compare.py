"""Bits of evidence as a probability: it rises with the bits, and neither end is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.compare import probability

BITS = st.floats(-200, 200)


@given(BITS, BITS)
def test_more_evidence_is_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < probability(low) <= probability(high) < 1


@pytest.mark.parametrize(
    ("bits", "share"), [(-10, 0.0), (-4, 0.016), (0, 0.195), (4, 0.59), (8, 0.90), (14, 0.99)]
)
def test_shares_are_those_that_were_fitted(bits: float, share: float) -> None:
    assert probability(bits) == pytest.approx(share, abs=0.005)
