"""The twelfth layout: claimed totals in the order of publication, and what each may be compared with.

`tally_scopes` is filled when all steps are done, by the rules of the version that runs them (see record/kept.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the day to the totals, make the table and its index."""
    op.add_column("tallies", sa.Column("published", TEXT, nullable=False, server_default=""))
    op.execute(
        "UPDATE tallies SET published = coalesce("
        "(SELECT published FROM documents WHERE documents.id = tallies.document), '')"
    )
    op.drop_index("tallies_by_reading", "tallies")
    if op.get_bind().dialect.name == "postgresql":
        order = '(published DESC, document COLLATE "C", tally COLLATE "C") INCLUDE (mode)'
    else:
        order = "(published DESC, document, tally, mode)"
    op.execute(f"CREATE INDEX tallies_in_order ON tallies {order}")
    op.create_table(
        "tally_scopes",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("tally", sa.String, primary_key=True),
        sa.Column("scope", sa.String(16), primary_key=True),
        sa.Column("start", sa.String(10), nullable=False),
        sa.Column("end", sa.String(10), nullable=False),
        sa.Column("low", sa.Integer, nullable=False),
        sa.Column("high", sa.Integer),
    )
    op.create_index("tally_scopes_by_scope", "tally_scopes", ["scope", "start", "end", "low", "high"])
