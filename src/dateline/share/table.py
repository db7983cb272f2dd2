"""Columns and incidents -> a table as text: one header, one row for each incident, written as it comes.

RFC 4180 (comma, CRLF, UTF-8), or tabs between cells where a format asks for them. Several values in a cell are joined
by "; ". A text that a spreadsheet would take for a formula is given a leading apostrophe (OWASP, "CSV Injection"):
one that begins with = + - @, a tab or a line end, spaces before it aside.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from dateline.model.incident import Incident
from dateline.share.columns import Column, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_table(
    columns: Sequence[Column],
    incidents: Iterable[Incident],
    out: TextIO,
    names: bool,
    tags: Sequence[str] = (),
    delimiter: str = ",",
) -> None:
    """Write the header, the row of `tags` below it if there are any, and the rows; open `out` with newline=""."""
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    rows.writerow([c.name for c in columns])
    if tags:
        rows.writerow(tags)
    for incident in incidents:
        cells = (cell(c.value(incident, names)) for c in columns)
        rows.writerow([_flat(c) for c in cells] if delimiter == "\t" else list(cells))


def cell(value: Value) -> str | int | float:
    """A value as it stands in a cell; nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = "; ".join(value)
    if not isinstance(value, str):
        return value
    risky = value.startswith(_FORMULA) or value.lstrip(" ").startswith(_FORMULA)
    return f"'{value}" if risky else value


def _flat(value: str | int | float) -> str | int | float:
    """A cell of a tab-separated table, which knows no quotes that all its readers read."""
    return " ".join(value.split()) if isinstance(value, str) else value
