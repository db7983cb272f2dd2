"""`dateline review`: the least certain links and values first, each answered with one key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from dateline.cli.options import author_option, record_option
from dateline.cli.records import open_record
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.analyse.review import Question
    from dateline.record import Record


@click.command(
    "review",
    epilog="Examples: dateline review · dateline review --list --format json · dateline review --agreement",
)
@click.option("--list", "listed", is_flag=True, help="Print the questions and ask nothing.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Questions at most.")
@click.option("--agreement", is_flag=True, help="How far the reviewers agree (Krippendorff's alpha).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@author_option
@record_option
def command(
    listed: bool, limit: int, agreement: bool, form: str, author: str, record_url: str | None
) -> None:
    """Walk the least certain links and values; y, n, s(kip), q(uit)."""
    from dateline.analyse.review import answered_by, page

    record = open_record(record_url)
    if agreement:
        _agreement(record, form)
        return
    if not listed and form == "json":
        raise UsageError("--format json goes with --list or --agreement; questions are asked in text")
    with record.view() as view:
        asked = page(view, answered_by(view.judged(), author), limit).questions
    if listed:
        _print(asked, form)
        return
    for number, question in enumerate(asked, 1):
        if not _ask(record, question, author, f"{number} of {len(asked)}"):
            return
    click.echo("Nothing is left to ask you." if not asked else "That was the last one.")


def _print(asked: tuple[Question, ...], form: str) -> None:
    from dateline.analyse.review import no, question_to_dict, yes

    if form == "json":
        click.echo(json.dumps([question_to_dict(q) for q in asked], ensure_ascii=False, indent=1))
        return
    for question in asked:
        click.echo(f"{question.certainty:.2f}  {question.about}")
        click.echo(f"      {'; '.join(question.reasons)}")
        click.echo(f"      yes: dateline judge {' '.join(yes(question))}")
        click.echo(f"      no:  dateline judge {' '.join(no(question))} --reason ...")


def _ask(record: Record, question: Question, author: str, where: str) -> bool:
    """Put one question and keep the answer; False when the reviewer stops."""
    from dateline.analyse.review import decision_on
    from dateline.cli.text.questions import sentences
    from dateline.pipeline import judge

    with record.view() as view:
        for line in sentences(question, view):
            click.echo(line)
    click.echo(f"[{where}] {question.about}  y n s q ", nl=False)
    key = _key()
    click.echo(key)
    if key in ("y", "n"):
        reason = "" if key == "y" else click.prompt("Why", default="", show_default=False)
        with record.view() as view:
            decision = decision_on(view, question, key == "y", reason)
        judge(record, author, decision)
    return key != "q"


def _key() -> str:
    """One key of the four; a closed terminal stops."""
    while True:
        try:
            key = click.getchar().casefold()
        except (EOFError, KeyboardInterrupt):
            return "q"
        if key[:1] in ("y", "n", "s", "q"):
            return key[:1]
        if not key or key in ("\x03", "\x04"):
            return "q"


def _agreement(record: Record, form: str) -> None:
    from dateline.analyse.review import agreement

    with record.view() as view:
        told = agreement(view.judged())
    if form == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if told["alpha"] is None:
        click.echo("No question has been answered by two reviewers yet.")
        return
    reviewers = ", ".join(told["reviewers"])
    click.echo(
        f"Krippendorff's alpha (nominal) {told['alpha']:.3f} over {told['units']} questions by {reviewers}"
    )
    for split in told["differ"]:
        given = ", ".join(f"{author} {answer}" for author, answer in split["answers"].items())
        click.echo(f"  {' '.join(split['unit'])}: {given}")
