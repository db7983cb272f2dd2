"""A real server on a free port of this machine, over a real record, for every test that asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

for room in ("model", "record", "api"):
    sys.path.append(str(Path(__file__).parent.parent / room))

from desk import copy_of, running  # noqa: E402
from fake_reader import make_fake_reader  # noqa: E402
from hostile import HOSTILE  # noqa: E402 (found in the folders above)
from runs import add_all  # noqa: E402

from dateline.engines.local import InProcess  # noqa: E402
from dateline.pipeline import add  # noqa: E402
from dateline.record import Record  # noqa: E402


def fill(place: str) -> None:
    """The invented reports, and hostile ones."""
    add_all(place)
    with Record.open(place) as record:
        add(HOSTILE, record, InProcess(), make=make_fake_reader)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests copy."""
    place = tmp_path_factory.mktemp("filled") / "record.sqlite"
    fill(str(place))
    return place


@pytest.fixture(scope="session")
def open_desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk without users, which no test changes."""
    place = copy_of(filled, tmp_path_factory.mktemp("open"))
    with Record.open(str(place)) as record, running(record) as (_, address):
        yield address


@pytest.fixture
def own_record(filled: Path, tmp_path: Path) -> Iterator[Record]:
    """A record that a test may change."""
    with Record.open(str(copy_of(filled, tmp_path))) as record:
        yield record


@pytest.fixture
def ask(open_desk: str) -> Iterator[httpx.Client]:
    """A browser of the local admin."""
    with httpx.Client(base_url=f"{open_desk}/api/v1") as client:
        yield client
