"""Actors, nationalities, capitals and terms of office."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.capitals import government_of
from dateline.knowledge.countries import countries, country_named
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.offices import office_holder, term_start
from dateline.knowledge.registry import Registry
from dateline.knowledge.tables import FOLDER, rows

ACTORS = [
    ("ISIS", "is"),
    ("Daesh", "is"),
    ("IS", "is"),
    ("is", None),
    ("ISWAP", "iswap"),
    ("Islamic State West Africa Province", "iswap"),
    ("al-Shabaab", "al-shabab"),
    ("Hashd al-Shaabi", "pmf"),
    ("Popular Mobilisation Forces", "pmf"),
    ("Houthis", "houthis"),
    ("contras", None),
    ("United Nations Mission in South Sudan", "unmiss"),
    ("United States Central Command", "centcom"),
    ("the Iraqi army", "iraq-army"),
    ("Iraq's foreign ministry", "iraq-ministry-of-foreign-affairs"),
    ("Iraq’s Foreign Ministry", "iraq-ministry-of-foreign-affairs"),
    ("government of Nigeria", "nigeria-government"),
    ("Sri Lankan army", "sri-lanka-army"),
    ("U.S. troops", "united-states-military"),
    ("Britain's Ministry of Defence", "united-kingdom-ministry-of-defence"),
    ("Ivory Coast", "ivory-coast"),
    ("turkey", None),
    ("Nobody In Particular", None),
]


@pytest.mark.parametrize(("name", "identifier"), ACTORS)
def test_find(name: str, identifier: str | None) -> None:
    found = Registry.load().find(name)
    assert (found.id if found else None) == identifier


@pytest.mark.parametrize("identifier", [i for _, i in ACTORS if i])
def test_an_id_gives_its_actor(identifier: str) -> None:
    found = Registry.load().get(identifier)
    assert found is not None
    assert found.id == identifier


def test_match_takes_the_longest() -> None:
    words = "fighters of the Islamic State West Africa Province said".split()
    found = Registry.load().match(words, 3)
    assert found is not None
    assert (found[0], found[1].id) == (5, "iswap")
    assert Registry.load().match("Iraq 's army".split(), 0) is not None


def test_every_row_has_a_source_and_a_known_sector() -> None:
    sectors = set("GOV MIL COP SPY REB CRM OPP IGO NGO JUD LEG MED CVL PTY BUS".split())
    seen: set[str] = set()
    for row in rows("actors"):
        assert row["source"], row
        assert row["sector"] in sectors, row
        assert row["country"] == "" or row["country"] in countries(), row
        assert row["id"] not in seen, row
        seen.add(row["id"])
    assert len(seen) > 550


@pytest.mark.parametrize("table", sorted(path.stem for path in FOLDER.glob("*.tsv")))
def test_every_table_names_its_sources(table: str) -> None:
    assert all(row["source"] for row in rows(table))


PEOPLES = [
    ("Iraqi", "IQ"),
    ("Israelis", "IL"),
    ("American", "US"),
    ("U.S.", "US"),
    ("Frenchmen", "FR"),
    ("Chechen", "RU"),
    ("Nigerien", "NE"),
    ("Nigerian's", "NG"),
    ("Sri Lankan", "LK"),
    ("polish", None),
    ("Kurdish", ""),
]


@pytest.mark.parametrize(("word", "code"), PEOPLES)
def test_country_of(word: str, code: str | None) -> None:
    found = country_of(word)
    assert (found.code if found else None) == code


def test_every_state_has_a_demonym() -> None:
    without = {c.code for c in countries().values() if not c.demonyms}
    assert without.isdisjoint("AF BR CD CN DE ET FR GB IN IQ IR MX NG PK PS RU SY TR UA US XK YE ZA".split())


@pytest.mark.parametrize(
    ("name", "code"), [("US", "US"), ("us", None), ("the UK", "GB"), ("Burma", "MM"), ("DRC", "CD")]
)
def test_country_named(name: str, code: str | None) -> None:
    found = country_named(name)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("Baghdad", "iraq-government"),
        ("the Kremlin", "russia-government"),
        ("White House", "united-states-government"),
        ("Mosul", None),
    ],
)
def test_government_of(name: str, government: str | None) -> None:
    assert government_of(name) == government


@pytest.mark.parametrize(
    ("name", "on", "start"),
    [
        ("President Biden", None, date(2021, 1, 20)),
        ("Trump", date(2018, 1, 1), date(2017, 1, 20)),
        ("Trump", date(2025, 3, 1), date(2025, 1, 20)),
        ("George Bush", date(1991, 1, 1), date(1989, 1, 20)),
        ("Nobody", None, None),
    ],
)
def test_term_start(name: str, on: date | None, start: date | None) -> None:
    assert term_start(name, on) == start


def test_office_ids_are_actors() -> None:
    term = office_holder("Erdogan")
    assert term is not None
    assert Registry.load().get(term.office) is not None
