"""`dateline tallies`: every claimed total beside what the record shows."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import as_of_option, record_option
from dateline.cli.records import open_record_as_of
from dateline.model.incident import TallyCheck, Verdict

if TYPE_CHECKING:
    from dateline.analyse.tally_board import Board


@click.command(
    "tallies", epilog="Examples: dateline tallies · dateline tallies --verdict short --format json"
)
@click.option(
    "--verdict",
    "verdicts",
    multiple=True,
    type=click.Choice([v.value for v in Verdict]),
    help="May be repeated.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@as_of_option
@record_option
def command(verdicts: tuple[str, ...], form: str, record_url: str | None, as_of: datetime | None) -> None:
    """Set every claimed total beside the incidents on record for the same window, place, mode and target."""
    from dateline.analyse.tally_board import board

    with open_record_as_of(record_url, as_of).view() as view:
        found = board(view)
    checks = [c for c in found.checks if not verdicts or c.verdict.value in verdicts]
    if form == "json":
        click.echo(json.dumps([_as_json(c, found) for c in checks], ensure_ascii=False, indent=1))
        return
    from dateline.cli.text.tallies import clash_lines, lines

    for line in (*lines(checks, found.readings), *clash_lines(found.clashes)):
        click.echo(line)


def _as_json(check: TallyCheck, found: Board) -> dict[str, Any]:
    from dateline.analyse.totals import clash_to_dict

    tally = found.tally(check)
    return {
        "document": check.document,
        "tally": check.tally,
        "text": tally.number.span.text,
        "type": tally.type.value,
        "mode": tally.mode.value if tally.mode else None,
        "claimed": {"low": tally.number.low, "high": tally.number.high},
        "record": {"low": check.low, "high": check.high},
        "verdict": check.verdict.value,
        "short_by": check.short_by,
        "reason": check.reason,
        "incidents": list(check.incidents),
        "clashes": [clash_to_dict(c) for c in found.clashes_of(check)],
    }
