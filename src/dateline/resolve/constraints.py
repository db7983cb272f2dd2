"""What people decided about which reports belong together, as linking obeys it.

In: the judgements that hold. Out: `Constraints`, free of contradictions: the newest judgement wins, and what an older
one says against it, directly or through a chain of reports, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, product

from dateline.model.incident import Report
from dateline.model.judgement import Action, Judgement

Pair = tuple[Report, Report]


@dataclass(frozen=True, slots=True)
class Constraints:
    """`together` are groups of reports that tell of one happening, `apart` pairs that don't, whatever the evidence."""

    together: tuple[tuple[Report, ...], ...] = ()
    apart: tuple[Pair, ...] = ()

    @property
    def reports(self) -> frozenset[Report]:
        """Every report that a person has placed."""
        grouped = (report for group in self.together for report in group)
        return frozenset((*grouped, *(report for pair in self.apart for report in pair)))

    def without(self, documents: Set[str]) -> Constraints:
        """What remains where these documents no longer count."""
        groups = (tuple(r for r in group if r.document not in documents) for group in self.together)
        together = tuple(group for group in groups if len(group) > 1)
        return Constraints(
            together, tuple(p for p in self.apart if documents.isdisjoint(r.document for r in p))
        )


NOTHING = Constraints()


def constraints(judgements: Sequence[Judgement]) -> Constraints:
    """The constraints that follow from judgements that hold, oldest first."""
    held = _Held()
    for judgement in reversed(judgements):
        for left, right in _apart(judgement):
            held.separate(left, right)
        for left, right in _together(judgement):
            held.join(left, right)
    return held.constraints()


def _together(judgement: Judgement) -> Iterator[Pair]:
    """A merge, a split's own side, and an incident that was confirmed as a whole."""
    whole = judgement.action is Action.CONFIRM and judgement.decision.field is None
    if whole or judgement.action in (Action.MERGE, Action.SPLIT):
        yield from combinations((a.report for a in judgement.decision.reports), 2)


def _apart(judgement: Judgement) -> Iterator[Pair]:
    if judgement.action is Action.SPLIT:
        decision = judgement.decision
        yield from product((a.report for a in decision.reports), (a.report for a in decision.apart))


class _Held:
    """Groups of reports (each by its `root`) and the pairs of reports that are kept apart."""

    def __init__(self) -> None:
        self._root: dict[Report, Report] = {}
        self._groups: dict[Report, list[Report]] = {}
        self._against: dict[Report, set[Report]] = {}

    def join(self, left: Report, right: Report) -> None:
        """Put two reports' groups together, unless something newer keeps them apart."""
        a, b = self._find(left), self._find(right)
        if a == b or not self._against_group(a).isdisjoint(self._groups[b]):
            return
        for report in self._groups[b]:
            self._root[report] = a
        self._groups[a] += self._groups.pop(b)

    def separate(self, left: Report, right: Report) -> None:
        """Keep two reports apart, unless something newer holds them together."""
        if self._find(left) != self._find(right):
            self._against.setdefault(left, set()).add(right)
            self._against.setdefault(right, set()).add(left)

    def constraints(self) -> Constraints:
        """What is held, in a fixed order."""
        groups = sorted(tuple(sorted(group)) for group in self._groups.values() if len(group) > 1)
        pairs = sorted((a, b) for a, others in self._against.items() for b in others if a < b)
        return Constraints(tuple(groups), tuple(pairs))

    def _find(self, report: Report) -> Report:
        if report not in self._root:
            self._root[report] = report
            self._groups[report] = [report]
        return self._root[report]

    def _against_group(self, root: Report) -> set[Report]:
        return {other for report in self._groups[root] for other in self._against.get(report, ())}
