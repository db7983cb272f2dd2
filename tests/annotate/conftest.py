"""Real trees for the tests of annotation: the shipped model, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.tagger import Tagger
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document


@pytest.fixture(scope="session")
def parse() -> Callable[[str], AnnotatedDocument]:
    """A text to its annotated document, sentences and trees only."""
    from dateline.annotate.pipeline import annotate_syntax

    tagger = Tagger.load()
    return lambda text: annotate_syntax(Document("test", text), tagger)
