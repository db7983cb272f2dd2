"""A reading to the one incident that its report is about; the protocol stands in the package's docstring."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.reading import Event, Place, Reading
from dateline.model.values import Count
from dateline.model.vocabulary import Certainty, EventType, PlacePrecision

_TOLD = frozenset({Certainty.ASSERTED, Certainty.ALLEGED})
_TOWN = frozenset({PlacePrecision.TOWN})


@dataclass(frozen=True, slots=True)
class Incident:
    """The main event, all events of its incident, and the incident's toll."""

    main: Event
    events: tuple[Event, ...]
    killed: int
    injured: int


def incident_of(reading: Reading) -> Incident | None:
    """The incident that the report is about, None where the reading has no assault that happened."""
    told = [e for e in reading.events if e.type is EventType.ASSAULT and e.certainty in _TOLD]
    if not told:
        return None
    main = max([e for e in told if _has_toll(e)] or told, key=lambda e: len(e.mentions))
    events = tuple(e for e in told if _is_same(main, e))
    return Incident(
        main, events, max(number(e.killed) for e in events), max(number(e.injured) for e in events)
    )


def number(count: Count | None) -> int:
    """One number for a range: its upper end, its lower where it is open, nought where nothing is said."""
    if count is None:
        return 0
    return count.low if count.high is None else count.high


def _has_toll(event: Event) -> bool:
    return number(event.killed) + number(event.injured) > 0


def _is_same(main: Event, event: Event) -> bool:
    if event.when is not None and main.when is not None and not main.when.meets(event.when):
        return False
    here, there = _towns(main.places), _towns(event.places)
    return not here or not there or bool(here & there)


def _towns(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(p.name.lower() for p in places if p.precision in _TOWN)
