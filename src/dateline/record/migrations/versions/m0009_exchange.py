"""The ninth layout: partners, markings, releases, what came from partners, and the chained log of all of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables."""
    _decided()
    _released()
    _received()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def _who() -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("at", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )


def _decided() -> None:
    op.create_table(
        "partner_changes",
        _number(),
        *_who(),
        sa.Column("partner", sa.String, nullable=False, index=True),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "markings",
        _number(),
        *_who(),
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), index=True),
        sa.Column("claim", sa.String),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("field", sa.String),
        sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.number")),
        sa.Column("body", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "consents",
        _number(),
        *_who(),
        sa.Column("originator", sa.String, nullable=False, index=True),
        sa.Column("recipient", sa.String, nullable=False),
        sa.Column("given", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "release_secrets",
        _number(),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )


def _released() -> None:
    op.create_table(
        "releases",
        _number(),
        *_who(),
        sa.Column("partner", sa.String, nullable=False, index=True),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "released_objects",
        _number(),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), nullable=False, index=True),
        sa.Column("partner", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("added", sa.String, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.UniqueConstraint("partner", "kind", "id", "version"),
        sa.UniqueConstraint("partner", "kind", "added"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "exchange_log",
        _number(),
        *_who(),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("partner", sa.String, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sqlite_autoincrement=True,
    )
    op.create_index("exchange_log_by_partner", "exchange_log", ["partner", "action"])


def _received() -> None:
    op.create_table(
        "receipts",
        _number(),
        *_who(),
        sa.Column("partner", sa.String, nullable=False, index=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("media", sa.String, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, index=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "received_objects",
        _number(),
        sa.Column("receipt", sa.Integer, sa.ForeignKey("receipts.number"), nullable=False, index=True),
        sa.Column("partner", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False, index=True),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.UniqueConstraint("partner", "id", "version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "received_documents",
        _number(),
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), nullable=False, unique=True),
        sa.Column("receipt", sa.Integer, sa.ForeignKey("receipts.number"), nullable=False, index=True),
        sa.Column("partner", sa.String, nullable=False),
        sa.Column("object", sa.String, nullable=False),
        sa.Column("echo", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
