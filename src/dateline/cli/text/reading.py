"""A reading for a person: each finding with the sentence that says it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from dateline.cli.text.phrases import amount, day, harm, interval, names, places, speakers
from dateline.model.document import Span
from dateline.model.reading import Argument, Event, Reading, Tally

WIDTH = 100
_INDENT = " " * 6


def lines(reading: Reading) -> Iterator[str]:
    """The whole report, line by line, with colours that `click.echo` drops where there is no terminal."""
    yield from _head(reading)
    yield from _section("Events", len(reading.events), (line for e in reading.events for line in _event(e)))
    yield from _section(
        "Claimed totals", len(reading.tallies), (line for t in reading.tallies for line in _tally(t))
    )
    yield from _section("Who blames, claims or denies", len(reading.responsibility), _responsibility(reading))
    yield from _section("Quotes", len(reading.quotes), _quotes(reading))
    yield from _section("Relations", len(reading.relations), _relations(reading))
    yield from _section("What does not fit", len(reading.misfits), _misfits(reading))


def _head(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield click.style(document.title or document.id, bold=True)
    published = day(document.published_on) if document.published_on else "no date of publication found"
    parts = [
        document.outlet,
        f"{published} ({document.date_source.value})" if document.published_on else published,
    ]
    parts += [f"relays {', '.join(document.relays)}"] if document.relays else []
    yield " · ".join(p for p in parts if p)


def _section(title: str, count: int, body: Iterator[str]) -> Iterator[str]:
    if count:
        yield ""
        yield click.style(f"{title.upper()} ({count})", bold=True, fg="cyan")
        yield from body


def _event(event: Event) -> Iterator[str]:
    kind = f"{event.type.value}{' · ' + event.mode.value if event.mode else ''}"
    yield f"{click.style(event.id.rjust(4), fg='yellow')}  {click.style(kind, bold=True)}  {click.style(event.certainty.value, dim=True)}"
    values = (
        ("who", names(event.actors)),
        ("to whom", names(event.recipients)),
        ("with", names(event.weapons)),
        ("where", places(event.places)),
        ("when", interval(event.when) if event.when else ""),
        ("harm", harm(event.killed, event.injured)),
        ("says", speakers(event.says)),
        ("answers", ", ".join(event.responds_to)),
    )
    yield from _fields(values)
    yield from _sentences(event.evidence)


def _fields(values: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, value in values:
        if value:
            yield from textwrap.wrap(
                f"{name:9}{value}", WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + " " * 9
            )


def _sentences(spans: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        text = " ".join(span.text.split())
        yield from (
            click.style(line, dim=True)
            for line in textwrap.wrap(
                f"“{text}”", WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + " "
            )
        )


def _tally(tally: Tally) -> Iterator[str]:
    kind = f"{tally.type.value}{' · ' + tally.mode.value if tally.mode else ''}"
    yield f"{click.style(tally.id.rjust(4), fg='yellow')}  {click.style(f'{amount(tally.number.low, tally.number.high)} × {kind}', bold=True)}"
    values = (
        ("who", names(tally.actors)),
        ("to whom", names(tally.recipients)),
        ("where", places(tally.places)),
        ("when", interval(tally.when) if tally.when else ""),
        ("says", speakers(tally.says)),
    )
    yield from _fields(values)
    yield from _sentences(tally.evidence)


def _responsibility(reading: Reading) -> Iterator[str]:
    for item in reading.responsibility:
        about = f"  ({', '.join(item.events)})" if item.events else ""
        own = item.accused.name == item.speaker.name
        other = {
            "blames": item.accused.name,
            "claims": "it as its own",
            "denies": "any part" if own else item.accused.name,
        }
        yield f"{_INDENT}{item.speaker.name} {click.style(item.stance.value, bold=True)} {other[item.stance.value]}{about}"
        yield from _sentences(item.evidence)


def _quotes(reading: Reading) -> Iterator[str]:
    for quote in reading.quotes:
        speaker = quote.speaker.name if quote.speaker else "?"
        marks = ("“", "”") if quote.direct else ("", "")
        text = " ".join(quote.content.text.split())
        yield from textwrap.wrap(
            f"{speaker}: {marks[0]}{text}{marks[1]}",
            WIDTH,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT + "  ",
        )


def _relations(reading: Reading) -> Iterator[str]:
    for item in reading.relations:
        yield f"{_INDENT}{_name(item.subject)} {click.style(item.predicate.value.replace('_', ' '), bold=True)} {_name(item.object)}"
        yield from _sentences(item.evidence)


def _name(argument: Argument) -> str:
    return argument.name


def _misfits(reading: Reading) -> Iterator[str]:
    for item in reading.misfits:
        yield from textwrap.wrap(
            f"! {item.message}", WIDTH, initial_indent=_INDENT[:-2], subsequent_indent=_INDENT
        )
        yield from _sentences(item.evidence)
