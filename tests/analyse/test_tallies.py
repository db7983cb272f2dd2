"""Claims beside a few incidents: the verdict, the record's range, and the reason in words."""

from __future__ import annotations

import pytest
from claims import Claimed, Happened, document, incident, reading, tally

from dateline.analyse.tallies import check_all, check_tally
from dateline.model.incident import TallyCheck, Verdict
from dateline.model.vocabulary import Certainty, EventType, HarmType, Mode

DRONES = Claimed(8, None, mode=Mode.DRONE)
TWO = Claimed(2, 2)
KILLED = Claimed(10, 10, HarmType.KILLED)
NONE = Claimed(0, 0, HarmType.KILLED)
TROOPS = ("U.S. troops",)

CASES = [
    ("as many as claimed", TWO, [Happened(), Happened()], Verdict.EXPLAINED, 2, 2, 0),
    ("at least two, three on record", Claimed(2, None), [Happened()] * 3, Verdict.EXPLAINED, 3, 3, 0),
    ("short", DRONES, [Happened()], Verdict.SHORT, 1, 1, 7),
    ("exceeded", TWO, [Happened()] * 3, Verdict.EXCEEDED, 3, 3, 0),
    ("outside the window", TWO, [Happened(), Happened("2021-07-02")], Verdict.SHORT, 1, 1, 1),
    ("time across the window's end", TWO, [Happened(), Happened("2021-06-20/2021-07-03")], Verdict.EXPLAINED, 1, 2, 0),
    ("another country", TWO, [Happened(), Happened(place="Homs")], Verdict.SHORT, 1, 1, 1),
    ("either country", Claimed(2, 2, places=("Iraq", "Syria")), [Happened(), Happened(place="Homs")], Verdict.EXPLAINED, 2, 2, 0),
    ("perhaps in the province", Claimed(2, 2, places=("Kirkuk province",)), [Happened()] * 2, Verdict.EXPLAINED, 0, 2, 0),
    ("another kind", Claimed(2, 2, mode=Mode.DRONE), [Happened(), Happened(mode=Mode.BOMBING)], Verdict.SHORT, 1, 1, 1),
    ("a kind not said", Claimed(2, 2, mode=Mode.DRONE), [Happened(), Happened(mode=None)], Verdict.EXPLAINED, 1, 2, 0),
    ("suicide bombings are bombings", Claimed(1, 1, mode=Mode.BOMBING), [Happened(mode=Mode.SUICIDE_BOMBING)], Verdict.EXPLAINED, 0, 1, 0),
    ("only alleged", TWO, [Happened(), Happened(certainty=Certainty.ALLEGED)], Verdict.EXPLAINED, 1, 2, 0),
    ("denied", TWO, [Happened(), Happened(certainty=Certainty.DENIED)], Verdict.SHORT, 1, 1, 1),
    ("the same people in other words", Claimed(1, 1, recipients=TROOPS), [Happened()], Verdict.EXPLAINED, 1, 1, 0),
    ("other people", Claimed(1, 1, recipients=TROOPS), [Happened(recipients=("Iraqi police",))], Verdict.SHORT, 0, 0, 1),
    ("people not named", Claimed(1, 1, recipients=TROOPS), [Happened(recipients=())], Verdict.EXPLAINED, 0, 1, 0),
    ("the dead summed", KILLED, [Happened(killed=(4, 4)), Happened(killed=(5, 7))], Verdict.EXPLAINED, 9, 11, 0),
    ("fewer dead", KILLED, [Happened(killed=(4, 4)), Happened()], Verdict.SHORT, 4, 4, 6),
    ("an open toll", KILLED, [Happened(killed=(4, None))], Verdict.EXPLAINED, 4, None, 0),
    ("none claimed, some on record", NONE, [Happened(killed=(1, 1))], Verdict.CONTRADICTED, 1, 1, 0),
    ("none claimed, none on record", NONE, [Happened(killed=(0, 0))], Verdict.EXPLAINED, 0, 0, 0),
]  # fmt: skip


def check(row: Claimed, happened: list[Happened], published: str = "2021-07-25") -> TallyCheck:
    received = document(published=published)
    return check_tally(received, tally(row, received), [incident(n + 1, h) for n, h in enumerate(happened)])


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c[0]))
def test_verdict(case: tuple[str, Claimed, list[Happened], Verdict, int, int | None, int]) -> None:
    _, row, happened, verdict, low, high, short_by = case
    found = check(row, happened)
    assert (found.verdict, found.low, found.high, found.short_by) == (verdict, low, high, short_by), (
        found.reason
    )


NOT_COMPARABLE = [
    (Claimed(5, 5, when=""), "names no period"),
    (Claimed(5, 5, places=()), "neither a place nor a party"),
    (Claimed(5, 5, places=(), recipients=("villages",)), "neither a place nor a party"),
    (Claimed(5, 5, places=("Camp Nowhere",)), "doesn't know where “Camp Nowhere” is"),
    (Claimed(5, 5, places=("Syria",)), "no attack is on record in Syria between 1 January and 30 June 2021"),
    (Claimed(5, 5, type=HarmType.DISPLACED), "not the displaced"),
    (Claimed(5, 5, type=EventType.CONSULT), "CONSULT"),
    (Claimed(5, 5, when="2021-08-01/2021-08-31"), "ahead of the report"),
]


@pytest.mark.parametrize(("row", "reason"), NOT_COMPARABLE, ids=[r for _, r in NOT_COMPARABLE])
def test_not_comparable_says_why(row: Claimed, reason: str) -> None:
    found = check(row, [Happened()])
    assert found.verdict is Verdict.NOT_COMPARABLE
    assert reason in found.reason
    assert found.incidents == ()


def test_what_came_after_the_report_is_not_counted() -> None:
    assert check(TWO, [Happened(), Happened("2021-05-05")], published="2021-04-01").short_by == 1


def test_the_reason_names_the_doubts() -> None:
    found = check(Claimed(2, 2, mode=Mode.DRONE, recipients=TROOPS), [Happened(), Happened(mode=None)])
    assert found.reason == (
        "1 to 2 drone attacks on U.S. troops in Iraq between 1 January and 30 June 2021; "
        "1 of the 2 may not count, since the kind of attack isn't sure (1)"
    )


def test_without_a_place_only_incidents_of_the_party_count() -> None:
    happened = [Happened(recipients=("American soldiers",)), Happened(recipients=("a market",), place="Homs")]
    assert check(Claimed(1, 1, places=(), recipients=TROOPS), happened).incidents == ("i1",)


def test_check_all_is_check_tally_for_each() -> None:
    told = reading(
        "It was hit 2 times, then 8.", (), (Claimed(2, 2, said="2 times"), Claimed(8, None, said="8"))
    )
    incidents = [incident(n, Happened(f"2021-0{n}-10")) for n in (3, 1, 7, 2)]
    found = check_all([told], incidents)
    assert [c.tally for c in found] == ["t1", "t2"]
    assert found == tuple(
        check_tally(told.document, t, sorted(incidents, key=lambda i: i.id)) for t in told.tallies
    )
