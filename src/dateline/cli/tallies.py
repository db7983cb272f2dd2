"""`dateline tallies`: every claimed total beside what the record shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import as_of_option, record_option
from dateline.cli.records import open_record_as_of
from dateline.model.incident import TallyCheck, Verdict

if TYPE_CHECKING:
    from dateline.analyse.totals import Clash


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
    from dateline.analyse.tallies import check_all
    from dateline.analyse.totals import clashes
    from dateline.resolve.judged import retracted

    with open_record_as_of(record_url, as_of).view() as view:
        readings = {r.document.id: r for r in view.readings()}
        withdrawn = retracted(view.judged())
        checks = [
            c
            for c in check_all(readings.values(), list(view.incidents()), withdrawn)
            if not verdicts or c.verdict.value in verdicts
        ]
    found = clashes(r for r in readings.values() if r.document.id not in withdrawn)
    if form == "json":
        click.echo(json.dumps([_as_json(c, readings, found) for c in checks], ensure_ascii=False, indent=1))
        return
    from dateline.cli.text.tallies import clash_lines, lines

    for line in (*lines(checks, readings), *clash_lines(found)):
        click.echo(line)


def _as_json(check: TallyCheck, readings: dict[str, Any], found: Sequence[Clash]) -> dict[str, Any]:
    from dateline.analyse.totals import clash_to_dict

    key = (check.document, check.tally)
    tally = next(t for t in readings[check.document].tallies if t.id == check.tally)
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
        "clashes": [clash_to_dict(c) for c in found if key in (c.part, c.whole)],
    }
