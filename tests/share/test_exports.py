"""Every export over the same few incidents: what is in it, what is masked, what a reader of the format accepts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from dateline.cli.options import EXPORTS
from dateline.errors import UsageError
from dateline.model.document import Span
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision
from dateline.share import FORMATS, Format, write
from dateline.share.exchanges import EXCHANGES
from dateline.share.private_persons import private

DOCS = Path(__file__).parents[2] / "docs" / "formats"


def argument(name: str, ref: str | None = None) -> Argument:
    return Argument(Span(0, len(name), name), name, ref)


SPEICHER = Incident(
    "i01",
    EventType.ASSAULT,
    Mode.DRONE,
    (Report("a", "e1"), Report("b", "e2")),
    Interval(date(2021, 7, 5), date(2021, 7, 5)),
    (
        Place(argument("Camp Example")),
        Place(argument("Tikrit"), 34.6, 43.68, "1", "IQ", PlacePrecision.TOWN),
    ),
    (argument("Islamic State", "is"),),
    (argument("Maryam Exampleson"), argument("two guards"), argument("Karim al-Example")),
    (argument("=HYPERLINK(1)"),),
    Toll(1, 2, None),
    Toll(0, 0, 0),
    Certainty.ASSERTED,
    ("Invented Wire", "Invented Post"),
    2,
)
NOWHERE = Incident(
    "i02",
    EventType.ASSAULT,
    None,
    (Report("c", "e1"),),
    None,
    (),
    (),
    (),
    (),
    None,
    None,
    Certainty.ALLEGED,
    (),
    1,
)


def exported(form: str, names: bool = False) -> str:
    return written(form, [SPEICHER, NOWHERE], names).decode("utf-8", "replace")


def written(form: str, incidents: Iterable[Incident], names: bool = False) -> bytes:
    out = io.BytesIO()
    write(form, iter(incidents), out, names=names)
    return out.getvalue()


TEXTS = [f.name for f in FORMATS if f.text]


@pytest.mark.parametrize("form", TEXTS)
def test_private_persons_are_masked_unless_asked_for(form: str) -> None:
    assert "Exampleson" not in exported(form)
    assert "al-Example" not in exported(form)
    if form != "ucdp":  # which writes "Civilians", whoever they were
        assert "Maryam Exampleson" in exported(form, names=True)


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
def test_every_format_has_a_page(form: str) -> None:
    assert (DOCS / f"{form}.md").exists()


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_every_page_lists_what_is_lost(form: Format) -> None:
    page = (DOCS / f"{form.name}.md").read_text("utf-8")
    assert [loss.what for loss in form.losses if loss.what not in page] == []
    assert form.left_out in page


def test_the_command_offers_every_format() -> None:
    assert [f.name for f in (*FORMATS, *EXCHANGES)] == list(EXPORTS)


def test_losses_and_what_is_left_out_are_counted() -> None:
    done = write("ucdp", [SPEICHER, NOWHERE], io.BytesIO())
    assert (done.count, done.left_out) == (1, 1)
    assert done.losses["that the toll is open upwards"] == 1
    assert "that it is only alleged, possible or denied" not in done.losses


def test_csv_rows() -> None:
    first, second = csv.DictReader(io.StringIO(exported("csv"), newline=""))
    assert first["place"] == "Camp Example"
    assert (first["located_at"], first["lat"], first["lon"]) == ("Tikrit", "34.6", "43.68")
    assert (first["killed_low"], first["killed_best"], first["killed_high"]) == ("1", "2", "")
    assert first["recipients"] == "two guards; 2 persons"
    assert first["weapons"] == "'=HYPERLINK(1)"
    assert (first["reports"], first["origins"], first["documents"]) == ("2", "2", "a; b")
    assert (second["start"], second["lat"], second["mode"]) == ("", "", "")


def test_csv_columns_are_on_their_page() -> None:
    page = (DOCS / "csv.md").read_text("utf-8")
    header = next(csv.reader(io.StringIO(exported("csv"), newline="")))
    assert [name for name in header if f"`{name}`" not in page] == []


def test_geojson_features() -> None:
    collection = json.loads(exported("geojson"))
    first, second = collection["features"]
    assert collection["type"] == "FeatureCollection"
    assert first["geometry"] == {"type": "Point", "coordinates": [43.68, 34.6]}
    assert first["properties"]["place_precision"] == "town"
    assert first["properties"]["killed_high"] is None
    assert first["properties"]["radius_km"] == 15.0
    assert collection["bbox"] == [43.68, 34.6, 43.68, 34.6]
    assert second["geometry"] is None


def test_nothing_to_export_is_still_a_file() -> None:
    for form in FORMATS:
        assert written(form.name, []).strip()


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="csv, geojson"):
        write("xlsx", [], io.BytesIO())


NAMES = {
    "Maryam Exampleson": True,
    "Dr. Exampleson": True,
    "a boy, Karim Exampleson, 13": True,
    "journalist Karim Exampleson": True,
    "the wife of Karim Exampleson": True,
    "the Exampleson family": True,
    "Exampleson": True,
    "Maryam Park": True,
    "Abu Karim al-Example": True,
    "two guards": False,
    "villagers": False,
    "Israeli soldiers": False,
    "Iranians": False,
    "U.S. troops": False,
    "members of the Kurdish security forces": False,
    "Harir air base": False,
    "Light Infantry Battalion 902": False,
    "Ministry of Defense": False,
    "Al-Noor Hospital": False,
    "CJTF": False,
    "a tea stall beside the livestock market": False,
    "Two fighter jets": False,
    "22 passengers": False,
}


@pytest.mark.parametrize("name", NAMES)
def test_which_names_are_private(name: str) -> None:
    assert private(argument(name)) is NAMES[name]


def test_a_name_in_the_registry_or_of_a_place_is_not_private() -> None:
    assert not private(argument("Maryam Exampleson", "office-holder"))
    assert not private(argument("Htan Kone"), frozenset({"htan kone"}))
