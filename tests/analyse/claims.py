"""Short claims and incidents for cases, and readings over one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.model.document import Document, Span
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Argument, Attribution, Event, Place, Reader, Reading, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, HarmType, Mode, PlacePrecision, TimePrecision

PLACES = {
    "Iraq": Place(Argument(Span(0, 1, "I"), "Iraq"), 33.0, 44.0, "iq", "IQ", PlacePrecision.COUNTRY),
    "Syria": Place(Argument(Span(0, 1, "S"), "Syria"), 35.0, 38.0, "sy", "SY", PlacePrecision.COUNTRY),
    "Kirkuk province": Place(
        Argument(Span(0, 1, "K"), "Kirkuk province"), 35.4, 44.3, "IQ.02", "IQ", PlacePrecision.PROVINCE
    ),
    "Hawija": Place(Argument(Span(0, 1, "H"), "Hawija"), 35.33, 43.77, "1", "IQ", PlacePrecision.TOWN),
    "Homs": Place(Argument(Span(0, 1, "H"), "Homs"), 34.73, 36.72, "2", "SY", PlacePrecision.TOWN),
    "Camp Nowhere": Place(Argument(Span(0, 1, "C"), "Camp Nowhere")),
}


@dataclass(frozen=True)
class Happened:
    """One incident as a row of a case."""

    day: str = "2021-03-10"
    place: str = "Hawija"
    mode: Mode | None = Mode.DRONE
    recipients: tuple[str, ...] = ("American soldiers",)
    killed: tuple[int, int | None] | None = None
    certainty: Certainty = Certainty.ASSERTED
    actors: tuple[str, ...] = ()


def incident(number: int, row: Happened) -> Incident:
    """The row as an incident with the id i1, i2, …"""
    low, high = row.killed or (0, 0)
    return Incident(
        f"i{number}",
        EventType.ASSAULT,
        row.mode,
        (Report(f"d{number}", "e1"),),
        between(row.day),
        (PLACES[row.place],) if row.place else (),
        arguments(row.actors),
        arguments(row.recipients),
        (),
        Toll(low, low, high) if row.killed else None,
        None,
        row.certainty,
        ("Invented Wire",),
        1,
    )


@dataclass(frozen=True)
class Claimed:
    """One tally as a row of a case; `said` is looked for in the text for its place."""

    low: int
    high: int | None
    type: EventType | HarmType = EventType.ASSAULT
    mode: Mode | None = None
    when: str = "2021-01-01/2021-06-30"
    places: tuple[str, ...] = ("Iraq",)
    recipients: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    said: str = ""


def document(text: str = "A claim.", published: str = "2021-07-25") -> Document:
    """A document of an invented outlet."""
    return Document(
        "doc", text, outlet="Invented Post", published=datetime.fromisoformat(published).replace(tzinfo=UTC)
    )


def tally(row: Claimed, received: Document, number: int = 1) -> Tally:
    """The row as a tally with the id t1, t2, …"""
    where = found(received, row.said)
    return Tally(
        f"t{number}",
        Count(row.low, row.high, where),
        row.type,
        row.mode,
        arguments(row.actors),
        arguments(row.recipients),
        tuple(PLACES[p] for p in row.places),
        between(row.when) if row.when else None,
        evidence=(sentence(received, where),),
    )


@dataclass(frozen=True)
class Said:
    """One event as a row of a case; `said` is its trigger and the text of its tolls."""

    said: str
    day: str = "2021-07-05"
    recipients: tuple[str, ...] = ()
    killed: tuple[int, int | None] | None = None
    injured: tuple[int, int | None] | None = None
    speakers: tuple[str, ...] = ()
    type: EventType = EventType.ASSAULT
    certainty: Certainty = Certainty.ASSERTED


def event(row: Said, received: Document, number: int = 1) -> Event:
    """The row as an event with the id e1, e2, …"""
    where = found(received, row.said)
    return Event(
        f"e{number}",
        row.type,
        None,
        where,
        (where,),
        recipients=arguments(row.recipients),
        places=(PLACES["Hawija"],),
        when=between(row.day) if row.day else None,
        killed=Count(*row.killed, where) if row.killed else None,
        injured=Count(*row.injured, where) if row.injured else None,
        certainty=row.certainty,
        says=tuple(Attribution(a) for a in arguments(row.speakers)),
        evidence=(sentence(received, where),),
    )


def reading(
    text: str, events: tuple[Said, ...], tallies: tuple[Claimed, ...], published: str = "2021-07-25"
) -> Reading:
    """What a reader would make of the text."""
    received = document(text, published)
    return Reading(
        received,
        Reader("0", "none"),
        tuple(event(row, received, n + 1) for n, row in enumerate(events)),
        tuple(tally(row, received, n + 1) for n, row in enumerate(tallies)),
    )


def arguments(names: tuple[str, ...]) -> tuple[Argument, ...]:
    """Arguments by name."""
    return tuple(Argument(Span(0, len(n), n), n) for n in names)


def between(text: str) -> Interval:
    """ "2021-05-03" or "2021-05-01/2021-05-31"."""
    first, _, last = text.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Interval(start, end, TimePrecision.DAY if start == end else TimePrecision.MONTH)


def found(received: Document, said: str) -> Span:
    """Where the text says it."""
    start = received.text.index(said)
    return received.span(start, start + len(said))


def sentence(received: Document, where: Span) -> Span:
    """The sentence around it."""
    start = received.text.rfind(". ", 0, where.start)
    end = received.text.find(".", where.end)
    return received.span(start + 2 if start >= 0 else 0, end + 1 if end >= 0 else len(received.text))
