"""Incidents in, the record's incidents brought to them: what stayed is left alone, what moved goes into the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select

from dateline.model.incident import Incident
from dateline.record import rows
from dateline.record.identity import with_stable_ids
from dateline.record.questions import keep_questions
from dateline.record.relating import count_parties, parties_of
from dateline.record.schema import (
    former_ids,
    history,
    incident_outlets,
    incident_parties,
    incident_places,
    incidents,
    links,
    name_tails,
    reports,
)
from dateline.record.statements import insert_rows, parts

LINKED = "linked"
ALL = "record"
"""The item of a change to the record as a whole."""

FORMED, CHANGED, MERGED, DISSOLVED = (
    "incident formed",
    "incident changed",
    "incident merged",
    "incident dissolved",
)

TOLD = ("type", "mode", "when", "killed", "injured", "certainty")
"""Fields whose old and new value the history tells; the others follow from the reports."""

Note = Callable[[str, str, Mapping[str, Any]], None]
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Through:
    """What incidents were made of: all readings and all judgements up to these numbers."""

    reading: int = 0
    judgement: int = 0

    def covers(self, other: Through) -> bool:
        """Whether nothing went into the other that didn't go into this."""
        return self.reading >= other.reading and self.judgement >= other.judgement


def replace_incidents(
    connection: Connection, found: Sequence[Incident], through: Through, note: Note
) -> int | None:
    """Put incidents in place of those kept; how many the record has then.

    None where those that are kept were made of something that went into the new ones, and of something that didn't:
    link again. Incidents that were made of more stay.
    """
    there = linked_through(connection)
    if not through.covers(there):
        return _count(connection) if there.covers(through) else None
    before: dict[str, Body] = {
        row.id: row.body for row in connection.execute(select(incidents.c.id, incidents.c.body))
    }
    named = with_stable_ids(found, memberships(connection), _former(connection, before))
    _exchange(connection, before, named, note)
    note(LINKED, ALL, {"through": through.reading, "judged": through.judgement, "incidents": len(named)})
    return len(named)


def replace_some(connection: Connection, found: Sequence[Incident], old: Iterable[str], note: Note) -> None:
    """Put incidents in place of those with the ids `old`, which hold the same reports, some more and some less."""
    before: dict[str, Body] = {}
    for part in parts(sorted(old)):
        query = select(incidents.c.id, incidents.c.body).where(incidents.c.id.in_(part))
        before.update((row.id, row.body) for row in connection.execute(query))
    members = {report: key for key, body in before.items() for report in _told_by(body)}
    former = _former_of(connection, found)
    named = with_stable_ids(found, members, former, elsewhere=lambda key: _is_taken(connection, key))
    _exchange(connection, before, named, note)


def linked_some(connection: Connection, through: Through, note: Note) -> None:
    """Say that the readings up to a number have found their incidents."""
    note(LINKED, ALL, {"through": through.reading, "judged": through.judgement})


def _is_taken(connection: Connection, key: str) -> bool:
    return connection.execute(select(incidents.c.id).where(incidents.c.id == key)).first() is not None


def _exchange(
    connection: Connection, before: Mapping[str, Body], named: Sequence[Incident], note: Note
) -> None:
    after = {incident.id: rows.incident_body(incident) for incident in named}
    moved = [incident for incident in named if before.get(incident.id) != after[incident.id]]
    gone = [key for key in before if key not in after]
    _keep_former(connection, (before[key] for key in gone))
    _remove(connection, [*gone, *(i.id for i in moved if i.id in before)])
    put(connection, moved, after)
    _put_links(connection, named)
    keep_questions(connection, (incident.id for incident in named))
    for action, key, detail in _story(before, after):
        note(action, key, detail)


def linked_through(connection: Connection) -> Through:
    """Up to which reading and judgement incidents were made; 0 where none were made."""
    told = history.c.action == LINKED, history.c.item == ALL
    query = select(history.c.detail).where(*told).order_by(history.c.number.desc())
    detail = connection.execute(query.limit(1)).scalar()
    return Through(int(detail["through"]), int(detail.get("judged", 0))) if detail else Through()


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(incidents)).scalar() or 0


def _former(connection: Connection, live: Mapping[str, Body]) -> dict[tuple[str, str], str]:
    """The id that each report's incident had before it was merged or dissolved, unless another has it now."""
    kept = connection.execute(select(former_ids))
    return {(row.document, row.event): row.incident for row in kept if row.incident not in live}


