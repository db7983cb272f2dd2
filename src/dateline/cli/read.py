"""`dateline read`: sources to readings, printed, nothing kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from dateline.cli.options import intake_options, report_failures, source_options
from dateline.errors import ReaderError, SourceError
from dateline.model.reading import Reading

if TYPE_CHECKING:
    from dateline.extract.explain import Reason


@click.command(
    "read",
    epilog="Examples: dateline read article.html · dateline read --format json news.jsonl · "
    "curl -s URL | dateline read - --date 2021-07-25",
)
@source_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="For every value the rule that made it, a score and its words.")
def command(sources: tuple[str, ...], published: date | None, outlet: str, form: str, explain: bool) -> None:
    """Read SOURCES and print the events, totals, blame, quotes and relations that they hold.

    A SOURCE is a file (.txt .html .json .jsonl .pdf .eml .warc.gz), a folder, a URL, a feed, or - for
    standard input. With --format json one reading a line is printed.
    """
    from dateline.intake import read_sources
    from dateline.pipeline import make_reader

    failures: list[str | SourceError] = []
    read, why = None, _why() if explain else None
    for item in read_sources(sources, intake_options(outlet, published)):
        if isinstance(item, SourceError):
            failures.append(item)
            continue
        read = read or make_reader()
        try:
            _print(read(item), form, why)
        except ReaderError as problem:
            failures.append(str(problem))
    sys.exit(report_failures(failures))


def _why() -> Callable[[Reading], tuple[Reason, ...]]:
    """What explains a reading, its model opened once."""
    from dateline.annotate.tagger import Tagger
    from dateline.extract.explain import explain, sureness

    tagger = Tagger.load()
    return lambda reading: explain(reading, sureness(reading.document, tagger))


def _print(reading: Reading, form: str, why: Callable[[Reading], tuple[Reason, ...]] | None) -> None:
    reasons = why(reading) if why else ()
    if form == "json":
        from dateline.model.codec import reading_to_dict

        made = reading_to_dict(reading, explain=why is not None)
        made |= {"explain": [asdict(reason) for reason in reasons]} if why else {}
        click.echo(json.dumps(made, ensure_ascii=False))
        return
    from dateline.cli.text.reading import lines

    for line in (*lines(reading), *_reasons(reasons)):
        click.echo(line)
    click.echo()


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Each value with its rule, its score and its words."""
    if reasons:
        yield ""
        yield click.style(f"WHY ({len(reasons)})", bold=True, fg="cyan")
    for item in reasons:
        words = " · ".join(" ".join(span.text.split()) for span in item.words)
        yield f"{item.of.rjust(4)}  {item.field}: {item.value}  <- {item.rule} ({item.score:.2f}): “{words[:80]}”"
