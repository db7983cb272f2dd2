"""Answers that are kept beside what they follow from, made anew for a whole record.

They follow from readings, incidents and judgements by rules of the version that makes them, so that a step of the layout only
makes their tables; they are filled once all steps are done. Rules that change later take a step of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from dateline.model.codec import trusted_reading
from dateline.model.reading import Reading
from dateline.record.kept_tables import questions, tally_scopes
from dateline.record.questions import keep_questions
from dateline.record.rows import document_from
from dateline.record.schema import documents, incidents, readings
from dateline.record.tally_questions import scope_rows

SINCE = "0011"
"""The layout from which on a record has all of them, made by the rules of today."""

AT_ONCE = 500


def make_kept(connection: Connection) -> None:
    """Make all kept answers anew."""
    connection.execute(delete(questions))
    for keys in some_incidents(connection):
        keep_questions(connection, keys)
    make_of_readings(connection)


def make_of_readings(connection: Connection) -> None:
    """Make those that follow from readings anew."""
    connection.execute(delete(tally_scopes))
    for reading in _newest_readings(connection):
        rows = scope_rows(reading.document.id, reading.tallies)
        if rows:
            connection.execute(insert(tally_scopes), rows)


def some_incidents(connection: Connection) -> Iterator[Sequence[str]]:
    """The ids of all incidents, some at a time."""
    yield from connection.execute(select(incidents.c.id)).scalars().partitions(AT_ONCE)


def _newest_readings(connection: Connection) -> Iterator[Reading]:
    """The newest reading of each document, as far as answers are made of it."""
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    query = (
        select(readings.c.body, documents)
        .join(documents, documents.c.id == readings.c.document)
        .where(readings.c.number.in_(newest))
    )
    for part in connection.execute(query).partitions(AT_ONCE):
        for row in part:
            told = {"reader": row.body["reader"], "tallies": row.body["tallies"]}
            yield trusted_reading(told, document_from(row))
