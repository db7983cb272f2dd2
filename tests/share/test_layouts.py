"""Exports in others' layouts against the published lists: names, order, value domains, codes."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.knowledge.countries import countries
from dateline.knowledge.registry import Registry
from dateline.knowledge.states import priogrid_cell, state_codes
from dateline.model.incident import Incident, Toll
from dateline.model.values import Interval
from dateline.model.vocabulary import EventType, Mode, TimePrecision
from dateline.share import acled, hxl, plover, ucdp, write
from dateline.share.sides import ORDER
from tests.share.test_exports import NOWHERE, SPEICHER, argument, written

DOCS = Path(__file__).parents[2] / "docs" / "formats"
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude "
    "longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|"
    "Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
    "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")
HXL_CORE = (
    "access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency "
    "date delivery description event frequency geo group impact indicator inneed item loc meta modality need operations "
    "org output population reached region respondee sector service severity status subsector targeted value"
).split()
LAYOUTS = (
    ("acled", ACLED, acled.COLUMNS, ","),
    ("ucdp", UCDP, ucdp.COLUMNS, ","),
    ("plover", POLECAT, plover.COLUMNS, "\t"),
)
IRAQI = replace(
    SPEICHER, recipients=(argument("Iraqi army", "iraq-military"),), actors=(argument("insurgents"),)
)


def rows(form: str, *incidents: Incident, names: bool = False) -> list[dict[str, str]]:
    text = written(form, incidents, names).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if form == "plover" else ","))


@pytest.mark.parametrize(
    ("form", "published", "columns", "_"), LAYOUTS, ids=[layout[0] for layout in LAYOUTS]
)
def test_columns_are_the_published_ones_in_order_and_on_their_page(
    form: str, published: list[str], columns: tuple[acled.Column, ...], _: str
) -> None:
    (row,) = rows(form, SPEICHER)
    page = (DOCS / f"{form}.md").read_text("utf-8")
    assert list(row) == published
    assert [c.name for c in columns if f"| `{c.name}` | {c.meaning} |" not in page or not c.meaning] == []


def test_every_mode_has_a_sub_event_type_of_acled() -> None:
    for mode in [*Mode, None]:
        for recipients in ((), (argument("soldiers"),), (argument("villagers"),)):
            kind, sub = acled.event_types(replace(SPEICHER, mode=mode, recipients=recipients))
            assert sub in acled.SUB_EVENTS[kind]


@pytest.mark.parametrize(
    ("mode", "recipients", "kind"),
    [
        (Mode.SHOOTING, "soldiers", "Armed clash"),
        (Mode.SHOOTING, "villagers", "Attack"),
        (Mode.DRONE, "villagers", "Air/drone strike"),
        (Mode.SUICIDE_BOMBING, "policemen", "Suicide bomb"),
        (None, "", "Attack"),
    ],
)
def test_acled_types(mode: Mode | None, recipients: str, kind: str) -> None:
    incident = replace(SPEICHER, mode=mode, recipients=(argument(recipients),) if recipients else ())
    assert acled.event_types(incident)[1] == kind


def test_an_acled_row() -> None:
    (row,) = rows("acled", IRAQI)
    assert (row["time_precision"], row["geo_precision"], row["iso"]) == ("1", "2", "368")
    assert (row["region"], row["country"], row["fatalities"]) == ("Middle East", "Iraq", "1")
    assert (row["inter1"], row["inter2"]) == ("Rebel group", "State forces")
    assert row["interaction"] == "State forces-Rebel group"
    assert (row["civilian_targeting"], row["tags"]) == ("", "certainty=asserted")


def test_acled_dates_a_week_by_its_middle() -> None:
    week = Interval(date(2021, 12, 27), date(2022, 1, 4), TimePrecision.WEEK)
    (row,) = rows("acled", replace(IRAQI, when=week))
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2021-12-31", "2021", "3")


def test_acled_names_external_forces_before_civilians_and_marks_no_battle_as_targeting() -> None:
    struck = replace(
        IRAQI, mode=Mode.DRONE, actors=(argument("UN", "un"),), recipients=(argument("villagers"),)
    )
    row, clash = rows("acled", struck, replace(struck, mode=Mode.CLASH))
    assert row["interaction"] == "External/Other forces-Civilians"
    assert (row["civilian_targeting"], clash["civilian_targeting"]) == ("Civilian targeting", "")


def test_acled_rows_keep_to_its_domains() -> None:
    kinds = {"", *ORDER}
    incidents = [replace(s, mode=m) for m in [*Mode, None] for s in (SPEICHER, IRAQI, NOWHERE)]
    for row in rows("acled", *incidents):
        assert row["time_precision"] in ("", "1", "2", "3") and row["geo_precision"] in ("", "1", "2", "3")
        assert row["inter1"] in kinds and row["inter2"] in kinds
        assert row["civilian_targeting"] in ("", "Civilian targeting")
        assert int(row["fatalities"]) >= 0


def test_acled_leaves_out_diplomacy() -> None:
    assert rows("acled", replace(SPEICHER, type=EventType.CONSULT)) == []


def test_a_ucdp_row() -> None:
    (row,) = rows("ucdp", IRAQI)
    assert row["type_of_violence"] == "1"
    assert (row["side_a"], row["side_b"], row["gwnoa"], row["gwnob"]) == (
        "Iraqi army",
        "insurgents",
        "645",
        "",
    )
    assert (row["where_prec"], row["date_prec"], row["country_id"], row["region"]) == (
        "2",
        "1",
        "645",
        "Middle East",
    )
    assert (row["date_start"], row["geom_wkt"]) == ("2021-07-05 00:00:00.000", "POINT (43.68 34.6)")
    assert row["priogrid_gid"] == str(priogrid_cell(34.6, 43.68))
    assert (row["conflict_new_id"], row["dyad_name"], row["active_year"]) == ("", "", "")


def test_ucdp_deaths_add_up_and_lie_in_order() -> None:
    for toll in (Toll(1, 2, None), Toll(0, 4, 9), Toll(3, 3, 3), Toll(5, 4, None)):
        (row,) = rows("ucdp", replace(SPEICHER, killed=toll))
        sides = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        assert sum(int(row[s]) for s in sides) == int(row["best"])
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


@pytest.mark.parametrize("killed", [None, Toll(0, 0, 0)])
def test_ucdp_holds_only_attacks_that_may_have_killed(killed: Toll | None) -> None:
    assert rows("ucdp", replace(SPEICHER, killed=killed)) == []


@pytest.mark.parametrize(
    ("actor", "recipient", "kind"),
    [
        ("soldiers", "rebels", 1),
        ("militants", "villagers", 3),
        ("gunmen", "rebels", 2),
        ("a thing", "villagers", None),
        ("villagers", "villagers", None),
    ],
)
def test_ucdp_types_of_violence(actor: str, recipient: str, kind: int | None) -> None:
    incident = replace(SPEICHER, actors=(argument(actor),), recipients=(argument(recipient),))
    assert ucdp.type_of_violence(incident) == kind


def test_a_plover_row() -> None:
    (row,) = rows("plover", IRAQI)
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == (
        "ASSAULT",
        "drone",
        "MATERIAL CONFLICT",
    )
    assert (row["Recipient Country"], row["Recipient COW"], row["Primary Recipient Sector"]) == (
        "Iraq",
        "645",
        "MIL",
    )
    assert (row["GeoNames ID"], row["Story People"]) == ("1", "")


def test_plovers_modes_and_quads_cover_the_vocabulary() -> None:
    assert set(plover.MODES.values()) <= set(plover.ASSAULT_MODES)
    assert sorted(t for kinds in plover.QUADS.values() for t in kinds) == sorted(EventType)


def test_a_tab_in_a_name_does_not_move_plovers_columns() -> None:
    (row,) = rows("plover", replace(IRAQI, outlets=("Invented\tWire\n",)))
    assert row["Source"] == "Invented Wire"


def test_hxl_tags_are_core_hashtags_with_valid_attributes() -> None:
    header, tags, first = list(csv.reader(io.StringIO(written("hxl", [SPEICHER]).decode(), newline="")))
    assert len(header) == len(tags) == len(first) == len(set(tags))
    for tag in tags:
        found = re.fullmatch(r"#([a-z][a-z0-9_]*)((?:\+[a-z][a-z0-9_]*)*)", tag)
        assert found and found[1] in HXL_CORE, tag
    by_tag = dict(zip(tags, first, strict=True))
    assert by_tag["#affected+killed+min"] == "1" and by_tag["#date+start"] == "2021-07-05"
    assert set(hxl.TAGS) == set(header)


def test_a_long_time_has_no_code_and_is_counted() -> None:
    year = Interval(date(2021, 1, 1), date(2021, 12, 31), TimePrecision.YEAR)
    long = replace(SPEICHER, when=year)
    assert rows("acled", long)[0]["time_precision"] == ""
    assert write("acled", [long], io.BytesIO()).losses["a code for a time longer than a month"] == 1


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-90, -180, 1), (-89.9, -179.4, 2), (-89.4, -180, 721), (90, 180, 259200), (0.1, 0.1, 129961)],
)
def test_priogrid_cells(lat: float, lon: float, cell: int) -> None:
    assert priogrid_cell(lat, lon) == cell


@pytest.mark.parametrize(
    ("code", "numeric", "cow", "gw", "region"),
    [
        ("IQ", "368", 645, 645, "Middle East"),
        ("YE", "887", 679, 678, "Middle East"),
        ("DE", "276", 255, 260, "Europe"),
        ("RS", "688", 345, 340, "Europe"),
        ("VN", "704", 816, 816, "Asia"),
        ("SD", "729", 625, 625, "Africa"),
        ("CO", "170", 100, 100, "Americas"),
    ],
)
def test_codes_of_states(code: str, numeric: str, cow: int, gw: int, region: str) -> None:
    codes = state_codes(code)
    assert codes and (codes.numeric, codes.cow, codes.gw, codes.ucdp_region) == (numeric, cow, gw, region)


def test_every_country_has_codes_and_numbers_are_not_shared() -> None:
    found = [codes for code in countries() if (codes := state_codes(code))]
    assert len(found) == len(countries())
    for numbers in ([c.gw for c in found if c.gw], [c.cow for c in found if c.cow], [c.iso3 for c in found]):
        assert len(numbers) == len(set(numbers))


def test_the_registry_knows_the_army_that_these_tests_name() -> None:
    assert Registry.load().get("iraq-military")
