"""Incidents: the rows by which they are asked for against the JSON that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, RowMapping, Table, Text, cast, select

from dateline.model.incident import Incident
from dateline.model.incident_codec import incident_from_dict
from dateline.record import rows
from dateline.record.checking.fault import RELINK, Checked, Fault, parsed
from dateline.record.checking.readings import UNREADABLE
from dateline.record.ordering import by_code
from dateline.record.schema import (
    incident_outlets,
    incident_parties,
    incident_places,
    incidents,
    reports,
)

FOLLOWING: tuple[tuple[Table, Callable[[Incident], list[rows.Row]]], ...] = (
    (reports, rows.report_rows),
    (incident_places, rows.place_rows),
    (incident_parties, rows.party_rows),
    (incident_outlets, rows.outlet_rows),
)
"""The tables that follow from an incident's JSON, each with what makes its rows."""


def check_incidents(connection: Connection) -> Checked:
    """Look at every incident, by id."""
    body = cast(incidents.c.body, Text).label("told")
    for row in connection.execute(select(incidents, body).order_by(by_code(incidents.c.id))).mappings():
        yield tuple(Fault(row["id"], problem, RELINK) for problem in _problems(connection, row))


def _problems(connection: Connection, row: RowMapping) -> Iterator[str]:
    try:
        incident = incident_from_dict({**parsed(row["told"]), "links": []})
    except UNREADABLE as problem:
        yield f"it can't be decoded: {problem!r}"
        return
    for column, value in rows.incident_row(incident, {}).items():
        if column != "body" and row[column] != value:
            yield f"incidents.{column} has {row[column]!r}, its JSON {value!r}"
    if not incident.reports:
        yield "no report tells of it"
    for table, make in FOLLOWING:
        yield from _of_table(connection, table, row["id"], make(incident))


def _of_table(connection: Connection, table: Table, key: str, made: list[rows.Row]) -> Iterator[str]:
    columns = [column for column in table.columns if column.name != "number"]
    kept = Counter(tuple(row) for row in connection.execute(select(*columns).where(table.c.incident == key)))
    due = Counter(tuple(row[column.name] for column in columns) for row in made)
    for word, found in (("lacks", due - kept), ("has besides", kept - due)):
        for values in found.elements():
            told = ", ".join(str(value) for value in values if value not in (None, key))
            yield f"the table {table.name} {word} the row {told}"
