"""Incidents -> CSV (RFC 4180): a header and one row for each, several values in a cell joined by "; ".

A text that a spreadsheet would take for a formula is given a leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from dateline.model.incident import Incident
from dateline.share.columns import COLUMNS, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write a header and a row for each incident; open `out` with newline="" so that line ends stay as written."""
    rows = csv.writer(out)
    rows.writerow([c.name for c in COLUMNS])
    for incident in incidents:
        rows.writerow([_cell(c.value(incident, names)) for c in COLUMNS])


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = "; ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
