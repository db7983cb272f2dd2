"""`dateline export`: the incidents of the record in another format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from dateline.cli.options import EXCHANGED, EXPORTS, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.model.incident import Incident
    from dateline.record import Record
    from dateline.share import Written

EVERY = 500
"""Incidents after which the line on a terminal is written anew."""


@click.command(
    "export",
    epilog="Examples: dateline export --format csv -o incidents.csv · dateline export --format acled --losses",
)
@click.option("--format", "form", type=click.Choice(EXPORTS), required=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="A file (for misp-feed a folder); default: standard output.",
)
@click.option(
    "--for",
    "partner",
    metavar="PARTNER",
    help="What PARTNER was given at the last release, and nothing else.",
)
@click.option("--names", is_flag=True, help="Show the names of private persons.")
@click.option("--losses", is_flag=True, help="Say what the format can't hold, and write nothing.")
@record_option
def command(
    form: str, output: Path | None, partner: str | None, names: bool, losses: bool, record_url: str | None
) -> None:
    """Write the incidents of the record. A file is written whole or not at all."""
    if losses:
        _list_losses(form)
        return
    if names and partner:
        raise UsageError("a partner's export never shows the names of private persons; leave out --names")
    wanted = _Wanted(open_record(record_url), form, partner, names)
    if _to_folder(wanted, output):
        return
    done = _to_file(wanted, output) if output else wanted.write(sys.stdout.buffer)
    _report(form, done, output)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whose incidents, in which format."""

    record: Record
    form: str
    partner: str | None
    names: bool

    def write(self, out: BinaryIO) -> Written:
        """Write them to an open file."""
        if self.form in EXCHANGED:
            return self._objects(out)
        from dateline.share import write

        with self.record.view() as view:
            if self.partner is None:
                return write(self.form, _told(view.incidents()), out, names=self.names)
            from dateline.share.release.acts import given_incidents

            return write(self.form, given_incidents(view.exchange(), self.partner), out)

    def objects(self) -> list[dict[str, Any]]:
        """Readings, claims and handling too, as STIX objects."""
        from dateline.share.exchanges import given_objects, own_objects
        from dateline.share.release.acts import record_secret
        from dateline.share.release.offers import Maker, stamp

        secret = record_secret(self.record) if self.partner is None else b""
        with self.record.view() as view:
            exchange = view.exchange()
            if self.partner is not None:
                return given_objects(exchange, self.partner)
            maker = Maker(secret, exchange.organisation())
            return own_objects(view, maker, self.names, stamp(datetime.now(UTC)))

    def _objects(self, out: BinaryIO) -> Written:
        from dateline.share import Written
        from dateline.share.exchanges import find_exchange

        write, objects = find_exchange(self.form).write, self.objects()
        if write is None:
            raise UsageError(f"{self.form} is a folder of files; name it with --output")
        write(objects, out)
        return Written(sum(item["type"] == "incident" for item in objects))


def _told(found: Iterator[Incident]) -> Iterator[Incident]:
    """The same, with a line on a terminal that says how many there were until now."""
    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    for number, incident in enumerate(found, 1):
        if shown and number % EVERY == 0:
            click.echo(f"\r  {number} incidents ", nl=False, err=True)
        yield incident
    if shown:
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


def _to_folder(wanted: _Wanted, output: Path | None) -> bool:
    """Write a format that is a folder; False where the format is a file."""
    if wanted.form not in EXCHANGED:
        return False
    from dateline.share.exchanges import find_exchange

    write = find_exchange(wanted.form).folder
    if write is None or output is None:
        return False
    click.echo(f"{write(wanted.objects(), output)} events written to {output}", err=True)
    return True


def _to_file(wanted: _Wanted, output: Path) -> Written:
    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as file:
            done = wanted.write(file)
        part.replace(output)
    except OSError as problem:
        raise UsageError(f"{output}: {problem.strerror}; name a folder that you may write to") from problem
    finally:
        part.unlink(missing_ok=True)
    return done


def _list_losses(form: str) -> None:
    if form in EXCHANGED:
        from dateline.share.exchanges import find_exchange

        for loss in find_exchange(form).losses:
            click.echo(f"{form} can't hold {loss}")
        return
    from dateline.share import find_format

    chosen = find_format(form)
    for each in chosen.losses:
        click.echo(f"{form} can't hold {each.what}")
    if chosen.left_out:
        click.echo(f"{form} leaves out incidents that are {chosen.left_out}")


def _report(form: str, done: Written, output: Path | None) -> None:
    """What was written and what was lost, on standard error."""
    click.echo(f"{done.count} incidents written{f' to {output}' if output else ''}", err=True)
    if done.left_out:
        from dateline.share import find_format

        click.echo(f"{done.left_out} left out: {find_format(form).left_out}", err=True)
    if done.losses:
        told = "; ".join(f"{what} ({count})" for what, count in done.losses.most_common())
        click.echo(f"{form} can't hold, with the number of incidents: {told}", err=True)
