"""A backup of either store makes the same record in either, and nothing damaged is restored."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from contents import contents
from fake_reader import make_fake_reader, report
from runs import HOW_MANY

from dateline.engines.local import InProcess
from dateline.errors import RecordError
from dateline.pipeline import add
from dateline.record import Record
from postgresql_server import Server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "record.backup"


def backup(place: str, file: Path) -> dict[str, int]:
    with Record.open(place) as record:
        return record.backup(file).rows


def test_a_restored_record_is_the_same_and_goes_on(
    unbroken: str, new_place: Callable[[], str], file: Path
) -> None:
    rows = backup(unbroken, file)
    assert rows["documents"] == HOW_MANY
    place = new_place()
    with Record.restore(place, file) as record:
        assert contents(place) == contents(unbroken)
        more = add([report(HOW_MANY + 1)], record, InProcess(), make=make_fake_reader)
    assert (more.added, more.read, more.failed) == (1, 1, ())


def test_a_backup_fits_the_other_store(
    unbroken: str, store: str, file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server: Server = request.getfixturevalue("server")
    other = server.new_database() if store == "sqlite" else str(tmp_path / "other.sqlite")
    backup(unbroken, file)
    Record.restore(other, file).close()
    assert contents(other) == contents(unbroken)


def test_a_backup_is_one_state_while_others_write(place: str, record: Record, file: Path) -> None:
    add([report(1)], record, InProcess(), make=make_fake_reader)
    writing = threading.Thread(
        target=add,
        args=([report(n) for n in range(2, 30)], record, InProcess()),
        kwargs={"make": make_fake_reader},
    )
    writing.start()
    rows = backup(place, file)
    writing.join()
    assert rows["documents"] >= rows["readings"] >= 1
    assert rows["fingerprints"] % rows["documents"] == 0


def test_nothing_is_written_over(unbroken: str, place: str, record: Record, file: Path) -> None:
    backup(unbroken, file)
    before = file.read_bytes()
    with pytest.raises(RecordError, match="there is a file of this name"):
        backup(unbroken, file)
    assert file.read_bytes() == before
    with pytest.raises(RecordError, match="there is something already"):
        Record.restore(place, file)
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name] or file.exists()


DAMAGES = [
    ("cut short", lambda data: data[: len(data) // 2]),
    ("one byte", lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]),
    ("one letter", lambda data: gzip.compress(gzip.decompress(data).replace(b"Erbil", b"Irbil", 1))),
    ("no rows", lambda data: gzip.compress(b"\n".join(gzip.decompress(data).splitlines()[:1]))),
    ("empty", lambda data: b""),
    ("text", lambda data: b"Not a backup at all."),
]


@pytest.mark.parametrize("damage", [row[1] for row in DAMAGES], ids=[row[0] for row in DAMAGES])
def test_nothing_damaged_is_restored(unbroken: str, place: str, file: Path, damage) -> None:  # type: ignore[no-untyped-def]
    backup(unbroken, file)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(RecordError, match="backup"):
        Record.restore(place, file)
    with Record.open(place) as record, record.view() as view:
        assert view.counts("documents") == {"documents": 0}
