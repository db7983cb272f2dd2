"""Fitting what bits mean: numbers that made the pairs are found again."""

from __future__ import annotations

from math import exp
from random import Random

import pytest
from bench.gva_calibration import Weighed, fitted


def test_the_odds_that_made_the_pairs_are_found() -> None:
    chance = Random(3)
    made = (-1.4, 0.7, 0.4)

    def drawn() -> Weighed:
        bits = chance.uniform(-8, 10)
        odds = made[0] + made[1] * min(bits, 0) + made[2] * max(bits, 0)
        return Weighed(bits, chance.random() < 1 / (1 + exp(-odds)), 0.5)

    found = fitted([drawn() for _ in range(20_000)])
    assert found == pytest.approx(made, abs=0.12)
