"""`dateline release`: what a partner would get, giving it, taking it back, and the log of all that."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.carrying import bundle, confirm, push
from dateline.cli.options import author_option, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError
from dateline.model.reply import Opinion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.share.release.acts import Preview
    from dateline.share.release.explain import Fate


@click.group(
    "release",
    epilog="Examples: dateline release preview relief-desk · dateline release approve relief-desk --reason 'weekly' · "
    "dateline release retract relief-desk post-0305 --reason 'the witness asked for it' · dateline release log --verify",
)
def command() -> None:
    """What a partner may see, worked out from what is marked for it and from nothing else."""


@command.command("preview", epilog="Example: dateline release preview relief-desk --format json")
@click.argument("partner", metavar="PARTNER")
@click.option("--why", is_flag=True, help="What becomes of each document, and why; for you alone.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def preview(partner: str, why: bool, form: str, record_url: str | None) -> None:
    """What PARTNER would get now, as it would see it; nothing is given."""
    from dateline.share.release.acts import look

    found = look(open_record(record_url), partner, datetime.now(UTC))
    made = found.preview
    if why:
        _tell_fates(found.fates, form)
        return
    if form == "json":
        from dateline.share.release.output import view_to_dict

        click.echo(json.dumps(view_to_dict(made.view), ensure_ascii=False, indent=1))
        return
    from dateline.cli.text.incidents import lines

    for line in lines(list(made.view.incidents), names=False):
        click.echo(line)
    click.echo(_summary(made))


@command.command("approve", epilog="Example: dateline release approve relief-desk --reason 'weekly exchange'")
@click.argument("partner", metavar="PARTNER")
@click.option("--reason", required=True, help="Why.")
@click.option(
    "--again", multiple=True, metavar="DOCUMENT", help="Give a document that was taken back; may be repeated."
)
@author_option
@record_option
def approve(partner: str, reason: str, again: tuple[str, ...], record_url: str | None, author: str) -> None:
    """Give PARTNER what it may have now: what is new, what changed, and what is withdrawn."""
    from dateline.share.release import acts

    act = acts.Act(acts.APPROVED, reason, given_again=again)
    number, made = acts.approve(open_record(record_url), partner, act, author, datetime.now(UTC))
    click.echo(f"release {number} to {partner}: {_summary(made)}")


@command.command(
    "retract", epilog="Example: dateline release retract relief-desk post-0305 --reason 'withdrawn'"
)
@click.argument("partner", metavar="PARTNER")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--all", "everything", is_flag=True, help="All documents that are on record now.")
@click.option("--reason", required=True, help="Why.")
@author_option
@record_option
def retract(
    partner: str,
    documents: tuple[str, ...],
    everything: bool,
    reason: str,
    record_url: str | None,
    author: str,
) -> None:
    """Take back DOCUMENTs from PARTNER: what rests on them is withdrawn or said anew, and they stay away."""
    from dateline.share.release import acts

    record = open_record(record_url)
    if everything:
        with record.view() as view:
            documents = tuple(document.id for document in view.documents())
    if not documents:
        raise UsageError("name the documents to take back, or give --all")
    act = acts.Act(acts.RETRACTED, reason, taken_back=documents)
    number, made = acts.approve(record, partner, act, author, datetime.now(UTC))
    click.echo(
        f"release {number} to {partner}: {_summary(made)}; "
        f"`dateline release acknowledge {partner} {number}` when it confirms"
    )


@command.command(
    "acknowledge", epilog="Example: dateline release acknowledge relief-desk 7 --reason 'their mail'"
)
@click.argument("partner", metavar="PARTNER")
@click.argument("number", type=int, required=False, metavar="[NUMBER]")
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What PARTNER's `dateline release confirm` wrote, with its signature beside it.",
)
@click.option("--reason", default="", help="How it was said.")
@author_option
@record_option
def acknowledge(
    partner: str, number: int | None, file: Path | None, reason: str, record_url: str | None, author: str
) -> None:
    """PARTNER confirmed release NUMBER, or those that its signed --file confirms: what was withdrawn is gone there."""
    from dateline.share.release import acts

    if (number is None) == (file is None):
        raise UsageError("name the release's NUMBER, or give the partner's --file")
    record = open_record(record_url)
    if number is not None:
        acts.acknowledge(record, partner, number, author, reason)
        click.echo(f"release {number}: acknowledged by {partner}")
        return
    from dateline.share.acknowledging import take_acknowledgement
    from dateline.share.receive import from_file

    assert file is not None
    found = take_acknowledgement(record, partner, from_file(file), author)
    for one in found:
        click.echo(f"release {one}: acknowledged by {partner}, signed")
    if not found:
        click.echo(f"{partner} confirms no release that wasn't confirmed before")


@command.command(
    "reply", epilog="Example: dateline release reply relief-desk incident--7c0e --opinion disagree 'no list'"
)
@click.argument("partner", metavar="PARTNER")
@click.argument("item", metavar="OBJECT")
@click.argument("text", default="", metavar="[TEXT]")
@click.option("--opinion", type=click.Choice([level.value for level in Opinion]), help="What you hold of it.")
@click.option("--ask", is_flag=True, help="TEXT is a question.")
@author_option
@record_option
def reply(partner: str, item: str, text: str, record_url: str | None, author: str, **given: Any) -> None:
    """Say what you hold of an OBJECT that PARTNER gave, or ask about it; the next release tells it, to nobody else."""
    opinion, ask = given["opinion"], given["ask"]
    if ask == (opinion is not None) or (ask and not text.strip()):
        raise UsageError("give either --opinion LEVEL, or --ask with the question as TEXT")
    with open_record(record_url).writer(author) as writer:
        writer.exchange().reply(partner, item, Opinion(opinion) if opinion else None, text)
    click.echo(f"{partner} learns it with the next release")


@command.command("recipients", epilog="Example: dateline release recipients post-0305 --format json")
@click.argument("document", metavar="DOCUMENT")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def recipients(document: str, form: str, record_url: str | None) -> None:
    """Who was ever given DOCUMENT, who has it still, and who confirmed that it is gone there."""
    from dateline.share.acknowledging import recipients as find

    with open_record(record_url).view() as view:
        found = find(view, document)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], indent=1))
        return
    if not found:
        click.echo(f"nobody was ever given {document}")
    for one in found:
        state = "has it" if one.has_it else "was told that it is withdrawn"
        confirmed = "confirmed" if one.confirmed else "not confirmed"
        click.echo(f"{one.partner:20}  {state} since release {one.last}, {confirmed}")


for carried in (confirm, bundle, push):
    command.add_command(carried)


@command.command("log", epilog="Examples: dateline release log relief-desk · dateline release log --verify")
@click.argument("partner", required=False, metavar="[PARTNER]")
@click.option("--verify", is_flag=True, help="Check that no line was changed or left out.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def log(partner: str | None, verify: bool, form: str, record_url: str | None) -> None:
    """Every decision and act of sharing, oldest first; with PARTNER, those that are about it."""
    from dateline.cli.text.exchange import log_lines, log_to_dict
    from dateline.errors import RecordError

    with open_record(record_url).view() as view:
        exchange = view.exchange()
        found = [e for e in exchange.log() if partner in (None, e.partner)]
        at = exchange.broken_at() if verify else None
    if form == "json":
        click.echo(json.dumps([log_to_dict(e) for e in found], ensure_ascii=False, indent=1))
    else:
        for line in log_lines(found):
            click.echo(line)
    if at is not None:
        raise RecordError(f"line {at} of the log doesn't follow from the one before it; go back to a backup")
    if verify:
        click.echo("the log is whole", err=True)


def _tell_fates(fates: Sequence[Fate], form: str) -> None:
    if form == "json":
        click.echo(json.dumps([asdict(fate) for fate in fates], ensure_ascii=False, indent=1))
        return
    for fate in fates:
        click.echo(f"{fate.document}  {fate.outcome.value}{f': {fate.why}' if fate.why else ''}")
        for one in fate.narrowings:
            click.echo(f"    {one.item}: {one.how} ({one.why})")


def _summary(made: Preview) -> str:
    counts = made.changes()
    told = ", ".join(f"{counts[change]} {change}" for change in ("new", "changed", "withdrawn"))
    withheld = made.documents_withheld
    return f"{len(made.view.incidents)} incidents ({told}); {withheld} documents of the record stay here"
