"""Pinned floors: reading and linking of the annotated articles may not fall below what was measured.

The articles in `gold/` are ours, with invented incidents; those in `../shared/acceptance` are outside the project,
as is the scorer: without them these tests are skipped. Lowering a floor needs a reason in the changelog.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.codec import check_reading, reading_to_dict
from dateline.model.decode import document as decode_document
from dateline.model.incident import ReportedEvent
from dateline.model.incident_codec import incident_to_dict
from dateline.resolve import link

OWN = Path(__file__).parent / "gold"
SECOND = Path(__file__).parent / "second"
THIRD = Path(__file__).parent / "third"
SHARED = Path(__file__).parents[3] / "shared" / "acceptance"
SCORER = SHARED / "score.py"

FLOORS: dict[str, dict[str, float]] = {
    "own": {"overall": 0.79, "events": 0.83, "harm": 0.74, "tallies": 0.89, "linking": 0.79},
    "second": {"overall": 0.74, "events": 0.79, "harm": 0.67, "linking": 0.90},
    "third": {"overall": 0.70, "events": 0.76},
    "acceptance": {
        "overall": 0.80,
        "events": 0.86,
        "tallies": 0.92,
        "harm": 0.79,
        "quotes": 0.95,
        "linking": 0.92,
    },
    "seed": {"overall": 0.87},
}
"""Just under the figures in docs/quality.md."""

needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="../shared/acceptance is not here")


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.open()


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _report(paths: list[Path], tools: Tools) -> dict[str, Any]:
    """What the scorer says of readings and incidents of the articles in `paths`."""
    scores = _scorer().Scores()
    golds = [json.loads(path.read_text("utf-8")) for path in paths]
    reports = []
    for gold in golds:
        given = {key: gold[key] for key in ("id", "title", "outlet", "published", "text")}
        document = decode_document({**given, "relays": [], "url": None, "language": "en"})
        reading = read_document(document, tools)
        assert check_reading(reading) == (), gold["id"]
        scores.article(gold, reading_to_dict(reading))
        reports += [ReportedEvent(document, event, document.id) for event in reading.events]
    scores.incidents(golds, [incident_to_dict(i) for i in link(reports)])
    report: dict[str, Any] = scores.report()
    return report


def _sets() -> dict[str, list[Path]]:
    gold = SHARED / "gold"
    return {
        "own": sorted(OWN.glob("*.json")),
        "second": sorted(SECOND.glob("*.json")),
        "third": sorted(THIRD.glob("*.json")),
        "acceptance": sorted(gold.glob("*.json")),
        "seed": [gold / "seed.json"],
    }


@needs_shared
@pytest.mark.parametrize("name", FLOORS)
def test_floor(name: str, tools: Tools) -> None:
    report = _report(_sets()[name], tools)
    found = {part: report[part].get("f1", report[part].get("mean")) for part in FLOORS[name]}
    fallen = {
        part: (value, FLOORS[name][part]) for part, value in found.items() if value < FLOORS[name][part]
    }
    assert not fallen, f"(measured, floor): {fallen}"
