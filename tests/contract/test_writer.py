"""Keeping documents and readings: nothing twice, nothing changed, nothing by halves."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from drawn_readings import readings
from fake_reader import read, report
from hypothesis import HealthCheck, assume, given, settings

from dateline.errors import MalformedSource, RecordError
from dateline.model.reading import Reader, Reading
from dateline.record import Record

SETTINGS = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
READING = read(report(1))
LATER = replace(READING, reader=Reader("later", "pattern"), events=())


@SETTINGS
@given(reading=readings())
def test_a_reading_comes_back_as_it_was_kept(record: Record, reading: Reading) -> None:
    document = reading.document
    assume(r"\x00" not in repr(reading))  # PostgreSQL has no such character
    with record.view() as view:
        assume(document.id not in {kept.id for kept in view.documents()})
    with record.writer() as writer:
        assert writer.keep_document(document).new
        assert writer.keep_reading(reading)
    with record.view() as view:
        assert view.reading(document.id) == reading
        assert view.document(document.id) == document


def test_the_same_document_is_kept_once(record: Record) -> None:
    with record.writer() as writer:
        assert [writer.keep_document(report(1)).new for _ in range(2)] == [True, False]
    with record.view() as view:
        assert view.counts()["documents"] == 1
        assert [change.action for change in view.history("r0001")] == ["document kept"]


def test_an_id_belongs_to_one_text(record: Record) -> None:
    with record.writer() as writer:
        writer.keep_document(report(1))
    with (
        pytest.raises(MalformedSource, match="r0001: another text is kept under this id"),
        record.writer() as writer,
    ):
        writer.keep_document(replace(report(2), id="r0001"))


@pytest.mark.parametrize(
    ("text", "said"),
    [("half \ud83d of a smile", "half of a character at position 5"), ("a\0b", "a null at position 1")],
)
def test_text_that_no_database_takes_is_refused_by_name(record: Record, text: str, said: str) -> None:
    with pytest.raises(MalformedSource, match=said), record.writer() as writer:
        writer.keep_document(replace(report(1), text=text))


COPIES = [
    ("word for word", lambda text: text, 1.0),
    ("in other case and lines", lambda text: text.upper().replace(". ", ".\n\n"), 1.0),
    ("with another first sentence", lambda text: "Sources told us so on Monday. " + text, 0.9),
]


@pytest.mark.parametrize(
    ("change", "similarity"), [row[1:] for row in COPIES], ids=[row[0] for row in COPIES]
)
def test_a_copy_knows_its_first(record: Record, change, similarity: float) -> None:  # type: ignore[no-untyped-def]
    with record.writer() as writer:
        writer.keep_document(report(1))
        writer.keep_document(report(2))
        copy = replace(report(1), id="copy", text=change(report(1).text))
        kept = writer.keep_document(copy)
        assert (kept.duplicate_of, kept.new) == ("r0001", True)
        assert kept.similarity is not None
        assert kept.similarity >= similarity
        writer.keep_reading(read(report(1)))
    with record.view() as view:
        assert [reported.origin for reported in view.reported_events()] == ["r0001"]


def test_a_copy_of_a_copy_has_the_first_as_its_origin(record: Record) -> None:
    with record.writer() as writer:
        for key in ("a", "b", "c"):
            document = replace(report(1), id=key)
            writer.keep_document(document)
            writer.keep_reading(read(document))
    with record.view() as view:
        assert {reported.origin for reported in view.reported_events()} == {"a"}


def test_every_reading_stays_and_the_newest_counts(record: Record) -> None:
    with record.writer() as writer:
        writer.keep_document(report(1))
        assert [writer.keep_reading(item) for item in (READING, READING, LATER)] == [True, False, True]
    with record.view() as view:
        assert view.all_readings("r0001") == (READING, LATER)
        assert view.reading("r0001") == LATER
        assert list(view.reported_events()) == []
        assert [tally.id for _, tally in view.tallies()] == ["t1"]
        assert (view.counts()["events"], view.counts()["tallies"]) == (0, 1)


def test_a_transaction_that_fails_leaves_nothing(record: Record) -> None:
    with pytest.raises(ZeroDivisionError), record.writer() as writer:
        writer.keep_document(report(1))
        raise ZeroDivisionError
    with record.view() as view:
        assert set(view.counts().values()) == {0}


def test_the_history_names_its_author(record: Record) -> None:
    with record.writer("ann") as writer:
        writer.note("confirm", "i-1", {"reason": "seen", "field": "toll"})
    with record.view() as view:
        (change,) = view.history("i-1")
    assert (change.author, change.action, json.loads(change.detail)["reason"]) == ("ann", "confirm", "seen")
    assert change.at.tzinfo is not None


def test_a_broken_rule_of_the_database_is_an_error_of_the_record(record: Record) -> None:
    with pytest.raises(RecordError, match=r"(?i)foreign key"), record.writer() as writer:
        writer.keep_reading(READING)
