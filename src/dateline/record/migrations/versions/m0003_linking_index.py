"""The tables by which linking finds what a new report may tell of; the next linking fills them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make all four."""
    op.create_table(
        "linked_events",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
    )
    op.create_index("linked_events_by_document", "linked_events", ["document", "event"], unique=True)
    op.create_table(
        "link_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("event", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seeks", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("link_keys_by_event", "link_keys", ["event"])
    op.create_table(
        "link_pairs",
        sa.Column("left", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("right", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("bits", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("link_pairs_by_right", "link_pairs", ["right"])
    op.create_table(
        "word_counts",
        sa.Column("kind", sa.String(8), primary_key=True),
        sa.Column("word", sa.String, primary_key=True),
        sa.Column("holders", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
