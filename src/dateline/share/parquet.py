"""Incidents -> Apache Parquet: the columns of the CSV export with types, several values as lists of strings.

Flat but for those lists, so that every reader of Parquet can take it. Written in groups of rows: memory doesn't grow
with the record. Needs pyarrow, an extra, imported when asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from dateline.errors import UsageError
from dateline.model.incident import Incident
from dateline.share.columns import COLUMNS, Column

AT_ONCE = 5_000
_FLOATS = frozenset({"lat", "lon"})
_DAYS = frozenset({"start", "end"})
_LISTS = frozenset({"actors", "recipients", "weapons", "outlets", "documents"})
_NUMBERS = frozenset({"reports", "origins"})


def write_parquet(incidents: Iterable[Incident], out: BinaryIO, names: bool) -> None:
    """Write the file. Raises UsageError where pyarrow is missing."""
    arrow, parquet = _library()
    schema = arrow.schema([arrow.field(c.name, _type(c, arrow), nullable=c.name != "id") for c in COLUMNS])
    with parquet.ParquetWriter(out, schema, compression="zstd") as file:
        for rows in _lots(incidents):
            columns = {c.name: [_value(c, i, names) for i in rows] for c in COLUMNS}
            file.write_table(arrow.table(columns, schema=schema))


def _library() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as problem:
        raise UsageError(
            "parquet needs the package pyarrow, which is not installed; run: pip install 'dateline[parquet]'"
        ) from problem
    return pyarrow, pyarrow.parquet


def _type(column: Column, arrow: Any) -> Any:
    if column.name in _FLOATS:
        return arrow.float64()
    if column.name in _DAYS:
        return arrow.date32()
    if column.name in _LISTS:
        return arrow.list_(arrow.string())
    number = column.name in _NUMBERS or column.name.startswith(("killed_", "injured_"))
    return arrow.int64() if number else arrow.string()


def _value(column: Column, incident: Incident, names: bool) -> Any:
    value = column.value(incident, names)
    if column.name in _DAYS:
        return date.fromisoformat(str(value)) if value else None
    return list(value) if isinstance(value, tuple) else value


def _lots(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    source = iter(incidents)
    while lot := list(islice(source, AT_ONCE)):
        yield lot
