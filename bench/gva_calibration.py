"""Whether a link's score is the share of such pairs that are of one happening, for `bench.gva --reliability`.

In: the pairs of two reports' main events that share a block, with their bits of evidence. Out: a table of scores
beside shares, and (`fitted`) the three numbers that `resolve/compare.py` turns bits into probabilities by. A pair counts by
how many of its reports are in the part that is measured, halved, so that a part of the archive has as many pairs of
two happenings for each pair of one as the whole has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from dateline.model.incident import Report
from dateline.resolve.compare import probability
from dateline.resolve.link import Linked

ROUNDS = 25
SCORES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair of reports: its evidence in bits, whether it is of one happening, and how much it counts."""

    bits: float
    same: bool
    weight: float


def weighed(linked: Linked, mains: Set[Report], gold: Mapping[str, str], part: Set[str]) -> Iterator[Weighed]:
    """The scored pairs of two documents' main events, of which one at least is in the part."""
    told = [p.report for p in linked.batch.profiles]
    for (i, j), bits in linked.scores.items():
        left, right = told[i], told[j]
        ends = (left.document in part) + (right.document in part)
        if ends and left in mains and right in mains and left.document != right.document:
            yield Weighed(bits, gold[left.document] == gold[right.document], ends / 2)


def reliability(pairs: Sequence[Weighed], scored: Callable[[float], float] = probability) -> Iterator[str]:
    """Lines: the scores of a stretch, their mean, the share of one happening, the pairs; then the Brier score."""
    for low, high in zip((0.0, *SCORES), (*SCORES, 1.01), strict=True):
        inside = [p for p in pairs if low <= scored(p.bits) < high]
        if inside:
            mean = _mean((scored(p.bits), p.weight) for p in inside)
            share = _mean((p.same, p.weight) for p in inside)
            yield f"  {low:.2f} to {min(high, 1):.2f}  score {mean:.3f}  of one {share:.3f}  {len(inside)} pairs"
    brier = _mean(((scored(p.bits) - p.same) ** 2, p.weight) for p in pairs)
    yield f"  mean squared difference {brier:.4f}"


def fitted(pairs: Sequence[Weighed]) -> tuple[float, float, float]:
    """The log odds at 0 bits and their slopes below and above, by maximum likelihood (Newton's method)."""
    bits = np.array([p.bits for p in pairs])
    told = np.stack([np.ones_like(bits), np.minimum(bits, 0), np.maximum(bits, 0)], axis=1)
    same, weight = np.array([p.same for p in pairs]), np.array([p.weight for p in pairs])
    found = np.array([-1.0, 0.5, 0.5])
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-told @ found))
        slope = told.T @ (weight * (same - share))
        bend = (told * (weight * share * (1 - share))[:, None]).T @ told
        found = found + np.linalg.solve(bend, slope)
    return float(found[0]), float(found[1]), float(found[2])


def _mean(valued: Iterable[tuple[float, float]]) -> float:
    listed = list(valued)
    return sum(value * weight for value, weight in listed) / sum(weight for _, weight in listed)
