"""`dateline relink`: all readings of the record into incidents anew."""

from __future__ import annotations

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record


@click.command("relink", epilog="Examples: dateline relink · dateline relink --record attacks.sqlite")
@record_option
def command(record_url: str | None) -> None:
    """Link the whole record anew, whatever the order in which its reports came; judgements hold."""
    from dateline.pipeline import relink

    record = open_record(record_url)
    click.echo(f"{relink(record, anew=True)} incidents on record in {record.where}")
