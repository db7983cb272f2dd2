"""Adding sources in the background: one job after the other in a thread of its own, each of which can be watched and stopped.

In: names of sources and how to read them. Out: jobs, whose state is kept in the record. What a job has kept is kept,
whatever becomes of it: one that was stopped, or cut off with its server, is gone on with by the next that adds the same.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread

from dateline.engines.reading import FAULTS
from dateline.errors import DatelineError, ReaderError, SourceError, UsageError
from dateline.intake import IntakeOptions, read_sources
from dateline.model.document import Document
from dateline.model.protocols import Engine, MakeReader
from dateline.pipeline import AddReport, Progress, add, make_reader, relink
from dateline.record import Record
from dateline.record.job_log import MOST_FAILURES, Job, State

KEPT_EVERY_SECONDS = 1.0
MOST_QUEUED = 20


class Stopped(DatelineError):
    """Somebody stopped the job."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be added: `shown` are the sources as people name them, `folder` holds uploads and goes at the end."""

    author: str
    sources: Sequence[str]
    shown: Sequence[str]
    options: IntakeOptions
    folder: Path | None = None


class Jobs:
    """The jobs of one record's desk, in one process."""

    def __init__(
        self,
        record: Record,
        engine: Engine,
        clock: Callable[[], datetime],
        make: MakeReader = make_reader,
    ) -> None:
        self._record, self._engine, self._clock, self._make = record, engine, clock, make
        self._jobs: dict[str, Job] = {}
        self._stops: dict[str, Event] = {}
        self._waiting: SimpleQueue[tuple[str, Order] | None] = SimpleQueue()
        self._lock = Lock()
        self._thread = Thread(target=self._work, name="dateline-jobs", daemon=True)

    def start(self) -> None:
        """Mark the jobs of an earlier server as interrupted, and begin to work."""
        if self._record.writable:
            with self._record.job_log() as log:
                log.interrupt()
        self._thread.start()

    def close(self) -> None:
        """Stop the job that runs; those that wait are left as interrupted."""
        with self._lock:
            for stop in self._stops.values():
                stop.set()
        self._waiting.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def submit(self, order: Order) -> Job:
        """Put a job into the queue. Raises UsageError where too many wait."""
        with self._lock:
            if sum(not job.is_over for job in self._jobs.values()) >= MOST_QUEUED:
                raise UsageError(f"{MOST_QUEUED} jobs wait already; wait until one is done")
            job = Job(secrets.token_hex(6), order.author, self._clock(), tuple(order.shown))
            self._jobs[job.id], self._stops[job.id] = job, Event()
        self._keep(job)
        self._waiting.put((job.id, order))
        return job

    def job(self, key: str) -> Job | None:
        """A job as it is now; one of this process from memory, an older one from the record."""
        with self._lock:
            if key in self._jobs:
                return self._jobs[key]
        with self._record.job_log(writes=False) as log:
            return log.job(key)

    def stop(self, key: str) -> None:
        """Have a job stop at its next document; nothing happens to one that is over."""
        with self._lock:
            if key in self._stops:
                self._stops[key].set()

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None:
            key, order = item
            try:
                self._run(key, order)
            except FAULTS as fault:
                self._fail(key, f"{type(fault).__name__}: {fault}; please report it")
            finally:
                if order.folder is not None:
                    shutil.rmtree(order.folder, ignore_errors=True)
                with self._lock:
                    self._stops.pop(key, None)

    def _run(self, key: str, order: Order) -> None:
        stop = self._stops[key]
        self._change(key, state=State.RUNNING)
        try:
            report = self._add(key, order, stop)
        except Stopped:
            relink(self._record)
            self._change(key, state=State.STOPPED, ended=self._clock())
        except (DatelineError, OSError) as problem:
            self._fail(key, str(problem))
        else:
            self._finish(key, report)

    def _add(self, key: str, order: Order, stop: Event) -> AddReport:
        kept_at = time.monotonic()

        def on_progress(progress: Progress) -> None:
            nonlocal kept_at
            is_due = time.monotonic() - kept_at >= KEPT_EVERY_SECONDS
            kept_at = time.monotonic() if is_due else kept_at
            self._change(key, keep=is_due, progress=_counts(progress))
            if stop.is_set():
                raise Stopped("the job was stopped")

        items = _until_stopped(read_sources(order.sources, order.options), stop)
        return add(items, self._record, self._engine, on_progress, self._make)

    def _fail(self, key: str, reason: str) -> None:
        failures = (*self._jobs[key].failures, reason)
        self._change(key, state=State.FAILED, ended=self._clock(), failures=failures)

    def _finish(self, key: str, report: AddReport) -> None:
        progress = {
            **self._jobs[key].progress,
            "added": report.added,
            "repeated": report.repeated,
            "duplicates": len(report.duplicates),
            "incidents": report.incidents,
        }
        told = tuple(self._told(problem) for problem in report.failed[:MOST_FAILURES])
        self._change(key, state=State.DONE, ended=self._clock(), progress=progress, failures=told)

    @staticmethod
    def _told(problem: SourceError | ReaderError) -> str:
        """A failure in words, without the folder of this server that an upload was kept in."""
        if isinstance(problem, SourceError) and "://" not in problem.source:
            return f"{Path(problem.source).name}: {problem.problem}"
        return str(problem)

    def _change(self, key: str, keep: bool = True, **values: object) -> None:
        with self._lock:
            job = replace(self._jobs[key], **values)  # type: ignore[arg-type]
            self._jobs[key] = job
        if keep:
            self._keep(job)

    def _keep(self, job: Job) -> None:
        with self._record.job_log() as log:
            log.keep(job)


def _counts(progress: Progress) -> dict[str, int]:
    return {"taken": progress.taken, "read": progress.read, "failed": progress.failed}


def _until_stopped(items: Iterable[Document | SourceError], stop: Event) -> Iterator[Document | SourceError]:
    for item in items:
        if stop.is_set():
            raise Stopped("the job was stopped")
        yield item
