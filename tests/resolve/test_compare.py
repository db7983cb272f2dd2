"""Bits of evidence as a probability: it rises with the bits, and neither end is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_reports import Told, reported

from dateline.model.vocabulary import EventType
from dateline.resolve.compare import probability
from dateline.resolve.profile import batch
from dateline.resolve.where import place_agreement

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


@pytest.mark.parametrize(("kind", "bits"), [(EventType.ASSAULT, -2.5), (EventType.CONSULT, 0.0)])
def test_a_place_left_unsaid_speaks_against_one_attack_but_not_against_one_talk(
    kind: EventType, bits: float
) -> None:
    lot = batch([reported(Told(name, "2021-05-03", "", type=kind)) for name in "ab"])
    assert place_agreement(*lot.profiles, lot)[0] == bits
