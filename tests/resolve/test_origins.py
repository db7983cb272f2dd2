"""Which reports are one witness: copies of a text, and what repeats an outlet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from told_reports import Told, reported

from dateline.model.incident import ReportedEvent
from dateline.resolve.claims import claims
from dateline.resolve.link import form
from dateline.resolve.origins import outlet_key, witnessed


def told(
    document: str, outlet: str, relays: tuple[str, ...] = (), day: int = 3, origin: str = "", dead: int = 2
) -> ReportedEvent:
    return reported(
        Told(
            document,
            "2021-05-03",
            "Hawija",
            published=f"2021-05-{day:02}",
            outlet=outlet,
            relays=relays,
            origin=origin,
            killed=(dead, dead),
        )
    )


WITNESSES = {
    "two papers of their own": ([told("a", "Post"), told("b", "Wire")], ["a", "b"]),
    "a paper and who repeats it": ([told("a", "The Post"), told("b", "Wire", ("Post",))], ["a", "a"]),
    "the address of an outlet": (
        [told("a", "www.harbourpost.com"), told("b", "", ("The Harbour Post",))],
        ["a", "a"],
    ),
    "two who repeat an agency that is not there": (
        [told("a", "Post", ("Agency",)), told("b", "Wire", ("the Agency", "Radio"))],
        ["relayed\nagency", "relayed\nagency"],
    ),
    "the outlet's latest report before": (
        [told("a", "Post", day=3), told("b", "Post", day=5), told("c", "Wire", ("Post",), day=4)],
        ["a", "b", "a"],
    ),
    "a chain": ([told("a", "Post"), told("b", "Wire", ("Post",)), told("c", "Radio", ("Wire",))], ["a"] * 3),
    "a ring": ([told("a", "Post", ("Wire",)), told("b", "Wire", ("Post",))], ["a", "a"]),
    "a copy of a relay": (
        [told("a", "Post"), told("b", "Wire", ("Post",)), told("c", "Radio", origin="b")],
        ["a", "a", "a"],
    ),
}


@pytest.mark.parametrize(("reports", "origins"), WITNESSES.values(), ids=WITNESSES)
def test_origins(reports: list[ReportedEvent], origins: list[str]) -> None:
    assert [r.origin for r in witnessed(reports)] == origins


def test_an_incident_counts_a_relay_and_its_outlet_once() -> None:
    reports = [
        told("a", "Post", dead=9),
        told("b", "Wire", ("Post",), day=4, dead=12),
        told("c", "Radio", dead=12),
    ]
    made = form(reports)
    assert made.origins == 2
    assert made.killed is not None and (made.killed.low, made.killed.high) == (12, 12)
    assert [c.counts for c in claims(reports) if c.field == "killed"] == [False, True, True]


OUTLETS = some.sampled_from(("Post", "Wire", "Radio", ""))


@given(
    some.lists(some.tuples(OUTLETS, some.lists(OUTLETS.filter(bool), max_size=2)), min_size=1, max_size=5),
    some.randoms(use_true_random=False),
)
def test_order_plays_no_part_and_a_relay_adds_no_more_than_one_witness(
    drawn: list[tuple[str, list[str]]], chance: object
) -> None:
    reports = [told(f"d{n}", outlet, tuple(relays)) for n, (outlet, relays) in enumerate(drawn)]
    counted = {r.document.id: r.origin for r in witnessed(reports)}
    chance.shuffle(reports)  # type: ignore[attr-defined]
    assert {r.document.id: r.origin for r in witnessed(reports)} == counted
    fewer = {r.origin for r in witnessed(reports[1:])}
    assert len(set(counted.values())) <= len(fewer) + 1


@pytest.mark.parametrize(("one", "other"), [("The Harbour Post", "harbour post"), ("Reuters", "reuters.com")])
def test_one_outlet_by_two_names(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)
