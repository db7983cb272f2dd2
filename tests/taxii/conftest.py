"""One desk that has released to two partners, served over loopback for all tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.record import Record

from .desks import Desk, serving


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk that gave `north` two documents and later took one back, and gave `south` one."""
    with Record.open(str(tmp_path_factory.mktemp("desk") / "record.sqlite")) as record:
        made = Desk(record)
        made.knows("north", "south")
        made.keeps("one", "two")
        made.gives("north")
        made.gives("north", taken_back=("two",))
        made.gives("south")
        yield made


@pytest.fixture(scope="session")
def url(desk: Desk) -> Iterator[str]:
    """The address of its server."""
    with serving(desk.record) as address:
        yield address
