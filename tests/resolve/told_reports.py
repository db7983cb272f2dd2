"""Short reports for cases: a sentence, and what a reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.model.document import Document, Span
from dateline.model.incident import ReportedEvent
from dateline.model.reading import Argument, Event, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision, TimePrecision

TOWNS = {
    "Kirkuk": (35.47, 44.39, "IQ"),
    "Hawija": (35.33, 43.77, "IQ"),
    "Tikrit": (34.60, 43.68, "IQ"),
    "Baiji": (34.93, 43.49, "IQ"),
    "Mosul": (36.34, 43.12, "IQ"),
    "Sinjar": (36.32, 41.88, "IQ"),
    "Homs": (34.73, 36.72, "SY"),
}


@dataclass(frozen=True)
class Told:
    """One event as a row of a case: day "2021-05-03" or "2021-05-01/2021-05-31"; `town` "" where none is said."""

    document: str
    day: str
    town: str
    mode: Mode | None = Mode.BOMBING
    published: str = ""
    killed: tuple[int, int | None] | None = None
    injured: tuple[int, int | None] | None = None
    event: str = "e1"
    text: str = ""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    certainty: Certainty = Certainty.ASSERTED
    type: EventType = EventType.ASSAULT
    outlet: str = "Invented Wire"
    origin: str = ""
    relays: tuple[str, ...] = ()


def reported(told: Told) -> ReportedEvent:
    """The row as a reported event."""
    text = told.text or f"An attack on {told.town} was reported by {told.document}."
    published = told.published or told.day.partition("/")[0] or "2021-05-03"
    document = Document(
        told.document,
        text,
        outlet=told.outlet,
        relays=told.relays,
        published=datetime.fromisoformat(published).replace(hour=20, tzinfo=UTC),
    )
    trigger = document.span(0, min(14, len(text)))
    event = Event(
        told.event,
        told.type,
        told.mode,
        trigger,
        (trigger,),
        actors=named(told.actors),
        recipients=named(told.recipients),
        places=(place(told.town),) if told.town else (),
        when=days(told.day) if told.day else None,
        killed=Count(*told.killed, trigger) if told.killed else None,
        injured=Count(*told.injured, trigger) if told.injured else None,
        certainty=told.certainty,
        evidence=(document.span(0, len(text)),),
    )
    return ReportedEvent(document, event, told.origin or told.document)


def place(name: str) -> Place:
    """A town of the table with its point, or a name that no gazetteer knows."""
    argument = Argument(Span(0, len(name), name), name)
    if name not in TOWNS:
        return Place(argument)
    lat, lon, country = TOWNS[name]
    return Place(argument, lat, lon, f"town {name}", country, PlacePrecision.TOWN)


def country(name: str, code: str) -> Place:
    """A country as a place."""
    return Place(Argument(Span(0, len(name), name), name), 33.0, 44.0, code, code, PlacePrecision.COUNTRY)


def named(names: tuple[str, ...]) -> tuple[Argument, ...]:
    """Arguments by name; "id=Name" gives a registry id."""
    found = []
    for name in names:
        ref, _, rest = name.rpartition("=")
        found.append(Argument(Span(0, len(rest), rest), rest, ref or None))
    return tuple(found)


def days(text: str) -> Interval:
    """ "2021-05-03" or "2021-05-01/2021-05-31"."""
    first, _, last = text.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    length = (end - start).days + 1
    steps = ((1, TimePrecision.DAY), (10, TimePrecision.WEEK), (40, TimePrecision.MONTH))
    return Interval(start, end, next((p for most, p in steps if length <= most), TimePrecision.YEAR))
