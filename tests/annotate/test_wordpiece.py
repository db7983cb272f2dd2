"""WordPiece cuts as BERT's uncased tokeniser does; expected pieces from the reference implementation's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.tagger import WEIGHTS
from dateline.annotate.wordpiece import MOST_PIECES, WordPiece

PIECES = WordPiece.load(WEIGHTS / "vocab.txt")
NAMES = dict(enumerate((WEIGHTS / "vocab.txt").read_text(encoding="utf-8").split("\n")))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bombed", "bombed"),
        ("Kadhimi", "ka ##dhi ##mi"),
        ("naïve", "naive"),
        ("Déjà", "de ##ja"),
        ("U.S.", "u . s ."),
        ("F-16s", "f - 16 ##s"),
        ("北京", "北 京"),
        ("\u200b", "[UNK]"),
    ],
)
def test_cuts(word: str, expected: str) -> None:
    assert " ".join(NAMES[piece] for piece in PIECES.pieces(word)) == expected


@given(st.text(max_size=200))
def test_any_word_has_pieces(word: str) -> None:
    assert 1 <= len(PIECES.pieces(word)) <= MOST_PIECES
