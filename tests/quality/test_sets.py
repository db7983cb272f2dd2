"""Pinned floors on the public gold sets, on the first records of each: just under what `bench.quality` measures there.

The sets lie outside the project; without them these tests are skipped. Lowering a floor needs a reason in the
changelog. The figures of whole sets are in docs/quality.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import SETS, figures

DATA = Path(__file__).parents[3] / "shared" / "data"
RECORDS = {"rams": 40, "wikievents": 3, "event-places": 136, "re3d": 8, "toponyms": 15, "times": 12, "attribution": 4, "plover": 163, "case": 60}  # fmt: skip
FLOORS: dict[tuple[str, str, str], float] = {}


@pytest.mark.parametrize("name", RECORDS)
def test_floor(name: str) -> None:
    chosen = tuple(s for s in SETS if s.name == name)
    found = [f for _, made in figures(DATA, chosen, RECORDS[name]) for f in made]
    if not found:
        pytest.skip(f"{DATA} has no files of {name}")
    measured = {(name, f.set, f.metric): f.value for f in found}
    floors = {key: floor for key, floor in FLOORS.items() if key[0] == name}
    assert floors, f"{name} has no floor"
    fallen = {key: (measured[key], floor) for key, floor in floors.items() if measured[key] < floor}
    assert not fallen, f"(measured, floor): {fallen}"


def test_every_set_has_a_floor() -> None:
    assert set(RECORDS) == {s.name for s in SETS}
