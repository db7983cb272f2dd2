"""WordPiece: words in, ids of vocabulary pieces out, as BERT's uncased models cut them.

Greedy longest match over `vocab.txt` after lower-casing, dropping accents and splitting off punctuation
(Devlin et al. 2019; checked against the reference tokeniser's published behaviour). Written here because the
usual tokeniser package brings an HTTP stack with it.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

LONGEST_WORD = 100
"""Characters after which a chunk becomes one unknown piece, as in BERT."""

MOST_PIECES = 16
"""Pieces kept for one word; addresses of the web run on for dozens."""


def is_punctuation(char: str) -> bool:
    """Return whether BERT splits on this character: Unicode P*, and ASCII symbols such as `$`, `+` or `~`."""
    return unicodedata.category(char).startswith("P") or (
        char.isascii() and char.isprintable() and not char.isalnum()
    )


def is_ideograph(char: str) -> bool:
    """Return whether this is a CJK ideograph, each of which is a chunk of its own."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff"


def folded(word: str) -> str:
    """Return the word in lower case without accents and control characters."""
    spread = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in spread if unicodedata.category(char) not in ("Mn", "Cc", "Cf"))


def chunks(word: str) -> list[str]:
    """Return the runs between punctuation marks and ideographs, each of which is a run of its own."""
    spaced = "".join(
        f" {char} " if is_punctuation(char) or is_ideograph(char) else char for char in folded(word)
    )
    return spaced.split()


class WordPiece:
    """A vocabulary and a memory of the words cut so far."""

    def __init__(self, vocabulary: Mapping[str, int], memory: int = 50_000) -> None:
        self._vocabulary = vocabulary
        self._memory = memory
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = vocabulary["[UNK]"]
        self.start = vocabulary["[CLS]"]
        self.end = vocabulary["[SEP]"]

    @classmethod
    def load(cls, path: Path) -> "WordPiece":
        """Read `vocab.txt`: one piece a line, its id the line's number from 0."""
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the ids of one word's pieces: at least one, at most `MOST_PIECES`."""
        known = self._known.get(word)
        if known is None:
            found = [piece for chunk in chunks(word) for piece in self._cut(chunk)]
            known = tuple(found[:MOST_PIECES]) or (self.unknown,)
            if len(self._known) < self._memory:
                self._known[word] = known
        return known

    def _cut(self, chunk: str) -> list[int]:
        """Return the longest matching pieces from the left; the unknown piece if any part has none."""
        if len(chunk) > LONGEST_WORD:
            return [self.unknown]
        found, start = [], 0
        while start < len(chunk):
            end = self._longest(chunk, start)
            if end == start:
                return [self.unknown]
            found.append(self._vocabulary[self._text(chunk, start, end)])
            start = end
        return found

    def _longest(self, chunk: str, start: int) -> int:
        """Return where the longest known piece from `start` ends, or `start` if there is none."""
        ends = range(len(chunk), start, -1)
        return next((end for end in ends if self._text(chunk, start, end) in self._vocabulary), start)

    @staticmethod
    def _text(chunk: str, start: int, end: int) -> str:
        return chunk[start:end] if start == 0 else f"##{chunk[start:end]}"
