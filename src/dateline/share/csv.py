"""Incidents -> CSV (RFC 4180) with Dateline's own columns; `table` has the rules for cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline.model.incident import Incident
from dateline.share.columns import COLUMNS
from dateline.share.table import write_table


def write_csv(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write a header and a row for each incident."""
    write_table(COLUMNS, incidents, out, names)
