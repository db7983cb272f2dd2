"""One gazetteer for all tests of this folder, kept in the cache folder like a user's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.knowledge.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The built-in gazetteer."""
    opened = Gazetteer.open()
    yield opened
    opened.close()
