"""`dateline check`: whether all that the record holds fits together."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record

EVERY = 50
"""Items after which the line on a terminal is written anew."""

PARTS = ("database", "documents", "readings", "incidents", "answers", "references", "exchange")
"""What is checked, in this order."""

STOPPED = 130
"""The exit code of a command that was interrupted (128 and the number of the signal, as shells have it)."""


@dataclass(slots=True)
class _Meter:
    """How far the check is, on a terminal in a line of its own."""

    shown: bool
    part: str = ""
    done: int = 0

    def hear(self, name: str, done: int) -> None:
        """Take in how many items of a part were looked at."""
        self.part, self.done = name, done
        if self.shown and done % EVERY == 0:
            click.echo(f"\r  checking {name}: {done} ".ljust(40), nl=False, err=True)

    def clear(self) -> None:
        """Leave the line empty."""
        if self.shown:
            click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


@click.command(
    "check",
    epilog="Examples: dateline check · dateline check --from incidents --record postgresql://host/attacks",
)
@click.option(
    "--from", "first", type=click.Choice(PARTS), default=PARTS[0], help="Leave out what comes before."
)
@record_option
def command(first: str, record_url: str | None) -> None:
    """Check that every value points to its characters of a document and every row fits the others.

    Each fault is named with its item and what to do about it; the exit code is 1 where there is one. It may be stopped
    at any time: nothing is changed, and it says how to go on.
    """
    meter, number = _Meter(sys.stderr.isatty()), 0
    with open_record(record_url) as record:
        try:
            for number, fault in enumerate(record.check(meter.hear, first), 1):  # noqa: B007 (the last counts)
                click.echo(f"{chr(13) if meter.shown else ''}{fault}")
        except KeyboardInterrupt:
            meter.clear()
            click.echo(
                f"stopped after {meter.done} items of {meter.part}, {_counted(number)} until then; "
                f"`dateline check --from {meter.part}` goes on",
                err=True,
            )
            sys.exit(STOPPED)
        meter.clear()
        click.echo(f"{_counted(number)} in {record.where}")
    sys.exit(1 if number else 0)


def _counted(faults: int) -> str:
    return f"{faults or 'no'} {'fault' if faults == 1 else 'faults'}"
