"""`dateline search`: documents by their words."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Day, record_option
from dateline.cli.records import open_record

if TYPE_CHECKING:
    from dateline.record.search import Hit


@click.command(
    "search",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog='Examples: dateline search drone Kirkuk · dateline search "army base" -Mosul --since 2024-01-01 --format json',
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--since", type=Day(), help="Published on or after this day.")
@click.option("--until", type=Day(), help="Published on or before this day.")
@click.option("--outlet", default="", metavar="NAME", help="Of this outlet.")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most so many."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@record_option
def command(words: tuple[str, ...], limit: int, form: str, record_url: str | None, **options: Any) -> None:
    """Find the documents that have all WORDS in title or text, best first, each with a passage.

    "Words in quotes" stand together in this order; a document with a -word is left out. Case and accents don't count.
    """
    from dateline.record.search import query_from

    query = query_from(" ".join(map(_as_phrase, words)), **options)
    with open_record(record_url) as record, record.view() as view:
        found = list(view.search(query, limit))
    if form == "json":
        click.echo(json.dumps([_as_json(hit) for hit in found], ensure_ascii=False, indent=1))
        return
    from dateline.cli.text.search import lines

    for line in lines(found):
        click.echo(line)


def _as_phrase(word: str) -> str:
    """What the shell's quotes held together, in quotes of its own."""
    if '"' in word or len(word.split()) < 2:
        return word
    return f'-"{word[1:]}"' if word.startswith("-") else f'"{word}"'


def _as_json(hit: Hit) -> dict[str, Any]:
    from dateline.model.encode import span

    published: date | None = hit.document.published
    return {
        "document": hit.document.id,
        "title": hit.document.title,
        "outlet": hit.document.outlet,
        "published": published.isoformat() if published else None,
        "url": hit.document.url,
        "passage": span(hit.passage),
        "marks": [span(mark) for mark in hit.marks],
        "retracted": hit.retracted,
    }
