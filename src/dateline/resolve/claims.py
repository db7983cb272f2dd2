"""What each report of an incident says of each field, side by side, and how its toll moved over time.

In: the reported events of one incident. Out: claims, the fields on which independent origins differ, and the steps of a
toll. Reports with one origin (copies of a text, relays of one outlet) are one witness: only the latest of them counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from dateline.model import encode
from dateline.model.document import Span
from dateline.model.incident import Report, ReportedEvent
from dateline.model.reading import Argument, Event
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Mode
from dateline.resolve.origins import witnessed
from dateline.resolve.values import by_publication


@dataclass(frozen=True, slots=True)
class Claim:
    """A report's value of a field, as JSON; `counts` unless a later report of the same origin says something."""

    field: str
    value: Any
    report: Report
    outlet: str
    origin: str
    published: date | None
    speakers: tuple[str, ...]
    sentence: Span | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A toll as it was first given at one time: "nine", then "12"."""

    published: date | None
    low: int
    high: int | None
    report: Report
    outlet: str


def _mode(event: Event) -> Any:
    return event.mode.value if event.mode and event.mode is not Mode.OTHER else None


def _harm(count: Count | None) -> Any:
    return {"low": count.low, "high": count.high} if count else None


def _days(when: Interval | None) -> Any:
    return {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else None


def _names(parties: Sequence[Argument]) -> Any:
    return [party.name for party in parties] or None


SAID: tuple[tuple[str, Callable[[Event], Any], Callable[[Event], Span | None]], ...] = (
    ("mode", _mode, lambda e: e.trigger),
    ("when", lambda e: _days(e.when), lambda e: e.when.span if e.when else None),
    ("places", lambda e: [p.name for p in e.places] or None, lambda e: e.places[0].argument.mention),
    ("actors", lambda e: _names(e.actors), lambda e: e.actors[0].mention),
    ("recipients", lambda e: _names(e.recipients), lambda e: e.recipients[0].mention),
    ("weapons", lambda e: _names(e.weapons), lambda e: e.weapons[0].mention),
    ("killed", lambda e: _harm(e.killed), lambda e: e.killed.span if e.killed else None),
    ("injured", lambda e: _harm(e.injured), lambda e: e.injured.span if e.injured else None),
    ("certainty", lambda e: e.certainty.value, lambda e: e.trigger),
)
"""Each field, what an event says of it (None where it says nothing), and the words that say so."""


def claims(reports: Sequence[ReportedEvent]) -> tuple[Claim, ...]:
    """Every claim, by field and then by publication."""
    ordered = by_publication(witnessed(reports))
    return tuple(claim for said in SAID for claim in _of_field(*said, ordered))


def conflicting(found: Sequence[Claim]) -> tuple[str, ...]:
    """The fields on which claims of independent origins can't all be right; names of parties and places may differ."""
    clash: Mapping[str, Callable[[Any, Any], bool]] = {
        "mode": lambda a, b: bool(a != b),
        "certainty": lambda a, b: bool(a != b),
        "when": lambda a, b: bool(a["end"] < b["start"] or b["end"] < a["start"]),
        "killed": _far,
        "injured": _far,
    }
    said = {field: [c for c in found if c.field == field] for field in clash}
    return tuple(
        field
        for field, differ in clash.items()
        if any(differ(a.value, b.value) for a, b in combinations(said[field], 2) if _beside(a, b))
    )


def toll_over_time(found: Sequence[Claim], field: str) -> tuple[Step, ...]:
    """Each number of dead or wounded in the order in which the reports first gave it."""
    steps: dict[tuple[int, int | None], Step] = {}
    for claim in found:
        if claim.field == field:
            key = (claim.value["low"], claim.value["high"])
            steps.setdefault(key, Step(claim.published, *key, claim.report, claim.outlet))
    return tuple(steps.values())


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """The claim as JSON values."""
    return {
        "field": claim.field,
        "value": claim.value,
        "document": claim.report.document,
        "event": claim.report.event,
        "outlet": claim.outlet,
        "origin": claim.origin,
        "published": claim.published.isoformat() if claim.published else None,
        "speakers": list(claim.speakers),
        "sentence": encode.maybe_span(claim.sentence),
        "counts": claim.counts,
    }


def step_to_dict(step: Step) -> dict[str, Any]:
    """The step as JSON values."""
    published = step.published.isoformat() if step.published else None
    return {
        "published": published,
        "low": step.low,
        "high": step.high,
        "document": step.report.document,
        "event": step.report.event,
    }


def _of_field(
    field: str,
    say: Callable[[Event], Any],
    point: Callable[[Event], Span | None],
    ordered: Sequence[ReportedEvent],
) -> Iterator[Claim]:
    said = [(told, say(told.event)) for told in ordered]
    told_last = {told.origin: told for told, value in said if value is not None}
    for told, value in said:
        if value is not None:
            yield Claim(
                field,
                value,
                Report(told.document.id, told.event.id),
                told.document.outlet,
                told.origin,
                told.document.published_on,
                tuple(s.speaker.name for s in told.event.says),
                _sentence(told.event, point(told.event)),
                told_last[told.origin] is told,
            )


def _sentence(event: Event, words: Span | None) -> Span | None:
    """The piece of evidence that holds the words, else the words."""
    if words is None:
        return next(iter(event.evidence), None)
    return next((e for e in event.evidence if e.covers(words)), words)


def _beside(left: Claim, right: Claim) -> bool:
    return left.counts and right.counts and left.origin != right.origin


def _far(left: Any, right: Any) -> bool:
    """Whether two tolls share no number; an open one holds all above it."""
    a, b = left["high"], right["high"]
    return bool((a is not None and a < right["low"]) or (b is not None and b < left["low"]))
