"""The asking side of a record: documents, readings, incidents and history as they stood at one moment.

Every answer comes in a fixed order. Answers that may be long come one at a time, while the view is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, func, select

from dateline.errors import UnknownItem
from dateline.model.codec import trusted_reading
from dateline.model.document import Document
from dateline.model.incident import Change, Incident, ReportedEvent
from dateline.model.judgement import Judgement
from dateline.model.reading import Reader, Reading, Tally
from dateline.record.actor_questions import ActorQuestions
from dateline.record.copies import first_copy
from dateline.record.exchange import Exchange
from dateline.record.incident_questions import IncidentQuestions
from dateline.record.judging import (
    all_judgements,
    judgements_that_hold,
    newest_judgement,
    retracted_documents,
)
from dateline.record.linking import Through, linked_through
from dateline.record.linking_tables import linked_events
from dateline.record.ordering import by_code
from dateline.record.questions import Asked, count_questions, question, question_page
from dateline.record.rows import document_from
from dateline.record.schema import (
    documents,
    history,
    metadata,
    readings,
    tallies,
    waiting,
)
from dateline.record.search import Hit, Query, search
from dateline.record.shelves import DocumentFilter, Shelved, count_documents, shelved
from dateline.record.tally_questions import Place, TallyFilter, rivals, tally_places

SMALL, WHOLE = 2_000, 20_000
"""Events on record up to which each linking, or one of many new readings, is of the whole record."""


class View(IncidentQuestions, ActorQuestions):
    """Questions to a record."""

    def counts(self, *tables: str) -> dict[str, int]:
        """How many rows each of the tables has; all tables where none is named."""
        return {name: self._count(metadata.tables[name]) for name in tables or metadata.tables}

    def version(self) -> int:
        """The number of the record's last change: two views with the same one see the same."""
        return self._connection.execute(select(func.max(history.c.number))).scalar() or 0

    def documents(self) -> Iterator[Document]:
        """All documents, in the order in which they were kept."""
        for row in self._connection.execute(select(documents).order_by(documents.c.number)):
            yield document_from(row)

    def document(self, key: str) -> Document:
        """One document. Raises UnknownItem."""
        row = self._connection.execute(select(documents).where(documents.c.id == key)).first()
        if row is None:
            raise UnknownItem(f"{key}: no document on record has this id; `dateline incidents` lists some")
        return document_from(row)

    def shelved(self, wanted: DocumentFilter, limit: int, before: int | None = None) -> list[Shelved]:
        """Up to `limit` documents without their texts, the last kept first, those kept before a number."""
        return shelved(self._connection, wanted, limit, before)

    def count_documents(self, wanted: DocumentFilter) -> int:
        """How many documents a filter admits."""
        return count_documents(self._connection, wanted)

    def search(self, query: Query, limit: int = 20) -> Iterator[Hit]:
        """Up to `limit` documents that have the words of a query, best first."""
        yield from search(self._connection, query, limit)

    def unread(self) -> Iterator[Document]:
        """Documents that were kept and never read, nor failed to be, in the order in which they were kept."""
        query = select(documents).join(waiting, waiting.c.document == documents.c.number)
        for row in self._connection.execute(query.order_by(documents.c.number)):
            yield document_from(row)

    def readings(self) -> Iterator[Reading]:
        """The newest reading of every document that has been read, by document id."""
        for row in self._connection.execute(_newest_readings().order_by(by_code(documents.c.id))):
            yield trusted_reading(row.body, document_from(row))

    def reading(self, document: str) -> Reading:
        """The newest reading of one document. Raises UnknownItem."""
        query = (
            select(readings.c.body, documents)
            .join(documents, documents.c.id == readings.c.document)
            .where(readings.c.document == document)
            .order_by(readings.c.number.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        if row is None:
            self.document(document)
            raise UnknownItem(f"{document}: it is kept but not read; add it again to read it")
        return trusted_reading(row.body, document_from(row))

    def all_readings(self, document: str) -> tuple[Reading, ...]:
        """Every reading of one document, the newest last. Raises UnknownItem."""
        kept = self.document(document)
        query = select(readings.c.body).where(readings.c.document == document).order_by(readings.c.number)
        return tuple(trusted_reading(row.body, kept) for row in self._connection.execute(query))

    def newest_reading(self, document: str) -> int | None:
        """The number of a document's newest reading; None for one that is not read."""
        query = select(func.max(readings.c.number)).where(readings.c.document == document)
        return self._connection.execute(query).scalar()

    def newest_reader(self) -> Reader | None:
        """What made the record's last reading."""
        query = select(readings.c.version, readings.c.model).order_by(readings.c.number.desc()).limit(1)
        row = self._connection.execute(query).first()
        return Reader(row.version, row.model) if row else None

    def newest_readings(self) -> dict[str, int]:
        """The number of the newest reading of every document that has been read."""
        query = select(readings.c.document, func.max(readings.c.number)).group_by(readings.c.document)
        rows: Any = self._connection.execute(query).all()
        return dict(map(tuple, rows))

    def reported_events(self, with_retracted: bool = False) -> Iterator[ReportedEvent]:
        """Every event of the newest readings of documents that count; a copy's origin is the text's first document."""
        retracted = () if with_retracted else retracted_documents(self._connection)
        earlier = self._earlier()
        for reading in self.readings():
            if reading.document.id not in retracted:
                origin = _origin(reading.document.id, earlier)
                yield from (ReportedEvent(reading.document, event, origin) for event in reading.events)

    def reported(self, incident: Incident) -> tuple[ReportedEvent, ...]:
        """The events that tell of an incident."""
        found = []
        for key in dict.fromkeys(report.document for report in incident.reports):
            reading, named = self.reading(key), {r.event for r in incident.reports if r.document == key}
            told = (event for event in reading.events if event.id in named)
            origin = first_copy(self._connection, key)
            found += [ReportedEvent(reading.document, event, origin) for event in told]
        return tuple(found)

    def tallies(self) -> Iterator[tuple[Reading, Tally]]:
        """Every tally of the newest readings with its reading, by document id."""
        counted = select(tallies.c.document)
        query = _newest_readings().where(documents.c.id.in_(counted)).order_by(by_code(documents.c.id))
        for row in self._connection.execute(query):
            reading = trusted_reading(row.body, document_from(row))
            yield from ((reading, tally) for tally in reading.tallies)

    def retracted(self) -> frozenset[str]:
        """The documents that no longer count."""
        return retracted_documents(self._connection)

    def tally_page(
        self, wanted: TallyFilter, limit: int, after: Place | None = None
    ) -> list[tuple[Reading, Tally, Place]]:
        """Up to `limit` tallies with their readings, those published last first, and the place of each in this order.

        `after` is the place of the tally that the page before ended with.
        """
        places = tally_places(self._connection, wanted, limit, after)
        told = {key: self.reading(key) for key in dict.fromkeys(document for _, document, _ in places)}
        of = {(key, tally.id): tally for key, reading in told.items() for tally in reading.tallies}
        return [(told[at[1]], of[at[1:]], at) for at in places]

    def count_tallies(self, wanted: TallyFilter) -> int:
        """How many tallies a filter admits."""
        query = select(func.count()).select_from(tallies).where(*wanted.conditions())
        return self._connection.execute(query).scalar() or 0

    def rivals(self, document: str, tally: Tally) -> list[tuple[str, str]]:
        """The tallies of other documents, by document and id, that contradict one by their numbers and days."""
        return rivals(self._connection, document, tally)

    def linking(self) -> tuple[Through, Through]:
        """Up to which reading and judgement incidents were made, and up to which there are any."""
        newest = self._connection.execute(select(func.max(readings.c.number))).scalar() or 0
        return linked_through(self._connection), Through(newest, newest_judgement(self._connection))

    def is_better_linked_whole(self) -> bool:
        """Whether all readings are to be linked at once: none linked yet, few on record, or many new ones among some.

        Above `WHOLE` events, and for judgements alone, never: so adding takes bounded memory, and judging a short time.
        """
        through, newest = self.linking()
        known = self._count(linked_events)
        new = newest.reading - through.reading
        return known == 0 or (new > 0 and (known <= SMALL or (new * 10 >= known and known <= WHOLE)))

    def exchange(self) -> Exchange:
        """Questions about partners, markings, releases and what came in."""
        return Exchange(self._connection)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement as it was made, oldest first, those that were undone too."""
        return all_judgements(self._connection)

    def questions(self, limit: int, after: tuple[float, str] | None = None) -> list[Asked]:
        """Up to `limit` doubts that a person should look at, the least certain first, behind a place in that order."""
        return question_page(self._connection, limit, after)

    def question(self, key: str) -> Asked | None:
        """One of them by its id; None where it is not asked any more."""
        return question(self._connection, key)

    def count_questions(self, without: Iterable[tuple[str, ...]] = ()) -> int:
        """How many there are, but for those about some units."""
        return count_questions(self._connection, without)

    def judged(self) -> tuple[Judgement, ...]:
        """The judgements that hold, oldest first, about the events of the newest readings."""
        return judgements_that_hold(self._connection)

    def history(self, item: str | None = None) -> Iterator[Change]:
        """What was done to a document or an incident, or to all, oldest first."""
        query = select(history).order_by(history.c.number)
        if item is not None:
            query = query.where(history.c.item == item)
        for row in self._connection.execute(query):
            told = json.dumps(row.detail, ensure_ascii=False, sort_keys=True)
            yield Change(row.number, datetime.fromisoformat(row.at), row.author, row.action, row.item, told)

    def _earlier(self) -> dict[str, str]:
        """The document that each copy repeats."""
        repeats = select(documents.c.id, documents.c.duplicate_of)
        kept = self._connection.execute(repeats.where(documents.c.duplicate_of.is_not(None)))
        return {row.id: row.duplicate_of for row in kept}

    def _count(self, table: Table) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar() or 0


def _origin(document: str, earlier: Mapping[str, str]) -> str:
    """The first document of a chain of copies."""
    while document in earlier:
        document = earlier[document]
    return document


def _newest_readings() -> Select[Any]:
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    return (
        select(readings.c.body, documents)
        .join(documents, documents.c.id == readings.c.document)
        .where(readings.c.number.in_(newest))
    )
