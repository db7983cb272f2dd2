"""Words of a document -> windows of whole sentences for the role model, each as pieces of the vocabulary.

In: words with their sentences' bounds. Out: windows of at most `LONGEST` pieces, the start and end mark included,
with the place of each word's first piece. A document of a page's length is one window, so that the model sees all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.sentences import paragraphs, sentences
from dateline.annotate.tokeniser import tokenise
from dateline.annotate.wordpiece import WordPiece

LONGEST = 512
"""Pieces that the encoder has positions for."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words `first` to `last` (both included) as piece ids; `starts` is the index of each word's first piece."""

    first: int
    last: int
    pieces: tuple[int, ...]
    starts: tuple[int, ...]


def cut(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The words of a text as (start, end) code points, and its sentences as (first, last) words."""
    bounds: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        words = tokenise(text, start, end)
        found += [(len(bounds) + first, len(bounds) + last) for first, last in sentences(text, words)]
        bounds += words
    return bounds, found


def windows(
    words: Sequence[str], stretches: Sequence[tuple[int, int]], cutter: WordPiece, longest: int = LONGEST
) -> Iterator[Window]:
    """Windows over all words in order; a sentence longer than a window is cut inside.

    `stretches` holds the first and last word of each sentence, without gaps.
    """
    waiting: list[tuple[int, tuple[int, ...]]] = []
    length = 2
    for first, last in stretches:
        cut_words = [(number, cutter.pieces(words[number].lower())) for number in range(first, last + 1)]
        size = sum(len(pieces) for _, pieces in cut_words)
        if waiting and length + size > longest:
            yield _window(waiting, cutter)
            waiting, length = [], 2
        for number, pieces in cut_words:
            if length + len(pieces) > longest:
                yield _window(waiting, cutter)
                waiting, length = [], 2
            waiting.append((number, pieces))
            length += len(pieces)
    if waiting:
        yield _window(waiting, cutter)


def _window(cut: Sequence[tuple[int, tuple[int, ...]]], cutter: WordPiece) -> Window:
    pieces, starts = [cutter.start], []
    for _, ids in cut:
        starts.append(len(pieces))
        pieces.extend(ids)
    pieces.append(cutter.end)
    return Window(cut[0][0], cut[-1][0], tuple(pieces), tuple(starts))
