"""The log of sharing: each line holds the hash of the one before it, so that none can be changed or left out unseen.

The hash of a line is the SHA-256 of the line before's hash, a line end, and the line as JSON with sorted keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from dateline.record.exchange_tables import exchange_log

START = "0" * 64
"""What stands in for the hash before the first line."""


TOLD = ("at", "author", "action", "partner", "item", "reason", "detail")
"""What a line says, apart from the hashes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    number: int
    at: datetime
    author: str
    action: str
    partner: str
    item: str
    reason: str
    detail: Mapping[str, Any]
    previous: str
    hash: str


def append(connection: Connection, told: Mapping[str, Any]) -> None:
    """Add a line: `at`, `author`, `action`, `partner`, `item`, `reason` and `detail`."""
    last = select(exchange_log.c.hash).order_by(exchange_log.c.number.desc()).limit(1)
    previous = connection.execute(last).scalar() or START
    row = {**told, "previous": previous, "hash": chained(previous, told)}
    connection.execute(insert(exchange_log).values(**row))


@dataclass(frozen=True, slots=True)
class Lines:
    """Which lines: about a partner, of an action, with a number below `before`, the newest first; up to `limit`."""

    partner: str | None = None
    action: str | None = None
    before: int | None = None
    newest_first: bool = False
    limit: int | None = None


EVERY_LINE = Lines()


def entries(connection: Connection, wanted: Lines = EVERY_LINE) -> Iterator[Entry]:
    """Lines, oldest first unless it is asked for otherwise."""
    c = exchange_log.c
    query = select(exchange_log).order_by(c.number.desc() if wanted.newest_first else c.number)
    for column, value in ((c.partner, wanted.partner), (c.action, wanted.action)):
        query = query if value is None else query.where(column == value)
    query = query if wanted.before is None else query.where(c.number < wanted.before)
    for row in connection.execute(query.limit(wanted.limit)):
        yield Entry(
            row.number,
            datetime.fromisoformat(row.at),
            row.author,
            row.action,
            row.partner,
            row.item,
            row.reason,
            row.detail,
            row.previous,
            row.hash,
        )


def broken(connection: Connection) -> int | None:
    """The number of the first line that doesn't follow from the one before it; None where all do."""
    previous = START
    with connection.execute(select(exchange_log).order_by(exchange_log.c.number)) as found:
        for row in found.mappings():
            told = {key: row[key] for key in TOLD}
            if row["previous"] != previous or row["hash"] != chained(previous, told):
                return int(row["number"])
            previous = row["hash"]
    return None


def chained(previous: str, told: Mapping[str, Any]) -> str:
    """The hash of a line."""
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{previous}\n{line}".encode()).hexdigest()
