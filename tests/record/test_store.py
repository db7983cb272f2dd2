"""Opening a record: made, brought up to date, opened by several, and refused in words where it can't be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from fake_reader import read, report

from dateline.errors import RecordError
from dateline.record import Record
from dateline.record.backend import backend_at
from dateline.record.migrate import NEWEST
from dateline.record.sqlite import SQLite


def keep(record: Record, number: int) -> None:
    with record.writer() as writer:
        writer.keep_document(report(number))
        writer.keep_reading(read(report(number)))


def test_opening_a_record_that_is_up_to_date_does_not_load_alembic(place: Path, record: Record) -> None:
    code = f"import sys; from dateline.record import Record; Record.open({str(place)!r}); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_commit_is_on_the_disk_before_it_is_acknowledged(place: Path) -> None:
    record = Record.open(str(place))
    with record.view() as view:
        settings = {
            name: view._connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def other_database(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


def newer_record(place: Path) -> None:
    Record.open(str(place)).close()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


REFUSED = [
    (
        lambda place: place.write_text("Not a database, but long enough to be one."),
        "it is not a record; name another file",
    ),
    (other_database, "it holds the tables songs"),
    (newer_record, f"layout 9999, newer than the {NEWEST}"),
    (lambda place: place.mkdir(), "Is a directory"),
]


@pytest.mark.parametrize(("make", "said"), REFUSED)
def test_what_is_no_record_is_refused_and_left_alone(place: Path, make, said: str) -> None:  # type: ignore[no-untyped-def]
    make(place)
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(RecordError, match=said) as caught:
        Record.open(str(place))
    assert str(place) in str(caught.value)
    assert (place.read_bytes() if place.is_file() else b"") == before


@pytest.mark.parametrize("url", ["mysql://host/name", "http://example.org/record"])
def test_other_kinds_of_record_are_refused(url: str) -> None:
    with pytest.raises(RecordError, match="no such kind of record"):
        Record.open(url)


def test_a_password_is_never_shown() -> None:
    assert backend_at("postgresql://ann:secret@host/name").where == "postgresql://ann:***@host/name"


def test_a_writer_that_waits_too_long_says_so(place: Path, record: Record) -> None:
    hasty = Record(SQLite(str(place), busy_seconds=0.1))
    with (
        record.writer(),
        pytest.raises(RecordError, match="another process has been writing"),
        hasty.writer(),
    ):
        pass


def test_a_damaged_record_is_named(place: Path, record: Record) -> None:
    keep(record, 1)
    record.close()
    data = bytearray(place.read_bytes())
    data[4096 * 4 :] = b"\xff" * (len(data) - 4096 * 4)
    place.write_bytes(data)
    with pytest.raises(RecordError, match="damaged"), Record.open(str(place)) as again, again.view() as view:
        view.counts()


READ_ONLY = """
import os, sys
from dateline.errors import RecordError
from dateline.record import Record
def look(place):
    with Record.open(place) as record:
        with record.view() as view: print(view.reading("r0001").document.id)
        try:
            with record.writer() as writer: pass
        except RecordError as problem: print(problem)
look(sys.argv[1])  # loads all code, which another user may not be able to reach
if os.getuid() == 0: os.setuid(65534)
look(sys.argv[2])
"""


@pytest.mark.parametrize("folder_mode", [0o777, 0o555])
def test_a_record_that_may_only_be_read_is_read(
    record: Record, folder_mode: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    keep(record, 1)
    record.close()
    # Another user has to get to the file, which pytest's own folders don't allow.
    folder = (
        Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else "/var/tmp")
        / f"dateline-{os.getpid()}-{folder_mode:o}"
    )
    folder.mkdir()
    try:
        copy = Path(shutil.copy(record.where, folder / "record.sqlite"))
        copy.chmod(0o444)
        folder.chmod(folder_mode)
        said = subprocess.run(
            [sys.executable, "-c", READ_ONLY, record.where, str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)
    assert said.stdout.splitlines()[:2] == ["r0001", "r0001"], said.stderr
    assert f"{copy}: it is read-only" in said.stdout


def test_a_file_is_named_by_its_path_or_its_url(place: Path, record: Record) -> None:
    keep(record, 1)
    with Record.open(f"sqlite:///{place}") as again, again.view() as view:
        assert view.reading("r0001") == read(report(1))
