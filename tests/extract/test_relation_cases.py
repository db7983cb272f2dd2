"""One row of tests/cases/relations.tsv a construction: the text and all the relations that it must give."""

from __future__ import annotations

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from tests.extract.conftest import document, rows

ROWS = rows("relations")


@pytest.mark.parametrize("row", ROWS, ids=[r["construction"] for r in ROWS])
def test_construction(row: dict[str, str], tools: Tools) -> None:
    found = read_document(document(row["text"]), tools).relations
    shown = sorted(f"{r.subject.name} {r.predicate} {r.object.name}" for r in found)
    assert shown == sorted(filter(None, (row["expected"] or "").split("; ")))
