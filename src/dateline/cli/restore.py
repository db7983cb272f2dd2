"""`dateline restore`: a record from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.options import record_option


@click.command(
    "restore",
    epilog="Examples: dateline restore monday.backup --record attacks.sqlite · "
    "dateline restore monday.backup --record postgresql://host/attacks",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@record_option
def command(file: Path, record_url: str | None) -> None:
    """Make a new record of all that the backup FILE holds.

    FILE is verified before anything is written. Where there is a record already nothing is changed.
    """
    from dateline.record import Record
    from dateline.settings import default_record

    with Record.restore(record_url or default_record(), file) as record, record.view() as view:
        held = view.counts("documents", "readings", "incidents")
        click.echo(
            f"{held['documents']} documents, {held['readings']} readings and {held['incidents']} incidents "
            f"restored to {record.where}"
        )
