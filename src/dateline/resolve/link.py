"""The story of linking: reported events in, incidents out, each with the reasons for its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import sha256

from dateline.model.incident import Basis, Incident, Link, Report, ReportedEvent
from dateline.model.vocabulary import Certainty, EventType
from dateline.resolve import values
from dateline.resolve.block import Pair, candidate_pairs
from dateline.resolve.cluster import clusters
from dateline.resolve.compare import probability, reasons, score
from dateline.resolve.constraints import NOTHING, Constraints
from dateline.resolve.profile import Batch, batch

_HAPPENED = frozenset({Certainty.ASSERTED, Certainty.ALLEGED, Certainty.DENIED})


def link(reports: Sequence[ReportedEvent], decided: Constraints = NOTHING) -> tuple[Incident, ...]:
    """Incidents that the events tell of, sorted by time and id; the order of `reports` does not matter.

    `decided` is what people put together and keep apart; no evidence overrides it. Assaults that are said to have
    happened each belong to one incident. Events of other types make an incident only where two documents agree on
    type, actor and time. What is general, planned or still to come makes none.
    """
    return link_all(reports, decided).incidents


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of reports: the incidents, and the compared events with the evidence of each pair."""

    batch: Batch
    scores: Mapping[Pair, float]
    incidents: tuple[Incident, ...]


def link_all(
    reports: Sequence[ReportedEvent], decided: Constraints = NOTHING, retracted: Set[str] = frozenset()
) -> Linked:
    """`link` with all that it found out on the way.

    Events of the `retracted` documents are compared, so that undoing a retraction finds all as it was, and tell of nothing.
    """
    lot = batch([r for r in reports if can_be_linked(r, decided)])
    scores = {(i, j): score(lot.profiles[i], lot.profiles[j], lot) for i, j in candidate_pairs(lot)}
    return Linked(lot, scores, gather(lot, scores, decided, retracted))


def can_be_linked(report: ReportedEvent, decided: Constraints) -> bool:
    """Whether an event is a single happening, or a person has put it with others."""
    return single_happening(report) or any(_report(report) in group for group in decided.together)


def gather(
    lot: Batch, scores: Mapping[Pair, float], decided: Constraints, retracted: Set[str] = frozenset()
) -> tuple[Incident, ...]:
    """The incidents of compared events, given the evidence of the pairs that share a block.

    Events of the `retracted` documents are left out.
    """
    out = {i for i, one in enumerate(lot.profiles) if one.report.document in retracted}
    if out:
        scores = {pair: bits for pair, bits in scores.items() if out.isdisjoint(pair)}
        decided = decided.without(retracted)
    placed = {report for group in decided.together for report in group}
    grown = (members for members in clusters(lot, scores, decided) if out.isdisjoint(members))
    found = [_incident(members, lot, scores) for members in grown if _kept(members, lot, placed)]
    return tuple(sorted(found, key=_order))


def single_happening(report: ReportedEvent) -> bool:
    """Whether the event is one happening that is over: not general, not planned, not feared for the future."""
    event = report.event
    if event.certainty in _HAPPENED:
        return True
    published = report.document.published_on
    if event.certainty is not Certainty.POSSIBLE or event.when is None or published is None:
        return False
    return event.when.end <= published and bool(event.places)


def _report(told: ReportedEvent) -> Report:
    return Report(told.document.id, told.event.id)


def _kept(members: Sequence[int], lot: Batch, placed: Set[Report]) -> bool:
    reports = {lot.profiles[i].report for i in members}
    if any(lot.profiles[i].group == EventType.ASSAULT for i in members):
        return True
    return len({r.document for r in reports}) > 1 or (len(reports) > 1 and reports <= placed)


def _incident(members: Sequence[int], lot: Batch, scores: Mapping[Pair, float]) -> Incident:
    formed = form([lot.profiles[i].source for i in members])
    return replace(formed, links=_links(members, lot, scores))


def form(reports: Sequence[ReportedEvent]) -> Incident:
    """The incident of reports that tell of one happening, with the current value of each field, without links."""
    ordered = values.by_publication(reports)
    return Incident(
        id=_identity(ordered[0]),
        type=values.kind(ordered),
        mode=values.mode(reports),
        reports=tuple(_report(r) for r in ordered),
        when=values.time(reports),
        places=values.places(reports),
        actors=values.parties(reports, lambda e: e.actors),
        recipients=values.parties(reports, lambda e: e.recipients),
        weapons=values.parties(reports, lambda e: e.weapons),
        killed=values.toll(reports, lambda e: e.killed),
        injured=values.toll(reports, lambda e: e.injured),
        certainty=values.certainty(reports),
        outlets=values.outlets(reports),
        origins=len({r.origin for r in reports}),
        basis=tuple(Basis(rule.field, rule.name) for rule in values.RULES),
    )


def _identity(first: ReportedEvent) -> str:
    """An id from the first published report: later reports, which mostly come later, leave it as it is."""
    return "i" + sha256(f"{first.document.id}\n{first.event.id}".encode()).hexdigest()[:10]


def _links(members: Sequence[int], lot: Batch, scores: Mapping[Pair, float]) -> tuple[Link, ...]:
    """The strongest links that hold the cluster together (a maximum spanning tree by Prim's algorithm)."""
    inside, outside, found = {members[0]}, set(members[1:]), []
    while outside:
        pairs = ((scores.get((min(i, j), max(i, j)), _PART), -i, -j) for i in inside for j in outside)
        bits, i, j = max(pairs)
        found.append(_link(-i, -j, bits, lot))
        inside.add(-j)
        outside.remove(-j)
    return tuple(found)


_PART = -100.0  # a pair that was never compared holds nothing together, unless one document tells it as one


def _link(i: int, j: int, bits: float, lot: Batch) -> Link:
    left, right = lot.profiles[i], lot.profiles[j]
    if left.report.document == right.report.document:
        return Link(left.report, right.report, 1.0, ("one document tells it as part of the other",))
    return Link(left.report, right.report, round(probability(bits), 3), reasons(left, right, lot))


def _order(incident: Incident) -> tuple[str, str]:
    return (incident.when.start.isoformat() if incident.when else "9999", incident.id)
