"""Opening the record that a command works on."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.errors import RecordError

if TYPE_CHECKING:
    from dateline.record import Record


def open_record(url: str | None, must_exist: bool = True) -> Record:
    """The record at the URL, or the one in the user's data folder; a command that only reads never makes one."""
    from dateline.record import Record
    from dateline.settings import default_record

    where = url or default_record()
    path = Path(where.removeprefix("sqlite:///")).expanduser()
    if must_exist and "://" not in where.removeprefix("sqlite:///") and not path.exists():
        raise RecordError(
            f"{path}: there is no record here yet; make one with `dateline add SOURCE --record {path}`"
        )
    return Record.open(where, on_update=lambda told: click.echo(told, err=True))


def open_record_as_of(url: str | None, moment: datetime | None) -> Record:
    """The record, or a copy of it as it stood at a moment, which goes when the command ends."""
    record = open_record(url)
    if moment is None:
        return record
    folder = click.get_current_context().with_resource(tempfile.TemporaryDirectory())
    return record.as_of(moment, str(Path(folder) / "then.sqlite"))
