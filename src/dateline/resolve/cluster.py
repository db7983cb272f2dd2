"""Scored pairs -> clusters of reports, one for each happening.

In: a batch and the evidence in bits for each candidate pair. Out: lists of indexes. Clusters grow from the
surest pair down; two are joined when the mean evidence over the best three quarters of their cross pairs is above 0
(average linkage, trimmed), so that one vague report can't chain two happenings that are clearly apart, and a few misread
ones can't keep reports of one apart. Cross pairs that share no block are compared now. Two events that one document keeps apart never share a cluster; what it tells as part of another is
joined first, and what it leaves open (resolve/within.py) counts with the rest of the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import combinations, pairwise, product

from dateline.resolve.block import Pair
from dateline.resolve.compare import comparable, score
from dateline.resolve.constraints import NOTHING, Constraints
from dateline.resolve.profile import Batch, Profile
from dateline.resolve.within import part_of_one, within

INCOMPARABLE = -10.0  # bits for a cross pair that can't be one happening
STEADY = 12.0  # bits count no further than this in a mean: one sentence in common isn't everything
HEARD = 0.75  # of two clusters' cross pairs the best count: of four reports of one attack one may have a wrong day. Between
# .7 and .8 the part `tune` of the Gun Violence Archive fares best (`python -m bench.gva FOLDER --part tune`).


def clusters(batch: Batch, scores: Mapping[Pair, float], decided: Constraints = NOTHING) -> list[list[int]]:
    """Lists of indexes, each sorted, ordered by their first index; every index is in one list."""
    growing = _Clustering(batch, scores, decided)
    for left, right in growing.decided():
        growing.join(left, right)
    for left, right in sorted(growing.parts):
        growing.join_part(left, right)
    for pair, bits in sorted({**scores, **growing.open}.items(), key=lambda item: (-item[1], item[0])):
        if bits <= 0:
            break
        growing.consider(*pair)
    return sorted(sorted(members) for members in growing.members.values())


def _of_one_document(profiles: Iterable[Profile]) -> Iterator[Pair]:
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        by_document[one.report.document].append(index)
    for group in by_document.values():
        yield from combinations(group, 2)


class _Clustering:
    """Clusters under construction: `of` an index its cluster, `members` of each cluster."""

    def __init__(self, batch: Batch, scores: Mapping[Pair, float], decided: Constraints) -> None:
        self._batch, self._profiles, self._scores = batch, batch.profiles, dict(scores)
        self._decided = decided
        named = decided.reports
        self._index = {p.report: i for i, p in enumerate(batch.profiles) if p.report in named}
        self._never = self._separated()
        own = [(i, j, batch.profiles[i], batch.profiles[j]) for i, j in _of_one_document(batch.profiles)]
        self.parts = {(i, j) for i, j, left, right in own if part_of_one(left, right)}
        self.open = {(i, j): bits for i, j, *both in own if (bits := within(*both)) is not None}
        self._scores |= self.open | dict.fromkeys(self.parts, STEADY)
        self.of = list(range(len(batch.profiles)))
        self.members = {i: [i] for i in self.of}
        self._refused: set[tuple[int, int, int, int]] = set()

    def consider(self, left: int, right: int) -> None:
        """Join the clusters of two indexes if no document keeps them apart and the evidence is for it."""
        a, b = sorted((self.of[left], self.of[right]))
        attempt = (a, b, len(self.members[a]), len(self.members[b]))
        if a == b or attempt in self._refused:
            return
        if self._kept_apart(a, b) or self._evidence(a, b) <= 0:
            self._refused.add(attempt)
        else:
            self.join(a, b)

    def join(self, left: int, right: int) -> None:
        """Join the clusters of two indexes whatever their evidence; the larger keeps its number."""
        keep, drop = sorted((self.of[left], self.of[right]), key=lambda c: (-len(self.members[c]), c))
        if keep == drop:
            return
        for index in self.members[drop]:
            self.of[index] = keep
        self.members[keep] += self.members.pop(drop)

    def decided(self) -> Iterator[Pair]:
        """Pairs that people put together, enough of them to hold each group."""
        for group in self._decided.together:
            there = [self._index[report] for report in group if report in self._index]
            yield from pairwise(there)

    def join_part(self, left: int, right: int) -> None:
        """Join what a document tells as one, unless a person keeps the two apart."""
        if not self._never_joined(self.of[left], self.of[right]):
            self.join(left, right)

    def _separated(self) -> dict[int, set[int]]:
        """The indexes that people keep apart from each index."""
        found: dict[int, set[int]] = defaultdict(set)
        for left, right in self._decided.apart:
            i, j = self._index.get(left), self._index.get(right)
            if i is not None and j is not None:
                found[i].add(j)
                found[j].add(i)
        return found

    def _never_joined(self, a: int, b: int) -> bool:
        there = set(self.members[b]) if self._never else set()
        return any(not there.isdisjoint(self._never.get(i, ())) for i in self.members[a])

    def _kept_apart(self, a: int, b: int) -> bool:
        if self._never and self._never_joined(a, b):
            return True
        documents = {self._profiles[i].report.document for i in self.members[a]}
        shared = [j for j in self.members[b] if self._profiles[j].report.document in documents]
        return any(self._apart(i, j) for j in shared for i in self.members[a])

    def _apart(self, i: int, j: int) -> bool:
        if self._profiles[i].report.document != self._profiles[j].report.document:
            return False
        pair = (min(i, j), max(i, j))
        return pair not in self.parts and pair not in self.open

    def _evidence(self, a: int, b: int) -> float:
        pairs = ((i, j) if i < j else (j, i) for i, j in product(self.members[a], self.members[b]))
        bits = [min(STEADY, self._score(pair)) for pair in pairs]
        best = nlargest(max(1, round(HEARD * len(bits))), bits)
        return sum(best) / len(best)

    def _score(self, pair: Pair) -> float:
        known = self._scores.get(pair)
        if known is None:
            left, right = self._profiles[pair[0]], self._profiles[pair[1]]
            known = score(left, right, self._batch) if comparable(left, right) else INCOMPARABLE
            self._scores[pair] = known
        return known
