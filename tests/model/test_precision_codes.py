"""The codes of UCDP GED and ACLED for how closely a time and a place are known."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, timedelta

import pytest

from dateline.model.document import Span
from dateline.model.incident import Incident, Report
from dateline.model.precision_codes import precision_codes
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, PlacePrecision

CASES = [
    (1, PlacePrecision.EXACT, (1, 1, 1, 1)),
    (2, PlacePrecision.TOWN, (2, 1, 2, 1)),
    (7, PlacePrecision.DISTRICT, (3, 3, 2, 2)),
    (31, PlacePrecision.PROVINCE, (4, 4, 3, 3)),
    (365, PlacePrecision.COUNTRY, (5, 6, None, None)),
    (400, PlacePrecision.UNKNOWN, (None, 2, None, 2)),
    (None, None, (None, None, None, None)),
]


@pytest.mark.parametrize(("days", "precision", "codes"), CASES)
def test_codes(days: int | None, precision: PlacePrecision | None, codes: tuple[int | None, ...]) -> None:
    start = date(2021, 5, 1)
    name = Argument(Span(0, 1, "H"), "Hawija")
    incident = Incident(
        "i",
        EventType.ASSAULT,
        None,
        (Report("a", "e1"),),
        Interval(start, start + timedelta(days - 1)) if days else None,
        (Place(name, 35.3, 43.8, precision=precision),) if precision else (),
        *((), (), ()),
        None,
        None,
        Certainty.ASSERTED,
        (),
        1,
    )
    assert astuple(precision_codes(incident)) == codes


def test_a_name_without_a_point_has_no_code() -> None:
    place = Place(Argument(Span(0, 1, "Q"), "Qaryat"))
    incident = Incident(
        *("i", EventType.ASSAULT, None, (), None, (place,), (), (), (), None, None),
        *(Certainty.ASSERTED, (), 1),
    )
    assert astuple(precision_codes(incident)) == (None, None, None, None)
