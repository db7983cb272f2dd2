"""The tenth layout: what came from partners is found by what it points to, and what they were given by its object.

Until then each delivery was set against all that had come before, and each page of what a partner has against all of it.
Articles are found by their address, and acts of sharing without the visits between them.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from dateline.record.references import references

revision = "0010"
down_revision = "0009"

AT_ONCE = 500


def upgrade() -> None:
    """Make the table and the indexes, and fill the table from what came."""
    table = op.create_table(
        "received_references",
        sa.Column("partner", sa.String, primary_key=True),
        sa.Column("ref", sa.String, primary_key=True),
        sa.Column("object", sa.String, primary_key=True),
        sa.Column("ours", sa.Boolean, nullable=False),
    )
    op.create_index("received_references_to_ours", "received_references", ["partner", "ours"])
    op.create_index("released_objects_by_object", "released_objects", ["partner", "kind", "id", "added"])
    op.execute("CREATE INDEX documents_by_url ON documents (substr(url, 1, 200))")
    acts = "action NOT IN ('read', 'pushed', 'pulled')"
    op.execute(f"CREATE INDEX exchange_log_acts ON exchange_log (number) WHERE {acts}")
    connection = op.get_bind()
    rows = list(dict.fromkeys(_pairs(connection)))
    for start in range(0, len(rows), AT_ONCE):
        some = [
            dict(zip(("partner", "ref", "object"), row, strict=True)) for row in rows[start : start + AT_ONCE]
        ]
        connection.execute(sa.insert(table), [{**row, "ours": False} for row in some])
    op.execute(
        "UPDATE received_references SET ours = (1 = 1) WHERE EXISTS (SELECT 1 FROM released_objects AS given "
        "WHERE given.partner = received_references.partner AND given.kind = 'stix' AND given.id = received_references.ref)"
    )


def _pairs(connection: sa.Connection) -> Iterator[tuple[str, str, str]]:
    objects = sa.table(
        "received_objects",
        sa.column("number"),
        sa.column("partner"),
        sa.column("id"),
        sa.column("body", sa.JSON),
    )
    for row in connection.execute(sa.select(objects).order_by(objects.c.number)):
        for ref in references(row.body):
            yield row.partner, ref, row.id
