"""Single people told of in one event are counted once each, by the worst that is said of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.persons import Person, may_be_one
from dateline.extract.roll import Fate, Roll
from dateline.model.document import Span
from dateline.model.values import Count

ONE = Count(1, 1, Span(0, 1, "a"))

PERSONS = st.builds(
    Person,
    token=st.integers(0, 99),
    sentence=st.integers(0, 9),
    chain=st.integers(-1, 4),
    word=st.sampled_from(["man", "woman", "victim", "soldier", "driver"]),
    name=st.sampled_from([frozenset(), frozenset({"baker"}), frozenset({"cole"})]),
    age=st.sampled_from(["", "24", "31"]),
    sex=st.sampled_from(["", "m", "f"]),
    definite=st.booleans(),
    more=st.booleans(),
)


def _counts(roll: Roll) -> dict[Fate, int]:
    return {fate: count.low for fate in Fate if (count := roll.count(fate)) is not None}


@given(st.lists(st.tuples(PERSONS, st.sampled_from(Fate)), max_size=8))
def test_nobody_is_counted_twice(told: list[tuple[Person, Fate]]) -> None:
    roll = Roll()
    for person, fate in told:
        roll.add(person, fate, ONE)
    assert sum(_counts(roll).values()) <= len(told)
    assert bool(_counts(roll)) is bool(told)


@given(PERSONS, st.lists(st.sampled_from(Fate), min_size=1, max_size=5))
def test_the_worst_that_is_said_holds(person: Person, fates: list[Fate]) -> None:
    roll = Roll()
    for fate in fates:
        roll.add(Person(person.token, person.sentence, 7, person.word), fate, ONE)
    assert _counts(roll) == {max(fates): 1}


def test_different_ages_and_names_are_different_people() -> None:
    known = Person(1, 0, 0, "man", age="24", sex="m")
    assert not may_be_one(known, Person(9, 1, 1, "man", age="31", sex="m"))
    assert may_be_one(known, Person(9, 1, 1, "victim", definite=True))
    assert not may_be_one(known, Person(9, 1, 1, "man", sex="m", more=True))


def test_the_dead_of_another_event_stay_dead() -> None:
    roll = Roll(frozenset({3}))
    roll.add(Person(1, 0, 3, "man"), Fate.HIT, ONE)
    assert _counts(roll) == {Fate.KILLED: 1}
