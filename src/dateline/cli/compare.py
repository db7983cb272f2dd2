"""`dateline compare`: the record beside somebody else's, a CSV in UCDP GED's or ACLED's columns."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Day, record_option, report_failures
from dateline.cli.records import open_record
from dateline.errors import MalformedSource
from dateline.model.vocabulary import EventType

if TYPE_CHECKING:
    from dateline.analyse.comparison import Comparison
    from dateline.model.foreign import ForeignIncident


@click.command(
    "compare",
    epilog="Examples: dateline compare ged.csv · dateline compare acled.csv --since 2021-01-01 --until 2021-12-31 --format csv",
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option(
    "--as", "layout", type=click.Choice(["ucdp", "acled"]), help="The columns, where the header doesn't tell."
)
@click.option("--since", type=Day(), help="From this day on, in both records.")
@click.option("--until", type=Day(), help="Up to this day, in both records.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True
)
@click.option("--names", is_flag=True, help="Show the names of private persons.")
@record_option
def command(file: Path, form: str, names: bool, record_url: str | None, **options: Any) -> None:
    """Set the record beside another one and show what differs. Nothing is added to the record."""
    from dateline.analyse.comparison import compare_records
    from dateline.intake.foreign import read_foreign
    from dateline.record import IncidentFilter

    read = list(read_foreign(file, options["layout"]))
    bad = [row for row in read if isinstance(row, MalformedSource)]
    theirs = [row for row in read if not isinstance(row, MalformedSource)]
    window = _window(theirs, options["since"], options["until"])
    with open_record(record_url).view() as view:
        ours = list(view.incidents(IncidentFilter(window[0], window[1], (EventType.ASSAULT,))))
    _print(compare_records(ours, _within(theirs, window)), form, names)
    sys.exit(report_failures(bad))


def _window(
    theirs: Iterable[ForeignIncident], since: date | None, until: date | None
) -> tuple[date | None, date | None]:
    """The days asked for; without them, those that the file spans, so that ours from other years don't count as missing."""
    found = list(theirs)
    first = since or min((f.when.start for f in found), default=None)
    return first, until or max((f.when.end for f in found), default=None)


def _within(
    theirs: Iterable[ForeignIncident], window: tuple[date | None, date | None]
) -> list[ForeignIncident]:
    first, last = window
    return [f for f in theirs if (not first or f.when.end >= first) and (not last or f.when.start <= last)]


def _print(found: Comparison, form: str, names: bool) -> None:
    from dateline.share.comparison import as_dict, write_comparison

    if form == "csv":
        write_comparison(found, sys.stdout, names)
    elif form == "json":
        click.echo(json.dumps(as_dict(found, names), ensure_ascii=False, indent=1))
    else:
        from dateline.cli.text.comparison import lines

        for line in lines(as_dict(found, names)):
            click.echo(line)
