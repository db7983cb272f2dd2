"""A private PostgreSQL server for tests: made in a temporary folder, reached through a socket there, gone at the end.

A watchdog in a session of its own waits for a pipe from the tests to close, however they end, then stops the server.
PostgreSQL refuses to run as root, so that root hands the folder to an unprivileged user and starts the server as it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

USERS = ("postgres", "nobody")
"""Whom root runs the server as: the first of them that there is."""

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "40",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "timezone": "UTC",
    "max_wal_size": "64MB",
    "min_wal_size": "32MB",
}

WATCH = 'cat; "$0" stop -w -s -m immediate -D "$1/data"; rm -rf "$1"'
"""What the watchdog's shell does with pg_ctl and the folder: it waits for the end of its input first."""

WATCH_AND_KEEP = 'cat; "$0" stop -w -s -m fast -D "$1/data"'
"""The same for a server whose files stay."""


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; None where no server is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


class Server:
    """A running server with databases of its own."""

    def __init__(self, folder: Path, user: str | None, watch: str = WATCH) -> None:
        self.folder, self._user, self._numbers = folder, user, count(1)
        self._watchdog = self._watch(watch)

    def url(self, database: str) -> str:
        """The URL of a database, as users write it."""
        return f"postgresql://dateline@/{database}?host={self.folder}"

    def new_database(self, template: str = "template0") -> str:
        """The URL of a new database, a copy of the template."""
        return self.make_database(f"record{next(self._numbers)}", template)

    def has_database(self, name: str) -> bool:
        """Whether there is a database of this name."""
        with psycopg.connect(self.url("postgres")) as connection:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            return connection.execute(query, (name,)).fetchone() is not None

    def make_database(self, name: str, template: str = "template0") -> str:
        """The URL of a new database of this name, a copy of the template."""
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        self._run(made.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever still uses it."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def start(self, **settings: str) -> None:
        """Start with further settings, and wait until it answers."""
        options = " ".join(f"-c {key}='{value}'" for key, value in (SETTINGS | settings).items())
        options += f" -c unix_socket_directories={self.folder}"
        self._call("pg_ctl", "start", "-w", "-s", "-D", self._data, "-l", f"{self.folder}/log", "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop: `fast` in order, `immediate` as a crash would."""
        self._call("pg_ctl", "stop", "-w", "-s", "-m", mode, "-D", self._data)

    def end(self) -> None:
        """Stop, and remove the folder, as the watchdog does where the tests are killed."""
        self._watchdog.communicate()

    def make(self) -> None:
        """Make the files of a server whose only user needs no password."""
        self._call(
            "initdb",
            "-D",
            self._data,
            "-U",
            "dateline",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
            "--locale=C.UTF-8",
        )

    @property
    def _data(self) -> str:
        return f"{self.folder}/data"

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _watch(self, watch: str) -> subprocess.Popen[bytes]:
        folder = programs()
        assert folder is not None
        return subprocess.Popen(
            ["/bin/sh", "-c", watch, str(folder / "pg_ctl"), str(self.folder)],
            user=self._user,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _call(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        command: Sequence[str] = [str(folder / program), *arguments]
        done = subprocess.run(
            command,
            user=self._user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"


@contextmanager
def private_server(folder: Path | None = None, **settings: str) -> Iterator[Server]:
    """A server in a folder of its own, or in the folder given, stopped and removed when the block ends."""
    place = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir=folder))
    user = _unprivileged() if os.getuid() == 0 else None
    if user:
        shutil.chown(place, user)
    server = Server(place, user)
    try:
        server.make()
        server.start(**settings)
        yield server
    finally:
        server.end()
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def kept_server(place: Path, **settings: str) -> Iterator[Server]:
    """A server whose files stay in a folder: made where there are none, stopped when the block ends or its process dies."""
    user = _unprivileged() if os.getuid() == 0 else None
    place.mkdir(parents=True, exist_ok=True)
    if user:
        shutil.chown(place, user)
    server = Server(place, user, WATCH_AND_KEEP)
    try:
        if not (place / "data" / "PG_VERSION").exists():
            server.make()
        server.start(**settings)
        yield server
    finally:
        server.end()


def _unprivileged() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in USERS if name in known)
