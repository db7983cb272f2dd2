"""An incident in a few words, as lists, maps and reports head it: "Drone attack, Balad air base, 1 March 2024"."""

from __future__ import annotations

from dateline.analyse.words import attacks, day
from dateline.model.incident import Incident
from dateline.model.values import Interval
from dateline.model.vocabulary import EventType

ACTS = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "rejection",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanctions",
    EventType.MOBILIZE: "mobilisation",
    EventType.COERCE: "coercion",
}


def title(incident: Incident, place: str | None) -> str:
    """What, where and when; `place` is the place's name as it may be shown, None where none is told."""
    what = ACTS.get(incident.type) or attacks(incident.mode, 1)
    parts = (what[0].upper() + what[1:], place, dated(incident.when))
    return ", ".join(part for part in parts if part)


def dated(when: Interval | None) -> str:
    """The days in words; empty for none."""
    if when is None:
        return "undated"
    return day(when.start) if when.start == when.end else f"{day(when.start)} to {day(when.end)}"
