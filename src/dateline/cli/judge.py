"""`dateline judge`: a person's decisions about the record, each with author, time and reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import author_option, record_option
from dateline.cli.records import open_record
from dateline.model.judgement import FIELDS, Decision

if TYPE_CHECKING:
    from dateline.record.view import View

FIELD = click.Choice(FIELDS)


@click.group(
    "judge",
    epilog="Examples: dateline judge merge i-7f3a9c i-02bb41 --reason 'one attack, two wordings' · "
    "dateline judge correct i-7f3a9c killed 12 --reason 'the hospital list' · dateline judge undo 4",
)
def command() -> None:
    """Decide what the machine can't: what you say stands above every later linking, and can be undone."""


def _decision_options(function: Callable[..., Any]) -> Callable[..., Any]:
    return author_option(record_option(function))


def _reason(required: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option("--reason", required=required, default=None if required else "", help="Why.")


def _decide(record_url: str | None, author: str, decide: Callable[[View], Decision]) -> None:
    from dateline.pipeline import judge

    record = open_record(record_url)
    with record.view() as view:
        decision = decide(view)
    number = judge(record, author, decision)
    about = f" {decision.field}" if decision.field else ""
    click.echo(
        f"judgement {number} by {author}: {decision.action.value} {decision.item}{about}; "
        f"`dateline judge undo {number}` takes it back"
    )


@command.command("confirm", epilog="Examples: dateline judge confirm i-7f3a9c · ... confirm i-7f3a9c killed")
@click.argument("item", metavar="ID")
@click.argument("field", type=FIELD, required=False)
@_reason(required=False)
@_decision_options
def confirm(item: str, field: str | None, reason: str, record_url: str | None, author: str) -> None:
    """The reports of incident ID are one happening; or, with FIELD, its present value stands."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.confirm(view, [item], field, reason))


@command.command("merge", epilog="Example: dateline judge merge i-7f3a9c i-02bb41 --reason 'one attack'")
@click.argument("items", nargs=-1, required=True, metavar="ID ID...")
@_reason()
@_decision_options
def merge(items: tuple[str, ...], reason: str, record_url: str | None, author: str) -> None:
    """Incidents, or events as DOCUMENT/EVENT, that are one happening."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.merge(view, items, reason))


@command.command(
    "split", epilog="Example: dateline judge split i-7f3a9c post-0305/e2 --reason 'the next day'"
)
@click.argument("item", metavar="ID")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@_reason()
@_decision_options
def split(item: str, reports: tuple[str, ...], reason: str, record_url: str | None, author: str) -> None:
    """Take REPORTS (DOCUMENT/EVENT, or DOCUMENT) out of incident ID; they become one of their own."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.split(view, (item, *reports), reason))


@command.command(
    "correct",
    epilog="Examples: ... correct i-7f3a9c killed 9-12 · when 2021-07-05 · mode drone · places 'Balad; Samarra'",
)
@click.argument("item", metavar="ID")
@click.argument("field", type=FIELD)
@click.argument("value")
@_reason()
@_decision_options
def correct(item: str, field: str, value: str, reason: str, record_url: str | None, author: str) -> None:
    """A FIELD of incident ID is VALUE; what the reports say stays beside it."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.correct(view, item, field, value, reason))


@command.command(
    "dispute", epilog="Example: dateline judge dispute i-7f3a9c killed --reason 'no hospital list'"
)
@click.argument("item", metavar="ID")
@click.argument("field", type=FIELD, required=False)
@_reason()
@_decision_options
def dispute(item: str, field: str | None, reason: str, record_url: str | None, author: str) -> None:
    """Mark incident ID, or one FIELD of it, as disputed; its value stays."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.dispute(view, item, field, reason))


@command.command(
    "retract", epilog="Example: dateline judge retract post-0305 --reason 'withdrawn by the paper'"
)
@click.argument("document", metavar="DOCUMENT")
@_reason()
@_decision_options
def retract(document: str, reason: str, record_url: str | None, author: str) -> None:
    """A DOCUMENT no longer counts: its claims stay to be read, marked as retracted."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.retract(view, document, reason))


@command.command("undo", epilog="Example: dateline judge undo 4 --reason 'mistaken for another base'")
@click.argument("number", type=int)
@_reason(required=False)
@_decision_options
def undo(number: int, reason: str, record_url: str | None, author: str) -> None:
    """Judgement NUMBER no longer holds. An undoing can be undone as well."""
    from dateline.record import deciding

    _decide(record_url, author, lambda view: deciding.undo(view, number, reason))


@command.command("list", epilog="Example: dateline judge list --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def list_all(form: str, record_url: str | None) -> None:
    """Every judgement, oldest first, those that were undone too."""
    from dateline.cli.text.judgements import lines
    from dateline.model.judgement import standing
    from dateline.model.judgement_codec import judgement_to_dict

    with open_record(record_url).view() as view:
        found = view.judgements()
    holding = {j.number for j in standing(found)}
    if form == "json":
        told = [{**judgement_to_dict(j), "holds": j.number in holding} for j in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in lines(found, holding):
        click.echo(line)
