"""`dateline mark`: who may have a document, a claim, a field or a judgement, and how."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Day, author_option, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError
from dateline.model.marking import CREDIBILITY, PLACES, RELIABILITY, TIMES, Marking, Tlp, Words
from dateline.model.vocabulary import PlacePrecision, TimePrecision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model.marking import Target
    from dateline.record.view import View


@click.command(
    "mark",
    epilog="Examples: dateline mark post-0305 --tlp green · dateline mark post-0305/e1 --field places --tlp amber "
    "--release-to relief-desk --coarsen-place province · dateline mark judgement:4 --tlp green · dateline mark --list",
)
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--outlet", default="", metavar="NAME", help="All documents on record of this outlet.")
@click.option("--everything", is_flag=True, help="All documents that are on record now.")
@click.option("--field", default=None, metavar="FIELD", help="Only this field of each item.")
@click.option("--tlp", type=click.Choice([t.value for t in Tlp]), help="The label (TLP 2.0).")
@click.option("--withhold", is_flag=True, help="Nobody may have it.")
@click.option("--release-to", multiple=True, metavar="PARTNER", help="Only these; may be repeated.")
@click.option(
    "--words",
    type=click.Choice([w.value for w in Words]),
    default=Words.NONE.value,
    show_default=True,
    help="How much of the document's own words: none, title and address, or the text too.",
)
@click.option("--expires", type=Day(), help="The last day on which it may be released.")
@click.option(
    "--coarsen-place", type=click.Choice([p.value for p in PLACES]), help="Places no finer than this."
)
@click.option("--coarsen-time", type=click.Choice([t.value for t in TIMES]), help="Times no finer than this.")
@click.option("--describe-source", metavar="TEXT", help="Withhold the source and say this in its place.")
@click.option("--onward", is_flag=True, help="Recipients may pass it on without asking.")
@click.option(
    "--reliability", type=click.Choice(list(RELIABILITY)), help="The source's, as an Admiralty letter."
)
@click.option(
    "--credibility", type=click.Choice(list(CREDIBILITY)), help="The claim's, as an Admiralty digit."
)
@click.option("--reason", default="", help="Why.")
@click.option("--list", "listing", is_flag=True, help="Show every marking, the newest of each item last.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@author_option
@record_option
def command(items: tuple[str, ...], listing: bool, form: str, record_url: str | None, **given: Any) -> None:
    """Mark each ITEM: a DOCUMENT, DOCUMENT/CLAIM as `show` prints it, or judgement:NUMBER.

    What has no marking is released to nobody. A claim's marking can only narrow its document's, a field's only its
    claim's. Of several markings of one item the newest counts; the others stay on record.
    """
    if listing:
        _list(form, record_url)
        return
    marking = _marking(given)
    record = open_record(record_url)
    with record.view() as view:
        targets = list(_targets(view, items, given))
    if not targets:
        raise UsageError("nothing to mark: name an ITEM, an --outlet that is on record, or --everything")
    with record.writer(given["author"]) as writer:
        exchange = writer.exchange()
        for target in targets:
            exchange.mark(target, marking, given["reason"])
    label = f"TLP:{marking.tlp.value.upper()}" if marking.tlp else "withheld from everybody"
    click.echo(f"{len(targets)} marked: {label}")


def _marking(given: dict[str, Any]) -> Marking:
    if given["withhold"] == (given["tlp"] is not None):
        raise UsageError("give either --tlp LABEL or --withhold")
    expires: date | None = given["expires"]
    return Marking(
        None if given["withhold"] else Tlp(given["tlp"]),
        tuple(dict.fromkeys(given["release_to"])),
        Words(given["words"]),
        expires,
        PlacePrecision(given["coarsen_place"]) if given["coarsen_place"] else None,
        TimePrecision(given["coarsen_time"]) if given["coarsen_time"] else None,
        given["describe_source"] or None,
        given["onward"],
        given["reliability"],
        given["credibility"],
    )


def _targets(view: View, items: tuple[str, ...], given: dict[str, Any]) -> Iterator[Target]:
    from dateline.record.marking_targets import target

    for item in items:
        yield target(view, item, given["field"])
    if given["everything"] or given["outlet"]:
        for document in view.documents():
            if given["everything"] or document.outlet == given["outlet"]:
                yield target(view, document.id, given["field"])


def _list(form: str, record_url: str | None) -> None:
    from dateline.model.marking_codec import marked_to_dict

    with open_record(record_url).view() as view:
        found = view.exchange().markings()
    if form == "json":
        click.echo(json.dumps([marked_to_dict(m) for m in found], ensure_ascii=False, indent=1))
        return
    for marked in found:
        marking = marked.marking
        label = f"TLP:{marking.tlp.value.upper()}" if marking.tlp else "withheld"
        to = f" to {', '.join(marking.release_to)}" if marking.release_to else ""
        click.echo(
            f"{marked.number:5}  {marked.at:%Y-%m-%d}  {marked.author:10}  {marked.target}  {label}{to}"
        )
