"""Incidents for a person: a table, or one with all its claims."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from dateline.cli.text.phrases import day, harm, interval, places, speakers, toll
from dateline.model.document import Document
from dateline.model.incident import Incident
from dateline.model.reading import Argument, Event, Reading

_WIDTHS = (9, 25, 15, 34, 22, 7)
_HEADS = ("id", "when", "what", "where", "harm", "reports")


def lines(incidents: Sequence[Incident], names: bool = False) -> Iterator[str]:
    """A table, one line an incident, and their number."""
    if not incidents:
        yield "No incidents match. Widen the filter, or add reports with `dateline add`."
        return
    yield click.style(_row(_HEADS), bold=True)
    for incident in incidents:
        what = incident.mode.value if incident.mode else incident.type.value.lower()
        where = ", ".join(p.name for p in incident.places[:2]) or "–"
        cells = (
            incident.id,
            interval(incident.when),
            what,
            where,
            toll(incident.killed, incident.injured) or "–",
            f"{len(incident.reports)} ({incident.origins})",
        )
        yield _row(cells)
    yield f"{len(incidents)} incidents. Reports: how many, and in brackets how many of independent origin."


def _row(cells: Sequence[str]) -> str:
    return "  ".join(_fit(c, w) for c, w in zip(cells, _WIDTHS, strict=True)).rstrip()


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def card(incident: Incident, readings: dict[str, Reading]) -> Iterator[str]:
    """One incident: current values, then each report's claims with the sentence and the speaker."""
    what = incident.mode.value if incident.mode else "mode not said"
    yield click.style(
        f"{incident.id}  {incident.type.value} · {what} · {incident.certainty.value}", bold=True
    )
    values = (
        ("when", interval(incident.when)),
        ("where", places(incident.places)),
        ("who", _people(incident.actors)),
        ("to whom", _people(incident.recipients)),
        ("with", _people(incident.weapons)),
        ("harm", toll(incident.killed, incident.injured)),
        ("origins", f"{incident.origins} independent of {len(incident.reports)} reports"),
    )
    yield from (f"  {name:9}{value}" for name, value in values if value)
    yield ""
    yield click.style("WHO SAYS SO", bold=True, fg="cyan")
    for report in incident.reports:
        reading = readings[report.document]
        event = next(e for e in reading.events if e.id == report.event)
        yield from _claim(reading.document, event)
    yield from _links(incident)


def _people(arguments: Sequence[Argument]) -> str:
    return "; ".join(a.name for a in arguments)


def _claim(document: Document, event: Event) -> Iterator[str]:
    published = day(document.published_on) if document.published_on else "undated"
    yield f"  {click.style(document.id, fg='yellow')}/{event.id}  {document.outlet or 'outlet not known'}, {published}"
    said = [
        ("says", speakers(event.says)),
        ("when", interval(event.when) if event.when else ""),
        ("where", places(event.places)),
        ("harm", harm(event.killed, event.injured)),
    ]
    yield from (f"      {name:7}{value}" for name, value in said if value)
    for span in event.evidence:
        text = " ".join(span.text.split())
        yield from (
            click.style(part, dim=True)
            for part in textwrap.wrap(f"“{text}”", 96, initial_indent="      ", subsequent_indent="       ")
        )


def _links(incident: Incident) -> Iterator[str]:
    if incident.links:
        yield ""
        yield click.style("WHY THESE REPORTS ARE HELD TO BE ONE", bold=True, fg="cyan")
        for link in incident.links:
            yield f"  {link.left.document}/{link.left.event} – {link.right.document}/{link.right.event}  {link.score:.2f}  {'; '.join(link.reasons)}"
