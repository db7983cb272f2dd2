"""`dateline partner`: those whom the record is shared with, their keys, clearances and consents."""

from __future__ import annotations

import json
import os
import secrets
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import author_option, record_option
from dateline.cli.records import open_record
from dateline.errors import UnknownItem, UsageError
from dateline.model.marking import Tlp

if TYPE_CHECKING:
    from dateline.model.partner import Partner

LABELS = click.Choice([label.value for label in Tlp])


@click.group(
    "partner",
    epilog="Examples: dateline partner add relief-desk --clearance amber --key relief.pub · dateline partner list · "
    "dateline partner consent relief-desk --to river-watch --reason 'by letter of 3 May'",
)
def command() -> None:
    """Those you share the record with. Nothing goes to anybody who isn't listed here."""


@command.command(
    "add", epilog="Example: dateline partner add relief-desk --name 'Relief Desk' --clearance amber"
)
@click.argument("partner", metavar="PARTNER")
@click.option("--name", default="", help="Its name for people. [default: the id]")
@click.option(
    "--clearance", type=LABELS, required=True, help="The strictest TLP label that it may have (TLP 2.0)."
)
@click.option(
    "--key", "keys", multiple=True, metavar="FILE|BASE64", help="An Ed25519 public key; may be repeated."
)
@click.option("--reason", default="", help="Why.")
@author_option
@record_option
def add(partner: str, record_url: str | None, author: str, reason: str, **given: Any) -> None:
    """Add PARTNER, a short id in lower case, or change one that is there: the new values replace the old."""
    from dateline.model.partner import Partner, checked_identifier
    from dateline.share.signing import public_key

    made = Partner(
        checked_identifier(partner),
        given["name"] or partner,
        Tlp(given["clearance"]),
        tuple(public_key(key) for key in given["keys"]),
    )
    with open_record(record_url).writer(author) as writer:
        there = {p.id: p.credential for p in writer.exchange().exchange.partners()}
        writer.exchange().keep_partner(replace(made, credential=there.get(made.id)), reason)
    click.echo(f"{made.id}: cleared up to TLP:{made.clearance.value.upper()}, {len(made.keys)} keys")


@command.command("key", epilog="Example: dateline partner key our-signing-key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def key(file: Path) -> None:
    """Make a key pair: the private key goes into FILE, for your eyes only; the public one is printed to be passed on."""
    from dateline.share.signing import new_key

    private, public = new_key()
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(private + "\n")
    except OSError as problem:
        raise UsageError(f"{file}: {problem.strerror}; name a file that isn't there yet") from problem
    click.echo(public)


@command.command("credential", epilog="Example: dateline partner credential relief-desk")
@click.argument("partner", metavar="PARTNER")
@click.option(
    "--password-stdin", "from_stdin", is_flag=True, help="Take it from standard input's first line."
)
@click.option("--withdraw", is_flag=True, help="It may no longer connect.")
@click.option("--reason", default="", help="Why.")
@author_option
@record_option
def credential(
    partner: str, from_stdin: bool, withdraw: bool, reason: str, author: str, record_url: str | None
) -> None:
    """Give PARTNER a password for `dateline serve`'s TAXII server, made here unless it comes by standard input.

    It is printed once; only its argon2 hash is kept. The one before no longer counts.
    """
    from dateline.api.passwords import Passwords

    password = sys.stdin.readline().rstrip("\n") if from_stdin else secrets.token_urlsafe(24)
    kept = None if withdraw else Passwords().hashed(password)
    with open_record(record_url).writer(author) as writer:
        found = writer.exchange().exchange.partner(partner)
        writer.exchange().keep_partner(replace(found, credential=kept), reason)
    if withdraw:
        click.echo(f"{partner}: may no longer connect")
    elif from_stdin:
        click.echo(f"{partner}: has a new password")
    else:
        click.echo(password)


@command.command("list", epilog="Example: dateline partner list --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def list_all(form: str, record_url: str | None) -> None:
    """Every partner with its clearance."""
    with open_record(record_url).view() as view:
        found = view.exchange().partners()
    if form == "json":
        click.echo(json.dumps([_as_json(p) for p in found], ensure_ascii=False, indent=1))
        return
    for partner in found:
        click.echo(f"{partner.id:20}  TLP:{partner.clearance.value.upper():12}  {partner.name}")


@command.command("show", epilog="Example: dateline partner show relief-desk")
@click.argument("partner", metavar="PARTNER")
@record_option
def show(partner: str, record_url: str | None) -> None:
    """One partner: what it is cleared for, its keys, and all that was done to it."""
    with open_record(record_url).view() as view:
        exchange = view.exchange()
        changes = [c for c in exchange.partner_changes() if c.partner.id == partner]
        consents = sorted(exchange.consents())
    if not changes:
        raise UnknownItem(f"{partner}: no partner has this id; `dateline partner list` shows them all")
    now = changes[-1].partner
    state = " (removed)" if changes[-1].removed else ""
    click.echo(f"{now.id}: {now.name}{state}, TLP:{now.clearance.value.upper()}")
    for key in now.keys:
        click.echo(f"  key {key}")
    for originator, recipient in consents:
        if originator == partner:
            click.echo(
                f"  consents that {'every partner' if recipient == '*' else recipient} has what came from it"
            )
    for change in changes:
        done = "removed" if change.removed else f"kept, TLP:{change.partner.clearance.value.upper()}"
        click.echo(f"  {change.at:%Y-%m-%d %H:%M:%S}  {change.author}  {done}  {change.reason}")


@command.command("remove", epilog="Example: dateline partner remove relief-desk --reason 'left the group'")
@click.argument("partner", metavar="PARTNER")
@click.option("--reason", required=True, help="Why.")
@author_option
@record_option
def remove(partner: str, reason: str, record_url: str | None, author: str) -> None:
    """From now on PARTNER gets nothing; what it was given and told stays on record."""
    with open_record(record_url).writer(author) as writer:
        writer.exchange().remove_partner(partner, reason)
    click.echo(f"{partner}: removed")


@command.command(
    "consent", epilog="Example: dateline partner consent relief-desk --to river-watch --reason 'letter'"
)
@click.argument("partner", metavar="PARTNER")
@click.option(
    "--to", "recipient", required=True, metavar="PARTNER|*", help="Who may have it; * for everybody."
)
@click.option("--withdraw", is_flag=True, help="It no longer consents.")
@click.option("--reason", required=True, help="How it was said.")
@author_option
@record_option
def consent(
    partner: str, recipient: str, withdraw: bool, reason: str, record_url: str | None, author: str
) -> None:
    """PARTNER lets another one have what came from it. Without that, it never goes on."""
    from dateline.model.partner import Consent
    from dateline.record.exchange import ORIGINATOR_LEAVES_IT_TO_US

    with open_record(record_url).writer(author) as writer:
        exchange = writer.exchange()
        exchange.exchange.partner(partner)
        if recipient != ORIGINATOR_LEAVES_IT_TO_US:
            exchange.exchange.partner(recipient)
        exchange.keep_consent(Consent(partner, recipient, not withdraw), reason)
    click.echo(f"{partner}: {'no longer consents' if withdraw else 'consents'} to {recipient}")


def _as_json(partner: Partner) -> dict[str, Any]:
    return {
        "id": partner.id,
        "name": partner.name,
        "clearance": partner.clearance.value,
        "keys": list(partner.keys),
    }
