"""Weapons and the modes that they suggest."""

from __future__ import annotations

import pytest

from dateline.knowledge.tables import rows
from dateline.knowledge.weapons import match, mode_named, weapon_of, weapons
from dateline.model.vocabulary import Mode

CASES = [
    ("drone attack", Mode.DRONE),
    ("explosives-laden drones", Mode.DRONE),
    ("quadcopters", Mode.DRONE),
    ("F-16 fighter jets", Mode.AIRSTRIKE),
    ("air strikes", Mode.AIRSTRIKE),
    ("Katyusha rockets", Mode.ROCKET),
    ("an anti-tank guided missile", Mode.MISSILE),
    ("mortar rounds", Mode.SHELLING),
    ("tank fire", Mode.SHELLING),
    ("a roadside bomb", Mode.BOMBING),
    ("IEDs", Mode.BOMBING),
    ("suicide car bomber", Mode.SUICIDE_BOMBING),
    ("land mines", Mode.MINE),
    ("rocket-propelled grenades", Mode.GRENADE),
    ("AK-47 rifles", Mode.SHOOTING),
    ("gunfire", Mode.SHOOTING),
    ("knives", Mode.STABBING),
    ("petrol bombs", Mode.ARSON),
    ("gold mines", None),
    ("price war", None),
    ("a ticking time bomb", None),
    ("think tanks", None),
    ("their grad students", None),
]


@pytest.mark.parametrize(("phrase", "mode"), CASES)
def test_weapon_of(phrase: str, mode: Mode | None) -> None:
    found = weapon_of(phrase.split())
    assert (found.mode if found else None) is mode


def test_match_takes_the_longest() -> None:
    found = match("a suicide car bomb exploded".split(), 1)
    assert found is not None
    assert (found[0], found[1].mode) == (3, Mode.SUICIDE_BOMBING)


def test_every_mode_has_a_word() -> None:
    assert {weapon.mode for weapon in weapons()} >= set(Mode) - {Mode.CLASH, Mode.RAID}


@pytest.mark.parametrize("row", list(rows("modes")), ids=lambda row: row["name"])
def test_mode_names(row: dict[str, str]) -> None:
    assert mode_named(row["name"]) is Mode(row["mode"])
