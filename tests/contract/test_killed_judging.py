"""A process that is killed while it decides loses no judgement that it was told is kept, and leaves the record whole.

A judgement is kept first and the incidents follow; where a process dies in between, the next one to link brings them in line.
"""

from __future__ import annotations

from random import Random

from contents import contents
from runs import add_all, judge_again, killed_judging

from conftest import NewPlace
from dateline.pipeline import relink
from dateline.record import Record

KILLS = 4


def test_killed_judging_keeps_what_was_acknowledged(open_place: NewPlace) -> None:
    chance, place, acknowledged = Random(7), open_place(), {}
    add_all(place)
    for seed in range(KILLS):
        acknowledged |= killed_judging(place, seed, chance.randint(1, 6), chance.random() / 50)
    with Record.open(place) as record:
        with record.view() as view:
            decided = view.judgements()
        assert list(record.check()) == []
        assert len(acknowledged) >= KILLS
        assert acknowledged.items() <= {one.number: one.decision.action.value for one in decided}.items()
        relink(record)
        held = contents(place)
        relink(record, anew=True)
        assert contents(place) == held


def test_killed_judging_leaves_what_judging_undisturbed_leaves(open_place: NewPlace) -> None:
    place, undisturbed = open_place(), open_place()
    for one in (place, undisturbed):
        add_all(one)
    killed_judging(place, 1, 8, 0.004)
    with Record.open(place) as record:
        relink(record)
        with record.view() as view:
            decided = view.judgements()
    judge_again(decided, undisturbed)
    assert contents(undisturbed) == contents(place)
