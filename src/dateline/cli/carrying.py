"""Subcommands of `dateline release` that carry something to a partner: files by hand, and objects to its TAXII server."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import intake_options, record_option, taxii_password
from dateline.cli.records import open_record
from dateline.errors import UsageError

OUR_KEY = "Our private key, as `dateline partner key` made it."


@click.command("confirm", epilog="Example: dateline release confirm relief-desk --key our-key -o here.json")
@click.argument("partner", metavar="PARTNER")
@click.option(
    "--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True, help=OUR_KEY
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file."
)
@record_option
def confirm(partner: str, key: Path, output: Path, record_url: str | None) -> None:
    """Write, signed, what of what PARTNER gave is here, and that what it withdrew no longer counts; carry it to PARTNER."""
    from dateline.share.acknowledging import write_acknowledgement

    moment = datetime.now(UTC)
    beside = write_acknowledgement(open_record(record_url), partner, output, key.read_text("utf-8"), moment)
    click.echo(f"{output} and {beside}: carry both to {partner}")


@click.command("bundle", epilog="Example: dateline release bundle relief-desk --key our-key -o desk.json")
@click.argument("partner", metavar="PARTNER")
@click.option(
    "--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True, help=OUR_KEY
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file."
)
@record_option
def bundle(partner: str, key: Path, output: Path, record_url: str | None) -> None:
    """Write what PARTNER was given as a STIX bundle, and its signature beside it, to be carried by hand."""
    from dateline.share.bundles import write_signed
    from dateline.share.exchanges import given_objects

    with open_record(record_url).view() as view:
        objects = given_objects(view.exchange(), partner)
    if not objects:
        raise UsageError(f"{partner} was given nothing yet; `dateline release approve {partner}` gives it")
    beside = write_signed(objects, output, key.read_text("utf-8"))
    click.echo(f"{output}: {len(objects)} objects; signature in {beside}")


@click.command(
    "push",
    epilog="Example: dateline release push relief-desk https://desk.example/taxii2/ --user us --password-file pw",
)
@click.argument("partner", metavar="PARTNER")
@click.argument("url")
@click.option("--user", required=True, help="Who we are to that server.")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Our password there; else DATELINE_TAXII_PASSWORD.",
)
@record_option
def push(partner: str, url: str, record_url: str | None, **given: Any) -> None:
    """Send what PARTNER was given to its TAXII 2.1 server at URL, or to one of its collections; on from the last time."""
    from dateline.intake.fetching import Fetcher
    from dateline.share.receive.taxii import TaxiiSource
    from dateline.share.sending import push as send

    options = intake_options("", None)
    fetcher = Fetcher(options.limits, options.allow_private_addresses)
    target = TaxiiSource(url, partner, given["user"], taxii_password(given["password_file"]))
    total = 0
    for sent in send(open_record(record_url), target, fetcher):
        total += sent.objects
        click.echo(f"{sent.objects} objects sent to {sent.collection}")
    click.echo(f"{total} objects sent" if total else "nothing new to send")
