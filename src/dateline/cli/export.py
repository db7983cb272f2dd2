"""`dateline export`: the incidents of the record in another format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError


@click.command("export", epilog="Example: dateline export --format csv -o incidents.csv")
@click.option("--format", "form", type=click.Choice(["csv", "geojson"]), required=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file; default: standard output.",
)
@click.option("--names", is_flag=True, help="Show the names of private persons.")
@record_option
def command(form: str, output: Path | None, names: bool, record_url: str | None) -> None:
    """Write the incidents of the record. A file is written whole or not at all."""
    from dateline.share import write

    with open_record(record_url).view() as view:
        incidents = list(view.incidents())
    if output is None:
        write(form, incidents, sys.stdout, names=names)
        return
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            write(form, incidents, file, names=names)
        part.replace(output)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UsageError(f"{output}: {problem.strerror}; name a folder that you may write to") from problem
    click.echo(f"{len(incidents)} incidents written to {output}", err=True)
