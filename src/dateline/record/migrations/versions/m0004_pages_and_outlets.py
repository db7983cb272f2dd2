"""The fourth layout: outlets of incidents by their keys, and indexes in the order in which incidents are listed."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from dateline.knowledge.folding import fold

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table and the indexes, and fill the table from the incidents there are."""
    outlets = op.create_table(
        "incident_outlets",
        sa.Column("incident", sa.String, sa.ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True, index=True),
    )
    connection = op.get_bind()
    rows = [
        {"incident": key, "name": name}
        for key, body in connection.execute(sa.text("SELECT id, body FROM incidents"))
        for name in sorted({f" {fold(name)} " for name in _decoded(body).get("outlets", ())})
    ]
    if rows:
        connection.execute(sa.insert(outlets), rows)
    code = ' COLLATE "C"' if connection.dialect.name == "postgresql" else ""
    for name, first in (("incidents_in_order", ""), ("incidents_in_order_by_type", "type, ")):
        op.execute(f"CREATE INDEX {name} ON incidents ({first}(coalesce(start, '')){code} DESC, id{code})")


def _decoded(body: object) -> dict[str, list[str]]:
    """The body, which SQLite gives as text and PostgreSQL as an object."""
    found: dict[str, list[str]] = json.loads(body) if isinstance(body, str) else body  # type: ignore[assignment]
    return found
