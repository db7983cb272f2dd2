"""Claimed totals beside one another: which of them can't both be right.

In: readings of several documents. Out: clashes, each with its two tallies and a reason. Only totals of the same thing are
compared: the same type and the same people. Of each two, one holds the other by period, places and kind:

    shrinking       fewer over a longer period from the same start, in the same places, of the same kind
    part over whole more in a part (of the period, the places, the kinds of attack) than in the whole
    differ          the same period, places and kind, and no number that both allow

A clash accuses nobody: it may be two ways of counting. It says where to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.analyse.words import amount, counted, listed, period
from dateline.model.document import Document
from dateline.model.reading import Place, Reading, Tally
from dateline.model.values import Interval
from dateline.model.vocabulary import Mode, PlacePrecision
from dateline.resolve.scopes import people, scopes

SHRINKING, PART_OVER_WHOLE, DIFFER = "shrinking", "part over whole", "differ"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two tallies that don't fit: `part` (the narrower, older or first) beside `whole`, each by document and id."""

    kind: str
    part: tuple[str, str]
    whole: tuple[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class _Total:
    document: Document
    tally: Tally
    when: Interval

    @property
    def key(self) -> tuple[str, str]:
        return self.document.id, self.tally.id


def clashes(readings: Iterable[Reading]) -> tuple[Clash, ...]:
    """All clashes between tallies, sorted; within one document the reader's own misfits tell of them."""
    groups: dict[str, list[_Total]] = defaultdict(list)
    for reading in readings:
        for tally in reading.tallies:
            for scope in scopes(tally):
                groups[scope].append(_total(reading.document, tally))
    found = {clash for group in groups.values() for clash in _among(group)}
    return tuple(sorted(found, key=_place_of))


def clashes_with(
    document: Document, tally: Tally, others: Iterable[tuple[Document, Tally]]
) -> tuple[Clash, ...]:
    """The clashes of one tally with those of other documents that share a scope with it, sorted."""
    if not scopes(tally):
        return ()
    one = _total(document, tally)
    found = (_between(*sorted((one, _total(*other)), key=_by_days)) for other in others)
    return tuple(sorted((clash for clash in found if clash), key=_place_of))


def clash_to_dict(clash: Clash) -> dict[str, object]:
    """The clash as JSON values."""
    (one, first), (other, second) = clash.part, clash.whole
    return {
        "kind": clash.kind,
        "part": {"document": one, "tally": first},
        "whole": {"document": other, "tally": second},
        "reason": clash.reason,
    }


def _total(document: Document, tally: Tally) -> _Total:
    if tally.when is None:
        raise ValueError(f"{document.id}/{tally.id} names no period, so that it has no scope")
    return _Total(document, tally, tally.when)


def _place_of(clash: Clash) -> tuple[str, tuple[str, str], tuple[str, str]]:
    return clash.kind, clash.part, clash.whole


def _by_days(total: _Total) -> tuple[date, date, tuple[str, str]]:
    return total.when.start, total.when.end, total.key


def _among(group: Sequence[_Total]) -> Iterator[Clash]:
    for left, right in combinations(sorted(group, key=_by_days), 2):
        clash = _between(left, right)
        if clash:
            yield clash


def _between(left: _Total, right: _Total) -> Clash | None:
    """The clash of two totals, the one that begins first on the left."""
    if left.document.id == right.document.id or not _same_actors(left.tally, right.tally):
        return None
    return _clash(left, right) or _clash(right, left)


def _clash(part: _Total, whole: _Total) -> Clash | None:
    """What is wrong if all that `part` counts is in `whole`, or None."""
    if not whole.when.holds(part.when) or not _within(part.tally, whole.tally):
        return None
    same = _scope(part.tally) == _scope(whole.tally)
    if same and part.when == whole.when:
        return _made(DIFFER, part, whole) if _more(part, whole) or _more(whole, part) else None
    if not _more(part, whole):
        return None
    return _made(SHRINKING if same and part.when.start == whole.when.start else PART_OVER_WHOLE, part, whole)


def _made(kind: str, part: _Total, whole: _Total) -> Clash:
    reasons = {
        SHRINKING: "over a longer period from the same day there are fewer",
        PART_OVER_WHOLE: "the first is part of the second, and more",
        DIFFER: "the same thing is counted, and no number fits both",
    }
    return Clash(kind, part.key, whole.key, f"{_told(part)}; {_told(whole)}: {reasons[kind]}")


def _told(total: _Total) -> str:
    tally = total.tally
    who = total.document.outlet or total.document.id
    where = f" in {listed(tally.places)}" if tally.places else ""
    return f"{who} has {amount(tally.number.low, tally.number.high)} {counted(tally)}{where} {period(total.when)}"


def _more(part: _Total, whole: _Total) -> bool:
    high = whole.tally.number.high
    return high is not None and part.tally.number.low > high


def _within(part: Tally, whole: Tally) -> bool:
    if _mode(whole) is not None and _mode(part) is not _mode(whole):
        return False
    return not whole.places or (bool(part.places) and all(_inside(p, whole.places) for p in part.places))


def _inside(place: Place, areas: Sequence[Place]) -> bool:
    return any(
        _place(place) == _place(area)
        or (area.precision is PlacePrecision.COUNTRY and area.country and area.country == place.country)
        for area in areas
    )


def _scope(tally: Tally) -> tuple[object, ...]:
    return _mode(tally), frozenset(map(_place, tally.places))


def _mode(tally: Tally) -> Mode | None:
    return None if tally.mode is Mode.OTHER else tally.mode


def _place(place: Place) -> str:
    return place.gazetteer_id or place.name.casefold()


def _same_actors(left: Tally, right: Tally) -> bool:
    return people(left.actors) == people(right.actors)
