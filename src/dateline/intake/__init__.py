"""From sources to documents: files, folders, addresses, feeds and standard input, one file per format.

In: the names that a person gives on the command line. Out: documents, and one `SourceError` for each thing that
can't be read, in the order of the sources, one at a time. It is the only part of Dateline that reads files and
opens connections; everything after it works on `Document`.
"""

from __future__ import annotations

from dateline.errors import SourceError
from dateline.intake.duplicates import Duplicate, DuplicateIndex, DuplicateKind, Signature, duplicates
from dateline.intake.options import IntakeOptions
from dateline.intake.sources import read_sources
from dateline.settings import Limits

__all__ = [
    "Duplicate",
    "DuplicateIndex",
    "DuplicateKind",
    "IntakeOptions",
    "Limits",
    "Signature",
    "SourceError",
    "duplicates",
    "read_sources",
]
