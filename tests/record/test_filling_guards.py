"""The database itself refuses to change or remove what only grows, whichever program tries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from fake_reader import read, report

from dateline.record import Record
from postgresql_server import Server


def keep_one(record: Record) -> None:
    with record.writer() as writer:
        writer.keep_document(report(1))
        writer.keep_reading(read(report(1)))


CHANGES = [
    "UPDATE documents SET text = 'x'",
    "DELETE FROM documents",
    "INSERT OR REPLACE INTO documents SELECT * FROM documents",
    "INSERT OR REPLACE INTO documents (id, text_hash, title, outlet, relays, date_source, language, text, origin, received, digest, signature) "
    "SELECT id, text_hash, title, outlet, relays, date_source, language, 'x', origin, received, digest, signature FROM documents",
    "UPDATE readings SET body = '{}'",
    "DELETE FROM readings",
    "INSERT OR REPLACE INTO readings SELECT * FROM readings",
    "UPDATE history SET author = 'x'",
    "DELETE FROM history",
    "INSERT OR REPLACE INTO history SELECT * FROM history",
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_only_grows_is_not_changed_by_any_program(place: Path, record: Record, change: str) -> None:
    keep_one(record)
    with closing(sqlite3.connect(place)) as other, pytest.raises(sqlite3.IntegrityError, match="only grows"):
        other.execute(change)


def test_postgresql_refuses_too(server: Server) -> None:
    place = server.new_database()
    with Record.open(place) as record:
        keep_one(record)
    for table in ("documents", "readings", "history"):
        for change in (f"UPDATE {table} SET number = 9", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):  # noqa: S608
            with (
                psycopg.connect(place) as other,
                pytest.raises(psycopg.errors.RaiseException, match="only grows"),
            ):
                other.execute(change)
