"""Documents as lists show them: a page of rows, newest first, without their texts.

In: a connection, what is asked for, and the number of the document that the page before ended with. Out: rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.knowledge.folding import fold
from dateline.record.schema import documents, events, reports, tallies
from dateline.record.search import having_words, query_from


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """All conditions hold at once: words as `record.search` takes them, days of publication, an outlet's whole name."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in a list: how long its text is, what its newest reading tells of, in which incidents it stands."""

    number: int
    id: str
    title: str
    outlet: str
    relays: tuple[str, ...]
    published: str | None
    url: str | None
    language: str
    received: str
    duplicate_of: str | None
    characters: int
    events: int
    tallies: int
    incidents: tuple[str, ...]


def shelved(
    connection: Connection, wanted: DocumentFilter, limit: int, before: int | None = None
) -> list[Shelved]:
    """Up to `limit` documents, the last kept first."""
    c = documents.c
    shown = (
        c.number,
        c.id,
        c.title,
        c.outlet,
        c.relays,
        c.published,
        c.url,
        c.language,
        c.received,
        c.duplicate_of,
    )
    query = select(*shown, func.length(c.text).label("characters")).where(*_conditions(connection, wanted))
    query = query if before is None else query.where(c.number < before)
    rows = connection.execute(query.order_by(c.number.desc()).limit(limit)).all()
    keys = [row.id for row in rows]
    told, counted, standing = (
        _counts(connection, events, keys),
        _counts(connection, tallies, keys),
        _standing(connection, keys),
    )
    return [_row(row, told, counted, standing) for row in rows]


def count_documents(connection: Connection, wanted: DocumentFilter) -> int:
    """How many documents are asked for."""
    query = select(func.count()).select_from(documents).where(*_conditions(connection, wanted))
    return connection.execute(query).scalar() or 0


def _row(row: Any, told: dict[str, int], counted: dict[str, int], standing: dict[str, list[str]]) -> Shelved:
    return Shelved(
        row.number,
        row.id,
        row.title,
        row.outlet,
        tuple(row.relays),
        row.published,
        row.url,
        row.language,
        row.received,
        row.duplicate_of,
        row.characters,
        told.get(row.id, 0),
        counted.get(row.id, 0),
        tuple(standing.get(row.id, ())),
    )


def _conditions(connection: Connection, wanted: DocumentFilter) -> Iterator[ColumnElement[bool]]:
    c = documents.c
    if wanted.words:
        yield having_words(c.id, query_from(wanted.words))
    if wanted.since:
        yield c.published >= wanted.since.isoformat()
    if wanted.until and wanted.until < date.max:
        yield c.published < (wanted.until + timedelta(days=1)).isoformat()
    if wanted.outlet:
        names: Sequence[str] = connection.execute(select(c.outlet).distinct()).scalars().all()
        yield c.outlet.in_([name for name in names if fold(name) == fold(wanted.outlet)])


def _counts(connection: Connection, table: Any, keys: list[str]) -> dict[str, int]:
    query = (
        select(table.c.document, func.count()).where(table.c.document.in_(keys)).group_by(table.c.document)
    )
    rows: Any = connection.execute(query).all()
    return dict(map(tuple, rows))


def _standing(connection: Connection, keys: list[str]) -> dict[str, list[str]]:
    """The incidents that each document reports, sorted."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(reports).where(reports.c.document.in_(keys))):
        found.setdefault(row.document, set()).add(row.incident)
    return {key: sorted(incidents) for key, incidents in found.items()}
