"""The record's tables for linking, as questions and answers: words to counts, blocks to events, events to pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select, update

from dateline.model.codec import trusted_reading
from dateline.model.incident import Report, ReportedEvent
from dateline.record.copies import first_copy
from dateline.record.linking_tables import LINKING_TABLES, link_keys, link_pairs, linked_events, word_counts
from dateline.record.rows import document_from
from dateline.record.schema import documents, readings, reports
from dateline.record.statements import parts
from dateline.resolve.profile import Kind

_TELLS = and_(reports.c.document == linked_events.c.document, reports.c.event == linked_events.c.event)

IN_A_BLOCK = 100
"""Events of one block that are looked at, the latest known first, so that no block makes a report expensive."""

MOST = 200
"""Events that one event is compared with: those that share the most blocks with it."""


class LinkingIndex:
    """What linking knows of the events on record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def clear(self) -> None:
        """Forget everything."""
        for table in LINKING_TABLES:
            self._connection.execute(delete(table))

    def count(self, change: Mapping[Kind, Mapping[str, int]]) -> None:
        """Add to the counts of words; what is taken away is below 0."""
        now = self.counts(change)
        known: list[dict[str, Any]] = []
        new: list[dict[str, Any]] = []
        for kind, words in change.items():
            for word, by in words.items():
                row = {"of": kind.value, "held": word, "holders": now[kind].get(word, 0) + by}
                (known if word in now[kind] else new).append(row)
        table = word_counts
        if known:
            where = (table.c.kind == bindparam("of"), table.c.word == bindparam("held"))
            self._connection.execute(update(table).where(*where), known)
        self.insert_counts((row["of"], row["held"], row["holders"]) for row in new)

    def insert_counts(self, rows: Iterable[tuple[str, str, int]]) -> None:
        """Counts of words that have none yet."""
        made = [{"kind": kind, "word": word, "holders": holders} for kind, word, holders in rows]
        if made:
            self._connection.execute(insert(word_counts), made)

    def counts(self, wanted: Mapping[Kind, Iterable[str]]) -> dict[Kind, dict[str, int]]:
        """The counts of these words, and those of the empty word, which are how many there are in all."""
        found: dict[Kind, dict[str, int]] = {}
        table = word_counts.c
        for kind, words in wanted.items():
            found[kind] = {}
            for part in parts(sorted({"", *words})):
                query = select(table.word, table.holders).where(
                    table.kind == kind.value, table.word.in_(part)
                )
                found[kind].update((row.word, row.holders) for row in self._connection.execute(query))
        return found

    def number(self, told: Sequence[tuple[Report, int]]) -> list[int]:
        """Take in events with the numbers of their readings; a number for each, in order."""
        rows = ({"document": r.document, "event": r.event, "reading": reading} for r, reading in told)
        found = []
        for row in rows:
            key = self._connection.execute(insert(linked_events).values(**row)).inserted_primary_key
            found.append(int(key[0]) if key else 0)
        return found

    def keep_keys(self, keys: Mapping[int, Mapping[int, bool]]) -> None:
        """Keep the blocks of events by their numbers."""
        rows = [
            {"key": key, "event": event, "seeks": seeks}
            for event, held in keys.items()
            for key, seeks in held.items()
        ]
        if rows:
            self._connection.execute(insert(link_keys), rows)

    def candidates(self, keys: Mapping[int, bool]) -> list[int]:
        """The events that share blocks in which one of the two seeks, those that share the most first."""
        shared: Counter[int] = Counter()
        table = link_keys.c
        latest = select(table.event).where(table.key == bindparam("at")).order_by(table.event.desc())
        any_one, seekers = latest.limit(IN_A_BLOCK), latest.where(table.seeks).limit(IN_A_BLOCK)
        for key, seeks in keys.items():
            rows = self._connection.execute(any_one if seeks else seekers, {"at": key})
            shared.update(row.event for row in rows)
        ordered = sorted(shared.items(), key=lambda item: (-item[1], -item[0]))
        return [event for event, _ in ordered[:MOST]]

    def keep_pairs(self, pairs: Mapping[tuple[int, int], float]) -> None:
        """Keep the evidence of pairs of events, the lower number first."""
        rows = [{"left": a, "right": b, "bits": bits} for (a, b), bits in pairs.items()]
        if rows:
            self._connection.execute(insert(link_pairs), rows)

    def pairs_of(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        """The kept pairs that one of these events is in."""
        found = {}
        table = link_pairs.c
        for part in parts(sorted(numbers)):
            query = select(link_pairs).where(or_(table.left.in_(part), table.right.in_(part)))
            found.update({(row.left, row.right): row.bits for row in self._connection.execute(query)})
        return found

    def numbers_of(self, document: str) -> dict[str, int]:
        """The numbers of a document's events, by the event's id."""
        table = linked_events.c
        query = select(table.event, table.number).where(table.document == document)
        return {row.event: row.number for row in self._connection.execute(query)}

    def numbers_told(self, told: Iterable[Report]) -> set[int]:
        """The numbers of those of the reports that linking knows."""
        of: dict[str, set[str]] = {}
        for report in told:
            of.setdefault(report.document, set()).add(report.event)
        found: set[int] = set()
        for part in parts(sorted(of)):
            query = select(linked_events).where(linked_events.c.document.in_(part))
            rows = self._connection.execute(query)
            found.update(row.number for row in rows if row.event in of[row.document])
        return found

    def reports_of(self, numbers: Iterable[int]) -> dict[int, Report]:
        """The report of each number."""
        found: dict[int, Report] = {}
        for part in parts(sorted(numbers)):
            query = select(linked_events).where(linked_events.c.number.in_(part))
            rows = self._connection.execute(query)
            found.update((row.number, Report(row.document, row.event)) for row in rows)
        return found

    def incidents_of(self, numbers: Iterable[int]) -> set[str]:
        """The incidents that these events tell of."""
        found: set[str] = set()
        for part in parts(sorted(numbers)):
            query = (
                select(reports.c.incident).join(linked_events, _TELLS).where(linked_events.c.number.in_(part))
            )
            found.update(self._connection.execute(query).scalars())
        return found

    def companions(self, numbers: Iterable[int]) -> set[int]:
        """The events that tell of an incident that one of these tells of."""
        found: set[int] = set()
        for part in parts(sorted(self.incidents_of(numbers))):
            query = select(linked_events.c.number).join(reports, _TELLS).where(reports.c.incident.in_(part))
            found.update(self._connection.execute(query).scalars())
        return found

    def forget(self, numbers: Sequence[int]) -> None:
        """Forget events with their blocks and pairs."""
        for part in parts(numbers):
            for of in (link_keys.c.event, link_pairs.c.left, link_pairs.c.right, linked_events.c.number):
                self._connection.execute(delete(of.table).where(of.in_(part)))

    def told(self, numbers: Iterable[int]) -> dict[int, ReportedEvent]:
        """The events with their documents, as the reading has them that linking knows."""
        found: dict[int, ReportedEvent] = {}
        for part in parts(sorted(numbers)):
            found.update(self._told(part))
        return found

    def read(self, reading: int) -> list[ReportedEvent]:
        """The events of a reading by its number."""
        query = (
            select(readings.c.body, documents)
            .join(documents, documents.c.id == readings.c.document)
            .where(readings.c.number == reading)
        )
        row = self._connection.execute(query).one()
        document = document_from(row)
        copied = row.duplicate_of
        origin = document.id if copied is None else first_copy(self._connection, copied)
        told = trusted_reading({"reader": row.body["reader"], "events": row.body["events"]}, document)
        return [ReportedEvent(document, event, origin) for event in told.events]

    def _told(self, numbers: Sequence[int]) -> Iterator[tuple[int, ReportedEvent]]:
        opened: dict[int, dict[str, ReportedEvent]] = {}
        query = select(linked_events).where(linked_events.c.number.in_(numbers))
        for row in self._connection.execute(query).all():
            if row.reading not in opened:
                opened[row.reading] = {told.event.id: told for told in self.read(row.reading)}
            yield row.number, opened[row.reading][row.event]
