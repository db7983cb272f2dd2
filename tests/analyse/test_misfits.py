"""What doesn't fit within one document: each case is a text, its reading, and the kinds of misfit to find."""

from __future__ import annotations

import pytest
from claims import Claimed, Said, reading

from dateline.analyse.misfits import find_misfits
from dateline.model.reading import Reading
from dateline.model.vocabulary import Certainty, EventType, HarmType, Mode

WOUNDED = "An attack wounded two service members. Yet the U.S. has not sustained any casualties this year."
KILLED_ONLY = "An attack wounded two service members. Yet no Americans have been killed this year."
TEN = "Bases were hit 11 times: seven with rockets and three with drones."
TWELVE = "Bases were hit 11 times: seven with rockets and five with drones."
ELEVEN = "Bases were hit 11 times: seven with rockets and four with drones."
SOME = "Bases were hit 11 times, including seven with rockets and three with drones."
YEAR = "2021-01-01/2021-07-25"


def kinds(text: str, *named: tuple[str, int, Mode | None]) -> Reading:
    rows = (Claimed(n, n, mode=mode, said=said, when=YEAR) for said, n, mode in named)
    return reading(text, (), tuple(rows))


CASES = [
    (
        "casualties are the wounded too",
        reading(
            WOUNDED,
            (Said("wounded two", recipients=("American service members",), injured=(2, 2)),),
            (Claimed(0, 0, HarmType.KILLED, said="any casualties", when=YEAR, recipients=("the U.S.",)),),
        ),
        ["harm denied"],
    ),
    (
        "wounded, but nobody killed",
        reading(
            KILLED_ONLY,
            (Said("wounded two", recipients=("American service members",), injured=(2, 2)),),
            (Claimed(0, 0, HarmType.KILLED, said="no Americans", when=YEAR, recipients=("Americans",)),),
        ),
        [],
    ),
    (
        "the wounded are another country's",
        reading(
            WOUNDED,
            (Said("wounded two", recipients=("Iraqi soldiers",), injured=(2, 2)),),
            (Claimed(0, 0, HarmType.KILLED, said="any casualties", when=YEAR, recipients=("the U.S.",)),),
        ),
        [],
    ),
    (
        "before the period",
        reading(
            WOUNDED,
            (Said("wounded two", "2020-12-05", recipients=("American service members",), injured=(2, 2)),),
            (Claimed(0, 0, HarmType.KILLED, said="any casualties", when=YEAR, recipients=("the U.S.",)),),
        ),
        [],
    ),
    ("kinds that add up", kinds(ELEVEN, ("11 times", 11, None), ("seven", 7, Mode.ROCKET), ("four", 4, Mode.DRONE)), []),
    ("kinds that fall short", kinds(TEN, ("11 times", 11, None), ("seven", 7, Mode.ROCKET), ("three", 3, Mode.DRONE)), ["sum"]),
    ("kinds that are only some", kinds(SOME, ("11 times", 11, None), ("seven", 7, Mode.ROCKET), ("three", 3, Mode.DRONE)), []),
    ("kinds that are too many", kinds(TWELVE, ("11 times", 11, None), ("seven", 7, Mode.ROCKET), ("five", 5, Mode.DRONE)), ["part over whole"]),
    (
        "a part larger than its whole",
        reading(
            "This year 12 people were killed, 17 of them children.",
            (),
            (Claimed(12, 12, HarmType.KILLED, said="12", when=YEAR), Claimed(17, 17, HarmType.KILLED, said="17", when=YEAR, recipients=("children",))),
        ),
        ["part over whole"],
    ),
    (
        "a part of a whole",
        reading(
            "This year 26 were killed, 17 of them off duty.",
            (),
            (Claimed(26, 26, HarmType.KILLED, said="26", when=YEAR), Claimed(17, 17, HarmType.KILLED, said="17", when=YEAR)),
        ),
        [],
    ),
    (
        "fewer in a longer time",
        reading(
            "There were 40 raids to March. To June there were 35.",
            (),
            (Claimed(40, 40, said="40", when="2021-01-01/2021-03-31"), Claimed(35, 35, said="35", when="2021-01-01/2021-06-30")),
        ),
        ["shrinking count"],
    ),
    (
        "two speakers, two tolls",
        reading("Police said five died, a doctor said seven.", (Said("five", killed=(5, 7), speakers=("Police", "a doctor")),), ()),
        ["tolls differ"],
    ),
    (
        "one speaker's range",
        reading("Police said between 5 and 7 died.", (Said("between 5 and 7", killed=(5, 7), speakers=("Police", "a doctor")),), ()),
        [],
    ),
    ("ahead of its time", reading("An attack shook the town.", (Said("attack", "2021-08-05"),), ()), ["ahead of time"]),
    ("planned", reading("An attack is planned.", (Said("attack", "2021-08-05", certainty=Certainty.PLANNED),), ()), []),
    ("agreed for a later day", reading("They agreed on it.", (Said("agreed", "2021-08-05", type=EventType.AGREE),), ()), []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told", "expected"), CASES, ids=[c[0] for c in CASES])
def test_kinds(name: str, told: Reading, expected: list[str]) -> None:
    found = find_misfits(told)
    assert [m.kind for m in found] == expected, [m.message for m in found]
    for misfit in found:
        assert misfit.evidence
        assert all(told.document.text[s.start : s.end] == s.text for s in misfit.evidence)


def test_the_message_is_for_an_editor() -> None:
    (found,) = find_misfits(CASES[0][1])
    assert found.message == (
        "The document says that there were no casualties (the U.S., between 1 January and 25 July 2021), "
        "yet it reports 2 injured in the attack at Hawija on 5 July 2021."
    )
    denial, harm = found.evidence
    assert "has not sustained any casualties this year." in denial.text
    assert harm.text == "An attack wounded two service members."
