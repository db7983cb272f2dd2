"""`dateline add`: sources into the record."""

from __future__ import annotations

import sys
from datetime import date

import click

from dateline.cli.options import intake_options, record_option, report_failures, source_options
from dateline.cli.progress import Meter
from dateline.cli.records import open_record


@click.command(
    "add",
    epilog="Examples: dateline add reports/ · dateline add feed.xml --record attacks.sqlite",
)
@source_options
@record_option
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that read side by side. [default: all cores]"
)
@click.option("--quiet", is_flag=True, help="Show no progress.")
def command(
    sources: tuple[str, ...],
    published: date | None,
    outlet: str,
    record_url: str | None,
    workers: int | None,
    quiet: bool,
) -> None:
    """Read SOURCES and keep them in the record, linked into incidents. Safe to repeat and to interrupt."""
    from dateline.engines.local import Processes
    from dateline.intake import read_sources
    from dateline.pipeline import AddReport, add

    record = open_record(record_url, must_exist=False)
    items = read_sources(sources, intake_options(outlet, published))
    meter = Meter(quiet)
    try:
        report: AddReport = add(items, record, Processes(workers), meter.show)
    except KeyboardInterrupt:
        meter.close()
        click.echo("stopped; what was kept is kept, and the same command goes on from here", err=True)
        sys.exit(1)
    meter.close()
    click.echo(
        f"{report.added} added, {report.repeated} already kept, {len(report.duplicates)} repeat another's text, "
        f"{len(report.failed)} failed; {report.incidents} incidents on record in {record.where}"
    )
    for new, earlier in report.duplicates:
        click.echo(f"  {new} repeats {earlier}: one witness, not two")
    sys.exit(report_failures(report.failed))
