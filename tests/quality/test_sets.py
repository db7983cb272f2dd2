"""Pinned floors on the public gold sets, on the first records of each: just under what `bench.quality` measures there.

The sets lie outside the project; without them these tests are skipped. Lowering a floor needs a reason in the
changelog. The figures of whole sets are in docs/quality.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.quality import SETS, figures

DATA = Path(__file__).parents[3] / "shared" / "data"
RECORDS = {
    "rams": 10, "wikievents": 2, "event-places": 136, "re3d": 10, "toponyms": 10, "times": 10, "attribution": 10,
    "plover": 163, "case": 100, "muc4": 200, "ecbplus": 20,
}  # fmt: skip
FLOORS = {
    ("rams", "RAMS", "arguments, span F1"): 0.14,
    ("wikievents", "WikiEvents", "arguments identified, head F1"): 0.12,
    ("event-places", "event places", "span F1, adjudicated"): 0.80,
    ("event-places", "event places", "rows wholly right, adjudicated"): 0.77,
    ("re3d", "re3d", "entities, F1 by overlap"): 0.49,
    ("toponyms", "LGL", "toponyms recognised, F1"): 0.80,
    ("toponyms", "LGL", "within 161 km, gold toponyms"): 0.85,
    ("toponyms", "TR-News", "toponyms recognised, F1"): 0.82,
    ("toponyms", "TR-News", "within 161 km, gold toponyms"): 0.93,
    ("times", "GUM", "times, value F1"): 0.87,
    ("attribution", "PolNeAR", "source, F1 overlap"): 0.75,
    ("attribution", "PolNeAR", "content, F1 overlap"): 0.78,
    ("plover", "PLOVER", "type accuracy"): 0.69,
    ("plover", "PLOVER", "type accuracy, unseen half"): 0.55,
    ("case", "CASE 2021", "class, micro F1"): 0.40,
    ("muc4", "MUC-4", "micro average, F1"): 0.48,
    ("muc4", "MUC-4", "slots only, F1"): 0.41,
    ("ecbplus", "ECB+", "gold mentions: CoNLL F1"): 0.715,
}


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


def test_floors_name_sets() -> None:
    assert {key[0] for key in FLOORS} == set(RECORDS) <= {s.name for s in SETS}
