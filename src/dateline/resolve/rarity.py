"""How much it tells that two reports share a word: the rarer among the other reports, the more.

In: how many reports hold each word, and how many reports there are. Out: bits, by the frequency adjustment of record linkage
(Winkler 1989, "Frequency-based matching in the Fellegi-Sunter model"): the surprise, -log2 of the share of
reports that hold the word. A small batch knows little about what is common, so that a prior stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2


class Rarity:
    """`counts` may know the words in question only; `prior` is the share of reports that an unknown word is taken to be in."""

    def __init__(
        self, counts: Mapping[str, int], total: int, *, prior: float = 0.004, strength: float = 250
    ) -> None:
        self._counts = counts
        self._total = total + strength
        self._base = prior * strength

    def count(self, word: str) -> int:
        """How many sets hold the word."""
        return self._counts.get(word, 0)

    def bits(self, word: str) -> float:
        """The surprise of the word, in bits; the report at hand is not counted."""
        seen = max(self._counts.get(word, 0) - 1, 0)
        return -log2((seen + self._base) / self._total)
