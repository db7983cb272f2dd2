"""Our record beside another: who is matched with whom, what is said to differ."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analyse.comparison import agreement, compare_records
from dateline.model.document import Span
from dateline.model.foreign import ForeignIncident
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision

DAY = date(2021, 7, 5)
TOWNS = {
    "Exampleville": (34.6, 43.7),
    "Sampleton": (36.2, 44.0),
    "Mocktown": (30.5, 47.8),
    "Fakeburg": (33.3, 44.4),
}


def argument(name: str) -> Argument:
    return Argument(Span(0, len(name), name), name)


def place(town: str) -> Place:
    return Place(argument(town), *TOWNS[town], None, "IQ", PlacePrecision.TOWN)


def ours(key: str, day: date, town: str, killed: int, mode: Mode | None = Mode.BOMBING) -> Incident:
    who = (argument("Islamic State"),)
    return Incident(
        key, EventType.ASSAULT, mode, (Report(key, "e"),), Interval(day, day), (place(town),), who, (), (),
        Toll(killed, killed, killed), None, Certainty.ASSERTED, ("Invented Wire",), 1,
    )  # fmt: skip


def theirs(key: str, day: date, town: str, killed: int | None) -> ForeignIncident:
    return ForeignIncident(
        key,
        2,
        Interval(day, day),
        (place(town),),
        None,
        ("Islamic State",),
        ("Civilians",),
        killed,
        killed,
        killed,
    )


def test_the_same_attack_is_matched_and_its_toll_differs() -> None:
    found = compare_records([ours("a", DAY, "Exampleville", 3)], [theirs("x", DAY, "Exampleville", 4)])
    (match,) = found.matched
    assert {d.field: d.agrees for d in match.fields} == {
        "date": True,
        "place": True,
        "toll": False,
        "actors": True,
    }
    assert agreement(found, "toll") == (0, 1)
    assert not found.only_ours and not found.only_theirs


def test_other_days_and_other_towns_stay_apart() -> None:
    mine = [ours("a", DAY, "Exampleville", 3), ours("b", DAY, "Mocktown", 3)]
    yours = [theirs("x", DAY + timedelta(9), "Exampleville", 3), theirs("y", DAY, "Sampleton", 3)]
    found = compare_records(mine, yours)
    assert not found.matched
    assert (len(found.only_ours), len(found.only_theirs)) == (2, 2)


def test_the_surer_of_two_takes_the_match() -> None:
    mine = [ours("a", DAY, "Exampleville", 9)]
    yours = [theirs("x", DAY + timedelta(1), "Exampleville", 9), theirs("y", DAY, "Exampleville", 9)]
    found = compare_records(mine, yours)
    assert [m.theirs.id for m in found.matched] == ["y"]
    assert [f.id for f in found.only_theirs] == ["x"]


def test_what_one_record_does_not_say_is_not_counted() -> None:
    found = compare_records([ours("a", DAY, "Exampleville", 3)], [theirs("x", DAY, "Exampleville", None)])
    assert agreement(found, "toll") == (0, 0)


ROWS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(sorted(TOWNS)), st.integers(0, 9)), max_size=6)


@settings(max_examples=40, deadline=None)
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_each_is_in_one_place_whatever_the_order(left: list, right: list, chance: random.Random) -> None:
    mine = [ours(f"a{n}", DAY + timedelta(d), t, k) for n, (d, t, k) in enumerate(left)]
    yours = [replace(theirs(f"x{n}", DAY + timedelta(d), t, k), line=n) for n, (d, t, k) in enumerate(right)]
    found = compare_records(mine, yours)
    assert sorted(i.id for i in (*found.only_ours, *(m.ours for m in found.matched))) == [i.id for i in mine]
    assert sorted(f.id for f in (*found.only_theirs, *(m.theirs for m in found.matched))) == [
        f.id for f in yours
    ]
    shuffled = compare_records(chance.sample(mine, len(mine)), chance.sample(yours, len(yours)))
    assert shuffled == found
