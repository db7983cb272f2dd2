"""The record as it stood at an earlier moment, made again from what only grows.

In: a connection and a moment, as the record writes times. Out: a copy of the record up to then in another database, or
one incident. Which reports were together, and under which id, is what the history says was so at the time; the values
are those that today's rules make of the readings and judgements of that time. Links keep today's scores, as theirs are
not kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from dateline.model.codec import trusted_reading
from dateline.model.incident import Incident, Report, ReportedEvent
from dateline.model.judgement import Judgement
from dateline.record import rows
from dateline.record.copies import first_copy
from dateline.record.judging import judgements_that_hold
from dateline.record.kept import make_kept
from dateline.record.linking import CHANGED, DISSOLVED, FORMED, MERGED, put
from dateline.record.reading_states import unread_documents
from dateline.record.schema import (
    documents,
    events,
    history,
    judgements,
    links,
    readings,
    tallies,
    waiting,
)
from dateline.resolve.judged import judged
from dateline.resolve.link import form

KEPT = ((documents, "received"), (readings, "at"), (judgements, "at"), (history, "at"))
"""What only grows, each with the column that says since when it is there."""

MANY = 500
Members = dict[str, set[Report]]


def copy_up_to(source: Connection, target: Connection, moment: str) -> None:
    """Fill an empty record with what another held at a moment."""
    for table, since in KEPT:
        _insert(target, table, _rows(source, table, since, moment))
    _index_readings(target)
    target.execute(insert(waiting).from_select(["document"], unread_documents()))
    formed = list(_incidents(target))
    put(target, formed, {item.id: rows.incident_body(item) for item in formed})
    _insert(target, links, _links(source, formed))
    make_kept(target)


def incident_then(connection: Connection, key: str, moment: str) -> Incident | None:
    """One incident as it stood at a moment; None where there was none of that id."""
    of_item = select(history).where(history.c.item == key, history.c.at <= moment)
    members = members_after(connection.execute(of_item.order_by(history.c.number))).get(key, set())
    formed = _form(connection, key, members, moment)
    if formed is None:
        return None
    held = judgements_that_hold(connection, moment)
    return judged([formed], [j for j in held if _mostly(j, members)])[0]


def members_after(changes: Iterable[Any]) -> Members:
    """The reports of each incident after rows of the history, which come oldest first."""
    members: Members = defaultdict(set)
    for change in changes:
        detail = change.detail
        if change.action == FORMED:
            members[change.item] = _reports(detail["reports"])
        elif change.action == CHANGED:
            members[change.item] -= _reports(detail["left"])
            members[change.item] |= _reports(detail["joined"])
        elif change.action in (MERGED, DISSOLVED):
            members.pop(change.item, None)
    return members


def _reports(told: Iterable[Mapping[str, str]]) -> set[Report]:
    return {Report(report["document"], report["event"]) for report in told}


def _rows(source: Connection, table: Table, since: str, moment: str) -> Iterator[dict[str, Any]]:
    query = select(table).where(table.c[since] <= moment).order_by(table.c.number)
    for row in source.execute(query).mappings():
        yield dict(row)


def _insert(target: Connection, table: Table, made: Iterable[Mapping[str, Any]]) -> None:
    waiting: list[Mapping[str, Any]] = []
    for row in made:
        waiting.append(row)
        if len(waiting) >= MANY:
            target.execute(insert(table), waiting)
            waiting = []
    if waiting:
        target.execute(insert(table), waiting)


def _index_readings(target: Connection) -> None:
    """The rows by which events and tallies of the newest readings are asked for."""
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    found = target.execute(select(readings).where(readings.c.number.in_(newest))).all()
    for row in found:
        document = target.execute(select(documents).where(documents.c.id == row.document)).one()
        reading = trusted_reading(row.body, rows.document_from(document))
        of = {"document": row.document, "reading": row.number}
        _insert(target, events, ({**of, **rows.event_row(e)} for e in reading.events))
        _insert(target, tallies, ({**of, **rows.tally_row(reading.document, t)} for t in reading.tallies))


def _incidents(target: Connection) -> Iterator[Incident]:
    """The incidents that the copied history and readings give, with the judgements of then."""
    members = members_after(target.execute(select(history).order_by(history.c.number)))
    formed = (_form(target, key, found) for key, found in sorted(members.items()))
    yield from judged([item for item in formed if item is not None], judgements_that_hold(target))


def _form(connection: Connection, key: str, members: set[Report], moment: str = "9999") -> Incident | None:
    """The incident of these reports, as the newest readings of the moment tell it; None where none is told."""
    told = [event for report in sorted(members) for event in _told(connection, report, moment)]
    return replace(form(told), id=key) if told else None


def _told(connection: Connection, report: Report, moment: str) -> Iterator[ReportedEvent]:
    document = connection.execute(select(documents).where(documents.c.id == report.document)).first()
    query = select(readings.c.body).where(readings.c.document == report.document, readings.c.at <= moment)
    body = connection.execute(query.order_by(readings.c.number.desc()).limit(1)).scalar()
    if document is None or body is None:
        return
    received = rows.document_from(document)
    origin = first_copy(connection, report.document)
    for event in trusted_reading(body, received).events:
        if event.id == report.event:
            yield ReportedEvent(received, event, origin)


def _mostly(judgement: Judgement, members: set[Report]) -> bool:
    about = [a.report in members for a in judgement.decision.reports]
    return 2 * sum(about) >= len(about) > 0


def _links(source: Connection, formed: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """Today's links between reports that were together then."""
    of = {report: item.id for item in formed for report in item.reports}
    for row in source.execute(select(links).order_by(links.c.number)).mappings():
        left, right = (
            of.get(Report(row[f"{side}_document"], row[f"{side}_event"])) for side in ("left", "right")
        )
        if left is not None and left == right:
            kept = {key: value for key, value in row.items() if key != "number"}
            yield {**kept, "incident": left}
