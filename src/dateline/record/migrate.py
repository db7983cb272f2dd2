"""Bring a record's tables to the newest layout; that there is nothing to do is found out without loading Alembic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dateline.errors import RecordError
from dateline.record.backend import WRITES, Backend
from dateline.record.kept import SINCE, make_kept
from dateline.record.schema import FIRST, GROWING

MIGRATIONS = Path(__file__).parent / "migrations"
LAYOUTS = frozenset(path.name[1:5] for path in (MIGRATIONS / "versions").glob("m[0-9]*.py"))
"""The layouts that this version knows, by the number in the name of the migration that makes each."""

NEWEST = max(LAYOUTS)

OnUpdate = Callable[[str], None]
"""Hears in words that a record is being brought up to date."""


def bring_up(backend: Backend, on_update: OnUpdate = lambda told: None) -> None:
    """Make the tables, or run the steps that are missing: all of them or, when something fails, none.

    Raises RecordError where there is something that is no record, a record of a newer version, or a step to run
    where nothing may be written.
    """
    with backend.engine.begin() as connection:
        layout = _layout(connection, backend.where)
    if layout == NEWEST:
        return
    if not backend.writable:
        raise RecordError(
            f"{backend.where}: it may not be written, as a record must be when it is made or updated"
        )
    backend.prepare()
    with backend.engine.execution_options(**{WRITES: True}).begin() as connection:
        # Another process may have been quicker; here, nobody else can write.
        layout = _layout(connection, backend.where)
        if layout != NEWEST:
            if layout is not None:
                on_update(f"{backend.where}: bringing the record from layout {layout} to {NEWEST} …")
            _run(connection)
            _finish(backend, connection, layout)


def make_from(backend: Backend, layout: str, fill: Callable[[Connection], None]) -> None:
    """Make the tables of a layout, fill them and bring them up to date: all of it or, when something fails, nothing.

    Raises RecordError where there are tables already, or for a layout of a newer version.
    """
    if layout not in LAYOUTS:
        raise RecordError(
            f"the backup has layout {layout}, newer than the {NEWEST} known here; update Dateline"
        )
    if not backend.writable:
        raise RecordError(f"{backend.where}: it may not be written; name another record")
    with backend.engine.begin() as connection:
        empty = not inspect(connection).get_table_names()
    if empty:
        backend.prepare()
    with backend.engine.execution_options(**{WRITES: True}).begin() as connection:
        if inspect(connection).get_table_names():
            raise RecordError(
                f"{backend.where}: there is something already; name a record that isn't there yet"
            )
        _run(connection, layout)
        fill(connection)
        _run(connection)
        _finish(backend, connection, layout)


def _finish(backend: Backend, connection: Connection, before: str | None) -> None:
    """What steps of the layout leave to do: answers that are kept, and guards."""
    if before is not None and before < SINCE:
        make_kept(connection)
    for table in GROWING:
        backend.guard(connection, table)


def _layout(connection: Connection, where: str) -> str | None:
    """The layout that the database has; None for an empty one."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not tables.issuperset(("alembic_version", *FIRST)):
        some = ", ".join(sorted(tables)[:4])
        raise RecordError(f"{where}: it is not a record, as it holds the tables {some}; name another one")
    layout = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if layout not in LAYOUTS:
        raise RecordError(
            f"{where}: the record has layout {layout}, newer than the {NEWEST} that this version of Dateline "
            "knows; update Dateline"
        )
    return layout


def _run(connection: Connection, layout: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, layout)
