"""Alpha beside the worked examples of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.analyse.agreement import krippendorff_alpha

BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR = ("123321412   ", "1233224125  ", " 33323422513", "12332441251 ")


def units(*coders: str) -> list[str]:
    return ["".join(c for c in unit if c != " ") for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR, 0.743)])
def test_published_examples(coders: tuple[str, ...], alpha: float) -> None:
    assert krippendorff_alpha(units(*coders)) == pytest.approx(alpha, abs=0.0006)


@given(some.lists(some.text("yn", min_size=2, max_size=4), min_size=1))
def test_bounds_and_full_agreement(drawn: list[str]) -> None:
    found = krippendorff_alpha(drawn)
    assert found is not None and found <= 1
    assert krippendorff_alpha([unit[0] * 2 for unit in drawn]) == 1
    assert krippendorff_alpha([*drawn, "y", ""]) == pytest.approx(found)


def test_no_unit_shared_no_alpha() -> None:
    assert krippendorff_alpha(["y", "n", ""]) is None
