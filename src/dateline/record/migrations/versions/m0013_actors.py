"""The thirteenth layout: who is said to stand in which relation to whom, in how many documents, and the actors at the ends.

The tables are filled when all steps are done, by the rules of the version that runs them (see record/kept.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "sayings",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("relation", sa.String(16), nullable=False),
        *_texts("subject", "subject_name"),
        sa.Column("predicate", sa.String, nullable=False),
        *_texts("object", "object_name"),
        *_counts("start", "end"),
        sa.Column("speakers", sa.JSON, nullable=False),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("event", sa.String),
    )
    op.create_index("sayings_by_relation", "sayings", ["relation", "document", "number"])
    op.create_table(
        "relations",
        sa.Column("key", sa.String(16), primary_key=True),
        *_texts("subject"),
        sa.Column("predicate", sa.String, nullable=False),
        *_texts("object"),
        *_counts("documents", "sayings"),
    )
    for end in ("subject", "object"):
        op.create_index(f"ix_relations_{end}", "relations", [end])
    op.create_index("relations_in_order", "relations", ["documents", "key"])
    op.create_table(
        "actors",
        sa.Column("id", TEXT, primary_key=True),
        *_texts("name", "folded"),
        *_counts("relations", "as_actor", "as_recipient"),
    )
    op.create_index("actors_in_order", "actors", ["folded", "id"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT, nullable=False) for name in names]


def _counts(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]
