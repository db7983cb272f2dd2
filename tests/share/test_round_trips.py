"""What is written is read back: CSV, GeoJSON and Parquet over any incident."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, Mode, PlacePrecision
from dateline.share.columns import COLUMNS
from dateline.share.geojson import feature
from tests.share.test_exports import SPEICHER, argument, written

# What formats trip over; an alphabet of all of Unicode takes Hypothesis half a minute to set up on a busy machine.
NAMES = st.text(st.sampled_from("aZé9 =+-@＝,;:\"'|\t\r\n<&\\/…م中🙂\u2028"), min_size=1, max_size=12)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, 500)] * 3)))
    lat, lon = draw(st.floats(-90, 90)), draw(st.floats(-180, 180))
    place = Place(argument(draw(NAMES)), lat, lon, None, "IQ", draw(st.sampled_from(PlacePrecision)))
    return replace(
        SPEICHER,
        id=f"i{draw(st.integers(0, 10**9)):x}",
        mode=draw(st.none() | st.sampled_from(Mode)),
        when=draw(st.none() | st.just(Interval(first, last))),
        places=draw(st.sampled_from(((), (place,), (Place(argument("Somewhere")), place)))),
        outlets=tuple(draw(st.lists(NAMES, max_size=2))),
        weapons=tuple(argument(n) for n in draw(st.lists(NAMES, max_size=2))),
        killed=draw(st.none() | st.just(Toll(low, best, draw(st.sampled_from((high, None)))))),
        certainty=draw(st.sampled_from(Certainty)),
        reports=(Report("d", "e"),),
    )


LISTS = st.lists(incidents(), max_size=4)


@settings(deadline=None)
@given(LISTS)
def test_csv_comes_back_and_no_text_is_a_formula(given: list[Incident]) -> None:
    text = written("csv", given).decode()
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [r[0] for r in read[1:]] == [i.id for i in given]
    for row, incident in zip(read[1:], given, strict=True):
        for cell, column in zip(row, COLUMNS, strict=True):
            value = column.value(incident, False)
            joined = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
            assert cell in (joined, f"'{joined}")
            assert isinstance(value, (int, float)) or not cell.lstrip(" ").startswith(("=", "+", "-", "@"))


@settings(deadline=None)
@given(LISTS)
def test_geojson_comes_back_and_keeps_to_the_rules_of_rfc_7946(given: list[Incident]) -> None:
    collection = json.loads(written("geojson", given))
    assert collection["features"] == [json.loads(json.dumps(feature(i, False))) for i in given]
    points = [f["geometry"]["coordinates"] for f in collection["features"] if f["geometry"]]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
    if points:
        west, south, east, north = collection["bbox"]
        assert west <= east and south <= north
        assert all(west <= lon <= east and south <= lat <= north for lon, lat in points)
    else:
        assert "bbox" not in collection
    assert all(set(f) == {"type", "id", "geometry", "properties"} for f in collection["features"])


@settings(deadline=None)
@given(LISTS)
def test_parquet_comes_back_with_its_types(given: list[Incident]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written("parquet", given)))
    assert table.column_names == [c.name for c in COLUMNS]
    assert str(table.schema.field("start").type) == "date32[day]"
    for row, incident in zip(table.to_pylist(), given, strict=True):
        for column in COLUMNS:
            value, found = column.value(incident, False), row[column.name]
            assert found == (list(value) if isinstance(value, tuple) else value) or found.isoformat() == value


def test_parquet_masks_private_persons() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    masked, shown = (
        parquet.read_table(io.BytesIO(written("parquet", [SPEICHER], names))).to_pylist()
        for names in (False, True)
    )
    assert masked[0]["recipients"] == ["two guards", "2 persons"]
    assert "Maryam Exampleson" in shown[0]["recipients"]


def test_parquet_without_pyarrow_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'dateline\[parquet\]'"):
        written("parquet", [SPEICHER])
