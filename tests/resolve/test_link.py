"""Which reports become one incident: each case is a few reports and the groups that they should form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from told_reports import Told, reported

from dateline.model.vocabulary import Certainty, EventType, Mode
from dateline.resolve import link

DRONE = "Two drones flew at the base; one hit a fuel store and guards shot the second down."

CASES = {
    "one attack in two papers": [
        (Told("a", "2021-05-03", "Hawija"), Told("b", "2021-05-03", "Hawija")),
    ],
    "a toll that rises overnight": [
        (
            Told("a", "2021-05-03", "Hawija", killed=(9, 9)),
            Told("b", "2021-05-03", "Hawija", killed=(12, 12), published="2021-05-04"),
        ),
    ],
    "another word for the means": [
        (Told("a", "2021-05-03", "Hawija", Mode.ROCKET), Told("b", "2021-05-03", "Hawija", Mode.DRONE)),
    ],
    "the same town and weapon three days apart": [
        (Told("a", "2021-05-03", "Hawija"),),
        (Told("b", "2021-05-06", "Hawija"),),
    ],
    "the same town and day, a shooting and an arson": [
        (Told("a", "2021-05-03", "Hawija", Mode.ARSON),),
        (Told("b", "2021-05-03", "Hawija", Mode.STABBING),),
    ],
    "a day of strikes on five towns": [
        (
            Told("a", "2021-05-03", town, Mode.AIRSTRIKE, event=f"e{n}"),
            Told(f"b{n}", "2021-05-03", town, Mode.AIRSTRIKE),
        )
        for n, town in enumerate(("Kirkuk", "Hawija", "Tikrit", "Baiji", "Mosul"))
    ],
    "a background paragraph a week later": [
        (
            Told("a", "2021-05-03", "Hawija"),
            Told("b", "2021-05-03/2021-05-09", "Hawija", event="e2", published="2021-05-12"),
        ),
        (Told("b", "2021-05-11", "Tikrit", published="2021-05-12"),),
    ],
    "two drones, one brought down": [
        (
            Told("a", "2021-05-03", "Hawija", Mode.DRONE, text=DRONE, injured=(2, 2)),
            Told("a", "2021-05-03", "Hawija", Mode.DRONE, text=DRONE, event="e2"),
            Told("b", "2021-05-03", "Hawija", Mode.DRONE),
        ),
    ],
    "the toll told apart from the attack": [
        (
            Told("a", "2021-05-03", "Hawija", Mode.DRONE, killed=(1, 1)),
            Told("a", "2021-05-03", "Hawija", None, injured=(3, 3), event="e2"),
        ),
    ],
    "another attack, a paper says": [
        (Told("a", "2021-05-03", "Hawija", killed=(1, 1)),),
        (Told("a", "2021-05-03", "Hawija", text="Another attack followed.", event="e2"),),
    ],
    "a village that only the text has": [
        (
            Told("a", "2021-05-03", "Qaryat Example", killed=(4, 4)),
            Told("b", "2021-05-03", "", text="Four died at Qaryat Example.", killed=(4, 4)),
        ),
    ],
    "two attacks that one paper keeps apart": [
        (
            Told("a", "2021-05-03", "Hawija", killed=(2, 2)),
            Told("b", "2021-05-03", "Hawija", killed=(2, 2)),
        ),
        (Told("a", "2021-05-03", "Hawija", killed=(5, 5), event="e2"),),
    ],
    "published before the other's day": [
        (Told("a", "2021-05-01/2021-05-31", "Hawija", published="2021-05-05"),),
        (Told("b", "2021-05-20", "Hawija"),),
    ],
    "one name in two countries, far apart": [
        (Told("a", "2021-05-03", "Sinjar"),),
        (Told("b", "2021-05-03", "Homs"),),
    ],
    "a habit or a plan joins nothing": [
        (Told("a", "2021-05-03", "Hawija"),),
    ],
}
LEFT_OUT = [
    Told("b", "2021-05-03", "Hawija", certainty=Certainty.GENERAL),
    Told("c", "2021-05-03", "Hawija", certainty=Certainty.PLANNED),
    Told("d", "2021-05-09", "Hawija", certainty=Certainty.POSSIBLE, published="2021-05-03"),
]


@pytest.mark.parametrize("name", CASES)
def test_groups(name: str) -> None:
    groups = CASES[name]
    extra = LEFT_OUT if name.startswith("a habit") else []
    found = link([reported(t) for t in [*(t for group in groups for t in group), *extra]])
    got = {frozenset((r.document, r.event) for r in i.reports) for i in found}
    assert got == {frozenset((t.document, t.event) for t in group) for group in groups}


def test_other_types_need_two_documents_that_agree() -> None:
    talks = [
        Told(d, day, "Mosul", None, actors=("gov-iq=Iraq",), type=EventType.CONSULT, event=f"e{day[-1]}")
        for d, day in (("a", "2021-05-03"), ("b", "2021-05-03"), ("c", "2021-05-09"))
    ]
    (found,) = link([reported(t) for t in talks])
    assert [r.document for r in found.reports] == ["a", "b"]


def test_every_link_says_why() -> None:
    (found,) = link([reported(t) for t in CASES["two drones, one brought down"][0]])
    assert len(found.links) == len(found.reports) - 1
    assert "both name Hawija" in {reason for one in found.links for reason in one.reasons}
    assert all(0 < one.score <= 1 for one in found.links)


EVERYTHING = [
    Told(f"{n}-{t.document}", t.day, t.town, t.mode, t.published, t.killed, t.injured, t.event, t.text)
    for n, groups in enumerate(CASES.values())
    for group in groups
    for t in group
]


@settings(max_examples=10, deadline=None)
@given(some.permutations(EVERYTHING))
def test_the_order_of_arrival_does_not_matter(shuffled: list[Told]) -> None:
    assert link([reported(t) for t in shuffled]) == link([reported(t) for t in EVERYTHING])


def test_nothing_in_nothing_out() -> None:
    assert link([]) == ()
