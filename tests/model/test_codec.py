"""A reading survives JSON, and JSON that is no reading is refused by name."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from drawn_readings import readings
from hypothesis import HealthCheck, given, settings

from dateline.errors import MalformedSource
from dateline.model.codec import check_reading, reading_from_dict, reading_to_dict, trusted_reading
from dateline.model.document import Document, Span
from dateline.model.reading import Argument, Event, Place, Reader, Reading
from dateline.model.vocabulary import EventType, Mode

quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

TEXT = "Two rockets hit a base in Erbil on Monday. It was empty."
DOCUMENT = Document("d1", TEXT)


def spot(words: str) -> Span:
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


ERBIL = Place(Argument(spot("Erbil"), "Erbil"), 36.19, 44.01, "95446", "IQ")
EVENT = Event(
    "e1",
    EventType.ASSAULT,
    Mode.ROCKET,
    spot("hit"),
    (spot("hit"),),
    recipients=(Argument(spot("It"), "a base in Erbil", None, "coreference"),),
    places=(ERBIL,),
    evidence=(spot("Two rockets hit a base in Erbil on Monday."),),
)
READING = Reading(DOCUMENT, Reader("1", "none"), (EVENT,))


def without_rules(value: Any) -> Any:
    """The value with every `rule` left empty, as JSON without explanations has it."""
    if isinstance(value, tuple):
        return tuple(without_rules(item) for item in value)
    if not is_dataclass(value):
        return value
    cleared = {field.name: without_rules(getattr(value, field.name)) for field in fields(value) if field.init}
    return replace(value, **(cleared | ({"rule": ""} if "rule" in cleared else {})))


def keys(value: Any) -> set[str]:
    """Every key in a JSON value."""
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()


@quick
@given(readings())
def test_a_reading_survives_json(reading: Reading) -> None:
    text = json.dumps(reading_to_dict(reading, explain=True), allow_nan=False)
    assert reading_from_dict(json.loads(text)) == reading
    assert trusted_reading(json.loads(text)) == reading
    assert check_reading(reading) == ()


@quick
@given(readings())
def test_without_explanations_only_rules_are_lost(reading: Reading) -> None:
    plain = reading_to_dict(reading)
    assert "rule" not in keys(plain)
    assert reading_from_dict(plain) == without_rules(reading)


def test_an_argument_has_the_fullest_name_at_the_place_of_its_mention() -> None:
    made = reading_to_dict(READING)["events"][0]["recipients"][0]
    at = TEXT.index("It was")
    assert made == {"start": at, "end": at + 2, "text": "a base in Erbil", "ref": None}


def test_a_place_has_what_the_gazetteer_knows() -> None:
    made = reading_to_dict(READING)["events"][0]["places"][0]
    assert list(made) == ["start", "end", "text", "ref", "lat", "lon", "gazetteer_id", "country", "precision"]


def test_optional_fields_may_be_missing() -> None:
    trigger = {"start": 12, "end": 15, "text": "hit"}
    data = {
        "document": {"id": "d1", "text": TEXT, "published": "2021-07-26"},
        "events": [{"id": "e1", "type": "ASSAULT", "trigger": trigger, "novelty": 1}],
        "reader": {"version": "x", "model": "y"},
    }
    reading = reading_from_dict(data)
    assert reading.events[0].mentions == (Span(12, 15, "hit"),)
    assert reading.document.published is not None
    assert reading.document.published.tzinfo is not None


WRONG: list[tuple[str, Any, str]] = [
    ("type", "ATTACK", "events.0.type"),
    ("mode", "laser", "events.0.mode"),
    ("trigger", {"start": -1, "end": 2, "text": "x"}, "events.0.trigger.start"),
    ("trigger", {"start": "1", "end": 2, "text": "x"}, "events.0.trigger.start"),
    ("score", 7, "events.0.score"),
    ("mentions", [], "events.0.mentions"),
    ("when", {"start": "2021-07-40", "end": "2021-07-41"}, "day is out of range"),
    ("when", {"start": "2021-07-02", "end": "2021-07-01"}, "can't end"),
    ("killed", {"low": 3, "high": 2, "span": {"start": 0, "end": 3, "text": "Two"}}, "not a range"),
]


@pytest.mark.parametrize(("key", "value", "named"), WRONG)
def test_a_wrong_field_is_named(key: str, value: Any, named: str) -> None:
    data = reading_to_dict(READING)
    data["events"][0][key] = value
    with pytest.raises(MalformedSource, match=r"^d1: not a reading: .*") as caught:
        reading_from_dict(data)
    assert named in str(caught.value)


@pytest.mark.parametrize("data", [None, [], "text", {}, {"document": {}}, {"document": {"id": 3}}])
def test_what_is_no_reading_is_refused(data: Any) -> None:
    with pytest.raises(MalformedSource, match="reading: not a reading"):
        reading_from_dict(data)


def test_a_span_that_does_not_fit_is_listed() -> None:
    lies = replace(EVENT, trigger=Span(12, 15, "hut"), evidence=(Span(50, 500, "x"), Span(3, 3, "")))
    faults = check_reading(replace(READING, events=(lies,)))
    assert [str(fault) for fault in faults] == [
        "events[0].trigger [12:15] says 'hut', the text has 'hit'",
        "events[0].evidence[0] [50:500] lies outside the text",
        "events[0].evidence[1] [3:3] lies outside the text",
    ]


def test_writing_json_does_not_load_the_validation_library() -> None:
    code = "import sys, dateline.model.codec; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
