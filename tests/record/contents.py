"""All that a record holds but numbers and times, so that two records can be compared."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

HELD = {
    "documents": "id, text_hash, title, outlet, published, text, duplicate_of, similarity",
    "fingerprints": "key",
    "readings": "document, version, model, body",
    "events": "document, event, type, mode, start, lat, killed_low",
    "tallies": "document, tally, low, high",
    "incidents": "id, type, mode, start, killed_low, body",
    "reports": "document, event, incident",
    "links": "incident, left_document, right_document, score, reasons",
    "incident_places": "incident, name, country",
    "history": "author, action, item",
}


def contents(place: Path) -> dict[str, list[Any]]:
    """The rows of every table, sorted."""
    with closing(sqlite3.connect(place)) as connection:
        return {
            # How often incidents were made of the readings depends on how often somebody was interrupted.
            table: sorted(
                connection.execute(
                    f"SELECT {columns} FROM {table}{' WHERE item != ?' if table == 'history' else ''}",  # noqa: S608
                    ("record",) if table == "history" else (),
                ).fetchall(),
                key=repr,
            )
            for table, columns in HELD.items()
        }


def count(place: Path, table: str) -> int:
    """The rows of a table."""
    with closing(sqlite3.connect(place)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
