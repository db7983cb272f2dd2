"""What speakers say that others must do, or that they themselves will or will not do."""

from __future__ import annotations

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.document import Document

CASES = (
    ("Chile said on Monday that Peru must return the patrol boat.", ["REQUEST"]),
    ("Ghana said it will not accept any more deportees.", ["REJECT"]),
    ("Kenya announced it would allow the observers into the camp.", ["AGREE"]),
    ("Kenya said it would rain on Friday.", []),
    ("Chad has granted asylum to four Libyan officers.", ["AID"]),
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.open()


@pytest.mark.parametrize(("text", "types"), CASES)
def test_types(text: str, types: list[str], tools: Tools) -> None:
    assert [e.type.value for e in read_document(Document("d", text), tools).events][:1] == types
