"""The stores hold the same, row by row."""

from __future__ import annotations

from pathlib import Path

from contents import contents
from runs import add_all

from postgresql_server import Server


def test_both_stores_hold_the_same_rows(tmp_path: Path, server: Server) -> None:
    places = (str(tmp_path / "record.sqlite"), server.new_database())
    for place in places:
        add_all(place)
    assert contents(places[0]) == contents(places[1])
