"""Copies of one text are recognised, reports of one incident in other words are not; signatures can be kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake import DuplicateIndex, DuplicateKind, Signature, duplicates
from dateline.model.document import Document

from . import samples

LEAD = "This report was first published by a partner of ours and appears here with its permission."
OTHER = (
    "A checkpoint on the road to Mosul's airport came under rocket fire before dawn on Sunday. Three soldiers were hurt, "
    "according to the police. It was not clear who had fired. Engineers closed the road for two hours to look for more "
    "rockets in the fields, an officer said, and the governor announced that it would be shut every night from now on. "
    "Shopkeepers spoke of two explosions in quick succession and of smoke over the bridge."
)
WORDS = samples.TEXT.split(" ")


def document(identifier: str, text: str) -> Document:
    return Document(id=identifier, text=text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (samples.TEXT.upper().replace(",", ""), DuplicateKind.EXACT),
        (f"{LEAD}\n\n{samples.TEXT}", DuplicateKind.NEAR),
        (samples.TEXT.replace("police colonel", "Tigris Courier correspondent"), DuplicateKind.NEAR),
        (" ".join(WORDS[: len(WORDS) // 2]), DuplicateKind.NEAR),
        (f"{LEAD} {' '.join(WORDS[20:])}", DuplicateKind.NEAR),
        (OTHER, None),
        ("Two rockets hit.", None),
        ("", None),
    ],
)
def test_copies(text: str, kind: DuplicateKind | None) -> None:
    (_, first), (_, second) = duplicates([document("a", samples.TEXT), document("b", text)])
    assert first is None
    assert (second.kind if second else None) is kind
    if second:
        assert second.earlier == "a" and 0.5 <= second.similarity <= 1


def test_the_most_alike_of_the_earlier_ones_is_named() -> None:
    index = DuplicateIndex()
    half = " ".join(WORDS[: len(WORDS) // 2])
    for identifier, text in (("other", OTHER), ("half", f"{half} {LEAD} {LEAD}"), ("whole", samples.TEXT)):
        index.add(document(identifier, text))
    found = index.add(document("new", f"{samples.TEXT} Ends."))
    assert found and found.earlier == "whole"


def test_the_same_document_again_is_no_duplicate_of_itself() -> None:
    index = DuplicateIndex()
    assert index.add(document("a", samples.TEXT)) is None
    assert index.add(document("a", samples.TEXT)) is None
    assert len(index) == 1


def test_stock_phrases_make_no_candidates() -> None:
    index = DuplicateIndex()
    phrase = "this is a developing story and will be updated as more information becomes available"
    for number in range(200):
        text = " ".join(f"{word}{number}" for word in OTHER.split())
        assert index.add(document(str(number), f"{text} {phrase}")) is None


@given(st.text())
def test_signatures_can_be_kept(text: str) -> None:
    signature = Signature.of(text)
    assert Signature.from_bytes(signature.to_bytes()) == signature
    assert len(signature.to_bytes()) < 1100
    assert signature.resemblance(signature) == 1


@pytest.mark.parametrize("data", [b"", b"\x01", b"\x02" + bytes(20), b"\x01" + bytes(23)])
def test_what_is_no_signature(data: bytes) -> None:
    with pytest.raises(ValueError, match="no signature"):
        Signature.from_bytes(data)
