"""The tables by which linking finds what a new report may tell of, without looking at the rest of the record.

All of it follows from the readings and is made anew by `relink`. `linked_events` numbers the events that linking
knows; `link_keys` holds the blocks of each (see resolve/block.py), `link_pairs` the pairs whose evidence is for one
happening, `word_counts` how many events or documents hold a word.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, String, Table

from dateline.record.schema import metadata

linked_events = Table(
    "linked_events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", String, nullable=False),
    Column("event", String, nullable=False),
    Column("reading", Integer, nullable=False),
    Index("linked_events_by_document", "document", "event", unique=True),
)

link_keys = Table(
    "link_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("event", Integer, primary_key=True, autoincrement=False),
    Column("seeks", Boolean, nullable=False),
    Index("link_keys_by_event", "event"),
    sqlite_with_rowid=False,
)

link_pairs = Table(
    "link_pairs",
    metadata,
    Column("left", Integer, primary_key=True, autoincrement=False),
    Column("right", Integer, primary_key=True, autoincrement=False),
    Column("bits", Float, nullable=False),
    Index("link_pairs_by_right", "right"),
    sqlite_with_rowid=False,
)

word_counts = Table(
    "word_counts",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("word", String, primary_key=True),
    Column("holders", Integer, nullable=False),
    sqlite_with_rowid=False,
)

LINKING_TABLES = (link_pairs, link_keys, linked_events, word_counts)
