"""A record that is loaded in bulk is the one that the normal writer and linker make of the same readings."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

sys.path.append(str(Path(__file__).parents[2]))
sys.path.append(str(Path(__file__).parents[1] / "record"))

from bench.store_load import _copy, _left, _plan, load_postgresql, load_sqlite
from bench.store_readings import every
from contents import contents, count

from dateline.analyse.tallies import check_all
from dateline.analyse.tally_pages import check_page
from dateline.model.codec import check_reading
from dateline.model.incident import TallyCheck
from dateline.pipeline import relink
from dateline.record import Record
from dateline.record.schema import metadata
from postgresql_server import Server

REPORTS = 240
LINKING = ("linked_events", "link_keys", "link_pairs", "word_counts")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("loaded") / "record.sqlite")
    load_sqlite(place, REPORTS)
    return place


def tally_pages(place: str) -> dict[tuple[str, str], TallyCheck]:
    found, after = list[TallyCheck](), None
    with Record.open(place) as record, record.view() as view:
        while after is not None or not found:
            page = check_page(view, 7, after)
            found += [checked.check for checked in page.checked]
            after = page.after
            if after is None:
                break
    assert len({(check.document, check.tally) for check in found}) == len(found) > 7
    return {(check.document, check.tally): check for check in found}


def whole_board(place: str) -> dict[tuple[str, str], TallyCheck]:
    with Record.open(place) as record, record.view() as view:
        checks = check_all(view.readings(), list(view.incidents()))
    return {(check.document, check.tally): check for check in checks}


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


def test_a_loading_that_was_cut_off_is_gone_on_with(loaded: str, server: Server) -> None:
    url = server.new_database()
    Record.open(url).close()
    _plan(url)
    with psycopg.connect(url) as connection:  # its last table is filled already
        last = max(number for number, step in _left(url) if step in metadata.tables)
        (begun,) = connection.execute("DELETE FROM loading WHERE number = %s RETURNING step", (last,))
        with closing(sqlite3.connect(loaded)) as source:
            _copy(source, connection, metadata.tables[begun[0]])
    load_postgresql(url, loaded)
    load_postgresql(url, loaded)
    assert contents(url) == contents(loaded)


def test_a_loaded_record_has_no_fault_and_is_the_same_in_either_store(loaded: str, server: Server) -> None:
    url = server.new_database()
    load_postgresql(url, loaded)
    for place in (loaded, url):
        with Record.open(place) as record:
            assert list(record.check()) == []
    assert contents(url) == contents(loaded)
    assert tally_pages(url) == tally_pages(loaded) == whole_board(loaded)
    with Record.open(url) as record, record.writer() as writer:
        assert writer.keep_document(next(every(3)).document).new is False
