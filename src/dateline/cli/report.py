"""`dateline report`: one incident or one week as a single HTML file to send around."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Day, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.record import View
    from dateline.share.report.signed import Signature

    Make = Callable[[View, Signature], str]


@click.group(
    "report",
    epilog="Examples: dateline report incident i-7f3a9c --output attack.html · "
    "dateline report week 2024-02-26 --output week.html",
)
def command() -> None:
    """Write one incident or one week as an HTML file with its pictures and sources, to send around and to print."""


def _file_options(function: Callable[..., Any]) -> Callable[..., Any]:
    function = click.option("--names", is_flag=True, help="Show the names of private persons.")(function)
    return click.option(
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The file. [default: standard output]",
    )(record_option(function))


@command.command("incident", epilog="Example: dateline report incident i-7f3a9c --output attack.html")
@click.argument("key", metavar="ID")
@_file_options
def incident(key: str, names: bool, output: Path | None, record_url: str | None) -> None:
    """Incident ID: current values, every claim with its sentence, how its toll moved, where it was, its sources."""
    from dateline.share.report import incident_report

    _write(record_url, output, lambda view, by: incident_report(view, key, names, by))


@command.command("week", epilog="Example: dateline report week 2024-02-26 --output week.html")
@click.argument("day", type=Day())
@_file_options
def week(day: date, names: bool, output: Path | None, record_url: str | None) -> None:
    """The week of DAY, Monday to Sunday: attacks by day and kind, each with its harm, totals claimed, sources."""
    from dateline.share.report import week_report

    _write(record_url, output, lambda view, by: week_report(view, day, names, by))


def _write(record_url: str | None, output: Path | None, make: Make) -> None:
    from dateline.share.report.signed import Signature

    with open_record(record_url) as record, record.view() as view:
        made = make(view, Signature(datetime.now(UTC), view.version()))
    if output is None:
        click.echo(made)
        return
    try:
        output.write_text(made, "utf-8")
    except OSError as problem:
        raise UsageError(f"{output}: {problem.strerror}; name a file that you may write") from problem
    click.echo(f"written to {output}", err=True)
