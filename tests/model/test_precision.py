"""Precision codes of UCDP GED and ACLED, at the edges of each code."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.document import Span
from dateline.model.precision import (
    acled_geo_precision,
    acled_time_precision,
    ucdp_date_precision,
    ucdp_where_precision,
)
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import PlacePrecision

DAY = date(2021, 7, 5)
DAYS = {
    1: (1, 1),
    2: (2, 2),
    6: (2, 2),
    7: (3, 2),
    8: (4, 3),
    31: (4, 3),
    32: (5, None),
    366: (5, None),
    367: (None, None),
}
PLACES = {
    "exact": (1, 1),
    "town": (1, 1),
    "unknown": (2, 2),
    "district": (3, 2),
    "province": (4, 3),
    "country": (6, None),
}


def interval(days: int) -> Interval:
    return Interval(DAY, DAY + timedelta(days - 1))


def place(precision: str, known: bool = True) -> Place:
    where = (34.6, 43.68) if known else (None, None)
    return Place(Argument(Span(0, 1, "x"), "x"), *where, precision=PlacePrecision(precision))


@pytest.mark.parametrize("days", DAYS)
def test_codes_of_times(days: int) -> None:
    assert (ucdp_date_precision(interval(days)), acled_time_precision(interval(days))) == DAYS[days]


@pytest.mark.parametrize("precision", PLACES)
def test_codes_of_places(precision: str) -> None:
    places = (place(precision),)
    assert (ucdp_where_precision(places), acled_geo_precision(places)) == PLACES[precision]


def test_a_village_without_coordinates_is_near_the_town_that_has_some() -> None:
    places = (place("unknown", known=False), place("town"))
    assert (ucdp_where_precision(places), acled_geo_precision(places)) == (2, 2)
    districts = (place("unknown", known=False), place("district"))
    assert (ucdp_where_precision(districts), acled_geo_precision(districts)) == (3, 2)


def test_nothing_known_has_no_code() -> None:
    assert ucdp_date_precision(None) is acled_time_precision(None) is None
    assert ucdp_where_precision(()) is acled_geo_precision((place("town", known=False),)) is None


@given(st.integers(1, 800), st.integers(0, 100))
def test_a_longer_time_is_never_coded_as_more_precise(days: int, more: int) -> None:
    for code in (ucdp_date_precision, acled_time_precision):
        assert (code(interval(days)) or 9) <= (code(interval(days + more)) or 9)
