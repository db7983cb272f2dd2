"""Claimed totals for a person: claim, window, what the record has, verdict and reason."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from dateline.analyse.tally_pages import Checked
from dateline.analyse.totals import Clash
from dateline.cli.text.phrases import amount, interval, names, places, speakers
from dateline.model.document import Document
from dateline.model.incident import TallyCheck, Verdict
from dateline.model.reading import Tally

_COLOURS = {
    Verdict.EXPLAINED: "green",
    Verdict.SHORT: "yellow",
    Verdict.EXCEEDED: "yellow",
    Verdict.CONTRADICTED: "red",
    Verdict.NOT_COMPARABLE: "white",
}


def lines(found: Iterable[Checked]) -> Iterator[str]:
    """Each tally in a few lines as it comes, how many there are of each verdict, and those that don't fit together."""
    counts, clashes = Counter[Verdict](), set[Clash]()
    for checked in found:
        counts[checked.check.verdict] += 1
        clashes.update(checked.clashes)
        yield from _check(checked.check, checked.tally, checked.reading.document)
    if not counts:
        yield "No claimed totals on record."
        return
    yield ", ".join(f"{counts[v]} {v.value}" for v in Verdict if counts[v])
    yield from _clashes(sorted(clashes, key=lambda c: (c.kind, c.part, c.whole)))


def _clashes(found: Sequence[Clash]) -> Iterator[str]:
    if found:
        yield ""
        yield click.style("Totals that don't fit together", bold=True, fg="cyan")
    for clash in found:
        (one, first), (other, second) = clash.part, clash.whole
        yield f"{clash.kind}  {one}/{first} – {other}/{second}"
        yield from textwrap.wrap(clash.reason, 96, initial_indent="    ", subsequent_indent="    ")


def _check(check: TallyCheck, tally: Tally, document: Document) -> Iterator[str]:
    verdict = check.verdict.value + (f" by {check.short_by}" if check.verdict is Verdict.SHORT else "")
    kind = f"{tally.type.value}{' · ' + tally.mode.value if tally.mode else ''}"
    claim = f"{amount(tally.number.low, tally.number.high)} × {kind}"
    yield f"{click.style(verdict, bold=True, fg=_COLOURS[check.verdict])}  {claim}  ({document.outlet}, {check.document}/{check.tally})"
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
