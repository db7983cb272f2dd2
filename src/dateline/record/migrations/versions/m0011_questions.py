"""The eleventh layout: what a person should look at, in the order in which it is asked.

The table is filled when all steps are done, by the rules of the version that runs them (see record/kept.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table and its indexes."""
    op.create_table(
        "questions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("incident", sa.String, sa.ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("certainty", sa.Float, nullable=False),
        sa.Column("one", sa.Text, nullable=False),
        sa.Column("other", sa.Text, nullable=False),
        sa.Column("field", sa.String),
    )
    op.create_index("ix_questions_incident", "questions", ["incident"])
    op.create_index("ix_questions_id", "questions", ["id"])
    op.create_index("questions_in_order", "questions", ["certainty", "id"])
