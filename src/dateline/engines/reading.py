"""A reader and a document in, an outcome out: what fails one document, and what fails the run."""

from __future__ import annotations

from dateline.errors import ReaderError
from dateline.model.document import Document
from dateline.model.protocols import Outcome, ReadDocument

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a mistake in the reader's own code raises on a document that nobody thought of: it costs that document only."""


def outcome_of(read: ReadDocument, document: Document) -> Outcome:
    """The reading, or the error that names the document; errors that concern all documents are raised."""
    try:
        return read(document)
    except ReaderError as problem:
        return ReaderError(str(problem))
    except FAULTS as fault:
        said = f"{type(fault).__name__}: {fault}"
        return ReaderError(f"{document.id}: the reader failed on it ({said}); please report it")
