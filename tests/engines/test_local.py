"""Engines keep the order, isolate trouble, stay a few documents ahead, and leave no process behind."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest
from fake_reader import (
    make_dying_reader,
    make_fake_reader,
    make_hostile_reader,
    make_no_reader,
    make_slow_reader,
    read,
    report,
)

from dateline.engines.local import WINDOW, InProcess, Processes
from dateline.errors import KnowledgeError
from dateline.model.document import Document
from dateline.model.protocols import Engine
from dateline.model.reading import Reading

ENGINES = [InProcess(), Processes(2)]


def names(engine: Engine) -> str:
    return type(engine).__name__


@pytest.mark.parametrize("engine", ENGINES, ids=names)
def test_outcomes_come_in_the_order_of_the_documents(engine: Engine) -> None:
    documents = [report(number) for number in range(30)]
    assert list(engine.read(make_fake_reader, documents)) == [read(document) for document in documents]


@pytest.mark.parametrize("engine", ENGINES, ids=names)
def test_no_documents_open_no_reader(engine: Engine) -> None:
    assert list(engine.read(make_no_reader, [])) == []


@pytest.mark.parametrize("engine", ENGINES, ids=names)
def test_without_a_reader_the_run_stops_and_says_why(engine: Engine) -> None:
    with pytest.raises(KnowledgeError, match="weights are missing"):
        list(engine.read(make_no_reader, [report(1)]))


@pytest.mark.parametrize("engine", ENGINES, ids=names)
def test_what_concerns_all_documents_stops_the_run(engine: Engine) -> None:
    with pytest.raises(KnowledgeError, match="gazetteer is damaged"):
        list(engine.read(make_hostile_reader, [report(1), report(2, "LOSE"), report(3)]))


TROUBLE = [
    ("REFUSE", "r0002: no sentence in it"),
    ("FAULT", "r0002: the reader failed on it (KeyError: 'head'); please report it"),
]


@pytest.mark.parametrize("engine", ENGINES, ids=names)
@pytest.mark.parametrize(("command", "said"), TROUBLE)
def test_a_document_that_fails_fails_alone(engine: Engine, command: str, said: str) -> None:
    documents = [report(number, command if number == 2 else "") for number in range(5)]
    outcomes = list(engine.read(make_hostile_reader, documents))
    assert [str(outcome) for outcome in outcomes if not isinstance(outcome, Reading)] == [said]
    assert [outcome.document.id for outcome in outcomes if isinstance(outcome, Reading)] == [
        "r0000",
        "r0001",
        "r0003",
        "r0004",
    ]


def test_a_document_that_kills_its_process_is_named_and_the_rest_is_read() -> None:
    documents = [report(number, "DIE " if number in (1, 6) else "") for number in range(9)]
    outcomes = list(Processes(2).read(make_hostile_reader, documents))
    failed = {
        number: str(outcome) for number, outcome in enumerate(outcomes) if not isinstance(outcome, Reading)
    }
    assert list(failed) == [1, 6]
    assert "r0006: two processes that read it died, the last one was ended by SIGKILL" in failed[6]


def test_a_document_that_takes_too_long_is_given_up() -> None:
    documents = [report(number, "HANG " if number == 1 else "") for number in range(4)]
    outcomes = list(Processes(1, limit_seconds=2.0).read(make_hostile_reader, documents))
    assert [isinstance(outcome, Reading) for outcome in outcomes] == [True, False, True, True]
    assert "r0001: reading it took longer than 2 seconds" in str(outcomes[1])


def test_processes_that_die_before_they_are_ready_stop_the_run() -> None:
    with pytest.raises(KnowledgeError, match="was ended by SIGKILL"):
        list(Processes(1).read(make_dying_reader, [report(1)]))


def test_documents_are_drawn_only_as_outcomes_are_taken() -> None:
    drawn = []

    def source() -> Iterator[Document]:
        for number in range(1000):
            drawn.append(number)
            yield report(number)

    outcomes = Processes(2).read(make_fake_reader, source())
    for _ in range(10):
        next(outcomes)
    outcomes.close()
    assert len(drawn) <= 10 + 2 * WINDOW


def test_closing_ends_all_processes() -> None:
    outcomes = Processes(2).read(make_slow_reader, (report(number) for number in range(1000)))
    next(outcomes)
    assert len(multiprocessing.active_children()) > 0
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_a_large_document_does_not_block() -> None:
    documents = [report(number, "Nothing else was said. " * 40_000) for number in range(6)]
    assert all(isinstance(outcome, Reading) for outcome in Processes(1).read(make_fake_reader, documents))
