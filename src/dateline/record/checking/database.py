"""The store's own check: SQLite's of its pages, indexes and foreign keys; PostgreSQL holds to its own at every write."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from dateline.record.checking.fault import BACKUP, REPORT, Checked, Fault


def check_database(connection: Connection) -> Checked:
    """What SQLite finds wrong in its file; one item on PostgreSQL, without a fault."""
    if connection.dialect.name != "sqlite":
        yield ()
        return
    said: Sequence[str] = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    yield tuple(Fault("the file", line, BACKUP) for line in said if line != "ok")
    lost = connection.execute(text("PRAGMA foreign_key_check")).all()
    yield tuple(
        Fault(f"{table} row {row}", f"it points to a row of {parent} that isn't there", REPORT)
        for table, row, parent, _ in lost
    )
