"""A histogram as lines: a bar of blocks for each day, week or month, with the modes behind it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dateline.analyse.histogram import Bar, Histogram

WIDTH = 40
EIGHTHS = " ▏▎▍▌▋▊▉"


def lines(chart: Histogram) -> Iterator[str]:
    """The bars, oldest first, then how many there are."""
    if not chart.bars and not chart.undated:
        yield "No incidents match. Widen the filter, or add reports with `dateline add`."
        return
    for bar in chart.bars:
        told = " · ".join(f"{mode} {count}" for mode, count in bar.modes.most_common())
        yield f"{_label(bar, chart.unit)}  {_blocks(bar.total, chart.highest)}  {bar.total:>4}  {told}".rstrip()
    total = sum(bar.total for bar in chart.bars)
    undated = f", {chart.undated} more undated" if chart.undated else ""
    yield f"{total} incidents by {chart.unit} of their first day{undated}."


def _label(bar: Bar, unit: str) -> str:
    label = f"{bar.start:%Y-%m}" if unit == "month" else bar.start.isoformat()
    return click.style(label, bold=True)


def _blocks(count: int, highest: int) -> str:
    """A bar of whole and eighth blocks; one that counts anything shows something."""
    eighths = max(round(count / highest * WIDTH * 8), 1 if count else 0)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (EIGHTHS[rest] if rest else "")).ljust(WIDTH)
