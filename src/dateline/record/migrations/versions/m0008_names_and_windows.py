"""The eighth layout: names found by any of their words, incidents of any window of time, and what waits to be read.

Each index answers what would otherwise be looked for in every row: `name_tails` has each name from each of its words on;
the rare incidents that span more than a month have an index of their own, so that all others are found by their first day;
`waiting` has the documents that were kept and neither read nor failed to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

SHOWN = (
    'mode, certainty, start, "end", killed_low, killed_best, killed_high, injured_low, injured_best, injured_high, lat, lon, '
    "place_precision, place, days"
)
"""What lists and maps filter by and show: no incident's JSON is read for what the index holds."""

LONGEST = 200
AT_ONCE = 500
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NAMED = ("incident_places", "incident_parties")


def upgrade() -> None:
    """Make the tables, columns and indexes, and fill them."""
    connection = op.get_bind()
    _names(connection)
    _windows(connection)
    _waiting(connection)
    op.create_index("tallies_by_reading", "tallies", ["reading", "tally"])
    op.drop_index("history_by_action", "history")
    op.create_index("history_by_action", "history", ["action", "item", "number"])


def _names(connection: sa.Connection) -> None:
    tails = op.create_table(
        "name_tails",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("tail", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("name_tails_by_tail", "name_tails", ["tail"])
    names: set[str] = set()
    for table in (*NAMED, "incident_outlets"):
        cut = f"UPDATE {table} SET name = substr(name, 1, {LONGEST}) WHERE length(name) > {LONGEST}"  # noqa: S608
        op.execute(cut)
    for table in NAMED:
        op.create_index(f"{table}_by_name", table, ["name"])
        names.update(connection.execute(sa.text(f"SELECT DISTINCT name FROM {table}")).scalars())  # noqa: S608
    rows = [{"name": name, "tail": tail} for name in sorted(names) for tail in _tails(name)]
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(sa.insert(tails), rows[start : start + AT_ONCE])


def _tails(name: str) -> Iterator[str]:
    words = name.split(" ")[1:]
    return (" ".join(words[start:]) for start in range(max(1, len(words) - 1)))


def _windows(connection: sa.Connection) -> None:
    op.add_column("incidents", sa.Column("days", sa.Integer))
    table = sa.table("incidents", sa.column("id"), sa.column("days"))
    fill = sa.update(table).where(table.c.id == sa.bindparam("key")).values(days=sa.bindparam("many"))
    query = sa.text('SELECT id, start, "end" FROM incidents WHERE id > :after ORDER BY id LIMIT :many')
    after = ""
    while part := connection.execute(query, {"after": after, "many": AT_ONCE}).all():
        after = part[-1].id
        connection.execute(fill, [{"key": row.id, "many": _days(row)} for row in part])
    code = ' COLLATE "C"' if connection.dialect.name == "postgresql" else ""
    order = f"(coalesce(start, '')){code} DESC, id{code}"
    op.execute(f"CREATE INDEX incidents_in_order_long ON incidents ({order}) WHERE days > 31")
    op.drop_index("incidents_in_order_by_type", "incidents")
    held = f"(type, {order}) INCLUDE ({SHOWN})" if code else f"(type, {order}, {SHOWN})"
    op.execute(f"CREATE INDEX incidents_in_order_by_type ON incidents {held}")


def _days(row: Any) -> int | None:
    return (date.fromisoformat(row.end) - date.fromisoformat(row.start)).days + 1 if row.start else None


def _waiting(connection: sa.Connection) -> None:
    op.create_table(
        "waiting",
        sa.Column(
            "document", sa.Integer, sa.ForeignKey("documents.number"), primary_key=True, autoincrement=False
        ),
    )
    op.execute(
        "INSERT INTO waiting SELECT number FROM documents WHERE id NOT IN (SELECT document FROM readings) "
        "AND id NOT IN (SELECT item FROM history WHERE action = 'reading failed')"
    )
