"""Questions about incidents: lists and pages of them, all as points, one by its id, which reports are whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from dateline.errors import UnknownItem, UsageError
from dateline.model.incident import Incident, Report
from dateline.model.incident_codec import incident_from_dict
from dateline.record.filters import IncidentFilter
from dateline.record.linking import MERGED, memberships
from dateline.record.ordering import ordered
from dateline.record.paging import MOST, Page, beyond, cursor_after
from dateline.record.past import incident_then
from dateline.record.points import Points, points
from dateline.record.schema import (
    former_ids,
    history,
    incidents,
    links,
    reports,
)
from dateline.record.statements import AT_ONCE


class IncidentQuestions:
    """Questions to a record about its incidents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection.execution_options(stream_results=True)

    def first_and_last_day(self) -> tuple[str, ...]:
        """The first and the last day on which a dated incident may have begun; empty where none is dated."""
        c = incidents.c.start
        row = self._connection.execute(select(func.min(c), func.max(c))).one()
        return tuple(str(day) for day in row if day is not None)

    def incidents(self, wanted: IncidentFilter | None = None, *, links: bool = True) -> Iterator[Incident]:
        """The incidents that a filter admits, latest first, undated last; without their links where those aren't needed."""
        wanted = wanted or IncidentFilter()
        c = incidents.c
        for stretch in wanted.stretches():
            answer = self._connection.execute(select(c.id, c.body).where(*stretch).order_by(*ordered()))
            for part in answer.partitions(AT_ONCE):
                found = self._with_links(part) if links else map(_without_links, part)
                yield from filter(wanted.admits, found)

    def page(self, wanted: IncidentFilter | None = None, limit: int = 100, after: str | None = None) -> Page:
        """The first `limit` incidents (1 to 10,000) that a filter admits, or the first ones after a cursor.

        Raises UsageError for a limit out of range and a cursor that belongs to another filter.
        """
        wanted = wanted or IncidentFilter()
        if not 1 <= limit <= MOST:
            raise UsageError(f"{limit}: a page has 1 to {MOST} incidents")
        found = list(islice(self._beyond(wanted, after, limit + 1), limit + 1))
        if len(found) <= limit:
            return Page(tuple(found), None)
        last = found[limit - 1]
        start = last.when.start.isoformat() if last.when else None
        return Page(tuple(found[:limit]), cursor_after(start, last.id, wanted))

    def _beyond(self, wanted: IncidentFilter, after: str | None, at_once: int) -> Iterator[Incident]:
        """The incidents after a cursor, so many looked up at a time: ids by an index, then those incidents."""
        c = incidents.c
        for stretch in wanted.stretches():
            keys = None
            while keys is None or len(keys) == at_once:
                further = beyond(after, wanted) if after is not None else ()
                query = select(c.id, c.start).where(*stretch, *further).order_by(*ordered()).limit(at_once)
                keys = self._connection.execute(query).all()
                found = select(c.id, c.body).where(c.id.in_([row.id for row in keys])).order_by(*ordered())
                yield from filter(wanted.admits, self._with_links(self._connection.execute(found).all()))
                if keys:
                    after = cursor_after(keys[-1].start, keys[-1].id, wanted)

    def points(self, wanted: IncidentFilter | None = None) -> Points:
        """Every incident that a filter admits as columns, in the order of `incidents`, without decoding any."""
        return points(self._connection, wanted or IncidentFilter())

    def count_incidents(self, wanted: IncidentFilter | None = None) -> int | None:
        """How many incidents a filter admits; None where only their exact distances would tell."""
        wanted = wanted or IncidentFilter()
        if wanted.near is not None:
            return None
        counts = (select(func.count()).select_from(incidents).where(*run) for run in wanted.stretches())
        return sum(self._connection.execute(count).scalar() or 0 for count in counts)

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

    def incident_at(self, key: str, moment: datetime) -> Incident | None:
        """One incident as it stood at a moment, without links; None where there was none of that id."""
        until = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        return incident_then(self._connection, key, until)

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


def _without_links(row: Any) -> Incident:
    return incident_from_dict({**row.body, "links": ()})


def _link(row: Any) -> dict[str, Any]:
    return {
        "left": {"document": row.left_document, "event": row.left_event},
        "right": {"document": row.right_document, "event": row.right_event},
        "score": row.score,
        "reasons": row.reasons,
    }
