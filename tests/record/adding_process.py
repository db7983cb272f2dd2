"""Adds invented reports in a process of its own, which tests kill, starve or start twice.

    adding_process.py RECORD HOW_MANY SECONDS_EACH [FILE_SIZE_LIMIT]
    adding_process.py RECORD relink 0

Prints the number of documents taken in and read each time that they are said to be kept, then how it ended. With
`relink` it links everything anew, over and over, and prints a line each time.
"""

from __future__ import annotations

import resource
import signal
import sys
import time

import click
from fake_reader import report, telling

from dateline import pipeline
from dateline.engines.local import InProcess
from dateline.errors import RecordError
from dateline.model.document import Document
from dateline.model.protocols import ReadDocument
from dateline.model.reading import Reading
from dateline.pipeline import Progress, add, relink
from dateline.record import Record


def main(place: str, how_many: str, seconds: str, size: str = "") -> None:
    if size:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
    pipeline.BATCH = 4
    # A run of the tests that was started in the background of a script ignores interrupts, and so would this.
    signal.signal(signal.SIGINT, signal.default_int_handler)

    def make() -> ReadDocument:
        def slowly(document: Document) -> Reading:
            time.sleep(float(seconds))
            return telling(document)

        return slowly

    def say(progress: Progress) -> None:
        click.echo(f"kept {progress.taken} {progress.read}")

    try:
        with Record.open(place) as record:
            while how_many == "relink":
                click.echo(f"linked {relink(record, anew=True)}")
            add((report(number) for number in range(int(how_many))), record, InProcess(), say, make)
    except RecordError as problem:
        click.echo(f"error {problem}")
    except KeyboardInterrupt:
        click.echo("stopped")
    else:
        click.echo("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
