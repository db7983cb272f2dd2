"""`dateline check`: whether all that the record holds fits together."""

from __future__ import annotations

import sys

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record

EVERY = 50
"""Items after which the line on a terminal is written anew."""


@click.command("check", epilog="Examples: dateline check · dateline check --record postgresql://host/attacks")
@record_option
def command(record_url: str | None) -> None:
    """Check that every value points to its characters of a document and every row fits the others.

    Each fault is named with its item and what to do about it; the exit code is 1 where there is one.
    """
    shown = sys.stderr.isatty()
    with open_record(record_url) as record:
        number = 0
        for number, fault in enumerate(record.check(_show if shown else _hush), 1):  # noqa: B007 (the last counts)
            click.echo(f"{chr(13) if shown else ''}{fault}")
        if shown:
            click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
        click.echo(f"{number or 'no'} {'fault' if number == 1 else 'faults'} in {record.where}")
    sys.exit(1 if number else 0)


def _show(name: str, done: int) -> None:
    if done % EVERY == 0:
        click.echo(f"\r  checking {name}: {done} ".ljust(40), nl=False, err=True)


def _hush(name: str, done: int) -> None:
    pass
