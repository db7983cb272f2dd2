"""The shipped reader, opened once for all tests of reading."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.annotate.pipeline import Tools
from dateline.model.document import Document


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools.open()


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of tests/cases."""
    table = Path(__file__).parent.parent / "cases" / f"{name}.tsv"
    return list(csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t"))


def document(text: str, key: str = "case") -> Document:
    """A report published on Thursday 14 March 2024."""
    return Document(key, text, published=datetime(2024, 3, 14, 12, tzinfo=UTC))
