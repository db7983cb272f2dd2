"""What stands beside an incident's current values, for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from dateline.analyse.sides import Sides
from dateline.cli.text.judgements import line as judgement_line
from dateline.cli.text.phrases import amount, day
from dateline.resolve.claims import Claim


def lines(sides: Sides) -> Iterator[str]:
    """Conflicts side by side, tolls over time, judgements and disputes, retracted reports, rules; what there is of them."""
    yield from _headed("WHERE THE SOURCES DIFFER", _conflicts(sides))
    yield from _headed("THE TOLL OVER TIME", _tolls(sides))
    yield from _headed("WHAT PEOPLE DECIDED", [judgement_line(j) for j in sides.judgements])
    yield from _headed("DISPUTED", [f"  {field}" for field in sides.incident.disputed])
    yield from _headed("RETRACTED, NO LONGER COUNTED", _retracted(sides))
    yield from _headed("HOW EACH VALUE WAS CHOSEN", [f"  {b.field:11}{b.rule}" for b in sides.incident.basis])


def _headed(title: str, found: list[str]) -> Iterator[str]:
    if found:
        yield ""
        yield click.style(title, bold=True, fg="cyan")
        yield from found


def _conflicts(sides: Sides) -> list[str]:
    told = []
    for field in sides.conflicts:
        told.append(f"  {field}")
        told += [f"    {_said(c, sides)}" for c in sides.claims if c.field == field]
    return told


def _said(claim: Claim, sides: Sides) -> str:
    when = day(claim.published) if claim.published else "undated"
    who = ", ".join(claim.speakers) or "the outlet itself"
    old = "" if claim.counts else "  [replaced by its origin's later report]"
    partner = sides.partners.get(claim.report.document)
    through = f", through {partner}" if partner else ""
    return f"{_value(claim.value):24}{claim.outlet or claim.report.document}, {when}: {who}{through}{old}"


def _value(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "low" in value:
        return amount(value["low"], value["high"])
    return value["start"] if value["start"] == value["end"] else f"{value['start']} to {value['end']}"


def _tolls(sides: Sides) -> list[str]:
    return [
        f"  {harm:9}"
        + ", then ".join(
            f"{amount(s.low, s.high)} ({day(s.published) if s.published else 'undated'}, {s.outlet})"
            for s in steps
        )
        for harm, steps in sides.tolls.items()
        if len(steps) > 1
    ]


def _retracted(sides: Sides) -> list[str]:
    return [
        f"  {report.document}/{report.event}  by {judgement.author}: {judgement.decision.reason}"
        for report, judgement in sides.retracted
    ]
