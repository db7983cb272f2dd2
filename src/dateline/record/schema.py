"""The tables of a record, the same in every database.

`documents`, `readings`, `judgements`, `history` and the tables of sharing (`exchange_tables`) only grow. All others follow from
them and can be made again: `fingerprints` find copies of a text, `waiting` has what is still to be read, `events` and
`tallies` index the newest readings, and the rest is what linking made. Accounts and jobs, which are no evidence, stand in
`account_tables`; their `audit` only grows as well.
Times are ISO 8601 text in UTC and days ISO 8601 text, so that order and comparison are those of the text.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

GROWING = (
    "documents",
    "readings",
    "judgements",
    "history",
    "audit",
    "partner_changes",
    "markings",
    "consents",
    "release_secrets",
    "releases",
    "released_objects",
    "receipts",
    "received_objects",
    "received_documents",
    "exchange_log",
)
"""Tables whose rows are never changed or removed; those of sharing stand in `exchange_tables`."""

FIRST = ("documents", "readings", "history")
"""Tables that a record of every layout has."""

metadata = MetaData()

BY_CODE = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared by its characters' code points in every database, whatever language it was made for."""

URL_CHARACTERS = 200
FIRST_OF_URL: ColumnElement[str] = literal_column(f"substr(url, 1, {URL_CHARACTERS})")
"""What addresses are found by: an address has no longest length, and an index's entry has."""

documents = Table(
    "documents",
    metadata,
    Index("documents_by_url", FIRST_OF_URL),
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False, index=True),
    Column("relays", JSON, nullable=False),
    Column("published", String, index=True),
    Column("date_source", String, nullable=False),
    Column("url", Text),
    Column("language", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("received", String, nullable=False),
    Column("duplicate_of", String, ForeignKey("documents.id"), index=True),
    Column("similarity", Float),
    Column("digest", LargeBinary, nullable=False, index=True),
    Column("signature", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

waiting = Table(
    "waiting",
    metadata,
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", String, ForeignKey("documents.id"), nullable=False),
    Column("version", String, nullable=False),
    Column("model", String, nullable=False),
    Column("at", String, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("document", "version", "model"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("event", String, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("certainty", String, nullable=False),
    Column("start", String),
    Column("end", String),
    Column("place", Text),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("injured_low", Integer),
    Column("injured_high", Integer),
    Column("score", Float, nullable=False),
    Index("events_by_type", "type", "mode", "start"),
)

tallies = Table(
    "tallies",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("tally", String, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
    Column("start", String),
    Column("end", String),
    Column("score", Float, nullable=False),
    Column("published", BY_CODE, nullable=False, server_default=""),
    Index("tallies_by_type", "type", "mode", "start"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("certainty", String, nullable=False),
    Column("start", String, index=True),
    Column("end", String),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("injured_low", Integer),
    Column("injured_high", Integer),
    Column("body", JSON, nullable=False),
    Column("killed_best", Integer),
    Column("injured_best", Integer),
    Column("place", Text),
    Column("place_precision", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("days", Integer),
    Index("incidents_by_type", "type", "mode", "start"),
)


def _of_incident() -> Column[str]:
    return Column(
        "incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False, index=True
    )


reports = Table(
    "reports",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("event", String, primary_key=True),
    _of_incident(),
)

links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _of_incident(),
    Column("left_document", String, nullable=False),
    Column("left_event", String, nullable=False),
    Column("right_document", String, nullable=False),
    Column("right_event", String, nullable=False),
    Column("score", Float, nullable=False, index=True),
    Column("reasons", JSON, nullable=False),
)

incident_places = Table(
    "incident_places",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _of_incident(),
    Column("name", Text, nullable=False),
    Column("country", String, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Index("incident_places_by_position", "lat", "lon"),
    Index("incident_places_by_name", "name"),
)

incident_parties = Table(
    "incident_parties",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _of_incident(),
    Column("role", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("ref", String, index=True),
    Index("incident_parties_by_name", "name"),
)

name_tails = Table(
    "name_tails",
    metadata,
    Column("name", BY_CODE, primary_key=True),
    Column("tail", BY_CODE, primary_key=True),
    Index("name_tails_by_tail", "tail"),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("action", String, nullable=False),
    Column("item", String, nullable=False, index=True),
    Column("field", String),
    Column("undoes", Integer, ForeignKey("judgements.number")),
    Column("reason", Text, nullable=False),
    Column("body", JSON, nullable=False),
    sqlite_autoincrement=True,
)

former_ids = Table(
    "former_ids",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("event", String, primary_key=True),
    Column("incident", String, nullable=False),
)

incident_outlets = Table(
    "incident_outlets",
    metadata,
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True, index=True),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("action", String, nullable=False),
    Column("item", String, nullable=False, index=True),
    Column("detail", JSON, nullable=False),
    Index("history_by_action", "action", "item", "number"),
    sqlite_autoincrement=True,
)
