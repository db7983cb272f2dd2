"""One row of tests/cases/responsibility.tsv a construction: the text and all that it says of who did it."""

from __future__ import annotations

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from tests.extract.conftest import document, rows

ROWS = rows("responsibility")


@pytest.mark.parametrize("row", ROWS, ids=[r["construction"] for r in ROWS])
def test_construction(row: dict[str, str], tools: Tools) -> None:
    found = read_document(document(row["text"]), tools).responsibility
    shown = sorted(f"{r.stance} {r.speaker.name} > {r.accused.name}" for r in found)
    assert shown == sorted(filter(None, (row["expected"] or "").split("; ")))


def test_claimant_is_an_actor(tools: Tools) -> None:
    """Who claims an attack stands among its actors; whose claim is denied does not."""
    text = "Gunmen killed nine soldiers in Koro on Monday. JNIM claimed responsibility."
    event = read_document(document(text), tools).events[0]
    assert "JNIM" in {actor.name for actor in event.actors}
