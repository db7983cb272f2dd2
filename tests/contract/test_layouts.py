"""Records of every earlier layout are brought up to date on both stores and keep all that they have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from contents import contents
from fake_reader import make_fake_reader, report
from layouts import LATER_KEYS, make_at

from dateline.engines.local import InProcess
from dateline.model.judgement import Action
from dateline.pipeline import add, judge, relink
from dateline.record import IncidentFilter, Record, deciding
from dateline.record.migrate import LAYOUTS, NEWEST
from dateline.record.search import query_from

EARLIER = sorted(LAYOUTS - {NEWEST})
HAVE_JUDGEMENTS = "0002"


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A record of today without judgements, and one with a merge and a dispute."""
    plain, decided = (str(tmp_path_factory.mktemp("source") / "record.sqlite") for _ in range(2))
    for place in (plain, decided):
        with Record.open(place) as record:
            add((report(n) for n in range(18)), record, InProcess(), make=make_fake_reader)
    with Record.open(decided) as record:
        with record.view() as view:
            first, second, third = sorted(item.id for item in view.incidents())[:3]
            merge = deciding.merge(view, [first, second], "one")
            dispute = deciding.dispute(view, third, "killed", "")
        for decision in (merge, dispute):
            judge(record, "ada", decision)
    return plain, decided


@pytest.fixture
def source(earlier: str, sources: tuple[str, str]) -> str:
    """What a record of the layout may have held."""
    return sources[earlier >= HAVE_JUDGEMENTS]


def kept(layout: str, place: str) -> dict[str, list[Any]]:
    """What a record of this layout can have: the first one keeps no rules of values."""
    held = contents(place)
    if layout < HAVE_JUDGEMENTS:
        held["incidents"] = [(*row[:-1], _without(row[-1])) for row in held["incidents"]]
    return held


def _without(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in LATER_KEYS}


@pytest.mark.parametrize("earlier", EARLIER)
def test_an_earlier_record_keeps_everything(earlier: str, place: str, source: str) -> None:
    make_at(earlier, place, source)
    told: list[str] = []
    with (
        Record.open(place, on_update=told.append) as record,
        record.view() as view,
        Record.open(source, on_update=told.append) as today,
    ):
        (words,) = told
        assert f"from layout {earlier} to {NEWEST}" in words
        with today.view() as now:
            expected = now.points()
            outlets = [item.id for item in now.incidents(IncidentFilter(outlet="Valley Post"))]
        assert view.points() == expected
        assert [item.id for item in view.incidents(IncidentFilter(outlet="Valley Post"))] == outlets
        assert [hit.document.id for hit in view.search(query_from("Word3x1"))] == ["r0003"]
        assert list(record.check()) == []
    assert kept(earlier, place) == kept(earlier, source)


@pytest.mark.parametrize("earlier", EARLIER)
def test_work_on_an_earlier_record_goes_on(earlier: str, place: str, source: str) -> None:
    make_at(earlier, place, source)
    with Record.open(place) as record:
        add((report(n) for n in range(18, 24)), record, InProcess(), make=make_fake_reader)
        with record.view() as view:
            (item,) = view.page(limit=1).incidents
            dispute = deciding.dispute(view, item.id, None, "")
        number = judge(record, "grace", dispute)
        relink(record, anew=True)
        with record.view() as view:
            assert view.judgements()[-1].action is Action.DISPUTE
            assert number == view.judgements()[-1].number
        assert list(record.check()) == []


@pytest.mark.parametrize("earlier", EARLIER)
def test_a_backup_of_an_earlier_record_can_be_restored(
    earlier: str, place: str, source: str, tmp_path: Path
) -> None:
    make_at(earlier, place, source)
    with Record.open(place) as record:
        record.backup(tmp_path / "backup")
    with Record.restore(str(tmp_path / "restored.sqlite"), tmp_path / "backup") as restored:
        assert list(restored.check()) == []
    assert contents(str(tmp_path / "restored.sqlite")) == contents(place)
