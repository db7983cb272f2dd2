"""Adding: the same again changes nothing, and whatever stops it loses nothing that was acknowledged."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from contents import contents, count
from fake_reader import make_fake_reader, make_hostile_reader, read, report

from dateline.engines.local import InProcess, Processes
from dateline.errors import MalformedSource, UnreadableSource
from dateline.model.document import Document, Span
from dateline.model.protocols import ReadDocument
from dateline.model.reading import Reading
from dateline.pipeline import AddReport, Progress, add, relink
from dateline.record import Record

SCRIPT = Path(__file__).parent / "adding_process.py"
HOW_MANY = 40


def reports(how_many: int = HOW_MANY) -> list[Document]:
    return [report(number) for number in range(how_many)]


def add_all(place: Path, how_many: int = HOW_MANY) -> AddReport:
    with Record.open(str(place)) as record:
        return add(reports(how_many), record, InProcess(), make=make_fake_reader)


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a run that nothing disturbed."""
    place = tmp_path_factory.mktemp("unbroken") / "record.sqlite"
    add_all(place)
    return place


def start(place: Path, seconds: float, *limits: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), str(place), str(HOW_MANY), str(seconds), *map(str, limits)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    for line in process.stdout:
        yield line.strip()


def test_documents_are_read_and_linked(unbroken: Path) -> None:
    assert (count(unbroken, "documents"), count(unbroken, "readings")) == (HOW_MANY, HOW_MANY)
    assert count(unbroken, "incidents") == HOW_MANY // 3 + 1


def test_the_same_again_adds_no_row(record: Record, place: Path) -> None:
    first = add(reports(9), record, InProcess(), make=make_fake_reader)
    rows = {table: count(place, table) for table in ("documents", "readings", "history", "links")}
    again = add(reports(9), record, InProcess(), make=make_fake_reader)
    assert (first.added, first.repeated, first.read, first.incidents) == (9, 0, 9, 3)
    assert (again.added, again.repeated, again.read, again.incidents) == (0, 9, 0, 3)
    assert {table: count(place, table) for table in rows} == rows


def test_processes_make_the_same_record(tmp_path: Path, unbroken: Path) -> None:
    place = tmp_path / "record.sqlite"
    with Record.open(str(place)) as record:
        add(reports(), record, Processes(2), make=make_fake_reader)
    assert contents(place) == contents(unbroken)


def test_a_copy_is_added_as_a_copy(record: Record) -> None:
    done = add([report(1), replace(report(1), id="copy")], record, InProcess(), make=make_fake_reader)
    assert (done.added, done.duplicates) == (2, (("copy", "r0001"),))
    with record.view() as view:
        (told,) = view.incidents()
    assert (len(told.reports), told.origins) == (2, 1)


def test_what_fails_is_named_and_the_rest_is_kept(record: Record) -> None:
    lost = UnreadableSource("lost.txt", "there is no such file", "check the name")
    taken = replace(report(3), id="r0001")
    items = [report(1), lost, report(2, "REFUSE"), taken, replace(report(4), text="\ud83d")]
    done = add(items, record, InProcess(), make=make_hostile_reader)
    assert [str(problem).split(";")[0] for problem in done.failed] == [
        "lost.txt: there is no such file",
        "r0001: another text is kept under this id",
        "'r0004': it holds half of a character at position 0",
        "r0002: no sentence in it",
    ]
    assert isinstance(done.failed[1], MalformedSource)
    assert (done.added, done.read) == (2, 1)


def test_what_failed_is_tried_again_only_when_it_is_added_again(record: Record) -> None:
    failing = report(2, "REFUSE")
    add([failing], record, InProcess(), make=make_hostile_reader)
    assert add([report(1)], record, InProcess(), make=make_fake_reader).read == 1
    again = add([failing], record, InProcess(), make=make_fake_reader)
    assert (again.repeated, again.read) == (1, 1)


def test_a_reading_that_contradicts_its_text_is_not_kept(record: Record) -> None:
    def make() -> ReadDocument:
        def read_wrongly(document: Document) -> Reading:
            reading = read(document)
            return replace(reading, events=(replace(reading.events[0], trigger=Span(2, 8, "mortar")),))

        return read_wrongly

    done = add([report(1)], record, InProcess(), make=make)
    assert "events[0].trigger [2:8] says 'mortar', the text has 'rocket'" in str(done.failed[0])
    assert done.read == 0


