"""Places of one event verb: invented sentences, real parse, shipped weights."""

from __future__ import annotations

import pytest
from training.sites.view import sites_of

from dateline.annotate.pipeline import Tools, annotate
from dateline.model.document import Document

CASES = (
    ("Three traders were killed in Maiduguri on Monday.", "killed", ["Maiduguri"]),
    ("The minister said in Paris that gunmen killed two guards in Kirkuk.", "killed", ["Kirkuk"]),
    ("Rebels shelled Aleppo and Idlib at dawn.", "shelled", ["Aleppo", "Idlib"]),
    ("Nobody was killed.", "killed", []),
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.open()


@pytest.mark.parametrize(("text", "verb", "wanted"), CASES)
def test_places_of_the_verb(text: str, verb: str, wanted: list[str], tools: Tools) -> None:
    annotated = annotate(Document("d", text), tools).annotated
    token = next(t.index for t in annotated.tokens if t.text == verb)
    assert [s.text for s in sites_of(annotated, [token])] == wanted
