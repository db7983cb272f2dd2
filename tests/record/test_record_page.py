"""The page of the record names every table, and its query runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.record import Record, View
from dateline.record.schema import metadata

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
QUESTIONS = sorted(name for name in dir(View) if not name.startswith("_"))


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_every_table_has_a_row(table: str) -> None:
    assert f"\n| `{table}` |" in PAGE


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_named(question: str) -> None:
    assert f"`{question}(" in PAGE


def test_the_query_runs(place: Path, record: Record) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.S)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute(query).fetchall() == []
