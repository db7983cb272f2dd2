"""A person's words for a field's value -> the value, as JSON.

In: a field, what was typed, and the incident. Out: the field's value in the shape of `dateline incidents --format json`.

    killed, injured                 12 · 9-12 · 9+ · none (nothing is said)
    when                            2021-07-05 · 2021-07-05/2021-07-07 · none
    mode, certainty                 a word of the vocabulary
    places                          names, ";" between them; NAME@LAT,LON gives a point that the gazetteer lacks
    actors, recipients, weapons     names, ";" between them

A name that the incident's reports have keeps what they know of it; others are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.errors import UsageError
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.registry import Registry
from dateline.model.document import Span
from dateline.model.incident import Incident, Toll
from dateline.model.incident_codec import incident_to_dict
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, Mode, PlacePrecision, TimePrecision

NONE = "none"
RULE = "a person's correction"
_TOLL = re.compile(r"(\d+)(?:\s*-\s*(\d+)|(\+))?")
_POINT = re.compile(r"(?P<name>.+?)\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)")
# Days at most for which a period is said to be as precise as its unit.
_UNITS = (
    (1, TimePrecision.DAY),
    (7, TimePrecision.WEEK),
    (31, TimePrecision.MONTH),
    (366, TimePrecision.YEAR),
)


def field_value(field: str, text: str, incident: Incident) -> Any:
    """What was typed for a field of an incident, as JSON. Raises UsageError that shows how to write it."""
    return incident_to_dict(_corrected(field, text.strip(), incident))[field]


def _corrected(field: str, text: str, incident: Incident) -> Incident:
    match field:
        case "killed":
            return replace(incident, killed=_toll(text))
        case "injured":
            return replace(incident, injured=_toll(text))
        case "when":
            return replace(incident, when=_interval(text))
        case "mode":
            return replace(
                incident, mode=None if text == NONE else Mode(_word(text, [m.value for m in Mode]))
            )
        case "certainty":
            return replace(incident, certainty=Certainty(_word(text, [c.value for c in Certainty])))
        case "places":
            return replace(incident, places=tuple(_place(n, incident.places) for n in _names(text)))
        case "actors":
            return replace(incident, actors=_parties(text, incident.actors))
        case "recipients":
            return replace(incident, recipients=_parties(text, incident.recipients))
        case "weapons":
            return replace(incident, weapons=_parties(text, incident.weapons))
    raise UsageError(f"{field}: an incident has no such field")


def _toll(text: str) -> Toll | None:
    if text == NONE:
        return None
    found = _TOLL.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} is no toll; write it like 12, 9-12, 9+ or none")
    low = int(found[1])
    high = None if found[3] else int(found[2] or low)
    if high is not None and high < low:
        raise UsageError(f"{text!r}: the higher number comes second")
    return Toll(low, low, high)


def _interval(text: str) -> Interval | None:
    if text == NONE:
        return None
    first, _, last = text.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
        found = Interval(start, end)
    except ValueError as problem:
        raise UsageError(
            f"{text!r} is no period; write it like 2021-07-05 or 2021-07-05/2021-07-07, the earlier day first"
        ) from problem
    return replace(found, precision=next((p for d, p in _UNITS if found.days <= d), TimePrecision.DECADE))


def _word(text: str, words: Sequence[str]) -> str:
    if text not in words:
        raise UsageError(f"{text!r} is none of {', '.join(words)}")
    return text


def _names(text: str) -> list[str]:
    return [] if text == NONE else [name.strip() for name in text.split(";") if name.strip()]


def _place(text: str, known: Sequence[Place]) -> Place:
    kept = next((p for p in known if p.name.casefold() == text.casefold()), None)
    if kept is not None:
        return kept
    point = _POINT.fullmatch(text)
    if point:
        lat, lon = float(point["lat"]), float(point["lon"])
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise UsageError(f"{text!r} lies outside the world; latitude is -90 to 90, longitude -180 to 180")
        return Place(_argument(point["name"]), lat, lon, precision=PlacePrecision.EXACT)
    found = Gazetteer.open().find(text)
    if not found:
        raise UsageError(f"{text!r} is not in the gazetteer; add its point: '{text}@LAT,LON'")
    best = found[0]
    return Place(_argument(best.name), best.lat, best.lon, best.id, best.country, best.precision)


def _parties(text: str, known: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple(_party(name, known) for name in _names(text))


def _party(name: str, known: Sequence[Argument]) -> Argument:
    kept = next((a for a in known if a.name.casefold() == name.casefold()), None)
    if kept is not None:
        return kept
    actor = Registry.load().find(name)
    return replace(_argument(name), ref=actor.id if actor else None)


def _argument(name: str) -> Argument:
    """A name that stands in no document."""
    return Argument(Span(0, 0, ""), name, rule=RULE)
