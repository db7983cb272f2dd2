"""The tables of a desk: who may use it, by which sessions and tokens, what they did, and what is being added.

Passwords are kept as argon2id, secrets of sessions and tokens as SHA-256 (they are random, so that no slow hash is
needed). `audit` only grows. Nothing here is evidence: incidents don't depend on it.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text

from dateline.record.schema import metadata

users = Table(
    "users",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("created", String, nullable=False),
    Column("disabled", Boolean, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("user", String(64), ForeignKey("users.name"), nullable=False, index=True),
    Column("created", String, nullable=False),
    Column("expires", String, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("user", String(64), ForeignKey("users.name"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("scopes", JSON, nullable=False),
    Column("created", String, nullable=False),
    Column("expires", String),
    Column("revoked", String),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("who", String(64), nullable=False),
    Column("address", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("item", Text, nullable=False),
    Column("detail", JSON, nullable=False),
    sqlite_autoincrement=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("author", String(64), nullable=False),
    Column("created", String, nullable=False, index=True),
    Column("ended", String),
    Column("state", String(16), nullable=False),
    Column("sources", JSON, nullable=False),
    Column("progress", JSON, nullable=False),
    Column("failures", JSON, nullable=False),
)

ACCOUNT_TABLES = (users, sessions, tokens, audit, jobs)
