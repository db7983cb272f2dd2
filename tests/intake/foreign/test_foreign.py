"""Rows of UCDP GED and ACLED-like tables, as teams keep them: any case, any order, some of them wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import MalformedSource, SourceError
from dateline.intake.foreign import read_foreign
from dateline.model.foreign import ForeignIncident
from dateline.model.vocabulary import Mode, PlacePrecision

UCDP = (
    "ID,Date_Start,DATE_END,side_a,side_b,where_prec,where_coordinates,latitude,longitude,country,best,high,low\n"
    "7,2021-07-05 00:00:00.000,2021-07-06 00:00:00.000,Invented Front,Civilians,1,Exampleville,34.6,43.7,Iraq,3,5,2\n"
    "8,yesterday,,,,,,,,,,,\n"
    '9,2021-07-09,2021-07-01,,,,,,,,,,\n10,2021-07-10,,,,,"Two\nLines town",,,,,,\n11,2021-07-11,,,,,,91,0,,,,\n'
    "12,2021-07-12,,,,,,,,,many,,\n"
)


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "theirs.csv"
    path.write_text(text, "utf-8")
    return path


def good(path: Path, layout: str | None = None) -> list[ForeignIncident]:
    return [row for row in read_foreign(path, layout) if isinstance(row, ForeignIncident)]


def test_a_ucdp_row(tmp_path: Path) -> None:
    first, second = good(table(tmp_path, UCDP))
    assert (first.id, first.line, first.country) == ("7", 2, "IQ")
    assert (first.when.start, first.when.end) == (date(2021, 7, 5), date(2021, 7, 6))
    assert (first.low, first.best, first.high) == (2, 3, 5)
    assert first.places[0].precision is PlacePrecision.TOWN
    assert (second.id, second.best, second.places[0].name) == ("10", None, "Two\nLines town")


def test_bad_rows_are_named_with_their_line(tmp_path: Path) -> None:
    bad = [str(row) for row in read_foreign(table(tmp_path, UCDP)) if isinstance(row, MalformedSource)]
    assert [b.split(":")[0] for b in bad] == [f"theirs.csv, line {n}" for n in (3, 4, 7, 8)]
    assert "'yesterday'" in bad[0] and "latitude is 91" in bad[2] and "'many'" in bad[3]


def test_an_acled_row_with_semicolons(tmp_path: Path) -> None:
    text = (
        "event_id_cnty;event_date;time_precision;sub_event_type;actor1;country;location;fatalities\n"
        "IRQ1;05 July 2021;2;Suicide bomb;Invented Front;Iraq;Exampleville;4\n"
    )
    (row,) = good(table(tmp_path, text))
    assert (row.when.start, row.when.end) == (date(2021, 7, 2), date(2021, 7, 8))
    assert (row.mode, row.best, row.actors) == (Mode.SUICIDE_BOMBING, 4, ("Invented Front",))
    assert (row.places[0].name, row.country) == ("Exampleville", "IQ")


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "event_date\n"])
def test_a_table_of_no_known_layout_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MalformedSource, match="date_start"):
        list(read_foreign(table(tmp_path, text), "ucdp"))


def test_a_missing_file_and_one_that_is_not_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        list(read_foreign(tmp_path / "none.csv"))
    path = tmp_path / "theirs.csv"
    path.write_bytes(b"date_start,side_a\n2021-07-05,\xff\xfe\n")
    with pytest.raises(MalformedSource, match="UTF-8"):
        list(read_foreign(path))
