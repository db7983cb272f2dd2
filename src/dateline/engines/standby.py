"""One reader kept ready in a process of its own: for a page on which somebody pastes one article after the other.

In: a document at a time. Out: its outcome. The process is started with the first document and again when it has died; a
document that takes too long ends it, so that none holds up those that wait.
"""

from __future__ import annotations

import time
from threading import BoundedSemaphore, Lock

from dateline.engines.local import process_context
from dateline.engines.worker import NoReader, Ready, Task, Worker
from dateline.errors import KnowledgeError, ReaderError
from dateline.model.document import Document
from dateline.model.protocols import MakeReader, Outcome

LIMIT_SECONDS = 60.0
"""How long one document, with opening the reader, may take."""

MOST_WAITING = 8
"""Who may wait or be served at once; more are told to come back."""


class Busy(ReaderError):
    """Too many wait already."""


class Standby:
    """Reads what comes, one document after the other."""

    def __init__(self, make_reader: MakeReader, limit_seconds: float = LIMIT_SECONDS) -> None:
        self._make_reader, self._limit = make_reader, limit_seconds
        self._worker: Worker | None = None
        self._lock, self._room = Lock(), BoundedSemaphore(MOST_WAITING)

    def read(self, document: Document) -> Outcome:
        """The reading, or why there is none. Raises Busy, and KnowledgeError where no reader can be opened."""
        if not self._room.acquire(blocking=False):
            raise Busy("the reader has much to read already; try again in a minute")
        try:
            with self._lock:
                return self._read(document)
        finally:
            self._room.release()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _read(self, document: Document) -> Outcome:
        until = time.monotonic() + self._limit
        worker = self._worker or Worker(process_context(), self._make_reader)
        self._worker = worker
        if not worker.hand(Task(0, document)):
            self._stop()
            return ReaderError(f"{document.id}: the reader's process was gone; try again")
        while worker.connection.poll(max(0.0, until - time.monotonic())):
            message = worker.receive()
            if isinstance(message, Ready):
                continue
            if message is None:
                return ReaderError(f"{document.id}: the reader's process {self._stop()} over it")
            if isinstance(message, NoReader):
                self._stop()
                raise KnowledgeError(message.reason)
            worker.tasks.clear()
            return message
        self._stop()
        return ReaderError(f"{document.id}: reading it took longer than {self._limit:g} seconds; cut it up")

    def _stop(self) -> str:
        worker, self._worker = self._worker, None
        return worker.stop() if worker else "was gone"
