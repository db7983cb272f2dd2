"""What a record asks of a database; `sqlite` and `postgresql` hold all that they do differently."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dateline.errors import RecordError

WRITES = "dateline_writes"
"""The execution option of a transaction that will write; it waits for its turn when it begins."""


class Backend(Protocol):
    """One database at one place, not yet known to hold a record."""

    @property
    def where(self) -> str:
        """The place as a person would name it, without a password."""
        ...

    @property
    def writable(self) -> bool:
        """Whether anything can be written there."""
        ...

    @property
    def engine(self) -> Engine:
        """Connections whose transactions see one state; those that write come one after another."""
        ...

    def prepare(self) -> None:
        """Set what belongs to the database as a whole, once, before its first table is made."""
        ...

    def guard(self, connection: Connection, table: str) -> None:
        """Make the database itself refuse to change or remove rows of a table."""
        ...

    def in_words(self, problem: DBAPIError) -> str:
        """What went wrong and what to do about it."""
        ...


def backend_at(url: str) -> Backend:
    """The database that a path or a URL names: a file, sqlite:///FILE or postgresql://HOST/NAME.

    Raises RecordError for any other kind.
    """
    kind, has_scheme, rest = url.partition("://")
    if not has_scheme or kind == "sqlite":
        from dateline.record.sqlite import SQLite

        return SQLite(rest.removeprefix("/") if has_scheme else url)
    if kind.split("+")[0] in ("postgresql", "postgres"):
        from dateline.record.postgresql import PostgreSQL

        return PostgreSQL(url)
    raise RecordError(
        f"{kind}: no such kind of record; give a file, sqlite:///FILE or postgresql://HOST/NAME"
    )


def writes(connection: Connection) -> bool:
    """Whether the transaction that begins will write."""
    options: dict[str, Any] = dict(connection.get_execution_options())
    return bool(options.get(WRITES))
