"""Tables that keep answers which would otherwise take a look at the whole record.

All of it follows from readings, incidents and judgements. It is kept up to date by whatever writes those, made anew by
`relink` and where an older record is brought up to date (see `kept.py`), and compared with what is due by `check`.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from dateline.record.schema import BY_CODE, metadata

questions = Table(
    "questions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String(16), nullable=False, index=True),
    Column("certainty", Float, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("field", String),
    Index("questions_in_order", "certainty", "id"),
)

tally_scopes = Table(
    "tally_scopes",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("tally", String, primary_key=True),
    Column("scope", String(16), primary_key=True),
    Column("start", String(10), nullable=False),
    Column("end", String(10), nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer),
    Index("tally_scopes_by_scope", "scope", "start", "end", "low", "high"),
)

sayings = Table(
    "sayings",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("relation", String(16), nullable=False),
    Column("subject", BY_CODE, nullable=False),
    Column("subject_name", BY_CODE, nullable=False),
    Column("predicate", String, nullable=False),
    Column("object", BY_CODE, nullable=False),
    Column("object_name", BY_CODE, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speakers", JSON, nullable=False),
    Column("certainty", String, nullable=False),
    Column("event", String),
    Index("sayings_by_relation", "relation", "document", "number"),
)

relations = Table(
    "relations",
    metadata,
    Column("key", String(16), primary_key=True),
    Column("subject", BY_CODE, nullable=False, index=True),
    Column("predicate", String, nullable=False),
    Column("object", BY_CODE, nullable=False, index=True),
    Column("documents", Integer, nullable=False),
    Column("sayings", Integer, nullable=False),
    Index("relations_in_order", "documents", "key"),
)

actors = Table(
    "actors",
    metadata,
    Column("id", BY_CODE, primary_key=True),
    Column("name", BY_CODE, nullable=False),
    Column("folded", BY_CODE, nullable=False),
    Column("relations", Integer, nullable=False),
    Column("as_actor", Integer, nullable=False),
    Column("as_recipient", Integer, nullable=False),
    Index("actors_in_order", "folded", "id"),
)
