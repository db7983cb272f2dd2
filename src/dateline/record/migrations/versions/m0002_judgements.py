"""People's judgements, and the ids that incidents had before they were merged or dissolved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("item", sa.String, nullable=False, index=True),
        sa.Column("field", sa.String),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.number")),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "former_ids",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("incident", sa.String, nullable=False),
    )
