"""Every test of this folder runs on each store: `place` names a new record of it, `record` is that record opened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from postgresql_server import Server

for room in ("model", "record"):
    sys.path.append(str(Path(__file__).parent.parent / room))

from runs import add_all  # noqa: E402 (found in the folders above)

from dateline.record import Record  # noqa: E402

STORES = ("sqlite", "postgresql")

NewPlace = Callable[[], str]
"""Gives the place of a record that isn't there yet."""


@pytest.fixture(scope="session", params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """The kind of store."""
    return str(request.param)


@pytest.fixture(scope="session")
def new_place(
    store: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> NewPlace:
    """Where a new record of this kind can be made, as often as it is called."""
    if store == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("record") / "record.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.new_database


@pytest.fixture(scope="session")
def layout(store: str, request: pytest.FixtureRequest) -> str:
    """A PostgreSQL database with the tables of a record, to be copied: that is quicker than making them anew."""
    if store == "sqlite":
        return ""
    server: Server = request.getfixturevalue("server")
    url = server.new_database()
    Record.open(url).close()
    return url.partition("?")[0].rpartition("/")[2]


@pytest.fixture
def place(store: str, new_place: NewPlace, request: pytest.FixtureRequest) -> str:
    """The place of a record that isn't there yet, or of `record` where the test has that too."""
    if store == "sqlite" or "record" not in request.fixturenames:
        return new_place()
    server: Server = request.getfixturevalue("server")
    return server.new_database(request.getfixturevalue("layout"))


@pytest.fixture(scope="session")
def open_place(store: str, new_place: NewPlace, request: pytest.FixtureRequest) -> NewPlace:
    """Where a new record can be opened quickly, as often as it is called: for tests that need many."""
    if store == "sqlite":
        return new_place
    server: Server = request.getfixturevalue("server")
    layout: str = request.getfixturevalue("layout")
    return lambda: server.new_database(layout)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """A new record."""
    with Record.open(place) as opened:
        yield opened


@pytest.fixture(scope="session")
def unbroken(new_place: NewPlace) -> str:
    """The record of a run that nothing disturbed."""
    place = new_place()
    add_all(place)
    return place
