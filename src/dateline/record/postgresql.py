"""PostgreSQL's own: one writer at a time by an advisory lock, views on one snapshot, guarded rows.

Needs the extra `postgresql` (psycopg). The tables and all queries are those of every record.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from dateline.errors import RecordError
from dateline.record.backend import writes
from dateline.record.encoding import from_json, to_json

WRITER_LOCK = 0x446174656C696E65
"""The number of the advisory lock that a writer holds: "Dateline" in ASCII."""


class PostgreSQL:
    """A record in a PostgreSQL database, given by its URL."""

    writable = True

    def __init__(self, url: str) -> None:
        try:
            self._url = make_url(url).set(drivername="postgresql+psycopg")
        except ArgumentError as problem:
            raise RecordError(
                "the record's URL can't be read; write postgresql://USER@HOST/NAME"
            ) from problem

    @property
    def where(self) -> str:
        """The URL without password and options."""
        return self._url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)

    @cached_property
    def engine(self) -> Engine:
        """Connections to the database."""
        try:
            engine = create_engine(self._url, json_serializer=to_json, json_deserializer=from_json)
        except ModuleNotFoundError as problem:
            raise RecordError(
                "PostgreSQL needs a driver; run `pip install 'dateline[postgresql]'`"
            ) from problem
        event.listen(engine, "connect", _connected)
        event.listen(engine, "begin", _begin)
        return engine

    def prepare(self) -> None:
        """Raise RecordError where the database doesn't keep texts as UTF-8, without which many have no place in it."""
        with self.engine.connect() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            raise RecordError(
                f"{self.where}: it keeps texts as {encoding}, in which many have no place; "
                "make a database with `createdb -E UTF8 -T template0 NAME`"
            )

    def guard(self, connection: Connection, table: str) -> None:
        """Refuse changes to a table's rows by triggers."""
        connection.execute(text(REFUSE))
        connection.execute(
            text(
                f"CREATE OR REPLACE TRIGGER {table}_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION dateline_refuse()"
            )
        )

    def in_words(self, problem: DBAPIError) -> str:
        """The server's own first line, which names the problem."""
        said = str(problem.orig).strip().splitlines() or ["the server gave no reason"]
        return f"{self.where}: {said[0]}; check the URL, the server and its log"


REFUSE = """
CREATE OR REPLACE FUNCTION dateline_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$
"""


def _connected(connection: Any, _: object) -> None:
    """Compile no queries: all are short, and compiling a page's takes longer than answering it."""
    connection.execute("SET jit = off")
    connection.commit()


def _begin(connection: Connection) -> None:
    if writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
