"""`dateline show`: one incident or document with each claim, its sentence and its speaker."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record
from dateline.errors import UnknownItem

if TYPE_CHECKING:
    from dateline.record.view import View


@click.command("show", epilog="Examples: dateline show i-7f3a9c · dateline show sample-04 --history")
@click.argument("item", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--history", is_flag=True, help="What was done to the item, when and by whom.")
@record_option
def command(item: str, form: str, history: bool, record_url: str | None) -> None:
    """Show the incident or the document ID."""
    with open_record(record_url).view() as view:
        if history:
            _history(view, item)
        else:
            _show(view, item, form)


def _show(view: View, item: str, form: str) -> None:
    try:
        incident = view.incident(item)
    except UnknownItem:
        _show_document(view, item, form)
        return
    readings = {r.document: view.reading(r.document) for r in incident.reports}
    if form == "json":
        from dateline.model.codec import reading_to_dict
        from dateline.model.incident_codec import incident_to_dict

        told = {key: reading_to_dict(reading, explain=True) for key, reading in readings.items()}
        click.echo(json.dumps({**incident_to_dict(incident), "readings": told}, ensure_ascii=False))
        return
    from dateline.cli.text.incidents import card

    for line in card(incident, readings):
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
