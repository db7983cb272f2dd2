"""Incidents -> other programs' formats: one file for each format, and who may see which names.

In: incidents and an open text file. Out: lines written to it, one incident at a time. A format is one module
and one row of FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from dateline.errors import UsageError
from dateline.model.incident import Incident
from dateline.share.csv import write_csv
from dateline.share.geojson import write_geojson

__all__ = ["FORMATS", "Format", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that commands take; `writer` takes incidents, a text file and whether to show names."""

    name: str
    writer: Callable[[Iterable[Incident], TextIO, bool], None]
    media_type: str


FORMATS: tuple[Format, ...] = (
    Format("csv", write_csv, "text/csv"),
    Format("geojson", write_geojson, "application/geo+json"),
)


def write(form: str, incidents: Iterable[Incident], out: TextIO, *, names: bool = False) -> None:
    """Write incidents to an open text file in the format of that name.

    Private persons are shown as "a person" unless `names`. Raises UsageError for a name that is no format.
    """
    found = next((f for f in FORMATS if f.name == form), None)
    if found is None:
        raise UsageError(f"{form} is no export format; choose one of {', '.join(f.name for f in FORMATS)}")
    found.writer(incidents, out, names)
