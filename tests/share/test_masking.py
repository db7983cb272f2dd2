"""Names of private persons are hidden at their length, alone and in full; what is no person's stays."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

sys.path.append(str(Path(__file__).parent.parent / "model"))

from drawn_readings import readings

from dateline.model.codec import reading_to_dict
from dateline.model.document import Document
from dateline.model.reading import Argument, Event, Reader, Reading
from dateline.model.vocabulary import EventType
from dateline.share.masking import Masker

TEXT = (
    "Soldiers shot Karim Exampleson in Kidal, the Invented Wire said. Soldiers fled. "
    "Exampleson, 41, was a baker. The soldiers were named as Hasan. Hasan fled."
)


def argument(name: str) -> Argument:
    start = TEXT.index(name)
    return Argument(Document("d", TEXT).span(start, start + len(name)), name)


READING = Reading(
    Document("d", TEXT, title="Baker Exampleson shot", outlet="Invented Wire"),
    Reader("test", "test"),
    (
        Event(
            "e1",
            EventType.ASSAULT,
            None,
            Document("d", TEXT).span(9, 13),
            (Document("d", TEXT).span(9, 13),),
            actors=(argument("Soldiers"), argument("Hasan"), argument("the Invented Wire")),
            recipients=(argument("Karim Exampleson"),),
        ),
    ),
)


def test_names_are_hidden_wherever_they_stand() -> None:
    masker = Masker.of(READING)
    masked = masker.text(TEXT)
    assert len(masked) == len(TEXT)
    assert "█████ ██████████ in Kidal" in masked
    assert "Exampleson" not in masked and "Hasan" not in masked
    assert "Soldiers" in masked and "Invented Wire" in masked
    assert masker.text(READING.document.title) == "Baker ██████████ shot"


def test_an_argument_that_is_a_name_is_a_person() -> None:
    event = Masker.of(READING).json(reading_to_dict(READING))["events"][0]
    assert [a["text"] for a in event["recipients"]] == ["a person"]
    assert [a["text"] for a in event["actors"]] == ["Soldiers", "a person", "the Invented Wire"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_all_spans_still_hold(reading: Reading) -> None:
    masker = Masker.of(reading)
    told, masked = reading_to_dict(reading), masker.json(reading_to_dict(reading))
    text = masked["document"]["text"]
    assert len(text) == len(told["document"]["text"])
    for event in masked["events"]:
        assert (
            event["trigger"]["text"] == text[event["trigger"]["start"] : event["trigger"]["end"]]
            or masker.names
        )


@pytest.mark.parametrize("outlet", ["", "Other Post"])
def test_a_speaker_that_is_no_outlet_is_hidden_in_doubt(outlet: str) -> None:
    reading = replace(READING, document=replace(READING.document, outlet=outlet))
    assert "Invented Wire" not in Masker.of(reading).text(TEXT)
