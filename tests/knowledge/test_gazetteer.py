"""The gazetteer: built once for the session, from the real package."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer import INDEX_VERSION, Gazetteer, distance
from dateline.knowledge.gazetteer_index import SCHEMA, IndexedPlace, appearing, insert, locked
from dateline.model.vocabulary import PlacePrecision

FOUND = [
    ("Erbil", "IQ", "PPL"),
    ("erbīl", "IQ", "PPL"),
    ("al-Qaim", "IQ", "PPL"),
    ("Al Qā’im", "IQ", "PPL"),
    ("Albukamal", "SY", "PPL"),
    ("Deir al-Zor", "SY", "ADM1"),
    ("Maiduguri", "NG", "PPL"),
    ("St. Petersburg", "RU", "PPL"),
    ("Saint Petersburg", "RU", "PPL"),
    ("Москва", "RU", "PPLC"),
    ("Lower Shabelle", "SO", "ADM1"),
    ("Rapides Parish", "US", "ADM2"),
    ("U.S.", "US", "PCLI"),
    ("Ivory Coast", "CI", "PCLI"),
    ("Donbas", "UA", "RGN"),
]


@pytest.mark.parametrize(("name", "country", "feature"), FOUND)
def test_finds(gazetteer: Gazetteer, name: str, country: str, feature: str) -> None:
    assert (country, feature) in {(place.country, place.feature) for place in gazetteer.find(name)}


def test_the_biggest_comes_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Mosul")
    assert [place.population for place in found] == sorted((p.population for p in found), reverse=True)


@pytest.mark.parametrize(("name", "heard"), [("Makhmour", "IQ"), ("Qoryoley", "SO")])
def test_hears_other_transliterations(gazetteer: Gazetteer, name: str, heard: str) -> None:
    assert gazetteer.find(name) == ()
    assert heard in {place.country for place in gazetteer.find_loosely(name)}


def test_unknown_names_are_not_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == ()
    assert gazetteer.find("") == ()


def test_provinces_and_countries(gazetteer: Gazetteer) -> None:
    anbar = gazetteer.province("Anbar", "IQ")
    assert anbar is not None
    assert (anbar.id, anbar.precision) == ("IQ.01", PlacePrecision.PROVINCE)
    assert gazetteer.province("Anbar", "FR") is None
    burma = gazetteer.country("Burma")
    assert burma is not None
    assert burma.code == "MM"
    assert gazetteer.capital("US")[0].province == "District of Columbia"


def test_nearby_is_ordered_and_bounded(gazetteer: Gazetteer) -> None:
    near = gazetteer.nearby(36.19, 44.01, 30)
    steps = [distance(36.19, 44.01, place.lat, place.lon) for place in near]
    assert "Erbil" in {place.name for place in near}
    assert steps == sorted(steps)
    assert max(steps) <= 30


def test_nearby_across_the_date_line(gazetteer: Gazetteer) -> None:
    assert {place.country for place in gazetteer.nearby(-16.8, 179.9, 150)} >= {"FJ"}


def _line(number: int, name: str, feature: str, country: str = "IQ", population: int = 0) -> str:
    cells = [str(number), name, name, f"{name} alias", "36.5", "44.3", feature[0], feature, country, "", "11"]
    return "\t".join([*cells, "", "", "", str(population), "", "", "Asia/Baghdad", "2024-01-01"])


@pytest.fixture
def own(tmp_path: Path) -> Gazetteer:
    """A small gazetteer that may be changed."""
    path = tmp_path / f"gazetteer-{INDEX_VERSION}.sqlite"
    with appearing(path) as connection:
        connection.executescript(SCHEMA)
        insert(connection, [IndexedPlace(95446, "Erbil", 36.19, 44.01, "IQ", "Erbil", "PPL", 1_600_000)])
    return Gazetteer.open(tmp_path)


@pytest.mark.parametrize("zipped", [True, False])
def test_load_adds_places(own: Gazetteer, tmp_path: Path, zipped: bool) -> None:
    table = "\n".join(
        [
            _line(900000001, "Qaraj Test", "PPL"),
            _line(900000002, "Harir Test Base", "AIRB"),
            _line(900000003, "Some Hill", "HLL"),
        ]
    )
    dump = tmp_path / ("IQ.zip" if zipped else "IQ.txt")
    if zipped:
        with zipfile.ZipFile(dump, "w") as archive:
            archive.writestr("readme.txt", "x" * 10_000)
            archive.writestr("IQ.txt", table)
    else:
        dump.write_text(table, "utf-8")
    assert own.find("Qaraj Test") == ()
    assert own.load(dump) == 2
    base = own.find("Harir Test Base alias")[0]
    assert (base.feature, base.province, base.precision) == ("AIRB", "Erbil", PlacePrecision.EXACT)
    assert own.find("Qaraj Test")[0].precision is PlacePrecision.EXACT
    assert own.find("Erbil")


@pytest.mark.parametrize(
    "content", ["a\tb\tc\n", _line(1, "Good", "PPL") + "\n" + _line(2, "Bad", "PPL").replace("36.5", "north")]
)
def test_a_broken_dump_changes_nothing(own: Gazetteer, tmp_path: Path, content: str) -> None:
    dump = tmp_path / "bad.txt"
    dump.write_text(content, "utf-8")
    before = own.path.read_bytes()
    with pytest.raises(KnowledgeError, match=r"bad\.txt, line"):
        own.load(dump)
    assert own.path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if "draft" in p.name or "lock" in p.name] == []


def test_a_missing_dump_is_named(own: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.zip"):
        own.load(tmp_path / "none.zip")


def test_an_unwritable_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeError, match="DATELINE_CACHE"):
        Gazetteer.open(tmp_path / "file" / "cache")


def test_the_lock_is_waited_for(tmp_path: Path) -> None:
    index = tmp_path / f"gazetteer-{INDEX_VERSION}.sqlite"
    with (
        locked(index),
        pytest.raises(KnowledgeError, match="lock"),
        locked(index, patience=0.0, sleep=lambda _: None),
    ):
        pass
    with locked(index, patience=0.0):
        pass
