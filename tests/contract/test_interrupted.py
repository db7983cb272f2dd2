"""Whatever stops a process, nothing that was acknowledged is lost, and the next run makes the record whole."""

from __future__ import annotations

import signal

import pytest
from contents import contents, count
from runs import HOW_MANY, acknowledged, add_all, lines, run, start

from dateline.record import Record

KEPT = ("questions", "tally_scopes", "sayings", "relations", "actors")


def faults(place: str) -> list[str]:
    with Record.open(place) as record:
        return [str(fault) for fault in record.check()]


def test_there_is_something_in_what_is_kept_beside(unbroken: str) -> None:
    assert all(count(unbroken, name) > 0 for name in KEPT)


@pytest.mark.parametrize("after", [1, 3])
def test_a_killed_run_loses_nothing_and_the_next_one_completes_it(
    place: str, unbroken: str, after: int
) -> None:
    with start(place, 0.1) as process:
        said = [line for line, _ in zip(lines(process), range(after), strict=False)]
        process.kill()
    taken, read = acknowledged(said)
    assert count(place, "readings") >= read
    assert count(place, "documents") >= taken
    assert count(place, "readings") < HOW_MANY
    assert faults(place) == []
    assert add_all(place).failed == ()
    assert contents(place) == contents(unbroken)


def test_an_interrupt_keeps_what_was_read(place: str, unbroken: str) -> None:
    with start(place, 0.1) as process:
        said = lines(process)
        next(said)
        process.send_signal(signal.SIGINT)
        rest = list(said)
    assert rest[-1] == "stopped"
    assert count(place, "readings") == acknowledged(rest)[1]
    add_all(place)
    assert contents(place) == contents(unbroken)


def test_killed_linking_leaves_the_incidents_whole(place: str, unbroken: str) -> None:
    add_all(place)
    with run(place, "relink", 0) as process:
        said = lines(process)
        assert [next(said) for _ in range(3)] == [f"linked {HOW_MANY // 3 + 1}"] * 3
        process.kill()
    assert faults(place) == []
    assert contents(place) == contents(unbroken)


def test_two_at_once_leave_the_same_as_one(place: str, unbroken: str) -> None:
    with start(place, 0.005) as one, start(place, 0.005) as other:
        assert [list(lines(process))[-1] for process in (one, other)] == ["done", "done"]
    assert contents(place) == contents(unbroken)
