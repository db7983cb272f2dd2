"""`dateline receive`: what a partner sends, verified, kept as it came and linked to our incidents."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.options import intake_options, record_option
from dateline.cli.records import open_record

if TYPE_CHECKING:
    from dateline.share.receive import Delivery


@click.command(
    "receive",
    epilog="Examples: dateline receive desk.json --from relief-desk · dateline receive https://desk.example/feed.json "
    "--from relief-desk · dateline receive old.json --from river-watch --unsigned",
)
@click.argument("source", metavar="FILE|URL")
@click.option("--from", "partner", required=True, metavar="PARTNER", help="Who sent it.")
@click.option("--unsigned", is_flag=True, help="Take it without a signature: you know where it comes from.")
@click.option("--part", is_flag=True, help="It is a part: it may point to objects that come later.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def command(source: str, partner: str, unsigned: bool, part: bool, form: str, record_url: str | None) -> None:
    """Take a STIX bundle or MISP events from PARTNER, with its signature beside it as SOURCE.sig.

    All of it is kept, or none. Nothing of yours is overwritten: what the partner tells becomes reports in its name.
    """
    from dateline.pipeline import relink
    from dateline.share.receive import receive

    record = open_record(record_url)
    done = receive(record, _delivery(source), partner, unsigned=unsigned, closed=not part)
    incidents = relink(record)
    if form == "json":
        click.echo(json.dumps({**asdict(done), "incidents": incidents}, ensure_ascii=False))
        return
    click.echo(
        f"receipt {done.receipt} from {partner}: {done.new} new objects, {len(done.documents)} documents, "
        f"{len(done.withdrawn)} withdrawn, {len(done.echoes)} echoes of ours; {incidents} incidents on record"
    )
    for key in done.foreign:
        click.echo(f"kept, but nothing in it could be read: {key}", err=True)


def _delivery(source: str) -> Delivery:
    from dateline.share.receive import fetched, from_file

    if not source.startswith(("http://", "https://")):
        return from_file(Path(source))
    from dateline.intake.fetching import Fetcher

    options = intake_options("", None)
    return fetched(source, Fetcher(options.limits, options.allow_private_addresses))
