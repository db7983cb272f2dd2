"""Records as earlier versions left them: the tables of a layout, made by its migrations, with what a record has for them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, func, insert, inspect, select

from dateline.record.backend import WRITES, backend_at
from dateline.record.migrate import _run
from dateline.record.schema import GROWING, metadata

LATER_KEYS = ("rules", "decided", "judgements", "disputed")
"""What the JSON of incidents has since layout 0002."""


def make_at(layout: str, place: str, source: str) -> None:
    """A record of a layout at `place`, with the rows of the record at `source` that it has tables and columns for."""
    old, new = backend_at(place), backend_at(source)
    old.prepare()
    with (
        old.engine.execution_options(**{WRITES: True}).begin() as connection,
        new.engine.connect() as of,
    ):
        _run(connection, layout)
        there = inspect(connection).get_table_names()
        for table in metadata.sorted_tables:
            if table.name in there:
                _copy(layout, table, of, connection)
        for name in GROWING:
            if name in there:
                old.guard(connection, name)
    old.engine.dispose()
    new.engine.dispose()


def _copy(layout: str, table: Table, source: Connection, target: Connection) -> None:
    there = {column["name"] for column in inspect(target).get_columns(table.name)}
    columns = [column for column in table.columns if column.name in there]
    rows = [_row(layout, dict(row)) for row in source.execute(select(*columns)).mappings()]
    if rows:
        then = Table(table.name, MetaData(), *(Column(c.name, c.type) for c in columns))
        target.execute(insert(then), rows)
    if target.dialect.name == "postgresql" and "number" in there:
        of = func.pg_get_serial_sequence(table.name, "number")
        highest = func.coalesce(func.max(table.c.number), 1)
        target.execute(select(func.setval(of, highest)).where(of.is_not(None)))


def _row(layout: str, row: dict[str, Any]) -> dict[str, Any]:
    if layout == "0001" and "reports" in row.get("body", ()):
        row["body"] = {key: value for key, value in row["body"].items() if key not in LATER_KEYS}
    return row
