"""`dateline export`: the incidents of the record in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.options import EXPORTS, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.record import Record
    from dateline.share import Format, Written


@click.command(
    "export",
    epilog="Examples: dateline export --format csv -o incidents.csv · dateline export --format acled --losses",
)
@click.option("--format", "form", type=click.Choice(EXPORTS), required=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file; default: standard output.",
)
@click.option("--names", is_flag=True, help="Show the names of private persons.")
@click.option("--losses", is_flag=True, help="Say what the format can't hold, and write nothing.")
@record_option
def command(form: str, output: Path | None, names: bool, losses: bool, record_url: str | None) -> None:
    """Write the incidents of the record. A file is written whole or not at all."""
    from dateline.share import find_format

    chosen = find_format(form)
    if losses:
        _list_losses(chosen)
        return
    record = open_record(record_url)
    done = _to_file(record, form, output, names) if output else _to_output(record, form, names)
    _report(chosen, done, output)


def _to_output(record: Record, form: str, names: bool) -> Written:
    from dateline.share import write

    with record.view() as view:
        return write(form, view.incidents(), sys.stdout.buffer, names=names)


def _to_file(record: Record, form: str, output: Path, names: bool) -> Written:
    from dateline.share import write

    part = output.with_name(f".{output.name}.part")
    try:
        with record.view() as view, part.open("wb") as file:
            done = write(form, view.incidents(), file, names=names)
        part.replace(output)
    except OSError as problem:
        raise UsageError(f"{output}: {problem.strerror}; name a folder that you may write to") from problem
    finally:
        part.unlink(missing_ok=True)
    return done


def _list_losses(chosen: Format) -> None:
    for loss in chosen.losses:
        click.echo(f"{chosen.name} can't hold {loss.what}")
    if chosen.left_out:
        click.echo(f"{chosen.name} leaves out incidents that are {chosen.left_out}")


def _report(chosen: Format, done: Written, output: Path | None) -> None:
    """What was written and what was lost, on standard error."""
    click.echo(f"{done.count} incidents written{f' to {output}' if output else ''}", err=True)
    if done.left_out:
        click.echo(f"{done.left_out} left out: {chosen.left_out}", err=True)
    if done.losses:
        told = "; ".join(f"{what} ({count})" for what, count in done.losses.most_common())
        click.echo(f"{chosen.name} can't hold, with the number of incidents: {told}", err=True)
