"""Documents that can't be read are refused by name, with the remedy."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.annotate.pipeline import Tools
from dateline.errors import ReaderError
from dateline.extract.reader import LONGEST_DOCUMENT, read_document
from tests.extract.conftest import document


@pytest.mark.parametrize(
    ("text", "said"),
    [(" \n ", "no text"), ("word " * (LONGEST_DOCUMENT // 5 + 1), "split it")],
    ids=["empty", "book"],
)
def test_refused(text: str, said: str, tools: Tools) -> None:
    with pytest.raises(ReaderError, match=said):
        read_document(document(text, "odd"), tools)


def test_other_languages_are_refused(tools: Tools) -> None:
    french = dataclasses.replace(document("Trois soldats ont été tués."), language="fr")
    with pytest.raises(ReaderError, match="English"):
        read_document(french, tools)
