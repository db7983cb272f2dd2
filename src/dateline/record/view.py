"""The asking side of a record: documents, readings, incidents and history as they stood at one moment.

Every answer comes in a fixed order. Answers that may be long come one at a time, while the view is open.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, exists, func, select

from dateline.errors import UnknownItem, UsageError
from dateline.model.codec import trusted_reading
from dateline.model.document import Document
from dateline.model.incident import Change, Incident, Report, ReportedEvent
from dateline.model.incident_codec import incident_from_dict
from dateline.model.judgement import Judgement
from dateline.model.reading import Reader, Reading, Tally
from dateline.record.exchange import Exchange
from dateline.record.filters import IncidentFilter
from dateline.record.judging import (
    all_judgements,
    judgements_that_hold,
    newest_judgement,
    retracted_documents,
)
from dateline.record.linking import AT_ONCE, MERGED, Through, linked_through, memberships
from dateline.record.linking_tables import linked_events
from dateline.record.paging import MOST, Page, beyond, cursor_after, ordered
from dateline.record.past import incident_then
from dateline.record.points import Points, points
from dateline.record.rows import document_from
from dateline.record.schema import (
    documents,
    former_ids,
    history,
    incident_parties,
    incidents,
    links,
    metadata,
    readings,
    reports,
    tallies,
)
from dateline.record.search import Hit, Query, search
from dateline.record.shelves import DocumentFilter, Shelved, count_documents, shelved
from dateline.record.writer import FAILED

SMALL, WHOLE = 2_000, 20_000
"""Events on record up to which each linking, or one of many new readings, is of the whole record."""


class View:
    """Questions to a record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection.execution_options(stream_results=True)

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
        read = exists().where(readings.c.document == documents.c.id)
        failed = exists().where(history.c.action == FAILED, history.c.item == documents.c.id)
        query = select(documents).where(~read, ~failed).order_by(documents.c.number)
        for row in self._connection.execute(query):
            yield document_from(row)

    def readings(self) -> Iterator[Reading]:
        """The newest reading of every document that has been read, by document id."""
        for row in self._connection.execute(_newest_readings().order_by(documents.c.id)):
            yield trusted_reading(row.body, document_from(row))

    def reading(self, document: str) -> Reading:
        """The newest reading of one document. Raises UnknownItem."""
        all_of_them = self.all_readings(document)
        if not all_of_them:
            raise UnknownItem(f"{document}: it is kept but not read; add it again to read it")
        return all_of_them[-1]

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

    def first_and_last_day(self) -> tuple[str, ...]:
        """The first and the last day on which a dated incident may have begun; empty where none is dated."""
        c = incidents.c.start
        row = self._connection.execute(select(func.min(c), func.max(c))).one()
        return tuple(str(day) for day in row if day is not None)

    def newest_readings(self) -> dict[str, int]:
        """The number of the newest reading of every document that has been read."""
        query = select(readings.c.document, func.max(readings.c.number)).group_by(readings.c.document)
        rows: Any = self._connection.execute(query).all()
        return dict(map(tuple, rows))

    def parties(self) -> dict[str, dict[str, int]]:
        """In how many incidents each actor of the registry stands, by its id and by role ("actor", "recipient")."""
        c = incident_parties.c
        counted = func.count(c.incident.distinct()).label("many")
        query = select(c.ref, c.role, counted).where(c.ref.is_not(None)).group_by(c.ref, c.role)
        found: dict[str, dict[str, int]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row.ref, {})[row.role] = row.many
        return found

    def reported_events(self) -> Iterator[ReportedEvent]:
        """Every event of the newest readings of documents that count; a copy's origin is the text's first document."""
        retracted = retracted_documents(self._connection)
        earlier = self._earlier()
        for reading in self.readings():
            if reading.document.id not in retracted:
                origin = _origin(reading.document.id, earlier)
                yield from (ReportedEvent(reading.document, event, origin) for event in reading.events)

    def reported(self, incident: Incident) -> tuple[ReportedEvent, ...]:
        """The events that tell of an incident."""
        earlier = self._earlier()
        found = []
        for key in dict.fromkeys(report.document for report in incident.reports):
            reading, named = self.reading(key), {r.event for r in incident.reports if r.document == key}
            told = (event for event in reading.events if event.id in named)
            found += [ReportedEvent(reading.document, event, _origin(key, earlier)) for event in told]
        return tuple(found)

    def tallies(self) -> Iterator[tuple[Document, Tally]]:
        """Every tally of the newest readings with its document, by document id."""
        counted = select(tallies.c.document)
        query = _newest_readings().where(documents.c.id.in_(counted)).order_by(documents.c.id)
        for row in self._connection.execute(query):
            reading = trusted_reading(row.body, document_from(row))
            yield from ((reading.document, tally) for tally in reading.tallies)

    def incidents(self, wanted: IncidentFilter | None = None) -> Iterator[Incident]:
        """The incidents that a filter admits, latest first, undated last."""
        wanted = wanted or IncidentFilter()
        answer = self._connection.execute(wanted.query().order_by(*ordered()))
        for part in answer.partitions(AT_ONCE):
            yield from (item for item in self._with_links(part) if wanted.admits(item))

    def page(self, wanted: IncidentFilter | None = None, limit: int = 100, after: str | None = None) -> Page:
        """The first `limit` incidents (1 to 10,000) that a filter admits, or the first ones after a cursor.

        Raises UsageError for a limit out of range and a cursor that belongs to another filter.
        """
        wanted = wanted or IncidentFilter()
        if not 1 <= limit <= MOST:
            raise UsageError(f"{limit}: a page has 1 to {MOST} incidents")
        found: list[Incident] = []
        while True:
            query = wanted.query() if after is None else wanted.query().where(*beyond(after, wanted))
            rows = self._connection.execute(query.order_by(*ordered()).limit(limit + 1)).all()
            for row, item in zip(rows[:limit], self._with_links(rows[:limit]), strict=True):
                after = cursor_after(row.start, row.id, wanted)
                found += [item] if wanted.admits(item) else []
                if len(found) == limit:
                    return Page(tuple(found), after if len(rows) > limit or row is not rows[-1] else None)
            if len(rows) <= limit:
                return Page(tuple(found), None)

    def points(self, wanted: IncidentFilter | None = None) -> Points:
        """Every incident that a filter admits as columns, in the order of `incidents`, without decoding any."""
        return points(self._connection, wanted or IncidentFilter())

    def count_incidents(self, wanted: IncidentFilter | None = None) -> int | None:
        """How many incidents a filter admits; None where only their exact distances would tell."""
        wanted = wanted or IncidentFilter()
        if wanted.near is not None:
            return None
        found = wanted.query().with_only_columns(func.count()).select_from(incidents)
        return self._connection.execute(found).scalar() or 0

    def incident(self, key: str) -> Incident:
        """One incident. Raises UnknownItem, which says where its reports went if it was merged."""
        query = select(incidents.c.id, incidents.c.body).where(incidents.c.id == key)
        found = self._with_links(self._connection.execute(query).all())
        if not found:
            raise UnknownItem(f"{key}: {self._went(key)}; `dateline incidents` lists the ids")
        return found[0]

    def incidents_of(self, document: str) -> tuple[str, ...]:
        """The ids of the incidents that a document reports, sorted."""
        query = select(reports.c.incident).where(reports.c.document == document).distinct()
        return tuple(sorted(self._connection.execute(query).scalars()))

    def retracted(self) -> frozenset[str]:
        """The documents that no longer count."""
        return retracted_documents(self._connection)

    def former_ids(self, incident: Incident) -> tuple[str, ...]:
        """The ids that reports of an incident were under before their incidents were merged or dissolved, sorted."""
        found: set[str] = set()
        for report in incident.reports:
            query = select(former_ids.c.incident).filter_by(document=report.document, event=report.event)
            found.update(self._connection.execute(query).scalars())
        return tuple(sorted(found - {incident.id}))

    def memberships(self) -> dict[tuple[str, str], str]:
        """The incident of each report, by document and event."""
        return memberships(self._connection)

    def memberships_of(self, of: Iterable[str]) -> dict[Report, str]:
        """The incident of each report of some documents."""
        found: dict[Report, str] = {}
        for key in sorted(set(of)):
            for row in self._connection.execute(select(reports).where(reports.c.document == key)):
                found[Report(row.document, row.event)] = row.incident
        return found

    def linking(self) -> tuple[Through, Through]:
        """Up to which reading and judgement incidents were made, and up to which there are any."""
        newest = self._connection.execute(select(func.max(readings.c.number))).scalar() or 0
        return linked_through(self._connection), Through(newest, newest_judgement(self._connection))

    def is_better_linked_whole(self) -> bool:
        """Whether all readings are to be linked at once: few on record, many new ones among some, or new judgements.

        Above `WHOLE` events only a judgement asks for that, so that adding takes bounded memory.
        """
        through, newest = self.linking()
        known = self._count(linked_events)
        many_new = (newest.reading - through.reading) * 10 >= known
        return known <= SMALL or through.judgement != newest.judgement or (many_new and known <= WHOLE)

    def exchange(self) -> Exchange:
        """Questions about partners, markings, releases and what came in."""
        return Exchange(self._connection)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement as it was made, oldest first, those that were undone too."""
        return all_judgements(self._connection)

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

    def incident_at(self, key: str, moment: datetime) -> Incident | None:
        """One incident as it stood at a moment, without links; None where there was none of that id."""
        until = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        return incident_then(self._connection, key, until)

    def _count(self, table: Table) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar() or 0

    def _with_links(self, found: Sequence[Any]) -> list[Incident]:
        why: dict[str, list[dict[str, Any]]] = defaultdict(list)
        of = links.c.incident.in_([row.id for row in found])
        for row in self._connection.execute(select(links).where(of).order_by(links.c.number)):
            why[row.incident].append(_link(row))
        return [incident_from_dict({**row.body, "links": why[row.id]}) for row in found]

    def _went(self, key: str) -> str:
        query = select(history.c.detail).where(history.c.action == MERGED, history.c.item == key)
        merged = self._connection.execute(query.order_by(history.c.number.desc()).limit(1)).scalar()
        if merged is None:
            return "no incident on record has this id"
        return f"its reports are now told of by {', '.join(merged['into'])}"


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


def _link(row: Any) -> dict[str, Any]:
    return {
        "left": {"document": row.left_document, "event": row.left_event},
        "right": {"document": row.right_document, "event": row.right_event},
        "score": row.score,
        "reasons": row.reasons,
    }
