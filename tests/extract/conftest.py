"""The shipped reader, opened once for all tests of reading."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.annotate.pipeline import Tools
from dateline.model.document import Document


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools.open()


def document(text: str, key: str = "case") -> Document:
    """A report published on Thursday 14 March 2024."""
    return Document(key, text, published=datetime(2024, 3, 14, 12, tzinfo=UTC))
