"""`dateline receive`: what a partner sends, verified, kept as it came and linked to our incidents."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import intake_options, record_option, taxii_password
from dateline.cli.records import open_record
from dateline.errors import SourceError, UsageError

if TYPE_CHECKING:
    from dateline.record import Record
    from dateline.share.receive import Delivery, Received


MOST_LINES = 20
"""Of what no claim was made of; the log has the rest."""


@click.command(
    "receive",
    epilog="Examples: dateline receive desk.json --from relief-desk · dateline receive https://desk.example/feed.json "
    "--from relief-desk · dateline receive old.json --from river-watch --unsigned · "
    "dateline receive https://desk.example/taxii2/ --from relief-desk --taxii --user us",
)
@click.argument("source", metavar="FILE|URL")
@click.option("--from", "partner", required=True, metavar="PARTNER", help="Who sent it.")
@click.option("--unsigned", is_flag=True, help="Take it without a signature: you know where it comes from.")
@click.option("--part", is_flag=True, help="It is a part: it may point to objects that come later.")
@click.option("--taxii", is_flag=True, help="URL is a TAXII 2.1 server, or one of its collections.")
@click.option("--user", default="", metavar="NAME", help="Who we are to the TAXII server.")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with our password for the TAXII server. [default: DATELINE_TAXII_PASSWORD]",
)
@click.option(
    "--every",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MINUTES",
    help="With --taxii: go on asking, with so many minutes in between; what fails is told and tried again.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def command(source: str, partner: str, form: str, record_url: str | None, **given: Any) -> None:
    """Take a STIX bundle or MISP events from PARTNER, with its signature beside it as SOURCE.sig.

    With --taxii, take what is new since the last time on the partner's TAXII server; repeat it as often as you like.
    All of a delivery is kept, or none. Nothing of yours is overwritten: what the partner tells becomes reports in its name.
    """
    minutes = given["every"]
    if minutes is not None and not given["taxii"]:
        raise UsageError("--every goes on asking a TAXII server; give --taxii")
    record = open_record(record_url)
    while True:
        try:
            _once(record, source, partner, form, given)
        except SourceError as problem:
            if minutes is None:
                raise
            click.echo(f"dateline: {problem}; trying again in {minutes:g} minutes", err=True)
        if minutes is None:
            return
        time.sleep(minutes * 60)


def _once(record: Record, source: str, partner: str, form: str, given: Mapping[str, Any]) -> None:
    """Take what there is, and link it, also where something failed on the way."""
    found: list[Received] = []
    try:
        for done in _received(record, source, partner, given):
            found.append(done)
            if form == "text":
                _tell(done, partner)
    finally:
        incidents = _linked(record, found)
    if form == "json":
        for done in found:
            click.echo(json.dumps({**asdict(done), "incidents": incidents}, ensure_ascii=False))
    else:
        click.echo(f"{'' if found else 'nothing new; '}{incidents} incidents on record")


def _linked(record: Record, found: Sequence[Received]) -> int:
    """Read what came in words, and link; how many incidents there are."""
    from dateline.pipeline import add, relink

    if any(done.waiting for done in found):
        from dateline.engines.local import Processes

        return add((), record, Processes()).incidents
    return relink(record)


def _received(record: Record, source: str, partner: str, given: Mapping[str, Any]) -> Iterator[Received]:
    from dateline.intake.fetching import Fetcher
    from dateline.share.receive import receive
    from dateline.share.receive.taxii import TaxiiSource, pull

    if given["taxii"]:
        options = intake_options("", None)
        fetcher = Fetcher(options.limits, options.allow_private_addresses)
        password = taxii_password(given["password_file"])
        yield from pull(record, TaxiiSource(source, partner, given["user"], password), fetcher)
    else:
        delivery = _delivery(source)
        yield receive(record, delivery, partner, unsigned=given["unsigned"], closed=not given["part"])


def _tell(done: Received, partner: str) -> None:
    click.echo(
        f"receipt {done.receipt} from {partner}: {done.new} new objects, {len(done.documents)} documents, "
        f"{len(done.withdrawn)} withdrawn, {len(done.echoes)} echoes of ours"
    )
    for line in done.foreign[:MOST_LINES]:
        click.echo(f"kept, but no claim was made of it: {line}", err=True)
    if len(done.foreign) > MOST_LINES:
        more = len(done.foreign) - MOST_LINES
        click.echo(f"and of {more} more; `dateline release log {partner} --format json` lists them", err=True)


def _delivery(source: str) -> Delivery:
    from dateline.share.receive import fetched, from_file

    if not source.startswith(("http://", "https://")):
        return from_file(Path(source))
    from dateline.intake.fetching import Fetcher

    options = intake_options("", None)
    return fetched(source, Fetcher(options.limits, options.allow_private_addresses))
