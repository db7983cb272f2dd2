"""One row of tests/cases/tallies.tsv a construction: the text and all the tallies that it must give."""

from __future__ import annotations

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.reading import Tally
from tests.extract.conftest import document, rows

ROWS = rows("tallies")


@pytest.mark.parametrize("row", ROWS, ids=[r["construction"] for r in ROWS])
def test_construction(row: dict[str, str], tools: Tools) -> None:
    tallies = read_document(document(row["text"]), tools).tallies
    assert sorted(_shown(t) for t in tallies) == sorted(filter(None, row["expected"].split("; ")))


def _shown(tally: Tally) -> str:
    kind = str(tally.type) + (f"/{tally.mode}" if tally.mode else "")
    high = "-" if tally.number.high is None else tally.number.high
    return f"{kind} {tally.number.low} {high}"
