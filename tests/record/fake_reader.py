"""A reader of one kind of sentence, for tests of what comes after reading; importable by its name in any process."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateline.errors import KnowledgeError, ReaderError
from dateline.model.document import DateSource, Document
from dateline.model.protocols import ReadDocument
from dateline.model.reading import Argument, Event, Place, Reader, Reading, Relation, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EventType, Mode, PlacePrecision, Predicate

READER = Reader("test", "pattern")
STRUCK = re.compile(r"A (rocket|drone) hit (\w+), killing (\d+)")
COUNTED = re.compile(r"(\d+) attacks this year")
TOWNS = {"Erbil": (36.19, 44.01, "IQ"), "Izium": (49.21, 37.25, "UA"), "Kidal": (18.44, 1.41, "ML")}
FRONT, YEAR = "Northern River Front", date(2024, 1, 1)
FIRST_DAY = datetime(2024, 3, 1, 8, tzinfo=UTC)
OUTLETS = ("Harbour News", "Valley Post", "Coast Radio")


def report(number: int, extra: str = "") -> Document:
    """A report of an incident that two others tell of as well, each in its own words."""
    town = list(TOWNS)[number // 3 % len(TOWNS)]
    mode = ("rocket", "drone")[number // 3 % 2]
    padding = " ".join(f"Word{number}x{n} said nothing new." for n in range(12))
    return Document(
        id=f"r{number:04}",
        text=f"A {mode} hit {town}, killing {number // 3 % 9 + 1}. {padding} {extra}It was the last of {number} attacks this year.",
        title=f"Strike on {town}",
        outlet=OUTLETS[number % 3],
        published=FIRST_DAY + timedelta(days=number // 9 * 10, hours=number % 3),
        date_source=DateSource.GIVEN,
    )


def read(document: Document) -> Reading:
    """Every struck town is an event, every count of attacks a tally."""
    return Reading(
        document,
        READER,
        tuple(
            _event(document, number, match) for number, match in enumerate(STRUCK.finditer(document.text), 1)
        ),
        tuple(
            _tally(document, number, match) for number, match in enumerate(COUNTED.finditer(document.text), 1)
        ),
    )


def _event(document: Document, number: int, match: re.Match[str]) -> Event:
    lat, lon, country = TOWNS[match[2]]
    town = Argument(document.span(*match.span(2)), match[2], rule="pattern")
    assert document.published_on
    return Event(
        f"e{number}",
        EventType.ASSAULT,
        Mode(match[1]),
        document.span(match.start(), match.end(1)),
        (document.span(match.start(), match.end(1)),),
        places=(Place(town, lat, lon, None, country, PlacePrecision.TOWN),),
        when=Interval(document.published_on, document.published_on),
        killed=Count(int(match[3]), int(match[3]), document.span(*match.span(3))),
        evidence=(document.span(*match.span()),),
    )


def _tally(document: Document, number: int, match: re.Match[str]) -> Tally:
    count = Count(int(match[1]), int(match[1]), document.span(*match.span(1)))
    return Tally(f"t{number}", count, EventType.ASSAULT, evidence=(document.span(*match.span()),))


def make_fake_reader() -> ReadDocument:
    return read


def telling(document: Document) -> Reading:
    """The same with all that a record keeps answers of: who did it and with whom, a count over a period, tolls that differ."""
    reading = read(document)
    events = tuple(_told(document, event) for event in reading.events)
    tallies = tuple(
        replace(tally, places=events[0].places, when=Interval(YEAR, events[0].when.end))
        for tally in reading.tallies
        if events and events[0].when
    )
    allied = tuple(
        Relation(actor, Predicate.ALLIED_WITH, Argument(event.trigger, FRONT), event.evidence)
        for event in events
        for actor in event.actors
    )
    return replace(reading, events=events, tallies=tallies, relations=allied)


def _told(document: Document, event: Event) -> Event:
    """One outlet of three gives another toll."""
    actor = Argument(event.trigger, "Hezbollah", "hezbollah")
    if document.outlet != OUTLETS[2] or event.killed is None:
        return replace(event, actors=(actor,))
    more = event.killed.low + 2
    return replace(event, actors=(actor,), killed=replace(event.killed, low=more, high=more))


def make_telling_reader() -> ReadDocument:
    return telling


def make_slow_reader() -> ReadDocument:
    def slowly(document: Document) -> Reading:
        time.sleep(0.02)
        return read(document)

    return slowly


def make_hostile_reader() -> ReadDocument:
    """Documents whose text holds a command make trouble of that kind."""

    def read_or_not(document: Document) -> Reading:
        for command, trouble in TROUBLES.items():
            if command in document.text:
                trouble(document)
        return read(document)

    return read_or_not


def make_no_reader() -> ReadDocument:
    raise KnowledgeError("the model's weights are missing; install Dateline again")


def make_dying_reader() -> ReadDocument:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _refuse(document: Document) -> None:
    raise ReaderError(f"{document.id}: no sentence in it")


def _die(document: Document) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang(document: Document) -> None:
    time.sleep(60)


def _fault(document: Document) -> None:
    raise KeyError("head")


def _lose_model(document: Document) -> None:
    raise KnowledgeError("the gazetteer is damaged; load it again")


TROUBLES = {"REFUSE": _refuse, "LOSE": _lose_model, "DIE": _die, "HANG": _hang, "FAULT": _fault}