def test_progress_counts_what_is_kept(record: Record, place: Path) -> None:
    said: list[Progress] = []

    def listen(progress: Progress) -> None:
        assert count(place, "readings") == progress.read
        said.append(progress)

    add(reports(), record, InProcess(), listen, make_fake_reader)
    assert len(said) >= 3
    assert said[-1] == Progress(HOW_MANY, HOW_MANY, 0)


def test_linking_again_changes_nothing(record: Record, place: Path) -> None:
    add(reports(12), record, InProcess(), make=make_fake_reader)
    before = contents(place)
    assert relink(record, anew=True) == 4
    assert contents(place) == before


@pytest.mark.parametrize("after", [1, 3])
def test_a_killed_run_loses_nothing_and_the_next_one_completes_it(
    tmp_path: Path, unbroken: Path, after: int
) -> None:
    place = tmp_path / "record.sqlite"
    with start(place, 0.02) as process:
        said = [line.split() for line, _ in zip(lines(process), range(after), strict=False)]
        process.kill()
    assert count(place, "readings") >= int(said[-1][2])
    assert count(place, "documents") >= int(said[-1][1])
    assert count(place, "readings") < HOW_MANY
    done = add_all(place)
    assert (done.failed, done.read + count(place, "readings")) != ((), HOW_MANY)
    assert contents(place) == contents(unbroken)


def test_an_interrupt_keeps_what_was_read(tmp_path: Path, unbroken: Path) -> None:
    place = tmp_path / "record.sqlite"
    with start(place, 0.02) as process:
        said = lines(process)
        next(said)
        process.send_signal(signal.SIGINT)
        rest = list(said)
    assert rest[-1] == "stopped"
    assert count(place, "readings") == int(rest[-2].split()[2])
    add_all(place)
    assert contents(place) == contents(unbroken)


def test_a_file_that_may_not_grow_stops_the_run_and_keeps_what_was_kept(
    tmp_path: Path, unbroken: Path
) -> None:
    place = tmp_path / "record.sqlite"
    with start(place, 0, 700_000) as process:
        said = list(lines(process))
    assert said[-1].startswith(
        f"error {place}: the disk failed, or is full, or lets the file grow no further"
    )
    assert 0 < count(place, "readings") < HOW_MANY
    assert count(place, "readings") >= max(int(line.split()[2]) for line in said if line.startswith("kept"))
    add_all(place)
    assert contents(place) == contents(unbroken)


def namespaces() -> bool:
    """Whether this user may mount a small disk for one process."""
    tool = shutil.which("unshare")
    return (
        bool(tool)
        and subprocess.run([str(tool), "-rm", "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not namespaces(), reason="a small disk can't be mounted by this user")
def test_a_full_disk_stops_the_run_and_keeps_what_was_kept(tmp_path: Path, unbroken: Path) -> None:
    disk, saved = tmp_path / "disk", tmp_path / "record.sqlite"
    disk.mkdir()
    add_it = f"{sys.executable} {SCRIPT} {disk}/record.sqlite {HOW_MANY} 0"
    steps = f"mount -t tmpfs -o size=600k tmpfs {disk} && {add_it} && cp {disk}/record.sqlite* {tmp_path}"
    with subprocess.Popen(
        ["unshare", "-rm", "sh", "-c", steps], stdout=subprocess.PIPE, text=True
    ) as process:
        said = list(lines(process))
    assert said[-1].startswith(f"error {disk}/record.sqlite: the disk is full; free some room"), said
    assert count(saved, "readings") >= max(int(line.split()[2]) for line in said if line.startswith("kept"))
    assert 0 < count(saved, "readings") < HOW_MANY
    add_all(saved)
    assert contents(saved) == contents(unbroken)


def test_two_at_once_leave_the_same_as_one(tmp_path: Path, unbroken: Path) -> None:
    place = tmp_path / "record.sqlite"
    with start(place, 0.005) as one, start(place, 0.005) as other:
        assert [list(lines(process))[-1] for process in (one, other)] == ["done", "done"]
    assert contents(place) == contents(unbroken)


ENDLESS = """
import sys; sys.path.insert(0, sys.argv[1])
from fake_reader import make_slow_reader, report
from dateline.engines.local import Processes
for outcome in Processes(2).read(make_slow_reader, (report(number) for number in range(10_000))):
    sys.stdout.write("read\\n"); sys.stdout.flush()
"""


def test_a_killed_run_leaves_no_process_behind() -> None:
    command = [sys.executable, "-c", ENDLESS, str(SCRIPT.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = lines(process)
        next(said)
        process.kill()
        # The pipe ends when the last process that holds it has ended.
        assert set(said) <= {"read"}
