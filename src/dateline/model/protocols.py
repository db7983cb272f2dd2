"""What stages ask of each other without importing each other: a reader, and an engine that runs readers."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Protocol

from dateline.errors import ReaderError
from dateline.model.document import Document
from dateline.model.reading import Reading

ReadDocument = Callable[[Document], Reading]
"""Reads one document; raises ReaderError when it can't."""

MakeReader = Callable[[], ReadDocument]
"""Makes a reader; a function at the top of a module, so that another process can import it by its name.

Raises KnowledgeError when a table or the model is missing.
"""

Outcome = Reading | ReaderError
"""What became of one document."""


class Engine(Protocol):
    """Runs a reader over documents, here or in other processes."""

    def read(self, make_reader: MakeReader, documents: Iterable[Document]) -> Generator[Outcome, None, None]:
        """One outcome for each document, in the order of the documents.

        Documents are drawn only as fast as outcomes are taken. A document that fails or kills its process
        yields a ReaderError that names it; the others are read all the same. Closing the generator stops all work.
        """
        ...
