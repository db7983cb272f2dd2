"""A record: opened once, written in transactions, queried through views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from dateline.errors import RecordError
from dateline.record.accounts import Accounts
from dateline.record.backend import WRITES, Backend, backend_at
from dateline.record.checking import CHECKS, Fault, OnCheck, faults
from dateline.record.job_log import JobLog
from dateline.record.migrate import NEWEST, OnUpdate, bring_up, make_from
from dateline.record.moving import Backup, load_backup, verify_backup, write_backup
from dateline.record.past import copy_up_to
from dateline.record.view import View
from dateline.record.writer import Writer

Clock = Callable[[], datetime]

MACHINE = "dateline"
"""The author of what no person decided."""


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


class Record:
    """The record at one place. Raises RecordError where it can't be opened, updated, read or written."""

    def __init__(self, backend: Backend, clock: Clock = now, on_update: OnUpdate = lambda told: None) -> None:
        self._backend, self._clock = backend, clock
        try:
            with self._in_words():
                bring_up(backend, on_update)
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, url: str, on_update: OnUpdate = lambda told: None) -> Record:
        """The record at a path or URL; one that isn't there is made, an older one is brought up to date.

        `on_update` hears in words that an older one is being brought up to date, which takes minutes where it is large.
        """
        return cls(backend_at(url), on_update=on_update)

    @property
    def where(self) -> str:
        """The place as a person would name it."""
        return self._backend.where

    @property
    def writable(self) -> bool:
        """Whether anything can be written there."""
        return self._backend.writable

    @contextmanager
    def writer(self, author: str = MACHINE) -> Iterator[Writer]:
        """One transaction: all of it is kept when the block ends, and nothing of it when the block fails."""
        with self._transaction(writes=True) as connection:
            yield Writer(connection, author, self._clock)

    @contextmanager
    def view(self) -> Iterator[View]:
        """One state of the record to ask questions of: what others write meanwhile does not show."""
        with self._transaction(writes=False) as connection:
            yield View(connection)

    @contextmanager
    def accounts(self, writes: bool = True) -> Iterator[Accounts]:
        """One transaction over the users, sessions, tokens and the audit log of the record's desk."""
        with self._transaction(writes) as connection:
            yield Accounts(connection, self._clock)

    @contextmanager
    def job_log(self, writes: bool = True) -> Iterator[JobLog]:
        """One transaction over the jobs of the record's desk."""
        with self._transaction(writes) as connection:
            yield JobLog(connection, self._clock)

    def check(
        self, on_check: OnCheck = lambda name, done: None, first: str = CHECKS[0][0]
    ) -> Iterator[Fault]:
        """Every fault of the record as it is at this moment; `on_check` hears which check has seen how many items.

        It begins with the check named `first`, so that one that was stopped can be gone on with.
        """
        with self._transaction(writes=False) as connection:
            yield from faults(connection, on_check, first)

    def as_of(self, moment: datetime, place: str) -> Record:
        """A copy of the record as it stood at a moment, made in a new file at `place`.

        It takes the time and room of all that was kept until then; see docs/judgements.md for what is made again.
        """
        copy = Record.open(place)
        until = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        with self._transaction(writes=False) as source, copy._transaction(writes=True) as target:
            copy_up_to(source, target, until)
        return copy

    def backup(self, path: Path) -> Backup:
        """All rows as they are at this moment in a new file, read back and verified; others may write meanwhile.

        Raises RecordError where there is such a file, or it can't be written.
        """
        with self._transaction(writes=False) as connection:
            return write_backup(connection.execution_options(stream_results=True), NEWEST, path)

    @classmethod
    def restore(cls, url: str, path: Path) -> Record:
        """A new record at a path or URL with all rows of a backup, which may be of an older layout.

        Raises RecordError where the backup is damaged, and where there is something at that place already; then
        nothing is changed there.
        """
        backup, backend = verify_backup(path), backend_at(url)
        try:
            make_from(backend, backup.layout, lambda connection: load_backup(connection, path))
        except DBAPIError as problem:
            raise RecordError(backend.in_words(problem)) from problem
        finally:
            backend.engine.dispose()
        return cls(backend)

    def close(self) -> None:
        """Let go of the database."""
        self._backend.engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self, writes: bool) -> Iterator[Connection]:
        if writes and not self._backend.writable:
            raise RecordError(f"{self.where}: it is read-only; check its permissions, or name another record")
        with (
            self._in_words(),
            self._backend.engine.execution_options(**{WRITES: writes}).begin() as connection,
        ):
            yield connection

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as problem:
            raise RecordError(self._backend.in_words(problem)) from problem
