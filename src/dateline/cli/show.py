"""`dateline show`: one incident or document with each claim, its sentence and its speaker."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from dateline.cli.options import as_of_option, record_option
from dateline.cli.records import open_record_as_of
from dateline.errors import UnknownItem, UsageError
from dateline.model.judgement import FIELDS

if TYPE_CHECKING:
    from dateline.record.view import View


EVERYTHING = "*"


@click.command("show", epilog="Examples: dateline show i-7f3a9c · dateline show sample-04 --history")
@click.argument("item", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--history",
    metavar="[FIELD]",
    is_flag=False,
    flag_value=EVERYTHING,
    help="What was done to the item, when and by whom; with a FIELD, each value that it had.",
)
@as_of_option
@record_option
def command(
    item: str, form: str, history: str | None, record_url: str | None, as_of: datetime | None
) -> None:
    """Show the incident or the document ID."""
    with open_record_as_of(record_url, as_of).view() as view:
        if history == EVERYTHING:
            _history(view, item)
        elif history is not None:
            _field_history(view, item, history)
        else:
            _show(view, item, form)


def _show(view: View, item: str, form: str) -> None:
    from dateline.analyse.sides import Sides
    from dateline.share.receive.opinions import said_of

    try:
        incident = view.incident(item)
    except UnknownItem:
        _show_document(view, item, form)
        return
    readings = {r.document: view.reading(r.document) for r in incident.reports}
    sides, said = Sides.of(view, incident), said_of(view, incident)
    if form == "json":
        from dateline.model.codec import reading_to_dict

        told = {key: reading_to_dict(reading, explain=True) for key, reading in readings.items()}
        partners = [asdict(one) for one in said]
        made = {**sides.to_dict(), "partners": partners, "readings": told}
        click.echo(json.dumps(made, ensure_ascii=False))
        return
    from dateline.cli.text.exchange import partner_lines
    from dateline.cli.text.incidents import card
    from dateline.cli.text.sides import lines

    for line in (*card(incident, readings), *lines(sides), *partner_lines(said)):
        click.echo(line)


def _show_document(view: View, item: str, form: str) -> None:
    try:
        reading = view.reading(item)
    except UnknownItem as problem:
        raise UnknownItem(f"{item}: the record has no incident and no read document of this id") from problem
    if form == "json":
        from dateline.model.codec import reading_to_dict

        click.echo(json.dumps(reading_to_dict(reading, explain=True), ensure_ascii=False))
        return
    from dateline.cli.text.reading import lines
    from dateline.resolve.judged import retracted

    withdrawn = retracted(view.judged()).get(item)
    if withdrawn:
        click.echo(f"RETRACTED by {withdrawn.author}, no longer counted: {withdrawn.decision.reason}")
    for line in lines(reading):
        click.echo(line)


def _history(view: View, item: str) -> None:
    found = list(view.history(item))
    if not found:
        raise UnknownItem(f"{item}: nothing in the history of this record has this id")
    for change in found:
        click.echo(
            f"{change.number:6}  {change.at:%Y-%m-%d %H:%M:%S}  {change.author:10}  {change.action}  {change.detail}"
        )


def _field_history(view: View, item: str, field: str) -> None:
    from dateline.cli.text.judgements import value
    from dateline.model.incident_codec import incident_to_dict

    if field not in FIELDS:
        raise UsageError(f"{field}: no such field; the fields are {', '.join(FIELDS)}")
    changes = {change.at: change.author for change in view.history(item)}
    shown = None
    for moment, author in sorted(changes.items()):
        incident = view.incident_at(item, moment)
        told = value(incident_to_dict(incident)[field]) if incident else "no incident of this id"
        if told != shown:
            rule = next((b.rule for b in incident.basis if b.field == field), "") if incident else ""
            click.echo(f"{moment:%Y-%m-%d %H:%M:%S}  {author:10}  {told}  ({rule})")
        shown = told
    if not changes:
        raise UnknownItem(f"{item}: nothing in the history of this record has this id")
