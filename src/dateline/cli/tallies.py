"""`dateline tallies`: every claimed total beside what the record shows."""

from __future__ import annotations

import json
from typing import Any

import click

from dateline.cli.options import record_option
from dateline.cli.records import open_record
from dateline.model.incident import Verdict


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
@record_option
def command(verdicts: tuple[str, ...], form: str, record_url: str | None) -> None:
    """Set every claimed total beside the incidents on record for the same window, place, mode and target."""
    from dateline.analyse.tallies import check_all

    with open_record(record_url).view() as view:
        readings = {r.document.id: r for r in view.readings()}
        checks = [
            c
            for c in check_all(readings.values(), list(view.incidents()))
            if not verdicts or c.verdict.value in verdicts
        ]
    if form == "json":
        click.echo(json.dumps([_as_json(c, readings) for c in checks], ensure_ascii=False, indent=1))
        return
    from dateline.cli.text.tallies import lines

    for line in lines(checks, readings):
        click.echo(line)


def _as_json(check: Any, readings: dict[str, Any]) -> dict[str, Any]:
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
    }
