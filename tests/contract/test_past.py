"""The record as it stood: what was seen at a moment is what is seen when it is asked for as of that moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fake_reader import make_fake_reader, report

from dateline.engines.local import InProcess
from dateline.model.incident import Incident
from dateline.pipeline import add, judge
from dateline.record import IncidentFilter, Record, deciding
from dateline.record.backend import backend_at

START = datetime(2024, 5, 1, tzinfo=UTC)


class Days:
    """A clock that stands still until a day is over."""

    def __init__(self) -> None:
        self.day = 0

    def __call__(self) -> datetime:
        return START + timedelta(days=self.day)


def seen(record: Record) -> list[Incident]:
    with record.view() as view:
        return [replace(incident, links=()) for incident in view.incidents()]


@pytest.fixture
def week(place: str) -> Iterator[tuple[Record, list[list[Incident]]]]:
    """A record and what was seen at the end of each day: reports, a correction, more reports, a merge, an undoing."""
    clock = Days()
    shown: list[list[Incident]] = []
    with Record(backend_at(place), clock) as record:

        def end_of_day() -> None:
            shown.append(seen(record))
            clock.day += 1

        add((report(n) for n in range(9)), record, InProcess(), make=make_fake_reader)
        end_of_day()
        first, second = sorted(seen(record), key=lambda i: i.id)[:2]
        with record.view() as view:
            correction = deciding.correct(view, first.id, "killed", "40", "the list")
        number = judge(record, "ada", correction)
        end_of_day()
        add((report(n) for n in range(9, 20)), record, InProcess(), make=make_fake_reader)
        end_of_day()
        with record.view() as view:
            merge = deciding.merge(view, [first.id, second.id], "one")
        judge(record, "ada", merge)
        end_of_day()
        with record.view() as view:
            undoing = deciding.undo(view, number, "")
        judge(record, "ada", undoing)
        end_of_day()
        yield record, shown


def test_as_of_each_day_is_what_was_seen_on_it(
    week: tuple[Record, list[list[Incident]]], tmp_path: Path
) -> None:
    record, shown = week
    assert len({str(day) for day in shown}) == len(shown)
    for day, expected in enumerate(shown):
        with record.as_of(START + timedelta(days=day, hours=1), str(tmp_path / f"{day}.sqlite")) as then:
            assert seen(then) == expected
    with (
        record.as_of(START - timedelta(days=1), str(tmp_path / "before.sqlite")) as then,
        then.view() as view,
    ):
        assert set(view.counts().values()) == {0}


def test_as_of_filters_by_outlet_as_it_was(week: tuple[Record, list[list[Incident]]], tmp_path: Path) -> None:
    record, shown = week
    for day, expected in enumerate(shown):
        place = str(tmp_path / f"outlet{day}.sqlite")
        with record.as_of(START + timedelta(days=day, hours=1), place) as then, then.view() as view:
            for outlet in ("Valley Post", "coast radio"):
                found = [item.id for item in view.incidents(IncidentFilter(outlet=outlet))]
                told = [i.id for i in expected if outlet.lower() in [name.lower() for name in i.outlets]]
                assert found == told


def test_one_incident_at_each_day(week: tuple[Record, list[list[Incident]]]) -> None:
    record, shown = week
    with record.view() as view:
        for day, expected in enumerate(shown):
            for incident in expected:
                found = view.incident_at(incident.id, START + timedelta(days=day, hours=1))
                assert found is not None and found.killed == incident.killed
        assert view.incident_at("i-ffffff", START) is None
