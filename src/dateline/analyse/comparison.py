"""Our incidents beside another record's: which are the same happening, and where the two differ.

In: incidents and foreign incidents. Out: a Comparison: matched pairs with a look at each field, and what only one
side has. Pairs are scored by the same table of features that links reports (`resolve.compare`); each incident is matched
at most once, the surest pairs first, which gives at least half of the greatest total that any assignment could.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.knowledge.registry import Registry
from dateline.model.document import Document, Span
from dateline.model.foreign import ForeignIncident
from dateline.model.incident import Incident, ReportedEvent, Toll
from dateline.model.precision import located
from dateline.model.reading import Argument, Event
from dateline.model.values import Count
from dateline.model.vocabulary import EventType
from dateline.resolve.block import candidate_pairs
from dateline.resolve.compare import score
from dateline.resolve.names import party_keys
from dateline.resolve.profile import RADIUS, batch
from dateline.resolve.where import haversine

FIELDS = ("date", "place", "toll", "actors")
_OURS, _THEIRS = "o", "t"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a matched pair: both values in words, and whether they agree; None where one says nothing."""

    field: str
    ours: str
    theirs: str
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two records of one happening; `bits` is the evidence for it."""

    ours: Incident
    theirs: ForeignIncident
    bits: float
    fields: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two records side by side."""

    matched: tuple[Match, ...]
    only_ours: tuple[Incident, ...]
    only_theirs: tuple[ForeignIncident, ...]


def compare_records(ours: Iterable[Incident], theirs: Iterable[ForeignIncident]) -> Comparison:
    """Match the two, one to one; in whatever order they come, the result is the same."""
    left = sorted(ours, key=lambda i: i.id)
    right = sorted(theirs, key=lambda f: (f.when.start, f.id, f.line))
    pairs = _assigned(_scored(left, right))
    matched = tuple(
        Match(left[i], right[j], round(bits, 2), _fields(left[i], right[j])) for bits, i, j in pairs
    )
    taken_left, taken_right = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    return Comparison(
        tuple(sorted(matched, key=lambda m: (m.theirs.when.start, m.theirs.id))),
        tuple(x for i, x in enumerate(left) if i not in taken_left),
        tuple(x for j, x in enumerate(right) if j not in taken_right),
    )


def agreement(comparison: Comparison, field: str) -> tuple[int, int]:
    """Of the matched pairs in which both say something of the field: how many agree, and how many there are."""
    looks = [
        d.agrees for m in comparison.matched for d in m.fields if d.field == field and d.agrees is not None
    ]
    return sum(looks), len(looks)


def _scored(left: Sequence[Incident], right: Sequence[ForeignIncident]) -> list[tuple[float, int, int]]:
    """(evidence in bits, index of ours, index of theirs) of the pairs that are more likely one happening than not."""
    lot = batch(
        [_of_ours(i, n) for n, i in enumerate(left)] + [_of_theirs(f, n) for n, f in enumerate(right)]
    )
    found = []
    for i, j in candidate_pairs(lot):
        one, other = lot.profiles[i], lot.profiles[j]
        if (side := one.report.document[0]) == other.report.document[0]:
            continue
        bits = score(one, other, lot)
        if bits > 0:
            a, b = (one, other) if side == _OURS else (other, one)
            found.append((bits, int(a.report.document[1:]), int(b.report.document[1:])))
    return found


def _assigned(scored: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """The surest pairs first, each index once; ties by index, so that the order of pairs doesn't matter."""
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for bits, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            kept.append((bits, i, j))
    return kept


def _of_ours(incident: Incident, number: int) -> ReportedEvent:
    event = Event(
        "e",
        incident.type,
        incident.mode,
        Span(0, 0, ""),
        (),
        actors=incident.actors,
        recipients=incident.recipients,
        places=incident.places,
        when=incident.when,
        killed=_range(incident.killed),
    )
    return _reported(f"{_OURS}{number}", event)


def _of_theirs(foreign: ForeignIncident, number: int) -> ReportedEvent:
    best = foreign.best
    event = Event(
        "e",
        EventType.ASSAULT,
        foreign.mode,
        Span(0, 0, ""),
        (),
        actors=tuple(map(_argument, foreign.actors)),
        recipients=tuple(map(_argument, foreign.recipients)),
        places=foreign.places,
        when=foreign.when,
        killed=None if best is None else Count(best, best, Span(0, 0, "")),
    )
    return _reported(f"{_THEIRS}{number}", event)


def _reported(key: str, event: Event) -> ReportedEvent:
    return ReportedEvent(Document(key, ""), event, key)


def _range(toll: Toll | None) -> Count | None:
    return Count(toll.best, toll.best, Span(0, 0, "")) if toll else None


def _argument(name: str) -> Argument:
    """A name of the other record, with its id where the actor registry knows it."""
    actor = Registry.load().find(name)
    return Argument(Span(0, len(name), name), name, actor.id if actor else None)


def _fields(ours: Incident, theirs: ForeignIncident) -> tuple[Difference, ...]:
    return (_date(ours, theirs), _place(ours, theirs), _toll(ours, theirs), _actors(ours, theirs))


def _date(ours: Incident, theirs: ForeignIncident) -> Difference:
    """Times agree where they share a day."""
    mine = f"{ours.when.start} to {ours.when.end}" if ours.when else ""
    same = ours.when.meets(theirs.when) if ours.when else None
    return Difference("date", mine, f"{theirs.when.start} to {theirs.when.end}", same)


def _place(ours: Incident, theirs: ForeignIncident) -> Difference:
    """Places agree where their circles of uncertainty meet."""
    one, other = located(ours.places), located(theirs.places)
    mine, yours = ours.places[0].name if ours.places else "", theirs.places[0].name if theirs.places else ""
    if not one or not other or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return Difference("place", mine, yours, None)
    apart = haversine((one.lat, one.lon), (other.lat, other.lon))
    near = apart <= RADIUS[one.precision] + RADIUS[other.precision]
    return Difference("place", mine, f"{yours} ({apart:.0f} km)", near)


def _toll(ours: Incident, theirs: ForeignIncident) -> Difference:
    """Tolls agree where the best figures are the same."""
    mine = ours.killed.best if ours.killed else None
    same = None if mine is None or theirs.best is None else mine == theirs.best
    return Difference(
        "toll", "" if mine is None else str(mine), "" if theirs.best is None else str(theirs.best), same
    )


def _actors(ours: Incident, theirs: ForeignIncident) -> Difference:
    """Parties agree where any of ours and any of theirs share a telling word, whichever side they stand on."""
    mine = party_keys((*ours.actors, *ours.recipients))
    yours = party_keys(tuple(map(_argument, (*theirs.actors, *theirs.recipients))))
    told = tuple("; ".join(n) for n in ([a.name for a in ours.actors], theirs.actors))
    return Difference("actors", told[0], told[1], bool(mine & yours) if mine and yours else None)
