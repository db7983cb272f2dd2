"""What reports say side by side, what doesn't agree, and a toll's way."""

from __future__ import annotations

from told_reports import Told, reported

from dateline.model.vocabulary import Mode
from dateline.resolve.claims import claims, conflicting, toll_over_time

NINE = Told("a", "2021-05-03", "Hawija", killed=(9, 9), outlet="Post")
TWELVE = Told("b", "2021-05-03", "Hawija", killed=(12, 12), published="2021-05-04", outlet="Wire")


def test_nine_then_twelve() -> None:
    found = claims([reported(TWELVE), reported(NINE)])
    steps = toll_over_time(found, "killed")
    assert [(s.low, s.outlet, str(s.published)) for s in steps] == [
        (9, "Post", "2021-05-03"),
        (12, "Wire", "2021-05-04"),
    ]
    assert conflicting(found) == ("killed",)


def test_copies_are_one_witness() -> None:
    copied = Told("c", "2021-05-03", "Hawija", killed=(9, 9), published="2021-05-05", origin="a")
    found = [c for c in claims([reported(NINE), reported(copied)]) if c.field == "killed"]
    assert [(c.report.document, c.counts) for c in found] == [("a", False), ("c", True)]
    assert conflicting(found) == ()


def test_only_what_can_not_both_be_right_is_a_conflict() -> None:
    wide = Told("b", "2021-05-01/2021-05-07", "Hawija", Mode.OTHER, killed=(5, None))
    assert conflicting(claims([reported(NINE), reported(wide)])) == ()
    other = Told("b", "2021-05-05", "Hawija", Mode.ROCKET, killed=(10, None))
    assert conflicting(claims([reported(NINE), reported(other)])) == ("mode", "when", "killed")


def test_every_claim_points_to_its_sentence() -> None:
    for claim in claims([reported(NINE)]):
        assert claim.sentence is not None
