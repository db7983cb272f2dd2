"""A CSV of somebody else's incidents -> foreign incidents and the rows that can't be read, each with its line.

In: a path and, where the header doesn't tell, the layout's name. Nothing of it enters the record.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from dateline.errors import MalformedSource, UnreadableSource
from dateline.intake.foreign.layouts import LAYOUTS, Layout, Row
from dateline.model.foreign import ForeignIncident

__all__ = ["LAYOUTS", "read_foreign"]


def read_foreign(path: Path, layout: str | None = None) -> Iterator[ForeignIncident | MalformedSource]:
    """Each row as an incident, or as the error that names its line; a comma, tab or semicolon may stand between cells.

    Raises UnreadableSource where the file can't be opened, MalformedSource where it is no table of a known layout.
    """
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except OSError as problem:
        raise UnreadableSource(str(path), str(problem.strerror), "name a CSV file") from problem
    with file:
        try:
            yield from _rows(path, file, layout)
        except (UnicodeDecodeError, csv.Error) as problem:
            raise MalformedSource(str(path), str(problem), "save it as CSV in UTF-8") from problem


def _rows(path: Path, file: TextIO, layout: str | None) -> Iterator[ForeignIncident | MalformedSource]:
    opening = file.readline()
    table = csv.reader(chain([opening], file), delimiter=max((",", "\t", ";"), key=opening.count))
    header = [c.strip().casefold().replace(" ", "_") for c in next(table, [])]
    chosen, last = _layout(path, header, layout), table.line_num
    for cells in table:
        line, last = last + 1, table.line_num
        if any(cells):
            yield _row(path, dict(zip(header, (c.strip() for c in cells), strict=False)), line, chosen)


def _row(path: Path, row: Row, line: int, layout: Layout) -> ForeignIncident | MalformedSource:
    try:
        return layout.read(row, line)
    except ValueError as problem:
        return MalformedSource(f"{path.name}, line {line}", str(problem))


def _layout(path: Path, header: list[str], layout: str | None) -> Layout:
    found = next((x for x in LAYOUTS if layout in (None, x.name) and set(x.needs) <= set(header)), None)
    if found is None:
        needs = "; ".join(f"{x.name}: {', '.join(x.needs)}" for x in LAYOUTS if layout in (None, x.name))
        raise MalformedSource(str(path), "its header has none of the columns that are needed", needs)
    return found
