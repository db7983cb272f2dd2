"""The sample reports are readable, distinct and say that they are invented; what is said about them holds."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest

SAMPLES = {p.name: p.read_text("utf-8") for p in Path(str(files("dateline.cli"))).glob("samples/*.*")}
REPORTS = {name: json.loads(text) for name, text in SAMPLES.items() if name.endswith(".json")}
TEXTS = {report["id"]: report["text"] for report in REPORTS.values()}
QUALITY = Path(__file__).parent.parent / "quality"
TRUTH = json.loads((QUALITY / "sample_truth.json").read_text("utf-8"))
GOLD = {p.stem: json.loads(p.read_text("utf-8")) for p in sorted((QUALITY / "gold").glob("*.json"))}
FIELDS = {"id", "title", "outlet", "relays", "published", "url", "language", "invented", "text"}


def test_there_are_enough() -> None:
    assert len(REPORTS) >= 30 and len(GOLD) == 16


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_says_that_it_is_invented(name: str) -> None:
    assert "invented" in SAMPLES[name]


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_has_all_fields_and_an_aware_date(name: str) -> None:
    report = REPORTS[name]
    assert set(report) == FIELDS and report["invented"] is True
    assert report["id"] == Path(name).stem
    assert report["outlet"].endswith(" (invented)") and ".example/" in report["url"]
    assert datetime.fromisoformat(report["published"]).tzinfo is not None
    assert "\n\n" in report["text"] and report["text"] == report["text"].strip()


def test_no_two_reports_are_equal() -> None:
    for field in ("id", "title", "url", "text"):
        assert len({report[field] for report in REPORTS.values()}) == len(REPORTS), field


@pytest.mark.parametrize("incident", TRUTH["incidents"], ids=lambda i: str(i["id"]))
def test_an_incident_points_to_one_place_in_each_report(incident: dict[str, list[dict[str, str]]]) -> None:
    for report in incident["reports"]:
        assert TEXTS[report["document"]].count(report["anchor"]) == 1, report


def test_a_tally_points_to_one_place() -> None:
    for tally in TRUTH["tallies"]:
        assert TEXTS[tally["document"]].count(tally["anchor"]) == 1, tally


@pytest.mark.parametrize("name", GOLD)
def test_the_annotation_points_into_its_article(name: str) -> None:
    gold = GOLD[name]
    parts = ("events", "tallies", "responsibility", "relations")
    anchors = [item["anchor"] for part in parts for item in gold[part]]
    assert gold["id"] == name and gold["outlet"].endswith("(invented)")
    for anchor in anchors + [quote["content"] for quote in gold["quotes"]]:
        assert gold["text"].count(anchor) == 1, anchor


@pytest.mark.parametrize("name", GOLD)
def test_the_annotation_names_its_own_events(name: str) -> None:
    events = {event["id"] for event in GOLD[name]["events"]}
    answered = {e for event in GOLD[name]["events"] for e in event["responds_to"]}
    told = {item["event"] for item in GOLD[name]["responsibility"]} | set(GOLD[name]["incidents"])
    assert answered | told <= events
