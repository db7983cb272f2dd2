"""Claimed totals for a person: claim, window, what the record has, verdict and reason."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

import click

from dateline.analyse.totals import Clash
from dateline.cli.text.phrases import amount, interval, names, places, speakers
from dateline.model.incident import TallyCheck, Verdict
from dateline.model.reading import Reading

_COLOURS = {
    Verdict.EXPLAINED: "green",
    Verdict.SHORT: "yellow",
    Verdict.EXCEEDED: "yellow",
    Verdict.CONTRADICTED: "red",
    Verdict.NOT_COMPARABLE: "white",
}


def lines(checks: Sequence[TallyCheck], readings: Mapping[str, Reading]) -> Iterator[str]:
    """Each check in a few lines, then how many there are of each verdict."""
    if not checks:
        yield "No claimed totals on record."
        return
    for check in checks:
        yield from _check(check, readings[check.document])
    counts = {v: sum(c.verdict is v for c in checks) for v in Verdict}
    yield ", ".join(f"{n} {v.value}" for v, n in counts.items() if n)


def clash_lines(found: Sequence[Clash]) -> Iterator[str]:
    """Totals that don't fit together, each with its reason."""
    if found:
        yield ""
        yield click.style("Totals that don't fit together", bold=True, fg="cyan")
    for clash in found:
        (one, first), (other, second) = clash.part, clash.whole
        yield f"{clash.kind}  {one}/{first} – {other}/{second}"
        yield from textwrap.wrap(clash.reason, 96, initial_indent="    ", subsequent_indent="    ")


def _check(check: TallyCheck, reading: Reading) -> Iterator[str]:
    tally = next(t for t in reading.tallies if t.id == check.tally)
    verdict = check.verdict.value + (f" by {check.short_by}" if check.verdict is Verdict.SHORT else "")
    kind = f"{tally.type.value}{' · ' + tally.mode.value if tally.mode else ''}"
    claim = f"{amount(tally.number.low, tally.number.high)} × {kind}"
    yield f"{click.style(verdict, bold=True, fg=_COLOURS[check.verdict])}  {claim}  ({reading.document.outlet}, {check.document}/{check.tally})"
    where = places(tally.places).partition("  (")[0]
    parts = [interval(tally.when) if tally.when else "", where, names(tally.recipients), speakers(tally.says)]
    yield "    " + " · ".join(p for p in parts if p)
    yield from textwrap.wrap(
        f"record: {check.reason}", 96, initial_indent="    ", subsequent_indent="            "
    )
    if check.incidents:
        yield from textwrap.wrap(
            ", ".join(check.incidents), 96, initial_indent="    ", subsequent_indent="    "
        )
    yield ""
