"""What two documents as a whole say: the names they share, for their length, and their titles."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from told_reports import Told, reported

from dateline.model.incident import ReportedEvent
from dateline.resolve.documents import NAMES, TITLES, between, naming_agreement, title_agreement
from dateline.resolve.profile import batch

NAMED = "A man was shot. Police said that Dara Sabir, 34, of Karwan Street died; they seek Hiwa Qadir, of Zanko Row."
OTHER = "A shop burned. Police said that Soran Aziz, 51, of Bakhtiari Lane lived; they hold Rebin Jalal, of Shar Row."


def titled(document: str, text: str, title: str, outlet: str = "") -> ReportedEvent:
    told = reported(Told(document, "2021-05-03", "Hawija", text=text, outlet=outlet or document))
    return replace(told, document=replace(told.document, title=title))


def test_shared_names_are_for_one_happening_and_others_against() -> None:
    lot = batch([titled("a", NAMED, ""), titled("b", NAMED + " More.", ""), titled("c", OTHER, "")])
    a, b, c = lot.profiles
    alike, apart = naming_agreement(a, b, lot), naming_agreement(a, c, lot)
    assert alike is not None and alike[0] > 4 and "dara" in alike[1]
    assert apart is not None and apart[0] < 0


def test_names_that_one_outlet_repeats_count_less() -> None:
    lot = batch(
        [titled("a", NAMED, "", "Post"), titled("b", NAMED, "", "Post"), titled("c", NAMED, "", "Wire")]
    )
    a, b, c = lot.profiles
    same, other = naming_agreement(a, b, lot), naming_agreement(a, c, lot)
    assert same is not None and other is not None and same[0] < other[0]


def test_titles_count_for_what_documents_begin_with() -> None:
    lot = batch(
        [titled("a", NAMED, "Two shot at Karwan market"), titled("b", OTHER, "Shots at Karwan market")]
    )
    found = title_agreement(*lot.profiles, lot)
    assert found is not None and found[0] > 1
    further = [replace(p, leads=False) for p in lot.profiles]
    assert title_agreement(*further, lot) is None


@pytest.mark.parametrize("levels", [NAMES, TITLES])
@given(one=some.floats(0, 2), other=some.floats(0, 2))
def test_more_in_common_is_never_less_evidence(
    levels: tuple[tuple[float, float], ...], one: float, other: float
) -> None:
    assert all(a[0] < b[0] for a, b in pairwise(levels))
    low, high = sorted((one, other))
    assert between(levels, low) <= between(levels, high)
