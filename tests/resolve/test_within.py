"""What one document says of two of its own events: a part of the other, two, or open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told_reports import Told, reported

from dateline.model.vocabulary import Mode, PlacePrecision
from dateline.resolve import link
from dateline.resolve.profile import batch
from dateline.resolve.within import within

FIRST = Told("a", "2021-05-03", "Hawija", Mode.SHOOTING, killed=(2, 2))

APART = {
    "days apart": Told("a", "2021-05-06", "Hawija", Mode.SHOOTING, event="e2"),
    "another town": Told("a", "2021-05-03", "Mosul", Mode.SHOOTING, event="e2"),
    "another means": Told("a", "2021-05-03", "Hawija", Mode.BOMBING, event="e2"),
    "another toll at the same place": Told(
        "a", "2021-05-03", "Hawija", Mode.SHOOTING, killed=(5, 5), event="e2"
    ),
    "a word that separates": Told("a", "", "", Mode.SHOOTING, event="e2", text="A separate shooting."),
}
OPEN = {
    "nothing of its own": Told("a", "", "", Mode.SHOOTING, event="e2"),
    "no means said": Told("a", "2021-05-03", "", None, event="e2"),
    "another word for one fight": Told("a", "2021-05-03", "Hawija", Mode.CLASH, event="e2"),
    "an early toll without a day": Told("a", "", "Hawija", Mode.SHOOTING, killed=(1, 1), event="e2"),
}


def evidence(second: Told) -> float | None:
    lot = batch([reported(FIRST), reported(second)])
    return within(*lot.profiles)


@pytest.mark.parametrize("second", APART.values(), ids=APART)
def test_kept_apart(second: Told) -> None:
    assert evidence(second) is None


@pytest.mark.parametrize("second", OPEN.values(), ids=OPEN)
def test_left_open(second: Told) -> None:
    assert evidence(second) is not None


def test_known_attackers_that_differ_keep_two_apart() -> None:
    first = Told("a", "2021-05-03", "Hawija", None, actors=("one=One Army",))
    second = Told("a", "2021-05-03", "", None, actors=("two=Two Army",), event="e2")
    assert within(*batch([reported(first), reported(second)]).profiles) is None


def test_places_in_two_countries_keep_two_apart_however_coarse() -> None:
    first, second = reported(FIRST), reported(Told("a", "2021-05-03", "Homs", Mode.SHOOTING, event="e2"))
    coarse = tuple(replace(p, precision=PlacePrecision.PROVINCE) for p in second.event.places)
    second = replace(second, event=replace(second.event, places=coarse))
    assert within(*batch([first, second]).profiles) is None


def test_what_another_report_tells_brings_two_mentions_together() -> None:
    lead = Told("a", "", "Hawija", Mode.SHOOTING, killed=(1, 1), text="Dara Sabir was shot in Hawija.")
    later = Told(
        "a", "2021-05-03", "Hawija", Mode.SHOOTING, event="e2", text="Dara Sabir was shot in Hawija."
    )
    other = Told(
        "b", "2021-05-03", "Hawija", Mode.SHOOTING, killed=(1, 1), text="Dara Sabir was shot in Hawija."
    )
    assert len(link([reported(lead), reported(later), reported(other)])) == 1


def test_an_answer_is_another_attack_than_what_it_answers() -> None:
    first, second = reported(FIRST), reported(Told("a", "2021-05-03", "Hawija", Mode.SHOOTING, event="e2"))
    answer = replace(second, event=replace(second.event, responds_to=("e1",)))
    assert within(*batch([first, second]).profiles) is not None
    assert within(*batch([first, answer]).profiles) is None


def test_who_is_hit_in_one_attack_does_not_carry_out_the_same() -> None:
    first = Told("a", "", "Hawija", Mode.SHOOTING, recipients=("army=The Army",))
    second = Told("a", "", "Hawija", Mode.SHOOTING, actors=("army=The Army",), event="e2")
    assert within(*batch([reported(first), reported(second)]).profiles) is None
