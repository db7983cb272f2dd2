"""The reader in this process, or in several of this machine: documents in, outcomes out in the same order.

Only a few documents are out at a time, so that a folder of any size takes bounded memory. A process that dies (for
memory, say) gives the document that it was reading one more try, in another process; those that waited behind it
just go elsewhere.
"""

from __future__ import annotations

import heapq
import multiprocessing
import os
import time
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from dateline.engines.reading import outcome_of
from dateline.engines.worker import Message, NoReader, Ready, Task, Worker
from dateline.errors import KnowledgeError, ReaderError
from dateline.model.document import Document
from dateline.model.protocols import MakeReader, Outcome

AHEAD = 3
"""Documents that a process has: one that it reads, and some so that it never waits for the parent's disk."""

WINDOW = 8
"""Documents for each process that may be out or wait for an earlier one, as outcomes keep their order."""

LIMIT_SECONDS = 300.0
"""How long one document, or opening the reader, may take."""

DEATHS = 2
"""How many processes may die over one document; the first may have been another program's fault."""

FAILED_STARTS = 3
"""How many processes in a row may die before they are ready."""


class InProcess:
    """The reader in this very process: for one document, or where no other process may be started."""

    def read(self, make_reader: MakeReader, documents: Iterable[Document]) -> Generator[Outcome, None, None]:
        """One outcome for each document, in order."""
        read = None
        for document in documents:
            read = read or make_reader()
            yield outcome_of(read, document)


class Processes:
    """The reader in up to `workers` processes (by default one for each core), started as they are needed."""

    def __init__(self, workers: int | None = None, limit_seconds: float = LIMIT_SECONDS) -> None:
        self.workers = max(1, workers or _cores())
        self.limit_seconds = limit_seconds

    def read(self, make_reader: MakeReader, documents: Iterable[Document]) -> Generator[Outcome, None, None]:
        """One outcome for each document, in order. Raises KnowledgeError when no process can open the reader."""
        run = _Run(self, make_reader, iter(documents))
        try:
            yield from run.outcomes()
        finally:
            run.stop()


class _Run:
    """One run: who reads what, what is to be read again, and what is done but waits for its turn."""

    def __init__(self, engine: Processes, make_reader: MakeReader, source: Iterator[Document]) -> None:
        self._engine, self._make_reader = engine, make_reader
        self._source = source
        self._context = process_context()
        self._crew: list[Worker] = []
        self._again: list[tuple[int, Task]] = []
        self._done: dict[int, Outcome] = {}
        self._next, self._taken, self._failed_starts = 0, 0, 0

    def outcomes(self) -> Generator[Outcome, None, None]:
        """All outcomes in order."""
        while True:
            self._hand_out()
            busy = any(worker.tasks for worker in self._crew)
            if self._next in self._done:
                self._collect(0.0)
                yield self._done.pop(self._next)
                self._next += 1
            elif busy:
                self._collect(self._patience())
            else:
                return

    def stop(self) -> None:
        """End all processes."""
        for worker in self._crew:
            worker.stop()
        self._crew.clear()

    def _hand_out(self) -> None:
        """Give out documents while there is room, each to the process that has the fewest."""
        while self._has_room() and (task := self._task()) is not None:
            worker = self._least_busy()
            if not worker.hand(task):
                self._put_back([task])
                self._died(worker)

    def _has_room(self) -> bool:
        return len(self._crew) < self._engine.workers or any(len(each.tasks) < AHEAD for each in self._crew)

    def _task(self) -> Task | None:
        """The next document: one that is to be read again before a new one, as others wait for its outcome."""
        if self._again:
            return heapq.heappop(self._again)[1]
        if self._taken - self._next >= WINDOW * self._engine.workers:
            return None
        document = next(self._source, None)
        if document is None:
            return None
        self._taken += 1
        return Task(self._taken - 1, document)

    def _least_busy(self) -> Worker:
        """The process with the fewest documents, a new one where all have some and another is allowed."""
        least = min(self._crew, key=lambda each: len(each.tasks), default=None)
        if least is None or (least.tasks and len(self._crew) < self._engine.workers):
            least = Worker(self._context, self._make_reader)
            self._crew.append(least)
        return least

    def _collect(self, seconds: float) -> None:
        """Take what the processes say, waiting at most so long for one to speak."""
        by_pipe = {each.connection: each for each in self._crew}
        for pipe in wait(list(by_pipe), seconds):
            worker = by_pipe[pipe]  # type: ignore[index]
            self._hear(worker, worker.receive())
        for worker in [each for each in self._crew if self._time_left(each) <= 0]:
            self._overdue(worker)

    def _hear(self, worker: Worker, message: Message | None) -> None:
        if message is None:
            self._died(worker)
        elif isinstance(message, NoReader):
            raise KnowledgeError(message.reason)
        elif isinstance(message, Ready):
            worker.ready, self._failed_starts = True, 0
        else:
            self._done[worker.tasks.popleft().number] = message

    def _patience(self) -> float:
        return max(0.0, min(self._time_left(each) for each in self._crew))

    def _time_left(self, worker: Worker) -> float:
        if not worker.tasks:
            return self._engine.limit_seconds
        return worker.since + self._engine.limit_seconds - time.monotonic()

    def _died(self, worker: Worker) -> None:
        """A process is gone: the document that it was reading is suspect, those behind it are not."""
        how = self._bury(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                raise KnowledgeError(f"the process that was to open the reader {how}; try fewer workers")
        elif worker.tasks:
            task = worker.tasks[0]
            task.deaths += 1
            if task.deaths >= DEATHS:
                self._fail(
                    worker, f"two processes that read it died, the last one {how}; leave it out or cut it up"
                )
        self._put_back(worker.tasks)

    def _overdue(self, worker: Worker) -> None:
        self._bury(worker)
        said = f"longer than {self._engine.limit_seconds:g} seconds"
        if not worker.ready:
            raise KnowledgeError(f"opening the reader took {said}; try fewer workers")
        self._fail(worker, f"reading it took {said}; leave it out or cut it up")
        self._put_back(worker.tasks)

    def _fail(self, worker: Worker, reason: str) -> None:
        task = worker.tasks.popleft()
        self._done[task.number] = ReaderError(f"{task.document.id}: {reason}")

    def _bury(self, worker: Worker) -> str:
        self._crew.remove(worker)
        return worker.stop()

    def _put_back(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            heapq.heappush(self._again, (task.number, task))


def process_context() -> BaseContext:
    """Processes that start clean: a copy of this one would share its database connections and its threads' locks."""
    clean = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(clean)


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
