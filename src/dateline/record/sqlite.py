"""SQLite's own: how a file is opened, how it keeps what was acknowledged, how its rows are guarded.

Write-ahead logging lets many read while one writes; `synchronous=FULL` puts every commit on the disk before it is
acknowledged (sqlite.org/pragma.html#pragma_synchronous); a writer takes its lock when its transaction begins, so
that it never finds out at the end that another one was quicker.
"""

from __future__ import annotations

import os
import sqlite3
import time
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from dateline.errors import RecordError
from dateline.record.backend import writes
from dateline.record.encoding import from_json, to_json

BUSY_SECONDS = 60.0
"""How long a writer waits for another one before it gives up."""

MAGIC = b"SQLite format 3\0"

IDENTITY = {
    "documents": "number = NEW.number OR id = NEW.id",
    "readings": "number = NEW.number",
    "judgements": "number = NEW.number",
    "history": "number = NEW.number",
    "released_objects": "number = NEW.number OR (partner = NEW.partner AND kind = NEW.kind AND "
    "(added = NEW.added OR (id = NEW.id AND version = NEW.version)))",
    "received_objects": "number = NEW.number OR (partner = NEW.partner AND id = NEW.id AND version = NEW.version)",
    "received_documents": "number = NEW.number OR document = NEW.document",
    "exchange_log": "number = NEW.number OR hash = NEW.hash",
    "audit": "number = NEW.number",
}
"""How a row is found again: REPLACE would remove a row without firing its DELETE trigger. By `number` where not said."""

REMEDIES = {
    sqlite3.SQLITE_FULL: "the disk is full; free some room and run the same again, what was kept is kept",
    sqlite3.SQLITE_IOERR: "the disk failed, or is full, or lets the file grow no further; make room and run the same"
    " again, what was kept is kept",
    sqlite3.SQLITE_READONLY: "it is read-only; check its permissions, or name another record",
    sqlite3.SQLITE_BUSY: "another process has been writing for a minute; wait for it and run the same again",
    sqlite3.SQLITE_LOCKED: "another process has been writing for a minute; wait for it and run the same again",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened; check the folder and its permissions",
    sqlite3.SQLITE_NOTADB: "it is not a record; name another file",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; go back to a copy of it",
}


class SQLite:
    """A record in a file, given as a path; a file that isn't there yet will be made."""

    def __init__(self, path: str, busy_seconds: float = BUSY_SECONDS) -> None:
        self._path, self._busy = Path(path).expanduser(), busy_seconds
        self._check_place()

    @property
    def where(self) -> str:
        """The path."""
        return str(self._path)

    @property
    def writable(self) -> bool:
        """Whether the file, and the log that goes beside it, may be written."""
        there = self._path.exists()
        return os.access(self._path.parent, os.W_OK) and (not there or os.access(self._path, os.W_OK))

    @cached_property
    def engine(self) -> Engine:
        """Connections to the file."""
        engine = create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=QueuePool,  # a kept connection saves folding the log into the file after each transaction
            json_serializer=to_json,
            json_deserializer=from_json,
        )
        event.listen(engine, "begin", _begin)
        return engine

    def prepare(self) -> None:
        """Switch to write-ahead logging, which stays with the file.

        The switch needs the file for itself and doesn't wait for it, so that it is tried for as long as a writer
        would wait.
        """
        until = time.monotonic() + self._busy
        connection = self._connect()
        try:
            while not self._switched(connection) and time.monotonic() < until:
                time.sleep(0.02)
        finally:
            connection.close()

    def guard(self, connection: Connection, table: str) -> None:
        """Refuse changes to a table's rows by triggers."""
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        same = IDENTITY.get(table, "number = NEW.number")
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 (names from IDENTITY)
        for name, when in (("UPDATE", ""), ("DELETE", ""), ("INSERT", f"WHEN {there} ")):
            trigger = f"{table}_grows_{name.lower()}"
            connection.execute(
                text(f"CREATE TRIGGER IF NOT EXISTS {trigger} BEFORE {name} ON {table} {when}{refuse}")
            )

    def in_words(self, problem: DBAPIError) -> str:
        """What the code of SQLite's error means for a person."""
        code = getattr(problem.orig, "sqlite_errorcode", 0) & 0xFF
        return f"{self.where}: {REMEDIES.get(code, str(problem.orig))}"

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._uri(), uri=True, timeout=self._busy, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    def _uri(self) -> str:
        place = f"file:{quote(str(self._path))}"
        if self.writable:
            return place
        # Without a folder to write to, SQLite can't share a log, and needs to be told that nobody writes one.
        alone = not os.access(self._path.parent, os.W_OK) and not Path(f"{self._path}-wal").exists()
        return f"{place}?mode=ro" + ("&immutable=1" if alone else "")

    def _switched(self, connection: sqlite3.Connection) -> bool:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise DBAPIError("PRAGMA journal_mode=WAL", None, problem) from problem
            return False
        return True

    def _check_place(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("rb") as file:
                start = file.read(len(MAGIC))
        except FileNotFoundError:
            return
        except OSError as problem:
            raise RecordError(f"{self._path}: {problem.strerror}; name another file") from problem
        if start and start != MAGIC:
            raise RecordError(f"{self._path}: it is not a record; name another file")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes(connection) else "BEGIN")
