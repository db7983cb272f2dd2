"""What is only the wording of a charge, whose day is that of the court."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told_reports import Told, reported

from dateline.model.incident import ReportedEvent
from dateline.resolve.charges import is_charge
from dateline.resolve.profile import batch

CHARGES = (
    "He was charged on Sunday with two counts of MURDER.",
    "The driver pleaded guilty to MANSLAUGHTER.",
    "Prosecutors accused the officers of an ASSAULT.",
    "They face charges of attempted MURDER.",
)
HAPPENINGS = (
    "Rebels began an ASSAULT on Hawija on Sunday.",
    "The MURDER of the mayor on Sunday shook Hawija.",
    "He was charged on Monday. The MURDER took place a day before.",
    "He was charged in Sunday's SHOOTING.",
)


def told(sentence: str) -> ReportedEvent:
    """The sentence as a report; its word in capitals is the trigger."""
    word = next(w.strip(".") for w in sentence.split() if w.strip(".").isupper() and len(w) > 3)
    source = reported(Told("a", "2021-05-02", "Hawija", text=sentence.replace(word, word.lower())))
    start = sentence.index(word)
    trigger = source.document.span(start, start + len(word))
    return replace(source, event=replace(source.event, trigger=trigger))


@pytest.mark.parametrize("sentence", CHARGES)
def test_a_charge_has_no_day_of_its_own(sentence: str) -> None:
    source = told(sentence)
    assert is_charge(source)
    assert batch([source]).profiles[0].first is None


@pytest.mark.parametrize("sentence", HAPPENINGS)
def test_what_happened_keeps_its_day(sentence: str) -> None:
    source = told(sentence)
    assert not is_charge(source)
    assert batch([source]).profiles[0].first is not None
