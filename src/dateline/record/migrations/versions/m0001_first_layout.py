"""The first layout: what was received and read, what linking makes of it, and the history."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _received()
    _read()
    _linked()
    _history()


def _of_incident() -> sa.Column[Any]:
    return sa.Column(
        "incident", sa.String, sa.ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False, index=True
    )


def _received() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("text_hash", sa.String(64), nullable=False, index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False, index=True),
        sa.Column("relays", sa.JSON, nullable=False),
        sa.Column("published", sa.String, index=True),
        sa.Column("date_source", sa.String, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("received", sa.String, nullable=False),
        sa.Column("duplicate_of", sa.String, sa.ForeignKey("documents.id"), index=True),
        sa.Column("similarity", sa.Float),
        sa.Column("digest", sa.LargeBinary, nullable=False, index=True),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "fingerprints",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "document", sa.Integer, sa.ForeignKey("documents.number"), primary_key=True, autoincrement=False
        ),
        sqlite_with_rowid=False,
    )


def _read() -> None:
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("model", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.UniqueConstraint("document", "version", "model"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "events",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("mode", sa.String),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("start", sa.String),
        sa.Column("end", sa.String),
        sa.Column("place", sa.Text),
        sa.Column("country", sa.String),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("killed_low", sa.Integer),
        sa.Column("killed_high", sa.Integer),
        sa.Column("injured_low", sa.Integer),
        sa.Column("injured_high", sa.Integer),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("events_by_type", "events", ["type", "mode", "start"])
    op.create_table(
        "tallies",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("tally", sa.String, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("mode", sa.String),
        sa.Column("low", sa.Integer, nullable=False),
        sa.Column("high", sa.Integer),
        sa.Column("start", sa.String),
        sa.Column("end", sa.String),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("tallies_by_type", "tallies", ["type", "mode", "start"])


def _linked() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("mode", sa.String),
        sa.Column("certainty", sa.String, nullable=False),
        sa.Column("start", sa.String, index=True),
        sa.Column("end", sa.String),
        sa.Column("killed_low", sa.Integer),
        sa.Column("killed_high", sa.Integer),
        sa.Column("injured_low", sa.Integer),
        sa.Column("injured_high", sa.Integer),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("incidents_by_type", "incidents", ["type", "mode", "start"])
    op.create_table(
        "reports",
        sa.Column("document", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        _of_incident(),
    )
    op.create_table(
        "links",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        _of_incident(),
        sa.Column("left_document", sa.String, nullable=False),
        sa.Column("left_event", sa.String, nullable=False),
        sa.Column("right_document", sa.String, nullable=False),
        sa.Column("right_event", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False, index=True),
        sa.Column("reasons", sa.JSON, nullable=False),
    )
    op.create_table(
        "incident_places",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        _of_incident(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.String, index=True),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
    )
    op.create_index("incident_places_by_position", "incident_places", ["lat", "lon"])
    op.create_table(
        "incident_parties",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        _of_incident(),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("ref", sa.String, index=True),
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("item", sa.String, nullable=False, index=True),
        sa.Column("detail", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("history_by_action", "history", ["action", "item"])
