"""Which incidents a tally counts: for each the answer, and the doubts that keep it from being sure.

In: a claim (a document's tally with its window) and an incident. Out: a `Fit`, or None where the claim surely
doesn't count it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.analyse.areas import inside, unplaced
from dateline.model.incident import Incident
from dateline.model.reading import Tally
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, HarmType, Mode
from dateline.resolve.parties import Match, anyone, particular, same_parties

# What a counted kind of attack may take in besides its own mode: with the same claim other papers count these too.
_ALIKE = {
    Mode.DRONE: {Mode.AIRSTRIKE},
    Mode.AIRSTRIKE: {Mode.DRONE, Mode.MISSILE},
    Mode.MISSILE: {Mode.ROCKET, Mode.AIRSTRIKE},
    Mode.ROCKET: {Mode.MISSILE, Mode.SHELLING},
    Mode.SHELLING: {Mode.ROCKET, Mode.MISSILE},
    Mode.BOMBING: {Mode.SUICIDE_BOMBING, Mode.MINE, Mode.GRENADE},
    Mode.SUICIDE_BOMBING: {Mode.BOMBING},
    Mode.MINE: {Mode.BOMBING},
    Mode.RAID: {Mode.SHOOTING, Mode.CLASH, Mode.ARSON},
    Mode.SHOOTING: {Mode.RAID, Mode.CLASH},
    Mode.CLASH: {Mode.RAID, Mode.SHOOTING},
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A tally as it is compared: `window` ends with the document's day at the latest."""

    document: str
    tally: Tally
    window: Interval


@dataclass(frozen=True, slots=True)
class Fit:
    """An incident that a tally may count; without doubts it surely does."""

    incident: Incident
    doubts: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.doubts


def fit(claim: Claim, incident: Incident) -> Fit | None:
    """Whether a claim counts an incident, and with which doubts."""
    doubts = []
    for check, doubt in _CHECKS:
        answer = check(claim, incident)
        if answer is Match.NO:
            return None
        if answer is Match.MAYBE:
            doubts.append(doubt)
    return Fit(incident, tuple(doubts)) if _anchored(claim, incident) else None


def modes_meant(wanted: Mode | None) -> tuple[Mode, ...]:
    """The modes that a claim of one may count, besides incidents of which none is said; empty for any."""
    if wanted is None or wanted is Mode.OTHER:
        return ()
    return tuple(sorted({wanted, Mode.OTHER, *_ALIKE.get(wanted, ())}))


def there_and_then(claim: Claim, incident: Incident) -> bool:
    """Whether an attack lies in the claim's window and place, whatever it was and whoever it hit."""
    return all(check(claim, incident) is not Match.NO for check in (_kind, _time, _place))


def _anchored(claim: Claim, incident: Incident) -> bool:
    """Whether a place, a party or the document ties the two; a day alone would tie attacks anywhere."""
    tally = claim.tally
    if tally.places or any(r.document == claim.document for r in incident.reports):
        return True
    sides = ((tally.actors, incident.actors), (tally.recipients, incident.recipients))
    return any(particular(claimed) and same_parties(claimed, found) is Match.YES for claimed, found in sides)


def _kind(claim: Claim, incident: Incident) -> Match:
    counts = claim.tally.type
    wanted = EventType.ASSAULT if isinstance(counts, HarmType) else counts
    return Match.YES if incident.type is wanted else Match.NO


def _time(claim: Claim, incident: Incident) -> Match:
    if incident.when is None or not claim.window.meets(incident.when):
        return Match.NO
    return Match.YES if claim.window.holds(incident.when) else Match.MAYBE


def _place(claim: Claim, incident: Incident) -> Match:
    """An incident without a place may lie anywhere; it is only counted for claims of a document that reports it."""
    if not claim.tally.places:
        return Match.YES
    answer = inside(claim.tally.places, incident)
    elsewhere = all(r.document != claim.document for r in incident.reports)
    return Match.NO if answer is Match.MAYBE and unplaced(incident) and elsewhere else answer


def _mode(claim: Claim, incident: Incident) -> Match:
    wanted, found = claim.tally.mode, incident.mode
    if wanted in (None, Mode.OTHER) or wanted is found:
        return Match.YES
    if found in (None, Mode.OTHER) or (wanted is not None and found in _ALIKE.get(wanted, ())):
        return Match.MAYBE
    return Match.NO


def _actors(claim: Claim, incident: Incident) -> Match:
    actors = claim.tally.actors
    return same_parties(actors, incident.actors) if actors else Match.YES


def _recipients(claim: Claim, incident: Incident) -> Match:
    recipients = claim.tally.recipients
    return Match.YES if anyone(recipients) else same_parties(recipients, incident.recipients)


def _certainty(_: Claim, incident: Incident) -> Match:
    if incident.certainty is Certainty.ASSERTED:
        return Match.YES
    return Match.MAYBE if incident.certainty in (Certainty.ALLEGED, Certainty.POSSIBLE) else Match.NO


_CHECKS: tuple[tuple[Callable[[Claim, Incident], Match], str], ...] = (
    (_kind, ""),
    (_time, "its time may lie outside the period"),
    (_place, "its place may lie outside"),
    (_mode, "the kind of attack isn't sure"),
    (_actors, "the attacker isn't sure"),
    (_recipients, "the target isn't sure"),
    (_certainty, "it is only alleged"),
)
