"""Who claims an attack, uncontested, did it: the claimant among the actors of the event.

In: events and statements of responsibility. Out: the events, with claimants for actors. A claim that somebody denies
of the same party adds nobody; "its fighters" give way to the group whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.reading import Argument, Event, Responsibility
from dateline.model.vocabulary import EventType, Stance

OWN = ("its ", "our ", "their ")
"""How the speaker's own people begin."""


def with_claimants(events: Sequence[Event], stated: Sequence[Responsibility]) -> tuple[Event, ...]:
    """The events with those who claim them as actors."""
    return tuple(_claimed(event, stated) if event.type is EventType.ASSAULT else event for event in events)


def _claimed(event: Event, stated: Sequence[Responsibility]) -> Event:
    about = [s for s in stated if event.id in s.events]
    denied = {s.accused.name.lower() for s in about if s.stance is Stance.DENIES}
    actors = list(event.actors)
    for claim in (s for s in about if s.stance is Stance.CLAIMS):
        who = claim.speaker if _is_own(claim.accused) else claim.accused
        if who.name.lower() in denied or _is_own(who):
            continue
        actors = [a for a in actors if not _is_own(a)]
        if not any(_same(who, a) for a in actors):
            actors.append(replace(who, rule="claim of responsibility"))
    return replace(event, actors=tuple(actors))


def _is_own(argument: Argument) -> bool:
    return argument.name.lower().startswith(OWN)


def _same(one: Argument, other: Argument) -> bool:
    left, right = one.name.lower(), other.name.lower()
    return left in right or right in left or (one.ref is not None and one.ref == other.ref)
