"""Very many invented readings in a record at once, as the normal writer and linker would leave them.

Each story is linked by itself with the counts of words of the whole record, by the same functions that `relink` uses: two
stories that happen to lie close are never compared. Rows are made in processes of their own, in two passes (counts of
words, then rows), and go into a new SQLite record; a PostgreSQL record is filled from that by COPY.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.store_readings import stories, story
from sqlalchemy import Table

from dateline.intake.duplicates import DuplicateIndex, Signature
from dateline.model.incident import Incident, ReportedEvent
from dateline.model.incident_codec import report_to_dict
from dateline.model.reading import Reading
from dateline.record import Record, rows
from dateline.record.backend import WRITES, backend_at
from dateline.record.copies import _keys as keys_of
from dateline.record.encoding import to_json
from dateline.record.identity import _fresh as fresh
from dateline.record.incremental import _for_one, _parts
from dateline.record.kept import make_kept
from dateline.record.linking import FORMED, LINKED
from dateline.record.linking_tables import link_keys, link_pairs, linked_events, word_counts
from dateline.record.reading_states import KEPT, READ
from dateline.record.schema import metadata, name_tails
from dateline.record.store import MACHINE
from dateline.resolve.block import candidate_pairs, kept_keys
from dateline.resolve.compare import score
from dateline.resolve.constraints import NOTHING
from dateline.resolve.link import can_be_linked, gather
from dateline.resolve.profile import Kind, batch, counted, profiled

A_CHUNK = 200
"""Stories that a process makes at a time."""

Counts = dict[Kind, Counter[str]]
Tables = dict[str, list[tuple[Any, ...]]]

_counts: Counts = {}
"""The words of the whole record, as processes made by fork find them."""


@dataclass(slots=True)
class Chunk:
    """The rows of some stories; documents and linked events are numbered from 0, the keys of each in its place."""

    tables: Tables = field(default_factory=dict)
    fingerprints: list[list[int]] = field(default_factory=list)
    keys: list[dict[int, bool]] = field(default_factory=list)
    pairs: dict[tuple[int, int], float] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)

    def put(self, table: str, row: Mapping[str, Any]) -> None:
        """Take in one row."""
        columns = metadata.tables[table].columns
        values = (row.get(c.name) for c in columns)
        told = (to_json(v) if isinstance(v, (dict, list)) else v for v in values)
        self.tables.setdefault(table, []).append(tuple(told))


def load_sqlite(target: str, reports: int, seed: int = 1) -> None:
    """A new record at a path with about so many readings; it has that name when all of it is there."""
    place = f"{target}.part"
    for file in Path(target).parent.glob(f"{Path(place).name}*"):  # of a run that was cut off
        file.unlink()
    Record.open(place).close()
    of = stories(reports)
    jobs = [(start, min(of, start + A_CHUNK), of, seed) for start in range(0, of, A_CHUNK)]
    workers = os.cpu_count() or 1
    _counts.clear()
    context = multiprocessing.get_context("fork")
    totals: Counts = {kind: Counter() for kind in Kind}
    with context.Pool(workers) as pool:
        for found in pool.imap(_count, jobs):
            for kind, words in found.items():
                totals[kind].update(words)
    _counts.update(totals)
    with closing(sqlite3.connect(place, isolation_level=None)) as connection, context.Pool(workers) as pool:
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "cache_size=-1500000"):
            connection.execute(f"PRAGMA {pragma}")
        filling = _Filling(connection)
        connection.execute("BEGIN")
        for chunk in pool.imap(_made, jobs):
            filling.take(chunk)
        filling.end(totals)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")
    engine = backend_at(place).engine
    with engine.execution_options(**{WRITES: True}).begin() as written:
        make_kept(written)
    engine.dispose()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    Path(place).rename(target)


def _readings(job: tuple[int, int, int, int]) -> Iterator[list[Reading]]:
    start, end, of, seed = job
    for number in range(start, end):
        yield story(number, of, seed)


def _count(job: tuple[int, int, int, int]) -> Counts:
    found: Counts = {kind: Counter() for kind in Kind}
    for told in _readings(job):
        events = [ReportedEvent(r.document, event, r.document.id) for r in told for event in r.events]
        for kind, words in counted(*profiled([e for e in events if can_be_linked(e, NOTHING)])).items():
            found[kind].update(words)
    return found


def _made(job: tuple[int, int, int, int]) -> Chunk:
    chunk = Chunk()
    for told in _readings(job):
        _put_story(chunk, told)
    return chunk


def _put_story(chunk: Chunk, told: Sequence[Reading]) -> None:
    seen, origins, linkable = DuplicateIndex(), dict[str, str](), list[ReportedEvent]()
    for reading in told:
        signature = Signature.of(reading.document.text)
        copy = seen.add_signature(reading.document.id, signature)
        origin = origins[copy.earlier] if copy else reading.document.id
        origins[reading.document.id] = origin
        _put_reading(chunk, reading, signature, (copy.earlier, copy.similarity) if copy else (None, None))
        linkable += [ReportedEvent(reading.document, event, origin) for event in reading.events]
    _link(chunk, linkable, _stamp(told[-1], 2))


def _put_reading(
    chunk: Chunk, reading: Reading, signature: Signature, repeats: tuple[str | None, float | None]
) -> None:
    document, number = reading.document, len(chunk.tables.get("documents", ()))
    row = rows.document_row(document, signature)
    copied = {"duplicate_of": repeats[0], "similarity": repeats[1]}
    chunk.put("documents", {**row, **copied, "number": number, "received": _stamp(reading)})
    chunk.fingerprints.append(keys_of(signature))
    reader = {"version": reading.reader.version, "model": reading.reader.model}
    of = {"document": document.id, "reading": number}
    chunk.put(
        "readings",
        {"number": number, **of, **reader, "at": _stamp(reading, 1), "body": rows.reading_body(reading)},
    )
    for event in reading.events:
        chunk.put("events", {**of, **rows.event_row(event)})
    for tally in reading.tallies:
        chunk.put("tallies", {**of, **rows.tally_row(document, tally)})
    detail = {"hash": row["text_hash"], **(copied if repeats[0] else {})}
    chunk.put("history", _change(_stamp(reading), KEPT, document.id, detail))
    chunk.put("history", _change(_stamp(reading, 1), READ, document.id, {"reading": number, **reader}))


def _link(chunk: Chunk, told: Sequence[ReportedEvent], at: str) -> None:
    lot = batch([event for event in told if can_be_linked(event, NOTHING)], _counts)
    numbers = {event: n for n, event in enumerate(lot.profiles, len(chunk.keys))}
    reading_of = {row[1]: row[0] for row in chunk.tables["documents"][-30:]}
    order = list(numbers.values())
    for one, number in zip(lot.profiles, order, strict=True):
        report = one.report
        chunk.tables.setdefault("linked_events", []).append(
            (number, report.document, report.event, reading_of[report.document])
        )
        chunk.keys.append(kept_keys(one, lot))
    scores = {(i, j): score(lot.profiles[i], lot.profiles[j], lot) for i, j in candidate_pairs(lot)}
    chunk.pairs |= _for_one({(order[i], order[j]): bits for (i, j), bits in scores.items()})
    chunk.pairs |= _parts(lot.profiles, order)
    for incident in gather(lot, scores, NOTHING):
        chunk.incidents.append(incident)
        chunk.put(
            "history",
            _change(at, FORMED, incident.id, {"reports": list(map(report_to_dict, incident.reports))}),
        )


def _change(at: str, action: str, item: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    return {"at": at, "author": MACHINE, "action": action, "item": item, "detail": dict(detail)}


def _stamp(reading: Reading, hours: int = 0) -> str:
    """When it was received, some hours after it was published."""
    published = reading.document.published or datetime(2000, 1, 1, tzinfo=UTC)
    return (published + timedelta(hours=1 + hours)).isoformat(timespec="milliseconds")


NAME = {
    table: list(metadata.tables[table].columns.keys()).index("name")
    for table in ("incident_places", "incident_parties")
}
"""Where the tables of names have them."""


class _Filling:
    """Chunks on their way into the tables: numbers go on, incidents get ids that nobody has."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents, self._events = 0, 0
        self._ids: set[str] = set()
        self._names: set[str] = set()

    def take(self, chunk: Chunk) -> None:
        """Put one chunk's rows."""
        ids = {incident.id: self._new_id(incident) for incident in chunk.incidents}
        tables = {name: list(self._numbered(name, made, ids)) for name, made in chunk.tables.items()}
        for incident in chunk.incidents:
            _put_incident(tables, incident, ids[incident.id])
        named = {row[NAME[n]] for n in NAME for row in tables[n]} - self._names
        self._names |= named
        self._insert(name_tails, [tuple(row.values()) for row in rows.tail_rows(named)])
        for name, made in tables.items():
            self._insert(metadata.tables[name], made)
        first = self._documents + 1
        self._insert(
            metadata.tables["fingerprints"],
            ((k, n) for n, ks in enumerate(chunk.fingerprints, first) for k in ks),
        )
        first = self._events + 1
        self._insert(link_keys, ((k, n, s) for n, ks in enumerate(chunk.keys, first) for k, s in ks.items()))
        self._insert(link_pairs, ((a + first, b + first, bits) for (a, b), bits in chunk.pairs.items()))
        self._documents += len(chunk.fingerprints)
        self._events += len(chunk.keys)

    def end(self, counts: Counts) -> None:
        """Put what belongs to the record as a whole."""
        self._insert(
            word_counts, ((kind.value, w, n) for kind, words in counts.items() for w, n in words.items())
        )
        detail = {"through": self._documents, "judged": 0, "incidents": len(self._ids)}
        last = self._connection.execute("SELECT max(at) FROM history").fetchone()[0]
        row = _change(last, LINKED, "record", detail) | {"detail": to_json(detail)}
        self._insert(
            metadata.tables["history"],
            [(None, *(row[c] for c in ("at", "author", "action", "item", "detail")))],
        )

    def _new_id(self, incident: Incident) -> str:
        key = fresh(incident.reports, self._ids.__contains__)
        self._ids.add(key)
        return key

    def _numbered(
        self, name: str, made: Iterable[tuple[Any, ...]], ids: Mapping[str, str]
    ) -> Iterator[tuple[Any, ...]]:
        before = self._documents + 1
        for row in made:
            if name in ("documents", "readings"):
                yield (row[0] + before, *row[1:])
            elif name in ("events", "tallies"):
                yield (*row[:2], row[2] + before, *row[3:])
            elif name == linked_events.name:
                yield (row[0] + self._events + 1, row[1], row[2], row[3] + before)
            elif name == "history" and row[4] in ids:
                yield (None, *row[1:4], ids[row[4]], row[5])
            elif name == "history" and row[3] == READ:
                detail = json.loads(row[5])
                yield (None, *row[1:5], to_json(detail | {"reading": detail["reading"] + before}))
            else:
                yield row

    def _insert(self, table: Table, made: Iterable[tuple[Any, ...]]) -> None:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", made)  # noqa: S608


