"""Kept answers against what they follow from: what a person should look at, relations and actors with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby

from sqlalchemy import Connection, Table, select

from dateline.record.checking.fault import READ_AGAIN, RELINK, Checked, Fault
from dateline.record.checking.readings import UNREADABLE
from dateline.record.kept import some_incidents
from dateline.record.kept_tables import actors, relations
from dateline.record.questions import Row, due_questions, kept_questions
from dateline.record.relating import due_actors, due_relations


def check_kept(connection: Connection) -> Checked:
    """Look at the questions about every incident, at every relation and every actor."""
    for keys in some_incidents(connection):
        yield tuple(_of_questions(connection, keys))
    for table, key, due in ((relations, "key", due_relations), (actors, "id", due_actors)):
        yield from _of_table(connection, table, key, due(connection))


def _of_table(connection: Connection, table: Table, key: str, due: Iterator[Row]) -> Checked:
    """The rows of a table beside those that it should have, both by its key, a run at a time."""
    kept = map(dict, connection.execute(select(table).order_by(table.c[key])).mappings())
    for at, rows in groupby(merge(_keyed(due, key, 0), _keyed(kept, key, 1), key=_at), key=_at):
        of: tuple[list[Row], list[Row]] = ([], [])
        for _, which, row in rows:
            of[which].append(row)
        yield tuple(_differing(at, table.name, *of))


def _keyed(rows: Iterable[Row], key: str, which: int) -> Iterator[tuple[str, int, Row]]:
    return ((row[key], which, row) for row in rows)


def _at(keyed: tuple[str, int, Row]) -> str:
    return keyed[0]


def _of_questions(connection: Connection, keys: Sequence[str]) -> Iterator[Fault]:
    try:
        due, kept = due_questions(connection, keys), kept_questions(connection, keys)
    except UNREADABLE as problem:
        if len(keys) == 1:
            yield Fault(keys[0], f"what its reports say can't be decoded: {problem!r}", READ_AGAIN)
        else:
            yield from (fault for key in keys for fault in _of_questions(connection, [key]))
        return
    for key in keys:
        yield from _differing(key, "questions", due.get(key, ()), kept.get(key, ()))


def _differing(item: str, name: str, due: Iterable[Row], kept: Iterable[Row]) -> Iterator[Fault]:
    should, there = (Counter(tuple(row.items()) for row in map(_ordered, rows)) for rows in (due, kept))
    for word, found in (("lacks", should - there), ("has besides", there - should)):
        for values in found.elements():
            told = ", ".join(str(value) for _, value in values if value not in (None, item))
            yield Fault(item, f"the table {name} {word} the row {told}", RELINK)


def _ordered(row: Row) -> Row:
    return dict(sorted(row.items()))
