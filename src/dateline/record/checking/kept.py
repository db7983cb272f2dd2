"""Kept answers against what they follow from: what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from dateline.record.checking.fault import READ_AGAIN, RELINK, Checked, Fault
from dateline.record.checking.readings import UNREADABLE
from dateline.record.kept import some_incidents
from dateline.record.questions import Row, due_questions, kept_questions


def check_kept(connection: Connection) -> Checked:
    """Look at the questions about every incident."""
    for keys in some_incidents(connection):
        yield tuple(_of_questions(connection, keys))


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