def _put_incident(tables: Tables, incident: Incident, key: str) -> None:
    named, chunk = replace(incident, id=key), Chunk(tables)
    chunk.put("incidents", rows.incident_row(named, rows.incident_body(named)))
    for table, make in (
        ("reports", rows.report_rows),
        ("incident_places", rows.place_rows),
        ("incident_parties", rows.party_rows),
        ("incident_outlets", rows.outlet_rows),
        ("links", rows.link_rows),
    ):
        for row in make(named):
            chunk.put(table, row)


def load_postgresql(url: str, source: str) -> None:
    """A record at a URL with all rows of a SQLite record; the indexes are made after the rows.

    Each table and each index is a transaction of its own, noted in a table that goes at the end: what was cut off is gone
    on with. A record that was loaded is left alone.
    """
    import psycopg

    with psycopg.connect(url) as new:
        there = "SELECT to_regclass('documents') IS NOT NULL, to_regclass('loading') IS NOT NULL"
        is_made, is_loading = new.execute(there).fetchone() or (False, False)
    if is_made and not is_loading:
        return
    if not is_loading:
        Record.open(url).close()
        _plan(url)
    with closing(sqlite3.connect(source, isolation_level=None)) as old:
        old.execute("BEGIN")  # one state of the record, whoever writes to it meanwhile
        for number, statement in _left(url):
            with psycopg.connect(url) as new:
                new.execute("SET maintenance_work_mem = '1GB'")
                if statement in metadata.tables:
                    _copy(old, new, metadata.tables[statement])
                else:
                    new.execute(statement)
                new.execute("DELETE FROM loading WHERE number = %s", (number,))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute("DROP TABLE loading")


CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass AND contype IN ('f', 'p', 'u')
ORDER BY contype = 'f' DESC
"""
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
"""


def _plan(url: str) -> None:
    """Drop indexes and constraints, and note what is to be done: names of tables to fill, then statements."""
    import psycopg

    with psycopg.connect(url) as new:
        remade = _without_constraints(new)
        steps = [table.name for table in metadata.sorted_tables] + remade
        steps += [_counting_on(t) for t in metadata.sorted_tables if _is_numbered(t)]
        new.execute("CREATE TABLE loading (number integer PRIMARY KEY, step text NOT NULL)")
        for number, step in enumerate(steps):
            new.execute("INSERT INTO loading VALUES (%s, %s)", (number, step))


def _left(url: str) -> list[tuple[int, str]]:
    import psycopg

    with psycopg.connect(url) as new:
        return list(new.execute("SELECT number, step FROM loading ORDER BY number").fetchall())


def _is_numbered(table: Table) -> bool:
    return "number" in table.columns and table.columns["number"].autoincrement is True


def _counting_on(table: Table) -> str:
    sequence = f"pg_get_serial_sequence('{table.name}', 'number')"
    return f"SELECT setval({sequence}, (SELECT coalesce(max(number), 1) FROM {table.name}))"  # noqa: S608


def _without_constraints(connection: Any) -> list[str]:
    """Drop indexes and constraints; the statements that make them again."""
    made = []
    for table, name, definition in connection.execute(CONSTRAINTS).fetchall():
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        made.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    indexes = connection.execute(INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX IF EXISTS {name}")
    return [definition for _, definition in indexes] + made[::-1]


def _copy(old: sqlite3.Connection, new: Any, table: Table) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    seeks = [n for n, column in enumerate(table.columns) if column.name == "seeks"]
    with new.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in old.execute(f"SELECT {names} FROM {table.name}"):  # noqa: S608
            copy.write_row([bool(v) if n in seeks else v for n, v in enumerate(row)] if seeks else row)
