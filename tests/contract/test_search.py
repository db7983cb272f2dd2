"""Searching finds the same in both stores, shows where, and takes any input as words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner
from fake_reader import report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.cli.application import application
from dateline.errors import UsageError
from dateline.record import Record, search
from dateline.record.search import query_from

TEXTS = {
    "base": ("Night attack", "A drone hit the army base in Kirkuk. Police in al-Asad said <b>so</b>."),
    "cafe": ("Café in Irbil", "Guards left the café/hotel. The base of the army was quiet; a drone flew."),
    "drone": (
        "Drone, drone",
        "Nothing else; the drone\x1b[31m was seen. " + "Rain fell again. " * 40 + "Kirkuk.",
    ),
}
FOUND = [
    ("drone kirkuk", ["base", "drone"]),
    ("DRONE", ["base", "cafe", "drone"]),
    ('"army base"', ["base"]),
    ("army base", ["base", "cafe"]),
    ("drone -kirkuk", ["cafe"]),
    ('drone -"army base"', ["cafe", "drone"]),
    ("cafe", ["cafe"]),
    ("CAFE\u0301 hotel", ["cafe"]),
    ("al-Asad", ["base"]),
    ('"irbil guards"', []),
    ("irbil guards", ["cafe"]),
    ('b" OR ("x', []),
    ("title:drone", []),
    ("drones", []),
]


def keep(record: Record) -> None:
    with record.writer() as writer:
        for number, (key, (title, said)) in enumerate(TEXTS.items()):
            writer.keep_document(replace(report(number), id=key, title=title, text=said))


def ids(record: Record, asked: str, **options: object) -> list[str]:
    with record.view() as view:
        return [hit.document.id for hit in view.search(query_from(asked, **options))]  # type: ignore[arg-type]


@pytest.mark.parametrize(("asked", "expected"), FOUND)
def test_words_phrases_and_exclusions(record: Record, asked: str, expected: list[str]) -> None:
    keep(record)
    assert sorted(ids(record, asked)) == expected


def test_titles_come_first_and_filters_hold(record: Record) -> None:
    keep(record)
    assert ids(record, "drone")[0] == "drone"
    assert ids(record, "drone", outlet="valley post") == ["cafe"]
    assert ids(record, "drone", until=date(2024, 2, 29)) == []
    assert len(ids(record, "drone", since=date(2024, 3, 1), until=date(2024, 3, 1))) == 3


def test_the_command_marks_hits_and_steers_no_terminal(record: Record, place: str) -> None:
    keep(record)
    told = CliRunner().invoke(application, ["search", "army base", "-Irbil", "--record", place]).output
    assert "the «army base» in Kirkuk" in told
    assert "<b>so</b>" in told
    assert "\x1b" not in CliRunner().invoke(application, ["search", "seen", "--record", place]).output
    shown = CliRunner().invoke(application, ["search", "drone", "--format", "json", "--record", place]).output
    for hit in json.loads(shown):
        said = TEXTS[hit["document"]][1]
        assert [m["text"].lower() for m in hit["marks"]] == ["drone"]
        assert all(said[s["start"] : s["end"]] == s["text"] for s in (hit["passage"], *hit["marks"]))


def test_a_document_of_very_many_words_is_kept_and_found(record: Record) -> None:
    with record.writer() as writer:
        writer.keep_document(
            replace(report(1), text="kirkuk " + " ".join(f"word{n}x" for n in range(150_000)))
        )
    assert ids(record, "kirkuk word7x") == ["r0001"]


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(asked=st.text() | st.text(alphabet='"-*():^+ anorNOTAND{}\\\x00é', max_size=30))
def test_any_input_is_words(record: Record, asked: str) -> None:
    try:
        ids(record, asked)
    except UsageError as problem:
        assert "to look for" in str(problem) or "at once" in str(problem)


def test_words_that_very_many_have_are_not_ranked_but_the_last_kept_come_first(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(record)
    monkeypatch.setattr(search, "COMMON", 2)
    assert ids(record, "drone") == ["drone", "cafe", "base"]
    assert ids(record, "drone -kirkuk") == ["cafe"]
    assert ids(record, "drone", outlet="valley post") == ["cafe"]
    with record.view() as view:
        assert [hit.document.id for hit in view.search(query_from("drone"), 1)] == ["drone"]
