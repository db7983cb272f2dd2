"""A PostgreSQL server that dies, or whose disk runs full, costs nothing that was acknowledged."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from contents import contents, count
from runs import HOW_MANY, acknowledged, add_all, lines, run, start

from postgresql_server import Server, private_server, programs

pytestmark = pytest.mark.skipif(
    programs() is None, reason="no PostgreSQL server is installed; `make test` installs Debian's"
)
KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid()"


@pytest.fixture(scope="module")
def unbroken(server: Server) -> dict[str, list[object]]:
    """What the record of an undisturbed run holds."""
    place = server.new_database()
    add_all(place)
    return contents(place)


@pytest.fixture(scope="module")
def careful() -> Iterator[Server]:
    """A server that keeps its promises to the disk, as servers do by default."""
    with private_server() as running:
        yield running


def test_a_lost_connection_stops_the_run_and_the_next_one_completes_it(
    server: Server, unbroken: dict[str, list[object]]
) -> None:
    place = server.new_database()
    with start(place, 0.1) as process:
        said = lines(process)
        before = [next(said), next(said)]
        with psycopg.connect(place) as other:
            other.execute(KILL)
        before += said
    assert before[-1].startswith("error postgresql://dateline@/"), before
    taken, read = acknowledged(before)
    assert count(place, "documents") >= taken
    assert HOW_MANY > count(place, "readings") >= read
    add_all(place)
    assert contents(place) == unbroken


@pytest.mark.parametrize("work", ["add", "relink"])
def test_a_server_that_crashes_comes_back_with_all_that_was_acknowledged(
    careful: Server, unbroken: dict[str, list[object]], work: str
) -> None:
    place = careful.new_database()
    if work == "relink":
        add_all(place)
    with start(place, 0.1) if work == "add" else run(place, "relink", 0) as process:
        said = lines(process)
        before = [next(said), next(said)]
        careful.stop("immediate")
        before += said
    assert before[-1].startswith("error postgresql://dateline@/"), before
    careful.start()
    if work == "add":
        assert HOW_MANY > count(place, "readings") >= acknowledged(before)[1]
        add_all(place)
    assert contents(place) == unbroken


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a server and little else."""
    disk = Path("/run") / f"dateline-disk-{os.getpid()}"
    tool = shutil.which("mount")
    if os.getuid() != 0 or tool is None:
        pytest.skip("a small disk can't be mounted by this user")
    disk.mkdir()
    mounted = subprocess.run(
        [tool, "-t", "tmpfs", "-o", "size=72m,mode=755", "tmpfs", str(disk)], check=False, capture_output=True
    )
    try:
        if mounted.returncode:
            pytest.skip("a small disk can't be mounted here")
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=False, capture_output=True)
        disk.rmdir()


@pytest.mark.parametrize("work", ["add", "relink"])
def test_a_server_whose_disk_is_full_loses_nothing(
    small_disk: Path, unbroken: dict[str, list[object]], work: str
) -> None:
    with private_server(small_disk) as server:
        place = server.new_database()
        if work == "relink":
            add_all(place)
        ballast = small_disk / "ballast"
        with start(place, 0.1) if work == "add" else run(place, "relink", 0) as process:
            said = lines(process)
            before = [next(said)]
            fill(ballast)
            before += said
        assert before[-1].startswith("error postgresql://dateline@/"), before
        ballast.unlink()
        restart(server)
        if work == "add":
            assert HOW_MANY > count(place, "readings") >= acknowledged(before)[1]
            add_all(place)
        assert contents(place) == unbroken


def restart(server: Server) -> None:
    """Start it again, whether or not the full disk has stopped it."""
    with suppress(AssertionError):  # it has stopped by itself
        server.stop("immediate")
    server.start()


def fill(ballast: Path) -> None:
    """Leave no room on the disk."""
    with ballast.open("wb", buffering=0) as file:
        for block in (1 << 20, 1 << 12):
            try:
                while True:
                    file.write(bytes(block))
            except OSError:
                continue
