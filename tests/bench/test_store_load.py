"""A record that is loaded in bulk is the one that the normal writer and linker make of the same readings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))
sys.path.append(str(Path(__file__).parents[1] / "record"))

from bench.store_load import load_postgresql, load_sqlite
from bench.store_readings import every
from contents import contents, count

from dateline.model.codec import check_reading
from dateline.pipeline import relink
from dateline.record import Record
from postgresql_server import Server

REPORTS = 240
LINKING = ("linked_events", "link_keys", "link_pairs", "word_counts")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("loaded") / "record.sqlite")
    load_sqlite(place, REPORTS)
    return place


def test_every_span_is_in_its_text() -> None:
    assert [fault for reading in every(REPORTS) for fault in check_reading(reading)] == []


def test_loaded_in_bulk_is_kept_and_linked(loaded: str, tmp_path: Path) -> None:
    place = str(tmp_path / "record.sqlite")
    with Record.open(place) as record:
        with record.writer() as writer:
            for reading in every(REPORTS):
                writer.keep_document(reading.document)
                writer.keep_reading(reading)
        relink(record, anew=True)
    assert contents(loaded) == contents(place)
    assert [count(loaded, name) for name in LINKING] == [count(place, name) for name in LINKING]


def test_a_loaded_record_has_no_fault_and_is_the_same_in_either_store(loaded: str, server: Server) -> None:
    url = server.new_database()
    load_postgresql(url, loaded)
    for place in (loaded, url):
        with Record.open(place) as record:
            assert list(record.check()) == []
    assert contents(url) == contents(loaded)
    with Record.open(url) as record, record.writer() as writer:
        assert writer.keep_document(next(every(3)).document).new is False
