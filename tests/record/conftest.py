"""A record to write to, and readings to put there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "model"))

from dateline.record import Record


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with Record.open(str(place)) as opened:
        yield opened
