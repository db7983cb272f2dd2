"""The tables of this folder: tab-separated files with a header, `;` between alternatives in a cell.

In: a table's name. Out: its rows as dictionaries. Every table has a `source` column that names where the
fact was published, so that a reader of the file can check it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import KnowledgeError

FOLDER = Path(__file__).parent / "tables"


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of table `name`, one dictionary each; lines that start with # are remarks.

    Raises KnowledgeError when the table is missing or a row has too few or too many cells.
    """
    path = FOLDER / f"{name}.tsv"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as problem:
        raise KnowledgeError(f"table {name!r} can't be read ({problem}); reinstall dateline") from problem
    kept = (line for line in lines if line and not line.startswith("#"))
    for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE):
        if None in row or None in row.values():
            raise KnowledgeError(
                f"table {name!r}: a row of the wrong length: {row}; compare it with the header"
            )
        yield row


def parts(cell: str) -> tuple[str, ...]:
    """The alternatives in a cell."""
    return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)
