"""Totals of several documents beside one another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims import Claimed, reading

from dateline.analyse.reporting_area import reporting_area
from dateline.analyse.totals import clashes
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.model.vocabulary import HarmType, Mode

HALF = "2021-01-01/2021-06-30"
QUARTER = "2021-01-01/2021-03-31"
SPRING = "2021-03-01/2021-05-31"
TOWN = ("Hawija",)

CASES = [
    ("growing", Claimed(4, 4, when=QUARTER), Claimed(7, 7, when=HALF), None),
    ("fewer over longer", Claimed(7, 7, when=QUARTER), Claimed(4, 4, when=HALF), "shrinking"),
    ("an open total may be more", Claimed(7, 7, when=QUARTER), Claimed(4, None, when=HALF), None),
    ("a part of the period", Claimed(7, 7, when=SPRING), Claimed(4, 4, when=HALF), "part over whole"),
    ("a town in its country", Claimed(7, 7, places=TOWN), Claimed(4, 4), "part over whole"),
    ("a kind of attack", Claimed(7, 7, mode=Mode.DRONE), Claimed(4, 4), "part over whole"),
    ("a country isn't in a town", Claimed(7, 7), Claimed(4, 4, places=TOWN), None),
    ("other kinds", Claimed(7, 7, mode=Mode.DRONE), Claimed(4, 4, mode=Mode.ROCKET), None),
    ("the same, otherwise", Claimed(7, 7), Claimed(4, 4), "differ"),
    ("the same, as it may be", Claimed(4, None), Claimed(7, 9), None),
    ("other people", Claimed(7, 7, recipients=("U.S. troops",)), Claimed(4, 4), None),
    ("the dead aren't attacks", Claimed(7, 7, HarmType.KILLED), Claimed(4, 4), None),
]  # fmt: skip


def told(key: str, row: Claimed) -> Reading:
    made = reading("It was 7 times.", (), (replace(row, said="7"),))
    return replace(made, document=replace(made.document, id=key))


@pytest.mark.parametrize(("name", "one", "other", "kind"), CASES)
def test_clash(name: str, one: Claimed, other: Claimed, kind: str | None) -> None:
    found = clashes([told("a", one), told("b", other)])
    assert [c.kind for c in found] == ([kind] if kind else []), name
    assert found == clashes([told("b", other), told("a", one)])
    if kind == "shrinking":
        assert found[0].part == ("a", "t1")
        assert "7 attacks in Iraq between 1 January and 31 March 2021" in found[0].reason


AREAS = [
    ("Tillabéri: security note, January 2024", "", "Tillabéri"),
    ("Weekly report", "Period: March\nProvince: Kirkuk\n", "Kirkuk"),
    ("Who are the men of Dujail?", "Until Saturday hardly anybody had heard of them.", None),
    ("Analysis: a year of drones", "", None),
]


@pytest.mark.parametrize(("title", "text", "area"), AREAS)
def test_reporting_area(title: str, text: str, area: str | None) -> None:
    found = reporting_area(Document("d", text, title))
    assert (found.name if found else None) == area
