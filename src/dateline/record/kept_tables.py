"""Tables that keep answers which would otherwise take a look at the whole record.

All of it follows from readings, incidents and judgements. It is kept up to date by whatever writes those, made anew by
`relink` and where an older record is brought up to date (see `kept.py`), and compared with what is due by `check`.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, Text

from dateline.record.schema import metadata

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
