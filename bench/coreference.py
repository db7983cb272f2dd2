"""Metrics of coreference: MUC, B-cubed, CEAF over entities, and their mean, the CoNLL score.

In: clusterings of mentions, gold and found, each as sets of mentions that need not be the same on both sides; a mention
of one side that the other lacks is a mistake of that side alone. Singletons count, as in the data they are used for.
Sources: Vilain et al. 1995 (MUC); Bagga and Baldwin 1998 (B-cubed); Luo 2005 (CEAF, phi 4); Pradhan et al. 2014,
"Scoring coreference partitions of predicted mentions", for mentions that are found and not given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from bench.figures import f1
from numpy.typing import NDArray

Clusters = Sequence[frozenset[Hashable]]
Share = tuple[float, float]
"""What is right, of how much."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Recall and precision of one metric."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return f1(self.precision, self.recall)


def clusters_of(labels: Mapping[Hashable, Hashable]) -> Clusters:
    """The clusters of mentions with one label."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        found[label].add(mention)
    return [frozenset(cluster) for cluster in found.values()]


def muc(gold: Clusters, found: Clusters) -> Agreement:
    """Links that are kept: of a cluster of n mentions in p parts on the other side, n - p of n - 1."""
    return _both(_links, gold, found)


def b_cubed(gold: Clusters, found: Clusters) -> Agreement:
    """For each mention, the share of its cluster that stands with it on the other side."""
    return _both(_mentions, gold, found)


def ceaf_entities(gold: Clusters, found: Clusters) -> Agreement:
    """Clusters of both sides paired one to one for the greatest sum of 2 |A and B| / (|A| + |B|)."""
    shared = _shared(gold, found)
    likeness = np.zeros((len(gold), len(found)))
    for (i, j), n in shared.items():
        likeness[i, j] = 2 * n / (len(gold[i]) + len(found[j]))
    best = sum(likeness[i, j] for i, j in best_pairs(likeness))
    return Agreement(_of((best, len(gold))), _of((best, len(found))))


METRICS: tuple[tuple[str, Callable[[Clusters, Clusters], Agreement]], ...] = (
    ("MUC", muc),
    ("B3", b_cubed),
    ("CEAFe", ceaf_entities),
)


def conll(gold: Clusters, found: Clusters) -> float:
    """The mean F1 of the three metrics."""
    return sum(metric(gold, found).f1 for _, metric in METRICS) / len(METRICS)


def best_pairs(likeness: NDArray[np.float64]) -> list[tuple[int, int]]:
    """(row, column) pairs, each row and column once at most, with the greatest sum (Kuhn 1955, Munkres 1957).

    Rows and columns that like each other by 0 are never paired, so that each part that hangs together is solved alone.
    """
    found: list[tuple[int, int]] = []
    for rows, columns in _parts(likeness):
        part = likeness[np.ix_(rows, columns)]
        turned = part.shape[0] > part.shape[1]
        pairs = _assigned(-(part.T if turned else part))
        found += [(rows[j], columns[i]) if turned else (rows[i], columns[j]) for i, j in pairs]
    return found


def _both(count: Callable[[Clusters, Clusters], Share], gold: Clusters, found: Clusters) -> Agreement:
    return Agreement(_of(count(gold, found)), _of(count(found, gold)))


def _of(share: Share) -> float:
    return share[0] / share[1] if share[1] else 0.0


def _links(clusters: Clusters, others: Clusters) -> Share:
    of = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    kept = sum(len(c) - len({of.get(m, ("alone", m)) for m in c}) for c in clusters)
    return kept, sum(len(c) - 1 for c in clusters)


def _mentions(clusters: Clusters, others: Clusters) -> Share:
    right = sum(n * n / len(clusters[i]) for (i, _), n in _shared(clusters, others).items())
    return right, sum(map(len, clusters))


def _shared(clusters: Clusters, others: Clusters) -> Counter[tuple[int, int]]:
    """How many mentions each pair of clusters shares, where it shares any."""
    of = {mention: n for n, cluster in enumerate(others) for mention in cluster}
    return Counter((i, of[m]) for i, cluster in enumerate(clusters) for m in cluster if m in of)


def _parts(likeness: NDArray[np.float64]) -> Iterable[tuple[list[int], list[int]]]:
    """The rows and columns that hang together by a likeness above 0."""
    seen: set[int] = set()
    for first in range(likeness.shape[0]):
        rows, columns, waiting = set[int](), set[int](), [first]
        while waiting:
            row = waiting.pop()
            if row in rows or row in seen:
                continue
            rows.add(row)
            for column in np.flatnonzero(likeness[row]).tolist():
                if column not in columns:
                    columns.add(column)
                    waiting += np.flatnonzero(likeness[:, column]).tolist()
        seen |= rows
        if columns:
            yield sorted(rows), sorted(columns)


def _assigned(cost: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The cheapest column for each row, of at least as many columns: shortest augmenting paths with potentials."""
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            used[column] = True
            here = owner[column]
            reduced = cost[here - 1] - of_row[here] - of_column[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], before[1:][better] = reduced[better], column
            following = int(np.argmin(np.where(used[1:], np.inf, least[1:]))) + 1
            step = least[following]
            of_row[owner[used]] += step
            of_column[used] -= step
            least[~used] -= step
            column = following
        while column:
            owner[column], column = owner[before[column]], int(before[column])
    return [(int(owner[c]) - 1, c - 1) for c in range(1, columns + 1) if owner[c]]
