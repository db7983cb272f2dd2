"""Options that several commands share."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.errors import DatelineError, UsageError

if TYPE_CHECKING:
    from dateline.intake import IntakeOptions

Command = TypeVar("Command", bound=Callable[..., Any])

EXCHANGED = ("stix", "misp", "misp-feed")
"""Those of the exports that hold claims and handling too."""

EXPORTS = ("csv", "geojson", "parquet", "hxl", "acled", "ucdp", "plover", *EXCHANGED)
"""The names of `share.FORMATS` and `share.exchanges.EXCHANGES`, written out so that a command's help doesn't load them; a test compares the two."""


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2021-07-25", param, ctx)


def source_options(command: Command) -> Command:
    """SOURCE... with --date and --outlet."""
    command = click.option("--outlet", default="", help="The outlet, where the sources don't say it.")(
        command
    )
    command = click.option(
        "--date", "published", type=Day(), help="The day of publication, where the sources don't say it."
    )(command)
    return click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")(command)


class Moment(click.ParamType[datetime]):
    """A day, which ends it (UTC), or a time as YYYY-MM-DDTHH:MM:SS, in UTC unless it says otherwise."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment, or a usage error that shows how to write one."""
        if isinstance(value, datetime):
            return value
        try:
            if len(value) == len("2021-07-25"):
                return datetime.combine(date.fromisoformat(value), time.max, UTC)
            found = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2021-07-25 or 2021-07-25T14:30:00", param, ctx)
        return found if found.tzinfo else found.replace(tzinfo=UTC)


def as_of_option(command: Command) -> Command:
    """--as-of DATE."""
    return click.option(
        "--as-of", "as_of", type=Moment(), help="The record as it stood then: a day's end, or a time in UTC."
    )(command)


def record_option(command: Command) -> Command:
    """--record URL, or DATELINE_RECORD."""
    return click.option(
        "--record",
        "record_url",
        envvar="DATELINE_RECORD",
        metavar="URL",
        help="The record: a file, or a database's URL. [default: one in your data folder; DATELINE_RECORD]",
    )(command)


def author_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--author NAME, or DATELINE_AUTHOR, or the name of the account."""
    return click.option(
        "--author",
        envvar="DATELINE_AUTHOR",
        default=getpass.getuser,
        metavar="NAME",
        help="Who decides. [default: DATELINE_AUTHOR, or your account's name]",
    )(function)


def intake_options(outlet: str, published: date | None) -> IntakeOptions:
    """How sources are read: what the options say, and the settings of the environment."""
    from dateline.intake import IntakeOptions
    from dateline.settings import Settings, read_settings

    # Checking settings loads a validation library, which would cost every reading a third of a second.
    given = any(name.startswith("DATELINE_") and name != "DATELINE_RECORD" for name in os.environ)
    settings = read_settings() if given else Settings()
    return IntakeOptions(
        outlet=outlet,
        published=midnight(published),
        limits=settings.limits,
        allow_private_addresses=settings.allow_private_addresses,
    )


def midnight(day: date | None) -> datetime | None:
    """The start of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def report_failures(failures: Iterable[str | DatelineError]) -> int:
    """Name each failure on standard error; the exit code: 1 where there was one, else 0."""
    named = [str(failure) for failure in failures]
    for name in named:
        click.echo(f"failed: {name}", err=True)
    return 1 if named else 0


def taxii_password(file: Path | None) -> str:
    """Our password on a partner's server: never on the command line, where everybody on the machine could see it."""
    found = file.read_text("utf-8").rstrip("\n") if file else os.environ.get("DATELINE_TAXII_PASSWORD", "")
    if not found:
        raise UsageError(
            "a TAXII server asks for a password; give --password-file or set DATELINE_TAXII_PASSWORD"
        )
    return found
