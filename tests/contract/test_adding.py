"""Adding: the same again changes nothing, what fails is named, and processes make what one process makes."""

from __future__ import annotations

from dataclasses import replace

from contents import contents, count
from fake_reader import make_fake_reader, make_hostile_reader, make_telling_reader, read, report
from runs import HOW_MANY, reports

from dateline.engines.local import InProcess, Processes
from dateline.errors import MalformedSource, UnreadableSource
from dateline.model.document import Document, Span
from dateline.model.protocols import ReadDocument
from dateline.model.reading import Reading
from dateline.pipeline import Progress, add, relink
from dateline.record import Record


def test_documents_are_read_and_linked(unbroken: str) -> None:
    assert (count(unbroken, "documents"), count(unbroken, "readings")) == (HOW_MANY, HOW_MANY)
    assert count(unbroken, "incidents") == HOW_MANY // 3 + 1


def test_the_same_again_adds_no_row(record: Record, place: str) -> None:
    first = add(reports(9), record, InProcess(), make=make_fake_reader)
    rows = {table: count(place, table) for table in ("documents", "readings", "history", "links")}
    again = add(reports(9), record, InProcess(), make=make_fake_reader)
    assert (first.added, first.repeated, first.read, first.incidents) == (9, 0, 9, 3)
    assert (again.added, again.repeated, again.read, again.incidents) == (0, 9, 0, 3)
    assert {table: count(place, table) for table in rows} == rows


def test_processes_make_the_same_record(place: str, unbroken: str) -> None:
    with Record.open(place) as record:
        add(reports(), record, Processes(2), make=make_telling_reader)
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


def test_progress_counts_what_is_kept(record: Record, place: str) -> None:
    said: list[Progress] = []

    def listen(progress: Progress) -> None:
        assert count(place, "readings") == progress.read
        said.append(progress)

    add(reports(), record, InProcess(), listen, make_fake_reader)
    assert len(said) >= 3
    assert said[-1] == Progress(HOW_MANY, HOW_MANY, 0)


def test_linking_again_changes_nothing(record: Record, place: str) -> None:
    add(reports(12), record, InProcess(), make=make_fake_reader)
    before = contents(place)
    assert relink(record, anew=True) == 4
    assert contents(place) == before
