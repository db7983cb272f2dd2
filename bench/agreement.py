"""How far one clustering agrees with another: pairwise and B-cubed precision, recall and F1.

In: for each report, what it was put into and what it belongs to. Source: Bagga and Baldwin 1998, "Algorithms for
scoring coreference chains", for B-cubed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping

Scores = tuple[float, float, float]


def pairwise(found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> Scores:
    """Precision, recall and F1 over pairs of reports."""
    together = Counter((found[d], truth[d]) for d in truth)
    both = sum(n * (n - 1) // 2 for n in together.values())
    ours = sum(n * (n - 1) // 2 for n in Counter(found[d] for d in truth).values())
    theirs = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return scores(both / ours if ours else 1.0, both / theirs if theirs else 1.0)


def b_cubed(found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> Scores:
    """Precision, recall and F1 averaged over reports."""
    together = Counter((found[d], truth[d]) for d in truth)
    ours, theirs = Counter(found[d] for d in truth), Counter(truth.values())
    precision = sum(n * n / ours[f] for (f, _), n in together.items()) / len(truth)
    recall = sum(n * n / theirs[t] for (_, t), n in together.items()) / len(truth)
    return scores(precision, recall)


def scores(precision: float, recall: float) -> Scores:
    """With their harmonic mean."""
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def line(name: str, found: Mapping[str, Hashable], truth: Mapping[str, Hashable]) -> str:
    """One row of a table."""
    rows = (("pairs", pairwise(found, truth)), ("B3", b_cubed(found, truth)))
    told = "  ".join(f"{metric} P {p:.3f} R {r:.3f} F1 {f:.3f}" for metric, (p, r, f) in rows)
    return f"  {name:22} {told}"
