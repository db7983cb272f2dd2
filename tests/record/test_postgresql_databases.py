"""Databases as others make them: of another language, and of an encoding that is not UTF-8."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from fake_reader import make_fake_reader, report

from dateline.engines.local import InProcess
from dateline.errors import RecordError
from dateline.pipeline import add
from dateline.record import Record
from postgresql_server import Server

IDS = ("b", "B", "a", "A", "é", "Z", "-a", "ä", "中")


def made(server: Server, how: str) -> str:
    """The URL of a database that is made like this."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE other TEMPLATE template0 {how}")
    return server.url("other")


def filled(place: str) -> Record:
    record = Record.open(place)
    documents = [replace(report(3 * n), id=key, outlet=key) for n, key in enumerate(IDS)]
    add(documents, record, InProcess(), make=make_fake_reader)
    return record


def test_order_is_that_of_code_points_in_a_database_of_any_language(server: Server, tmp_path: Path) -> None:
    url = made(server, "LOCALE_PROVIDER icu ICU_LOCALE 'sv' ENCODING UTF8")
    try:
        with filled(url) as one, filled(str(tmp_path / "record.sqlite")) as other:
            with one.view() as here, other.view() as there:
                assert [r.document.id for r in here.readings()] == sorted(IDS)
                assert [r.document.id for r, _ in here.tallies()] == sorted(IDS)
                assert list(here.incidents()) == list(there.incidents())
                assert here.points() == there.points()
                pages = [view.page(limit=4, after=view.page(limit=3).after) for view in (here, there)]
                assert pages[0] == pages[1]
            assert list(one.check()) == []
            one.backup(tmp_path / "backup")
        with (
            Record.restore(str(tmp_path / "again.sqlite"), tmp_path / "backup") as again,
            again.view() as view,
        ):
            assert [r.document.id for r in view.readings()] == sorted(IDS)
    finally:
        server.drop(url)


def test_a_database_that_is_not_utf_8_is_refused(server: Server) -> None:
    url = made(server, "ENCODING LATIN1 LOCALE 'C'")
    try:
        with pytest.raises(RecordError, match=r"it keeps texts as LATIN1.*createdb -E UTF8"):
            Record.open(url)
    finally:
        server.drop(url)
