"""The Gun Violence Archive's reports as reported events: as the archive has them, or spoilt as reading spoils them.

In: the folder with docs.jsonl and incidents.jsonl (SemEval-2018 task 5). Out: events, and the incident of each.
US shootings only; rows flagged as off topic are left out.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.model.document import Document, Span
from dateline.model.incident import ReportedEvent
from dateline.model.reading import Argument, Event, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EventType, Mode, PlacePrecision, TimePrecision

LEAD = 900  # characters of the text that stand for the evidence of its main event
_ADDRESS = re.compile(r"^.*?://(?:web\.archive\.org/web/\d+/https?://)?(?:www\.)?")
_SENTENCE = re.compile(r"[^.!?\n]{20,}[.!?\n]")
_TRIGGER = re.compile(r"\b(shooting|shot|gunfire|killed|wounded)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sample:
    """Reported events and the incident that each belongs to, by document id."""

    events: list[ReportedEvent]
    truth: dict[str, str]


def load(folder: Path, on_topic: bool = True) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(report, incident) pairs whose incident has a day; each document once."""
    lines = (folder / "incidents.jsonl").read_text("utf-8").splitlines()
    incidents = {i["incident_id"]: i for i in map(json.loads, lines) if i.get("date")}
    found: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for report in map(json.loads, (folder / "docs.jsonl").read_text("utf-8").splitlines()):
        if report["incident_id"] in incidents and (report["heuristic_on_topic"] or not on_topic):
            found.setdefault(report["docid"], (report, incidents[report["incident_id"]]))
    return list(found.values())


def sample(folder: Path, documents: int, seed: int, spoilt: bool) -> Sample:
    """About `documents` reports: whole incidents, drawn with `seed`."""
    pairs = load(folder)
    centres = city_centres(i for _, i in pairs)
    chance = random.Random(seed)
    order = sorted({i["incident_id"] for _, i in pairs})
    chance.shuffle(order)
    by_incident = defaultdict(list)
    for report, incident in pairs:
        by_incident[incident["incident_id"]].append((report, incident))
    drawn = [pair for incident in order for pair in by_incident[incident]][:documents]
    events = [exact(report, incident, centres) for report, incident in drawn]
    if spoilt:
        events = [spoil(e, chance, incident["state"]) for e, (_, incident) in zip(events, drawn, strict=True)]
    return Sample(events, {report["docid"]: incident["incident_id"] for report, incident in drawn})


def city_centres(incidents: Iterable[dict[str, Any]]) -> dict[tuple[str, str], tuple[float, float]]:
    """The mean point of each city's incidents: a gazetteer gives one point for a city, not one for a shooting."""
    points = defaultdict(list)
    for incident in incidents:
        if incident.get("latlon"):
            points[incident["city_or_county"], incident["state"]].append(incident["latlon"])
    return {c: (sum(p[0] for p in ps) / len(ps), sum(p[1] for p in ps) / len(ps)) for c, ps in points.items()}


def exact(report: dict[str, Any], incident: dict[str, Any], centres: dict[Any, Any]) -> ReportedEvent:
    """The report's main event as the archive has it, with the names that the text has."""
    text = report["text"]
    document = Document(
        report["docid"],
        text,
        report["title"],
        outlet=outlet(report["url"]),
        published=datetime.fromisoformat(report["dct"][:10]).replace(tzinfo=UTC) if report["dct"] else None,
    )
    found = _TRIGGER.search(text)
    trigger = document.span(*found.span()) if found else document.span(0, 1)
    day = date.fromisoformat(incident["date"])
    event = Event(
        "e1",
        EventType.ASSAULT,
        Mode.SHOOTING,
        trigger,
        (trigger,),
        actors=people(document, incident, victims=False),
        recipients=people(document, incident, victims=True),
        places=(city(incident, centres),),
        when=Interval(day, day),
        killed=Count(incident["num_killed"], incident["num_killed"], trigger),
        injured=Count(incident["num_injured"], incident["num_injured"], trigger),
        evidence=tuple(document.span(*m.span()) for m in _SENTENCE.finditer(text[:LEAD])),
    )
    return ReportedEvent(document, event, document.id)


def outlet(url: str) -> str:
    """The host of an address, of the archived one where it is an archive's."""
    return _ADDRESS.sub("", url).partition("/")[0]


def people(document: Document, incident: dict[str, Any], victims: bool) -> tuple[Argument, ...]:
    """The participants of one side whose surname the text has."""
    named = [p for p in incident["participants"] if p.get("name") and (p.get("type") == "Victim") is victims]
    return tuple(
        Argument(Span(0, 1, document.text[:1]), p["name"])
        for p in named
        if p["name"].split()[-1] in document.text
    )


def city(incident: dict[str, Any], centres: dict[Any, Any]) -> Place:
    """The city with its centre."""
    lat, lon = centres.get((incident["city_or_county"], incident["state"]), (None, None))
    named = Argument(Span(0, 1, "?"), incident["city_or_county"])
    return Place(named, lat, lon, None, "US", PlacePrecision.TOWN)


def spoil(source: ReportedEvent, chance: random.Random, state: str) -> ReportedEvent:
    """The same event as reporting and reading may leave it."""
    event = source.event
    spoilt = replace(
        event,
        when=spoil_time(event, source.document, chance),
        places=spoil_place(event.places[0], chance, state),
        killed=spoil_toll(event.killed, chance),
        injured=spoil_toll(event.injured, chance),
    )
    return replace(source, event=spoilt)


def spoil_time(event: Event, document: Document, chance: random.Random) -> Interval | None:
    """60 % as it was; a day off, the day of publication, that week, or nothing, about 10 % each."""
    assert event.when is not None
    drawn, day = chance.random(), event.when.start
    published = document.published_on
    if drawn < 0.6 or published is None:
        return event.when
    if drawn < 0.7:
        moved = day + timedelta(chance.choice((-1, 1)))
        return Interval(moved, moved)
    if drawn < 0.8:
        return Interval(published, published) if (published - day).days <= 7 else None
    if drawn < 0.9:
        monday = day - timedelta(day.weekday())
        return Interval(monday, monday + timedelta(6), TimePrecision.WEEK)
    return None


def spoil_place(place: Place, chance: random.Random, state: str) -> tuple[Place, ...]:
    """70 % as it was with its state; without coordinates, the state only, or nothing, 10 % each."""
    drawn = chance.random()
    within = Place(replace(place.argument, name=state), None, None, None, "US", PlacePrecision.PROVINCE)
    if drawn < 0.7:
        return (place, within)
    if drawn < 0.8:
        return (replace(place, lat=None, lon=None, country=None, precision=PlacePrecision.UNKNOWN),)
    return (within,) if drawn < 0.9 else ()


def spoil_toll(count: Count | None, chance: random.Random) -> Count | None:
    """65 % as it was, 20 % not said, the rest lower or open."""
    drawn = chance.random()
    if count is None or drawn < 0.2:
        return None
    if drawn < 0.85:
        return count
    low = max(0, count.low - 1)
    return Count(low, None if drawn < 0.93 else low, count.span)
