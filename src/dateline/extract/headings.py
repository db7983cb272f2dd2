"""Mentions in headings, which only announce what the paragraph below tells: "09.30 | Kherson shelling: couple named".

In: the mentions of a document. Out: those without the ones of a heading that a mention of the same kind follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.mention import EventMention
from dateline.model.annotation import AnnotatedDocument

LONGEST = 14
"""Words of a heading."""

BULLETS = frozenset("- – — • * ·".split())


def without_headings(annotated: AnnotatedDocument, mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions that stand in the text, and those of headings that nothing of the kind follows."""
    heads = {s.index for s in annotated.sentences if _is_heading(annotated, s.index)}
    return [m for m in mentions if m.sentence not in heads or not _is_told_below(m, mentions, heads)]


def _is_told_below(mention: EventMention, mentions: Sequence[EventMention], heads: set[int]) -> bool:
    return any(
        m.type is mention.type and m.sentence not in heads and 0 < m.paragraph - mention.paragraph <= 1
        for m in mentions
    )


def _is_heading(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a sentence is a paragraph of its own, short, without a bullet before it and a stop at its end."""
    sentence = annotated.sentences[index]
    beside = (s for s in annotated.sentences[max(0, index - 1) : index + 2] if s.index != index)
    if any(s.paragraph == sentence.paragraph for s in beside) or sentence.last - sentence.first >= LONGEST:
        return False
    first, last = annotated.tokens[sentence.first].text, annotated.tokens[sentence.last].text
    return first not in BULLETS and last not in {".", "!", "?", '"', "”", ":"}
