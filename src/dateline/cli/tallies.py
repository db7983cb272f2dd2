"""`dateline tallies`: every claimed total beside what the record shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import as_of_option, record_option
from dateline.cli.records import open_record_as_of
from dateline.model.incident import Verdict

if TYPE_CHECKING:
    from dateline.analyse.tally_pages import Checked
    from dateline.record import View


@click.command(
    "tallies",
    epilog="Examples: dateline tallies · dateline tallies --latest 20 · dateline tallies --verdict short --format json",
)
@click.option(
    "--verdict",
    "verdicts",
    multiple=True,
    type=click.Choice([v.value for v in Verdict]),
    help="May be repeated.",
)
@click.option("--latest", type=click.IntRange(1), help="Only so many, those published last first.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@as_of_option
@record_option
def command(
    verdicts: tuple[str, ...], latest: int | None, form: str, record_url: str | None, as_of: datetime | None
) -> None:
    """Set every claimed total beside the incidents on record for the same window, place, mode and target."""
    from dateline.cli.text.tallies import lines

    with open_record_as_of(record_url, as_of).view() as view:
        found = _found(view, tuple(map(Verdict, verdicts)), latest)
        for line in _json(found) if form == "json" else lines(found):
            click.echo(line)


def _found(view: View, verdicts: tuple[Verdict, ...], latest: int | None) -> Iterator[Checked]:
    from dateline.analyse.tally_pages import Wanted, check_every, check_latest

    asked = Wanted(verdicts=verdicts)
    if latest is not None:
        return check_latest(view, latest, asked)
    return filter(asked.admits, check_every(view))


def _json(found: Iterable[Checked]) -> Iterator[str]:
    """A list of objects, each printed when it is known."""
    before = "["
    for checked in found:
        yield before + json.dumps(_as_json(checked), ensure_ascii=False, indent=1)
        before = ","
    yield "[]" if before == "[" else "]"


def _as_json(checked: Checked) -> dict[str, Any]:
    from dateline.analyse.totals import clash_to_dict

    tally, check = checked.tally, checked.check
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
        "clashes": [clash_to_dict(c) for c in checked.clashes],
    }
