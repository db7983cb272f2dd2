"""What points to something else: reports and links to events, former ids to documents, judgements to characters.

Reports of documents that were read since the last linking are left out: the next linking brings them up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, select

from dateline.model.judgement import Anchor, Judgement
from dateline.record.checking.fault import BACKUP, RELINK, REPORT, Checked, Fault
from dateline.record.judging import all_judgements
from dateline.record.linking import linked_through
from dateline.record.linking_tables import link_keys, link_pairs, linked_events
from dateline.record.ordering import by_code
from dateline.record.reading_states import unread_documents
from dateline.record.schema import (
    documents,
    events,
    incident_parties,
    incident_places,
    incidents,
    links,
    name_tails,
    readings,
    reports,
    waiting,
)


def check_references(connection: Connection) -> Checked:
    """Look at reports, links, the index of linking, and every judgement."""
    newer = select(readings.c.document).where(readings.c.number > linked_through(connection).reading)
    yield tuple(_of_reports(connection, newer))
    for side in ("left", "right"):
        yield tuple(_of_links(connection, side))
    yield tuple(_of_index(connection, newer))
    yield tuple(_of_names(connection))
    yield tuple(_of_waiting(connection))
    numbers: set[int] = set()
    for judgement in all_judgements(connection):
        yield tuple(_of_judgement(connection, judgement, numbers))
        numbers.add(judgement.number)


def _of_reports(connection: Connection, newer: Select[Any]) -> Iterator[Fault]:
    c = reports.c
    told = exists().where(events.c.document == c.document, events.c.event == c.event)
    of = exists().where(incidents.c.id == c.incident)
    query = (
        select(reports)
        .where(~(told & of), c.document.not_in(newer))
        .order_by(by_code(c.document), by_code(c.event))
    )
    for row in connection.execute(query):
        item = f"{row.document}/{row.event}"
        yield Fault(item, f"a report of {row.incident}, but that incident or this event isn't there", RELINK)


def _of_links(connection: Connection, side: str) -> Iterator[Fault]:
    document, event = links.c[f"{side}_document"], links.c[f"{side}_event"]
    there = exists().where(
        reports.c.document == document,
        reports.c.event == event,
        reports.c.incident == links.c.incident,
    )
    query = select(links.c.incident, document.label("document"), event.label("event")).where(~there)
    for row in connection.execute(query.order_by(links.c.number)):
        problem = f"a link of it leads to {row.document}/{row.event}, which is no report of it"
        yield Fault(row.incident, problem, RELINK)


def _of_index(connection: Connection, newer: Select[Any]) -> Iterator[Fault]:
    c = linked_events.c
    same = and_(events.c.document == c.document, events.c.event == c.event, events.c.reading == c.reading)
    lost = select(linked_events).where(~exists().where(same), c.document.not_in(newer))
    for row in connection.execute(lost):
        item = f"{row.document}/{row.event}"
        yield Fault(item, "linking knows it as no newest reading tells it", RELINK)
    for of in (link_keys.c.event, link_pairs.c.left, link_pairs.c.right):
        stray = select(func.count()).select_from(of.table).where(of.not_in(select(c.number)))
        number = connection.execute(stray).scalar()
        if number:
            yield Fault(of.table.name, f"{number} rows are of events that linking doesn't know", RELINK)


def _of_names(connection: Connection) -> Iterator[Fault]:
    for table in (incident_places, incident_parties):
        lost = select(table.c.name).distinct().where(table.c.name.not_in(select(name_tails.c.name)))
        for row in connection.execute(lost):
            yield Fault(table.name, f"the name {row.name.strip()} can't be found by its words", RELINK)


def _of_waiting(connection: Connection) -> Iterator[Fault]:
    due = {row.number for row in connection.execute(unread_documents())}
    there = {row.document for row in connection.execute(select(waiting))}
    for number in sorted(due ^ there):
        said = (
            "waits to be read, and the table waiting lacks it"
            if number in due
            else "does not wait to be read"
        )
        yield Fault(f"document number {number}", said, REPORT)


def _of_judgement(connection: Connection, judgement: Judgement, earlier: set[int]) -> Iterator[Fault]:
    item, decision = f"judgement {judgement.number}", judgement.decision
    if decision.undoes is not None and decision.undoes not in earlier:
        yield Fault(item, f"it undoes {decision.undoes}, which is no earlier judgement", BACKUP)
    for anchor in (*decision.reports, *decision.apart):
        if not _is_there(connection, anchor):
            where = f"{anchor.document} [{anchor.start}:{anchor.end}]"
            yield Fault(item, f"its anchor {where} lies outside any document", BACKUP)


def _is_there(connection: Connection, anchor: Anchor) -> bool:
    length = select(func.length(documents.c.text)).where(documents.c.id == anchor.document)
    there = connection.execute(length).scalar()
    return there is not None and 0 <= anchor.start < anchor.end <= there
