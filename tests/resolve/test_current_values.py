"""The current value of each field, from a few claims."""

from __future__ import annotations

from datetime import date

import pytest
from told_reports import Told, days, reported

from dateline.model.incident import Toll
from dateline.model.vocabulary import Certainty, Mode
from dateline.resolve import values

TOLLS = [
    ("nine, then twelve", [("a", 1, 9, 9), ("b", 2, 12, 12)], Toll(9, 12, 12)),
    ("an outlet replaces its own toll", [("a", 1, 9, 9), ("a", 2, 12, 12)], Toll(12, 12, 12)),
    ("at least 14, then 23", [("a", 1, 14, None), ("b", 2, 23, 23)], Toll(14, 23, 23)),
    ("10, then at least 14", [("a", 1, 10, 10), ("b", 2, 14, None)], Toll(10, 14, None)),
    ("sources that differ", [("a", 1, 14, 23)], Toll(14, 14, 23)),
]


@pytest.mark.parametrize(("name", "claims", "expected"), TOLLS)
def test_toll(name: str, claims: list[tuple[str, int, int, int | None]], expected: Toll) -> None:
    reports = [
        reported(
            Told(f"d{n}", "2021-05-01", "Hawija", published=f"2021-05-0{day}", killed=(low, high), origin=o)
        )
        for n, (o, day, low, high) in enumerate(claims)
    ]
    assert values.toll(reports, lambda e: e.killed) == expected
    assert values.toll(reports, lambda e: e.injured) is None


TIMES = [
    (["2021-05-03", "2021-05-01/2021-05-07"], "2021-05-03"),
    (["2021-05-03", "2021-05-03", "2021-05-04"], "2021-05-03"),
    (["2021-05-03", "2021-05-04"], "2021-05-03/2021-05-04"),
    (["2021-05-01/2021-05-07", "2021-05-05/2021-05-20"], "2021-05-05/2021-05-07"),
    (["2021-05-01/2021-05-31", "2021-05-04", "2021-05-04", "2021-05-03"], "2021-05-04"),
]


@pytest.mark.parametrize(("said", "expected"), TIMES)
def test_time(said: list[str], expected: str) -> None:
    found = values.time([reported(Told(f"d{n}", day, "Hawija")) for n, day in enumerate(said)])
    assert found is not None
    assert (found.start, found.end) == (days(expected).start, days(expected).end)


def test_mode_goes_with_most_origins_then_with_the_more_telling_word() -> None:
    def mode(*given: tuple[str, Mode | None]) -> Mode | None:
        return values.mode(
            [reported(Told(f"d{n}", "2021-05-03", "Hawija", m, origin=o)) for n, (o, m) in enumerate(given)]
        )

    assert mode(("a", Mode.BOMBING), ("b", Mode.SUICIDE_BOMBING)) is Mode.SUICIDE_BOMBING
    assert mode(("a", Mode.BOMBING), ("b", Mode.BOMBING), ("c", Mode.ROCKET)) is Mode.BOMBING
    assert mode(("a", Mode.BOMBING), ("a", Mode.BOMBING), ("c", Mode.ROCKET)) is Mode.ROCKET
    assert mode(("a", None), ("b", Mode.OTHER)) is Mode.OTHER
    assert mode(("a", None)) is None


def test_parties_and_places_are_named_once() -> None:
    reports = [
        reported(Told("a", "2021-05-03", "Hawija", actors=("isis=IS", "gunmen"), recipients=("a market",))),
        reported(Told("b", "2021-05-03", "Hawija", actors=("isis=Islamic State",), recipients=("A market",))),
    ]
    assert [a.name for a in values.parties(reports, lambda e: e.actors)] == ["Islamic State", "gunmen"]
    assert [a.name for a in values.parties(reports, lambda e: e.recipients)] == ["a market"]
    assert [p.name for p in values.places(reports)] == ["Hawija"]


def test_the_surest_report_gives_the_certainty() -> None:
    given = (Certainty.DENIED, Certainty.ALLEGED)
    reports = [reported(Told(c.value, "2021-05-03", "Hawija", certainty=c)) for c in given]
    assert values.certainty(reports) is Certainty.ALLEGED


def test_reports_without_a_date_come_first() -> None:
    dated = reported(Told("a", "2021-05-03", "Hawija"))
    assert values.by_publication([dated])[0].document.published_on == date(2021, 5, 3)
