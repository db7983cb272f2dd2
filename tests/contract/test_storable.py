"""What no store can keep is refused in the same words by each, and the rest is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_reader import make_fake_reader, read, report

from dateline.engines.local import InProcess
from dateline.errors import MalformedSource, ReaderError, UsageError
from dateline.model.document import Document
from dateline.model.judgement import Action, Decision
from dateline.model.protocols import ReadDocument
from dateline.model.reading import Reading
from dateline.pipeline import add
from dateline.record import Record

GOOD = report(1)
REFUSED = [
    (replace(GOOD, text="a\0b"), "r0001: it holds a null at position 1; remove it"),
    (replace(GOOD, title="\ud83d"), "'r0001': it holds half of a character at position 0; save it as UTF-8"),
    (replace(GOOD, id="r\0"), "'r\\\\x00': it holds a null at position 1"),
    (replace(GOOD, relays=("a", "\0")), "r0001: it holds a null at position 0"),
    (replace(GOOD, outlet="é" * 1001), "r0001: its outlet has 2,002 bytes, and at most 2,000 can be kept"),
    (replace(GOOD, id="r" * 2001), "r{60}: its id has 2,001 bytes"),
]


@pytest.mark.parametrize(("document", "said"), REFUSED, ids=[row[1] for row in REFUSED])
def test_a_document_that_no_store_keeps_is_refused(record: Record, document: Document, said: str) -> None:
    with record.writer() as writer, pytest.raises(MalformedSource, match=said):
        writer.keep_document(document)


def test_the_longest_keys_are_kept(record: Record) -> None:
    chance = "".join(
        chr(0x4E00 + 7919 * n % 20_000) for n in range(666)
    )  # hard to compress, three bytes each
    long = replace(GOOD, id=chance, outlet=chance[::-1])
    done = add([long, report(2)], record, InProcess(), make=make_fake_reader)
    assert (done.failed, done.read) == ((), 2)
    with record.view() as view:
        assert view.reading(chance).document.outlet == chance[::-1]
    assert list(record.check()) == []


@pytest.mark.parametrize("name", ["a\0b", "\udc80"])
def test_a_reading_that_no_store_keeps_is_a_failure_and_the_others_stay(record: Record, name: str) -> None:
    def make() -> ReadDocument:
        def read_badly(document: Document) -> Reading:
            reading = read(document)
            return (
                reading
                if document.id != "r0002"
                else replace(reading, reader=replace(reading.reader, model=name))
            )

        return read_badly

    done = add([report(n) for n in range(1, 4)], record, InProcess(), make=make)
    assert (done.read, [type(problem) for problem in done.failed]) == (2, [ReaderError])
    assert "r0002: its reading can't be kept, as it holds" in str(done.failed[0])
    with record.view() as view:
        assert list(view.unread()) == []
        assert [reading.document.id for reading in view.readings()] == ["r0001", "r0003"]


@pytest.mark.parametrize("reason", ["a\0b", "\ud800"])
def test_a_judgement_that_no_store_keeps_is_refused(record: Record, reason: str) -> None:
    with record.writer("ada") as writer, pytest.raises(UsageError, match="can't be kept: it holds"):
        writer.judge(Decision(Action.DISPUTE, "i-123456", reason))


def test_a_reason_for_a_failure_is_made_storable(record: Record) -> None:
    with record.writer() as writer:
        writer.keep_document(GOOD)
        writer.keep_failure(GOOD.id, "at \0 and \ud800")
    with record.view() as view:
        assert list(view.history(GOOD.id))[-1].detail == '{"reason": "at \\\\0 and \\\\ud800"}'
