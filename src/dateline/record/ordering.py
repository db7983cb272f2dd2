"""Orders that are the same in every database: by code points, whatever language a database was made for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, String, func, literal_column
from sqlalchemy.ext.compiler import compiles

from dateline.record.schema import incidents


class by_code(ColumnElement[str]):
    """A column compared by its characters' code points in every database, whatever language it was made for."""

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.column = column
        self.type = column.type


@compiles(by_code)
def _plainly(element: by_code, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.column, **options))


@compiles(by_code, "postgresql")
def _in_c(element: by_code, compiler: Any, **options: Any) -> str:
    return f'{compiler.process(element.column, **options)} COLLATE "C"'


def day(start: Column[Any] = incidents.c.start) -> ColumnElement[str]:
    """The first day of an incident, empty for an undated one, which so comes last; the index is on the same words."""
    return by_code(func.coalesce(start, literal_column("''")))


def ordered() -> tuple[ColumnElement[Any], ...]:
    """The order of incidents: latest first, undated last, and by id within a day."""
    return day().desc(), by_code(incidents.c.id)


def in_code_order(column: Column[Any]) -> ColumnElement[Any]:
    """The column as it orders: words by their code points, anything else as it is."""
    return by_code(column) if isinstance(column.type, String) else column
