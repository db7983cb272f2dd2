"""`dateline read`: sources to readings, printed, nothing kept."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from dateline.cli.options import intake_options, report_failures, source_options
from dateline.errors import ReaderError, SourceError
from dateline.model.reading import Reading


@click.command(
    "read",
    epilog="Examples: dateline read article.html · dateline read --format json news.jsonl · "
    "curl -s URL | dateline read - --date 2021-07-25",
)
@source_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(sources: tuple[str, ...], published: date | None, outlet: str, form: str) -> None:
    """Read SOURCES and print the events, totals, blame, quotes and relations that they hold.

    A SOURCE is a file (.txt .html .json .jsonl .pdf .eml .warc.gz), a folder, a URL, a feed, or - for
    standard input. With --format json one reading a line is printed.
    """
    from dateline.intake import read_sources
    from dateline.pipeline import make_reader

    failures: list[str | SourceError] = []
    read = None
    for item in read_sources(sources, intake_options(outlet, published)):
        if isinstance(item, SourceError):
            failures.append(item)
            continue
        read = read or make_reader()
        try:
            _print(read(item), form)
        except ReaderError as problem:
            failures.append(str(problem))
    sys.exit(report_failures(failures))


def _print(reading: Reading, form: str) -> None:
    if form == "json":
        from dateline.model.codec import reading_to_dict

        click.echo(json.dumps(reading_to_dict(reading), ensure_ascii=False))
        return
    from dateline.cli.text.reading import lines

    for line in lines(reading):
        click.echo(line)
    click.echo()