def _former_of(connection: Connection, found: Sequence[Incident]) -> dict[tuple[str, str], str]:
    """The same for the reports of some incidents."""
    told = {(report.document, report.event) for incident in found for report in incident.reports}
    kept: dict[tuple[str, str], str] = {}
    for part in parts(sorted({document for document, _ in told})):
        live = exists().where(incidents.c.id == former_ids.c.incident)
        query = select(former_ids).where(former_ids.c.document.in_(part), ~live)
        rows = connection.execute(query)
        kept.update(((r.document, r.event), r.incident) for r in rows if (r.document, r.event) in told)
    return kept


def _keep_former(connection: Connection, gone: Iterable[Body]) -> None:
    for body in gone:
        for document, event in _told_by(body):
            key = {"document": document, "event": event}
            connection.execute(delete(former_ids).filter_by(**key))
            connection.execute(insert(former_ids).values(**key, incident=body["id"]))


def memberships(connection: Connection) -> dict[tuple[str, str], str]:
    """The incident of each report, by document and event."""
    return {(row.document, row.event): row.incident for row in connection.execute(select(reports))}


def _remove(connection: Connection, keys: Sequence[str]) -> None:
    for part in parts(keys):
        count_parties(connection, parties_of(connection, part), -1)
        connection.execute(delete(incidents).where(incidents.c.id.in_(part)))


def put(connection: Connection, moved: Sequence[Incident], bodies: Mapping[str, Body]) -> None:
    """Put incidents, with their JSON, where none of their ids are, without their links."""
    insert_rows(connection, incidents, (rows.incident_row(item, bodies[item.id]) for item in moved))
    insert_rows(connection, reports, (row for item in moved for row in rows.report_rows(item)))
    insert_rows(connection, incident_places, (row for item in moved for row in rows.place_rows(item)))
    parties = [row for item in moved for row in rows.party_rows(item)]
    insert_rows(connection, incident_parties, parties)
    count_parties(connection, parties, 1)
    insert_rows(connection, incident_outlets, (row for item in moved for row in rows.outlet_rows(item)))
    _put_names(
        connection,
        {row["name"] for item in moved for row in (*rows.place_rows(item), *rows.party_rows(item))},
    )


def _put_names(connection: Connection, names: Set[str]) -> None:
    """Names that are new on record, from each of their words on; a name stays when its last incident goes."""
    known: set[str] = set()
    for part in parts(sorted(names)):
        known.update(
            connection.execute(select(name_tails.c.name).where(name_tails.c.name.in_(part))).scalars()
        )
    insert_rows(connection, name_tails, rows.tail_rows(names - known))


def _put_links(connection: Connection, named: Sequence[Incident]) -> None:
    """Scores lean on how common words are in the whole record, so that they move where nothing else does."""
    kept: dict[str, list[Body]] = defaultdict(list)
    for part in parts([incident.id for incident in named]):
        query = select(links).where(links.c.incident.in_(part)).order_by(links.c.number)
        for row in connection.execute(query).mappings():
            kept[row["incident"]].append({key: value for key, value in row.items() if key != "number"})
    new = {incident.id: rows.link_rows(incident) for incident in named}
    stale = [key for key, made in new.items() if kept.get(key, []) != made]
    for part in parts(stale):
        connection.execute(delete(links).where(links.c.incident.in_(part)))
    insert_rows(connection, links, (row for key in stale for row in new[key]))


def _story(before: Mapping[str, Body], after: Mapping[str, Body]) -> Iterator[tuple[str, str, Body]]:
    """What happened to each incident, in the order of the ids."""
    now_in = {report: key for key, body in after.items() for report in _told_by(body)}
    for key in sorted(before.keys() | after.keys()):
        if key not in before:
            yield FORMED, key, {"reports": after[key]["reports"]}
        elif key not in after:
            into = sorted({now_in[report] for report in _told_by(before[key]) if report in now_in})
            yield (
                (MERGED, key, {"into": into})
                if into
                else (DISSOLVED, key, {"reports": before[key]["reports"]})
            )
        elif before[key] != after[key]:
            yield CHANGED, key, _difference(before[key], after[key])


def _difference(before: Body, after: Body) -> Body:
    was, is_now = _told_by(before), _told_by(after)
    other = [field for field in TOLD if before[field] != after[field]]
    return {
        "joined": [{"document": d, "event": e} for d, e in sorted(is_now - was)],
        "left": [{"document": d, "event": e} for d, e in sorted(was - is_now)],
        "before": {field: before[field] for field in other},
        "after": {field: after[field] for field in other},
    }


def _told_by(body: Body) -> set[tuple[str, str]]:
    return {(report["document"], report["event"]) for report in body["reports"]}
