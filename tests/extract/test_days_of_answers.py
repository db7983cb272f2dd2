"""A day beside a claim, a charge or an arrest is theirs and not that of the attack that they answer."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.vocabulary import EventType
from tests.extract.conftest import document

ANSWERS = (
    "An affiliate claimed responsibility on Tuesday for an assault on a gendarmerie base in Koro.",
    "A man was charged on Tuesday in the killing of a judge in Lyon.",
    "Police arrested two men on Tuesday over the bombing of a church in Jolo.",
    "The army blamed the group on Tuesday for a drone strike on a depot in Erbil.",
)
OWN = (
    "Gunmen on Tuesday killed a judge in Lyon.",
    "Nine soldiers were killed on Tuesday in an attack on a base in Koro.",
)


def days(tools: Tools, text: str) -> list[date | None]:
    events = read_document(document(text), tools).events
    return [e.when.start if e.when else None for e in events if e.type is EventType.ASSAULT]


@pytest.mark.parametrize("text", ANSWERS)
def test_the_attack_has_no_day(tools: Tools, text: str) -> None:
    assert days(tools, text) == [None]


@pytest.mark.parametrize("text", OWN)
def test_the_attack_has_its_day(tools: Tools, text: str) -> None:
    (day,) = days(tools, text)
    assert day is not None
