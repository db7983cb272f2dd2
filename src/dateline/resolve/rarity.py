"""How much it tells that two reports share a word: the rarer among the other reports, the more.

In: the sets of words of a batch of reports. Out: bits, by the frequency adjustment of record linkage
(Winkler 1989, "Frequency-based matching in the Fellegi-Sunter model"): the surprise, -log2 of the share of
reports that hold the word. A small batch knows little about what is common, so that a prior stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2


class Rarity:
    """Counts words over sets; `prior` is the share of reports that an unknown word is taken to be in."""

    def __init__(self, sets: Iterable[frozenset[str]], *, prior: float, strength: float) -> None:
        self._counts: Counter[str] = Counter()
        self._total = strength
        self._base = prior * strength
        for held in sets:
            self._counts.update(held)
            self._total += 1

    def count(self, word: str) -> int:
        """How many sets hold the word."""
        return self._counts[word]

    def bits(self, word: str) -> float:
        """The surprise of the word, in bits; the report at hand is not counted."""
        seen = max(self._counts[word] - 1, 0)
        return -log2((seen + self._base) / self._total)
