"""What a person should look at, kept in the order in which it is asked: incidents' doubts as rows, and pages of them.

A row holds on to the reports that it is about, so that its id outlasts its incident's. The doubts of an incident follow from
its links and from the rows of its events (see resolve/doubts.py); no reading is decoded for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select

from dateline.model.document import Document, Span
from dateline.model.incident import Report, ReportedEvent
from dateline.model.reading import Event
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, Mode
from dateline.record.copies import first_copy
from dateline.record.kept_tables import questions
from dateline.record.schema import documents, events, links, reports
from dateline.record.statements import insert_rows, parts
from dateline.resolve.claims import claims
from dateline.resolve.doubts import SURE, Doubt, Unit, key_of, of_link, of_values

NOTHING = Span(0, 0, "")
"""Stands for words that no doubt depends on."""

Row = dict[str, Any]
Place = tuple[float, str]
"""Where a question stands in the order: its certainty and its id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubt as it is kept, with the incident that it is about."""

    id: str
    incident: str
    doubt: Doubt

    @property
    def place(self) -> Place:
        """Where it stands in the order."""
        return self.doubt.certainty, self.id


def keep_questions(connection: Connection, incidents: Iterable[str]) -> None:
    """Bring the questions about incidents to what their links and events raise now."""
    for part in parts(sorted(incidents)):
        due, kept = due_questions(connection, part), kept_questions(connection, part)
        stale = [key for key in part if due.get(key, []) != kept.get(key, [])]
        if stale:
            connection.execute(delete(questions).where(questions.c.incident.in_(stale)))
        insert_rows(connection, questions, (row for key in stale for row in due.get(key, ())))


def due_questions(connection: Connection, incidents: Sequence[str]) -> dict[str, list[Row]]:
    """The rows that some incidents, few enough for one statement, should have, by incident, sorted."""
    found: dict[str, list[Row]] = defaultdict(list)
    for key, doubt in (*_of_links(connection, incidents), *_of_values(connection, incidents)):
        found[key].append(_row(key, doubt))
    return {key: sorted(rows, key=_sorted) for key, rows in found.items()}


def kept_questions(connection: Connection, incidents: Sequence[str]) -> dict[str, list[Row]]:
    """The rows that they have, likewise."""
    found: dict[str, list[Row]] = defaultdict(list)
    query = select(questions).where(questions.c.incident.in_(incidents))
    for row in connection.execute(query).mappings():
        found[row["incident"]].append({key: value for key, value in row.items() if key != "number"})
    return {key: sorted(rows, key=_sorted) for key, rows in found.items()}


def question_page(connection: Connection, limit: int, after: Place | None = None) -> list[Asked]:
    """Up to `limit` questions, the least certain first, behind a place in that order."""
    c = questions.c
    query = select(questions).order_by(c.certainty, c.id).limit(limit)
    if after is not None:
        # Said twice, as only a plain bound lets every database begin in the middle of the index.
        beyond = or_(c.certainty > after[0], and_(c.certainty == after[0], c.id > after[1]))
        query = query.where(c.certainty >= after[0], beyond)
    return list(map(_asked, connection.execute(query)))


def question(connection: Connection, key: str) -> Asked | None:
    """One question by its id."""
    row = connection.execute(select(questions).where(questions.c.id == key)).first()
    return _asked(row) if row else None


def count_questions(connection: Connection, without: Iterable[Unit] = ()) -> int:
    """How many there are, but for those about some units."""
    total = connection.execute(select(func.count()).select_from(questions)).scalar() or 0
    for part in parts(sorted(map(key_of, without))):
        query = select(func.count()).where(questions.c.id.in_(part))
        total -= connection.execute(query).scalar() or 0
    return total


def _asked(row: Any) -> Asked:
    return Asked(row.id, row.incident, Doubt((row.one, row.other), row.certainty, row.field))


def _row(incident: str, doubt: Doubt) -> Row:
    one, other = doubt.unit
    about = {"id": key_of(doubt.unit), "one": one, "other": other, "field": doubt.field}
    return {"incident": incident, "certainty": doubt.certainty, **about}


def _sorted(row: Mapping[str, Any]) -> Place:
    return row["certainty"], row["id"]


def _of_links(connection: Connection, incidents: Sequence[str]) -> Iterator[tuple[str, Doubt]]:
    c = links.c
    query = select(c.incident, c.left_document, c.left_event, c.right_document, c.right_event, c.score)
    for row in connection.execute(query.where(c.incident.in_(incidents), c.score < SURE)):
        left, right = Report(row.left_document, row.left_event), Report(row.right_document, row.right_event)
        doubt = of_link(left, right, row.score)
        if doubt:
            yield row.incident, doubt


def _of_values(connection: Connection, incidents: Sequence[str]) -> Iterator[tuple[str, Doubt]]:
    told: dict[str, list[ReportedEvent]] = defaultdict(list)
    for row in connection.execute(_events_of(incidents)).all():
        told[row.incident].append(_told(connection, row))
    for key, found in told.items():
        if len(found) > 1:
            named = [Report(each.document.id, each.event.id) for each in found]
            yield from ((key, doubt) for doubt in of_values(named, claims(found)))


def _events_of(incidents: Sequence[str]) -> Any:
    d, e = documents.c, events.c
    return (
        select(reports.c.incident, d.id, d.outlet, d.relays, d.published, d.duplicate_of)
        .add_columns(e.event, e.type, e.mode, e.certainty, e.start, e.end)
        .add_columns(e.killed_low, e.killed_high, e.injured_low, e.injured_high)
        .join(events, and_(e.document == reports.c.document, e.event == reports.c.event))
        .join(documents, d.id == reports.c.document)
        .where(reports.c.incident.in_(incidents))
    )


def _told(connection: Connection, row: Any) -> ReportedEvent:
    """The event as far as reports can differ on it."""
    published = datetime.fromisoformat(row.published) if row.published else None
    document = Document(row.id, "", outlet=row.outlet, relays=tuple(row.relays), published=published)
    days = Interval(date.fromisoformat(row.start), date.fromisoformat(row.end)) if row.start else None
    event = Event(
        row.event,
        EventType(row.type),
        Mode(row.mode) if row.mode else None,
        NOTHING,
        (),
        when=days,
        killed=_count(row.killed_low, row.killed_high),
        injured=_count(row.injured_low, row.injured_high),
        certainty=Certainty(row.certainty),
    )
    origin = row.id if row.duplicate_of is None else first_copy(connection, row.duplicate_of)
    return ReportedEvent(document, event, origin)


def _count(low: int | None, high: int | None) -> Count | None:
    return None if low is None else Count(low, high, NOTHING)
