"""A disk that runs full under an SQLite record stops the run and costs nothing that was acknowledged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from contents import contents, count
from runs import HOW_MANY, SCRIPT, acknowledged, add_all, lines, run, start

from dateline.record import Record


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The record of a run that nothing disturbed."""
    place = str(tmp_path_factory.mktemp("unbroken") / "record.sqlite")
    add_all(place)
    return place


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> int:
    """Bytes in which a record can be made, in its file and its log, but only some of the reports kept."""
    place = tmp_path_factory.mktemp("empty") / "record.sqlite"
    Record.open(str(place)).close()
    return 2 * place.stat().st_size + 200_000


def check(place: str, said: list[str], unbroken: str) -> None:
    """All that was acknowledged is there, and the same run with room enough completes it."""
    assert 0 < count(place, "readings") < HOW_MANY
    assert count(place, "readings") >= acknowledged(said)[1]
    with Record.open(place) as record:
        assert list(record.check()) == []
    add_all(place)
    assert contents(place) == contents(unbroken)


def test_a_file_that_may_not_grow_stops_the_run_and_keeps_what_was_kept(
    tmp_path: Path, unbroken: str, room: int
) -> None:
    place = str(tmp_path / "record.sqlite")
    with start(place, 0, room) as process:
        said = list(lines(process))
    assert said[-1].startswith(
        f"error {place}: the disk failed, or is full, or lets the file grow no further"
    )
    check(place, said, unbroken)


def test_a_full_disk_stops_linking_and_leaves_the_incidents_as_they_were(
    tmp_path: Path, unbroken: str
) -> None:
    place = str(shutil.copy(unbroken, tmp_path / "record.sqlite"))
    size = Path(place).stat().st_size
    with run(place, "relink", 0, size // 100) as process:
        said = list(lines(process))
    assert said[-1].startswith(f"error {place}: the disk failed, or is full")
    assert contents(place) == contents(unbroken)


def namespaces() -> bool:
    """Whether this user may mount a small disk for one process."""
    tool = shutil.which("unshare")
    return (
        bool(tool)
        and subprocess.run([str(tool), "-rm", "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not namespaces(), reason="a small disk can't be mounted by this user")
def test_a_full_disk_stops_the_run_and_keeps_what_was_kept(tmp_path: Path, unbroken: str, room: int) -> None:
    disk, saved = tmp_path / "disk", tmp_path / "record.sqlite"
    disk.mkdir()
    add_it = f"{sys.executable} {SCRIPT} {disk}/record.sqlite {HOW_MANY} 0"
    steps = f"mount -t tmpfs -o size={room} tmpfs {disk} && {add_it} && cp {disk}/record.sqlite* {tmp_path}"
    with subprocess.Popen(
        ["unshare", "-rm", "sh", "-c", steps], stdout=subprocess.PIPE, text=True
    ) as process:
        said = list(lines(process))
    assert said[-1].startswith(f"error {disk}/record.sqlite: the disk is full; free some room"), said
    check(str(saved), said, unbroken)
