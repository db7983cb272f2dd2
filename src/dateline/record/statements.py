"""Many values or rows in, statements of a size that every database takes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert

AT_ONCE = 500
"""Values in one statement: all databases take so many."""

Value = TypeVar("Value")


def parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Runs of values, short enough for one statement."""
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


def batches(keys: Iterable[str]) -> Iterator[Sequence[str]]:
    """The same of keys, each of them once."""
    return parts(list(dict.fromkeys(keys)))


def insert_rows(connection: Connection, table: Table, made: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, of which there may be none."""
    listed = list(made)
    if listed:
        connection.execute(insert(table), listed)
