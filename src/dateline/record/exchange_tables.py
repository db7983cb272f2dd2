"""The tables of sharing; all of them only grow.

`partner_changes` and `markings` hold one row for each decision, of which the newest counts. `releases` are acts of
approving or retracting, `released_objects` the versions of what each partner was given, `consents` who may have what a
partner gave us. `receipts` keep what came in as bytes, `received_objects` its objects, `received_documents` which
documents were made of it. `received_references` finds objects by what they point to, `ours` being what we gave the
sender. `exchange_log` chains all of it by hashes. Objects of a delivery that is held stand in `received_objects` under
"held:" and the partner's id, which no partner has.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from dateline.record.schema import metadata


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=True)


def _when_and_who() -> tuple[Column[str], Column[str], Column[str]]:
    return (
        Column("at", String, nullable=False),
        Column("author", String, nullable=False),
        Column("reason", Text, nullable=False),
    )


partner_changes = Table(
    "partner_changes",
    metadata,
    _number(),
    *_when_and_who(),
    Column("partner", String, nullable=False, index=True),
    Column("removed", Boolean, nullable=False),
    Column("body", JSON, nullable=False),
    sqlite_autoincrement=True,
)

markings = Table(
    "markings",
    metadata,
    _number(),
    *_when_and_who(),
    Column("document", String, ForeignKey("documents.id"), index=True),
    Column("claim", String),
    Column("start", Integer),
    Column("end", Integer),
    Column("field", String),
    Column("judgement", Integer, ForeignKey("judgements.number")),
    Column("body", JSON, nullable=False),
    sqlite_autoincrement=True,
)

consents = Table(
    "consents",
    metadata,
    _number(),
    *_when_and_who(),
    Column("originator", String, nullable=False, index=True),
    Column("recipient", String, nullable=False),
    Column("given", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

release_secrets = Table(
    "release_secrets",
    metadata,
    _number(),
    Column("at", String, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

releases = Table(
    "releases",
    metadata,
    _number(),
    *_when_and_who(),
    Column("partner", String, nullable=False, index=True),
    Column("action", String, nullable=False),
    Column("detail", JSON, nullable=False),
    sqlite_autoincrement=True,
)

released_objects = Table(
    "released_objects",
    metadata,
    _number(),
    Column("release", Integer, ForeignKey("releases.number"), nullable=False, index=True),
    Column("partner", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("version", String, nullable=False),
    Column("added", String, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("partner", "kind", "id", "version"),
    UniqueConstraint("partner", "kind", "added"),
    Index("released_objects_by_object", "partner", "kind", "id", "added"),
    sqlite_autoincrement=True,
)

receipts = Table(
    "receipts",
    metadata,
    _number(),
    *_when_and_who(),
    Column("partner", String, nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Column("media", String, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

received_objects = Table(
    "received_objects",
    metadata,
    _number(),
    Column("receipt", Integer, ForeignKey("receipts.number"), nullable=False, index=True),
    Column("partner", String, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("partner", "id", "version"),
    sqlite_autoincrement=True,
)

received_documents = Table(
    "received_documents",
    metadata,
    _number(),
    Column("document", String, ForeignKey("documents.id"), nullable=False, unique=True),
    Column("receipt", Integer, ForeignKey("receipts.number"), nullable=False, index=True),
    Column("partner", String, nullable=False),
    Column("object", String, nullable=False),
    Column("echo", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

received_references = Table(
    "received_references",
    metadata,
    Column("partner", String, primary_key=True),
    Column("ref", String, primary_key=True),
    Column("object", String, primary_key=True),
    Column("ours", Boolean, nullable=False),
    Index("received_references_to_ours", "partner", "ours"),
)

ACTS = text("action NOT IN ('read', 'pushed', 'pulled')")
"""Lines of the log that are no visits: a release may follow from them."""

exchange_log = Table(
    "exchange_log",
    metadata,
    _number(),
    *_when_and_who(),
    Column("action", String, nullable=False),
    Column("partner", String, nullable=False),
    Column("item", Text, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index("exchange_log_by_partner", "partner", "action"),
    Index("exchange_log_acts", "number", sqlite_where=ACTS, postgresql_where=ACTS),
    sqlite_autoincrement=True,
)
