"""Time and memory of exporting synthetic incidents in every format: `python bench/export.py [COUNT...]`.

Incidents are made one at a time, so that what grows is the writer's. Each format runs in a process of its own; time is
the processor's, memory the peak of the process beyond what it had before writing.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import BinaryIO

from dateline.model.document import Span
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision
from dateline.share import FORMATS, write

NAMES = (
    "Islamic State",
    "insurgents",
    "gunmen",
    "Iraqi army",
    "villagers",
    "two soldiers",
    "Maryam Exampleson",
)
MODES = tuple(Mode)


def argument(name: str) -> Argument:
    return Argument(Span(0, len(name), name), name)


def incidents(count: int) -> Iterator[Incident]:
    chance = Random(1)
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(chance.randrange(5000))
        town = f"Exampleville {number % 997}"
        place = Place(
            argument(town), chance.uniform(29, 37), chance.uniform(39, 48), None, "IQ", PlacePrecision.TOWN
        )
        low = chance.randrange(9)
        yield Incident(
            f"i{number:010x}",
            EventType.ASSAULT,
            chance.choice(MODES),
            (Report(f"d{number}", "e1"), Report(f"d{number}b", "e1")),
            Interval(day, day),
            (place,),
            (argument(chance.choice(NAMES[:3])),),
            (argument(chance.choice(NAMES[3:])),),
            (),
            Toll(low, low + 1, low + 2),
            Toll(low, low, low),
            Certainty.ASSERTED,
            ("Invented Wire", "Invented Post"),
            2,
        )


def measure(form: str, count: int, file: BinaryIO) -> tuple[float, float]:
    """Processor seconds and MB of growth."""
    write(form, incidents(200), file)
    before, start = peak(), time.process_time()
    write(form, incidents(count), file)
    return time.process_time() - start, peak() - before


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(form: str, count: int, queue: multiprocessing.Queue[tuple[float, float, int]]) -> None:
    import tempfile

    with tempfile.TemporaryFile() as file:
        seconds, grown = measure(form, count, file)
        queue.put((seconds, grown, file.tell()))


def main() -> None:
    counts = [int(a) for a in sys.argv[1:]] or [10_000, 100_000]
    print("| format | incidents | processor s | MB of growth | MB written |\n|---|---|---|---|---|")
    context = multiprocessing.get_context("spawn")
    for form in FORMATS:
        for count in counts:
            queue = context.Queue()
            process = context.Process(target=run, args=(form.name, count, queue))
            process.start()
            seconds, grown, size = queue.get()
            process.join()
            print(
                f"| `{form.name}` | {count:,} | {seconds:.1f} | {grown:.1f} | {size / 1e6:.1f} |", flush=True
            )


if __name__ == "__main__":
    main()
