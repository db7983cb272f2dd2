"""Answers that are kept beside what they follow from, made anew for a whole record.

They follow from readings, incidents and judgements by rules of the version that makes them, so that a step of the layout only
makes their tables; they are filled once all steps are done. Rules that change later take a step of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, select

from dateline.model.codec import trusted_reading
from dateline.model.reading import Reading
from dateline.record.judging import retracted_documents
from dateline.record.kept_tables import questions, sayings, tally_scopes
from dateline.record.questions import keep_questions
from dateline.record.relating import make_relations, saying_rows
from dateline.record.rows import document_from
from dateline.record.schema import documents, incidents, readings
from dateline.record.statements import AT_ONCE, insert_rows
from dateline.record.tally_questions import scope_rows

SINCE = "0013"
"""The layout from which on a record has all of them, made by the rules of today."""


def make_kept(connection: Connection) -> None:
    """Make all kept answers anew."""
    connection.execute(delete(questions))
    for keys in some_incidents(connection):
        keep_questions(connection, keys)
    make_of_readings(connection)


def make_of_readings(connection: Connection) -> None:
    """Make those anew that follow from readings."""
    gone = retracted_documents(connection)
    for table in (tally_scopes, sayings):
        connection.execute(delete(table))
    for readings_of in _newest_readings(connection):
        scopes = [row for r in readings_of for row in scope_rows(r.document.id, r.tallies)]
        said = [row for r in readings_of if r.document.id not in gone for row in saying_rows(r)]
        insert_rows(connection, tally_scopes, scopes)
        insert_rows(connection, sayings, said)
    make_relations(connection)


def some_incidents(connection: Connection) -> Iterator[Sequence[str]]:
    """The ids of all incidents, some at a time."""
    yield from connection.execute(select(incidents.c.id)).scalars().partitions(AT_ONCE)


def _newest_readings(connection: Connection) -> Iterator[list[Reading]]:
    """The newest reading of each document, some at a time, as far as answers are made of it."""
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    query = (
        select(readings.c.body, documents)
        .join(documents, documents.c.id == readings.c.document)
        .where(readings.c.number.in_(newest))
    )
    for part in connection.execute(query).partitions(AT_ONCE):
        yield [trusted_reading({**row.body, "quotes": [], "misfits": []}, document_from(row)) for row in part]
