"""Jobs of a desk as rows: kept so that a list survives the server, and so that one that was cut off says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from dateline.record.account_tables import jobs


class State(StrEnum):
    """Where a job is: the last four are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


ENDS = frozenset({State.DONE, State.FAILED, State.STOPPED, State.INTERRUPTED})
MOST_FAILURES = 200
"""Failures that a job keeps in words; the progress counts all."""


@dataclass(frozen=True, slots=True)
class Job:
    """Adding of sources: `progress` are counts, `failures` what each source that failed said."""

    id: str
    author: str
    created: datetime
    sources: tuple[str, ...]
    state: State = State.QUEUED
    ended: datetime | None = None
    progress: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ENDS


class JobLog:
    """One transaction over the jobs."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        self._connection, self._clock = connection, clock

    def keep(self, job: Job) -> None:
        """Keep a new job, or what has become of one."""
        row = {
            "author": job.author,
            "created": _text(job.created),
            "ended": _text(job.ended) if job.ended else None,
            "state": job.state.value,
            "sources": list(job.sources),
            "progress": dict(job.progress),
            "failures": list(job.failures[:MOST_FAILURES]),
        }
        kept = self._connection.execute(update(jobs).where(jobs.c.id == job.id).values(**row))
        if not kept.rowcount:
            self._connection.execute(insert(jobs).values(id=job.id, **row))

    def interrupt(self) -> int:
        """Mark what no server is at any more; how many there were."""
        unfinished = jobs.c.state.in_([State.QUEUED.value, State.RUNNING.value])
        values = {"state": State.INTERRUPTED.value, "ended": _text(self._clock())}
        return self._connection.execute(update(jobs).where(unfinished).values(**values)).rowcount

    def job(self, key: str) -> Job | None:
        """One job."""
        row = self._connection.execute(select(jobs).where(jobs.c.id == key)).first()
        return _job(row) if row else None

    def jobs(self, limit: int, before: str | None = None) -> tuple[Job, ...]:
        """Up to `limit` jobs, the newest first, those before the place ("created id") of one."""
        place = jobs.c.created + " " + jobs.c.id
        query = select(jobs).order_by(place.desc()).limit(limit)
        query = query if before is None else query.where(place < before)
        return tuple(_job(row) for row in self._connection.execute(query))

    def count(self) -> int:
        """How many jobs there are."""
        return self._connection.execute(select(func.count()).select_from(jobs)).scalar() or 0


def place_of(job: Job) -> str:
    """A job's place in the order of the list."""
    return f"{_text(job.created)} {job.id}"


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _job(row: Any) -> Job:
    created, ended = datetime.fromisoformat(row.created), row.ended
    return Job(
        row.id,
        row.author,
        created,
        tuple(row.sources),
        State(row.state),
        datetime.fromisoformat(ended) if ended else None,
        row.progress,
        tuple(row.failures),
    )
