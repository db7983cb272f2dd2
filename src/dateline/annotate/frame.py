"""The relation between a source, a cue and a content: who says what, and by which word we know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution; all pairs are the first and last index of tokens of the document, both included.

    `source` is the speaker's noun phrase, None when it is not said ("it is said that"); `cue` is what attributes,
    None where a quotation goes on without one; `contents` are the runs of the content, more than one where the cue
    stands inside. `direct` tells a quotation from a reported clause; `verb_lemma` is the cue's lemma.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]
    direct: bool
    verb_lemma: str

    @property
    def size(self) -> int:
        """How many tokens the content has."""
        return sum(last - first + 1 for first, last in self.contents)

    def holds(self, index: int) -> bool:
        """Whether token `index` is part of the content."""
        return any(first <= index <= last for first, last in self.contents)
