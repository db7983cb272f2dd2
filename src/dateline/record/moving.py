"""A whole record in one file and back, from either store to either: all rows as lines of JSON, packed, with their sum.

The first line names the format and the layout; then come, table by table, the table's name with its columns and its
rows; the last line has the number of rows of each table and the SHA-256 of all lines before it.
"""

from __future__ import annotations

import gzip
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, LargeBinary, func, insert, inspect, select, table
from sqlalchemy import column as column_of

from dateline.errors import RecordError
from dateline.record.encoding import from_json, to_json
from dateline.record.ordering import in_code_order
from dateline.record.schema import metadata

FORMAT = "dateline record 1"
AT_ONCE = 500
DAMAGED = "it is no backup, or damaged, or cut short"
LEVEL = 6
"""gzip's usual level."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was verified: its layout and how many rows of each table it has."""

    layout: str
    rows: dict[str, int]


def write_backup(connection: Connection, layout: str, path: Path) -> Backup:
    """Write all rows that the connection sees to a new file, and verify what was written.

    Raises RecordError where there is such a file, or none can be written; then no half of one is left.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists():
            raise FileExistsError
        with part.open("xb") as file:
            with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=LEVEL, mtime=0, filename="") as packed:
                _write(packed, _lines(connection, layout))
            file.flush()
            os.fsync(file.fileno())
        backup = verify_backup(part)
        os.link(part, path)
    except FileExistsError as problem:
        raise RecordError(f"{path}: there is a file of this name; name another one") from problem
    except OSError as problem:
        raise RecordError(f"{path}: {problem.strerror}; name a place where you may write") from problem
    finally:
        part.unlink(missing_ok=True)
    return backup


def verify_backup(path: Path) -> Backup:
    """Read a backup to its end. Raises RecordError where anything is missing, changed or not a backup at all."""
    layout, name, rows = "", "", dict[str, int]()
    for told in _told(path):
        if isinstance(told, list):
            rows[name] += 1
        elif "format" in told:
            layout = told["layout"]
        elif "table" in told:
            name = told["table"]
            rows[name] = 0
        elif told["rows"] != rows:
            raise RecordError(f"{path}: it has other numbers of rows than it says; use another backup")
    return Backup(layout, rows)


def load_backup(connection: Connection, path: Path) -> None:
    """Put the rows of a verified backup into tables of its layout that have none yet."""
    there = inspect(connection)
    for name, columns, rows in _by_table(path):
        types = {found["name"]: found["type"] for found in there.get_columns(name)}
        made = [
            {
                column: b64decode(value) if isinstance(types[column], LargeBinary) else value
                for column, value in zip(columns, row, strict=True)
            }
            for row in rows
        ]
        into = table(name, *(column_of(column, types[column]) for column in columns))
        connection.execute(insert(into), made)
        if connection.dialect.name == "postgresql" and "number" in columns:
            _go_on_counting(connection, name, max(int(row["number"]) for row in made))


def _lines(connection: Connection, layout: str) -> Iterator[bytes]:
    yield _line({"format": FORMAT, "layout": layout})
    counted: dict[str, int] = {}
    for each in metadata.sorted_tables:
        columns = [column.name for column in each.columns]
        yield _line({"table": each.name, "columns": columns})
        counted[each.name] = 0
        for row in connection.execute(select(each).order_by(*map(in_code_order, each.primary_key.columns))):
            counted[each.name] += 1
            yield _line([_plain(value) for value in row])
    yield _line({"rows": counted})


def _line(told: Any) -> bytes:
    return to_json(told).encode() + b"\n"


def _write(packed: gzip.GzipFile, lines: Iterator[bytes]) -> None:
    digest = sha256()
    for line in lines:
        digest.update(line)
        packed.write(line)
    packed.write(digest.hexdigest().encode() + b"\n")


def _told(path: Path) -> Iterator[Any]:
    """What the lines say. Raises RecordError at the first line where it is no backup, at the end where it is damaged."""
    lines = _verified(path)
    try:
        first = from_json(next(lines, b""))
        known = first["format"] == FORMAT
    except (ValueError, TypeError, KeyError) as problem:
        raise RecordError(f"{path}: it is no backup; name another file") from problem
    if not known:
        raise RecordError(f"{path}: a newer Dateline made it; update Dateline")
    yield first
    try:
        yield from map(from_json, lines)
    except ValueError as problem:  # a damaged line comes before the sum that would tell
        raise RecordError(f"{path}: {DAMAGED}; use another backup") from problem


def _verified(path: Path) -> Iterator[bytes]:
    """Every line but the last, which has the sum of all others."""
    digest, before = sha256(), b""
    try:
        with gzip.open(path) as packed:
            for line in packed:
                if before:
                    digest.update(before)
                    yield before
                before = line
    except (OSError, EOFError, zlib.error) as problem:
        said = getattr(problem, "strerror", None) or DAMAGED
        raise RecordError(f"{path}: {said}; use another backup") from problem
    if before.strip() != digest.hexdigest().encode():
        raise RecordError(f"{path}: {DAMAGED}; use another backup")


def _by_table(path: Path) -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """The rows, some at a time, with their table and columns."""
    name, columns, gathered = "", list[str](), list[list[Any]]()
    for told in _told(path):
        if isinstance(told, list):
            gathered.append(told)
        if gathered and (isinstance(told, dict) or len(gathered) == AT_ONCE):
            yield name, columns, gathered
            gathered = []
        if isinstance(told, dict) and "table" in told:
            name, columns = told["table"], told["columns"]


def _go_on_counting(connection: Connection, name: str, highest: int) -> None:
    """Let numbers that the database gives go on behind the highest one that was loaded."""
    of = func.pg_get_serial_sequence(name, "number")
    connection.execute(select(func.setval(of, highest)))


def _plain(value: Any) -> Any:
    """Bytes as text; the column's type tells that they were bytes."""
    return b64encode(value).decode() if isinstance(value, bytes) else value
