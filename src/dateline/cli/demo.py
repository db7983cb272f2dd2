"""`dateline demo`: the sample reports into a temporary record, and what it found."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import click

from dateline.cli.progress import Meter
from dateline.errors import UsageError
from dateline.model.vocabulary import EventType


@click.command("demo", epilog="Examples: dateline demo · dateline demo --keep samples.sqlite")
@click.option("--keep", type=click.Path(dir_okay=False, path_type=Path), help="Keep the record in this file.")
def command(keep: Path | None) -> None:
    """Read the sample reports, which are invented, and show what they add up to."""
    if keep is not None and keep.exists():
        raise UsageError(f"{keep} exists; name a file that doesn't")
    with _place(keep) as path:
        _run(path, keep)


@contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "samples.sqlite"


def _run(path: Path, keep: Path | None) -> None:
    from dateline.analyse.tally_pages import check_every
    from dateline.cli.text import incidents as incident_text
    from dateline.cli.text import tallies as tally_text
    from dateline.engines.local import Processes
    from dateline.intake import IntakeOptions, read_sources
    from dateline.pipeline import add
    from dateline.record import IncidentFilter, Record

    record = Record.open(str(path))
    click.echo("Reading the sample reports (invented incidents, invented outlets) ...")
    meter = Meter()
    with as_file(files("dateline.cli") / "samples") as folder:
        report = add(read_sources([str(folder)], IntakeOptions()), record, Processes(), meter.show)
    meter.close()
    with record.view() as view:
        assaults = list(view.incidents(IncidentFilter(types=(EventType.ASSAULT,))))
        readings = {r.document.id: r for r in view.readings()}
        claimed = list(tally_text.lines(check_every(view)))
    events = sum(len(r.events) for r in readings.values())
    _heading(f"{report.added} reports · {events} events told · {len(assaults)} attacks on record")
    for line in incident_text.lines(assaults):
        click.echo(line)
    _heading("Claimed totals beside the record")
    for line in claimed:
        click.echo(line)
    _heading("What does not fit inside one report")
    for reading in readings.values():
        for misfit in reading.misfits:
            click.echo(f"  {reading.document.id}: {misfit.message}")
    _goodbye(keep)


def _heading(text: str) -> None:
    click.echo("\n" + click.style(text, bold=True, fg="cyan"))


def _goodbye(keep: Path | None) -> None:
    where = f" --record {keep}" if keep else ""
    page = (
        f"dateline serve{where}"
        if keep
        else "dateline demo --keep samples.sqlite && dateline serve --record samples.sqlite"
    )
    first = (
        "dateline demo --keep samples.sqlite      keeps this record, to look around in it\n  "
        if not keep
        else ""
    )
    click.echo(
        f"\nNext:\n  {first}dateline show ID{where or ' --record samples.sqlite'}      every claim of one incident, with its sentence"
        "\n  dateline read YOUR-ARTICLE.html          what one article says\n  dateline add YOUR-FOLDER --record my.sqlite"
        f"\nThe page on the sample record, at http://127.0.0.1:8000/:\n  {page}"
    )
