"""Readings against their documents, and the rows of events and tallies against the newest reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, Text, cast, func, select

from dateline.model.codec import check_reading, trusted_reading
from dateline.model.reading import Reading
from dateline.record.checking.fault import READ_AGAIN, RELINK, REPORT, Checked, Fault, parsed
from dateline.record.judging import retracted_documents
from dateline.record.kept_tables import sayings, tally_scopes
from dateline.record.relating import saying_rows
from dateline.record.rows import document_from, event_row, tally_row
from dateline.record.schema import documents, events, readings, tallies
from dateline.record.tally_questions import scope_rows

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What decoding raises for JSON of another shape."""


def check_readings(connection: Connection) -> Checked:
    """Look at the newest reading of every document, and at the rows of documents without one."""
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    query = (
        select(documents, readings.c.number.label("reading"), readings.c.version, readings.c.model)
        .add_columns(cast(readings.c.body, Text).label("body"))
        .join(readings, readings.c.document == documents.c.id)
        .where(readings.c.number.in_(newest))
        .order_by(documents.c.number)
    )
    gone = retracted_documents(connection)
    for row in connection.execute(query):
        yield tuple(_faults(connection, row, row.id in gone))
    yield tuple(_of_unread(connection))


def _faults(connection: Connection, row: Any, is_gone: bool) -> Iterator[Fault]:
    try:
        body = parsed(row.body)
        reading = trusted_reading(body, document_from(row))
    except UNREADABLE as problem:
        yield Fault(row.id, f"its reading can't be decoded: {problem!r}", READ_AGAIN)
        return
    for fault in check_reading(reading):
        yield Fault(row.id, f"its reading points wrongly: {fault}", READ_AGAIN)
    if (reading.reader.version, reading.reader.model) != (row.version, row.model):
        yield Fault(row.id, "its reading was made by another reader than its row says", REPORT)
    yield from _of_index(connection, row.reading, reading, is_gone)


@dataclass(frozen=True, slots=True)
class _Index:
    """The rows that a table has for a document beside those that its newest reading makes."""

    table: Table
    key: tuple[str, ...]
    made: dict[str, Mapping[str, Any]]
    remedy: str = READ_AGAIN

    def problems(self, kept: Sequence[Any]) -> Iterator[tuple[str, str]]:
        there = {"/".join(str(row[column]) for column in self.key): dict(row) for row in kept}
        for key in sorted(self.made.keys() | there.keys()):
            if key not in there:
                yield key, f"the table {self.table.name} has no row of it"
            elif key not in self.made:
                yield key, f"the table {self.table.name} has it, the newest reading does not"
            else:
                yield from ((key, said) for said in self._differing(self.made[key], there[key]))

    def _differing(self, made: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
        for column, value in made.items():
            if kept[column] != value:
                where = f"{self.table.name}.{column}"
                yield f"{where} has {kept[column]!r}, the newest reading {value!r}"


def _of_index(connection: Connection, number: int, reading: Reading, is_gone: bool) -> Iterator[Fault]:
    of = {"document": reading.document.id, "reading": number}
    told = scope_rows(reading.document.id, reading.tallies)
    said = [] if is_gone else saying_rows(reading)
    all_of_them = (
        _Index(events, ("event",), {e.id: {**of, **event_row(e)} for e in reading.events}),
        _Index(
            tallies, ("tally",), {t.id: {**of, **tally_row(reading.document, t)} for t in reading.tallies}
        ),
        _Index(tally_scopes, ("tally", "scope"), {f"{r['tally']}/{r['scope']}": r for r in told}, RELINK),
        _Index(sayings, ("number",), {str(r["number"]): r for r in said}, RELINK),
    )
    for index in all_of_them:
        query = select(index.table).where(index.table.c.document == reading.document.id)
        for key, problem in index.problems(connection.execute(query).mappings().all()):
            yield Fault(f"{reading.document.id}/{key}", problem, index.remedy)


def _of_unread(connection: Connection) -> Iterator[Fault]:
    read = select(readings.c.document)
    for table in (events, tallies, tally_scopes, sayings):
        query = select(table.c.document).distinct().where(table.c.document.not_in(read))
        for row in connection.execute(query):
            yield Fault(
                row.document, f"the table {table.name} has rows of it, though it was never read", REPORT
            )
