"""`dateline backup`: the whole record in one file."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record


@click.command(
    "backup",
    epilog="Examples: dateline backup monday.backup · dateline backup monday.backup --record postgresql://host/attacks",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@record_option
def command(file: Path, record_url: str | None) -> None:
    """Write all of the record as it is at this moment to FILE, and read it back to verify it.

    Others may go on writing meanwhile. A file that is there is never written over.
    """
    with open_record(record_url) as record:
        rows = record.backup(file).rows
    click.echo(
        f"{rows['documents']} documents, {rows['readings']} readings and {rows['incidents']} incidents "
        f"written to {file} and verified"
    )
