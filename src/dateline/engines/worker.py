"""One process that reads: documents go in by a pipe, outcomes come out by it in the same order.

The process opens the reader once, says that it is ready, and ends when its pipe is closed, so that none outlives
the run that started it, even one that was killed.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from queue import SimpleQueue

from dateline.engines.reading import outcome_of
from dateline.errors import DatelineError
from dateline.model.document import Document
from dateline.model.protocols import MakeReader, Outcome, ReadDocument


@dataclass(frozen=True, slots=True)
class Ready:
    """The reader is open."""


@dataclass(frozen=True, slots=True)
class NoReader:
    """The reader can't be opened, or can't go on with any document."""

    reason: str


Message = Ready | NoReader | Outcome


@dataclass(slots=True)
class Task:
    """A document, its place in the run, and how many processes have died over it."""

    number: int
    document: Document
    deaths: int = 0


class Worker:
    """The parent's side of one process; `tasks` are those handed over and not answered yet, in order."""

    def __init__(self, context: BaseContext, make_reader: MakeReader) -> None:
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.since = time.monotonic()
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, make_reader), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()

    def hand(self, task: Task) -> bool:
        """Give it a document; False when the process is gone."""
        if self.ready and not self.tasks:
            self.since = time.monotonic()
        try:
            self.connection.send(task.document)
        except OSError:
            return False
        self.tasks.append(task)
        return True

    def receive(self) -> Message | None:
        """Its next message; None when the process is gone."""
        try:
            message: Message = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.since = time.monotonic()
        return message

    def stop(self) -> str:
        """End the process now; how it ended, in words."""
        self.connection.close()
        self._process.join(0.2)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        return _in_words(self._process.exitcode)


def serve(connection: Connection, make_reader: MakeReader) -> None:
    """The process itself: open the reader, then read what comes."""
    # An interrupt at the terminal reaches all processes; what to do about it is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Processes share the cores between them: threads of numeric libraries would only get in each other's way.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        _read_what_comes(connection, make_reader())
    except DatelineError as problem:
        connection.send(NoReader(str(problem)))
    except BrokenPipeError:
        return  # nobody is left to read for


def _read_what_comes(connection: Connection, read: ReadDocument) -> None:
    connection.send(Ready())
    waiting: SimpleQueue[Document | None] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, waiting), daemon=True).start()
    while (document := waiting.get()) is not None:
        connection.send(outcome_of(read, document))


def _listen(connection: Connection, waiting: SimpleQueue[Document | None]) -> None:
    """Take documents off the pipe at once: if both sides waited to be listened to, none would ever go on."""
    while True:
        try:
            waiting.put(connection.recv())
        except (EOFError, OSError):
            waiting.put(None)
            return


def _in_words(code: int | None) -> str:
    if code is not None and code < 0:
        return f"was ended by {signal.Signals(-code).name}" + (" (out of memory?)" if code == -9 else "")
    return f"ended with code {code}"
