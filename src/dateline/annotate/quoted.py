"""Stretches between quotation marks placed over the tokens of a document.

In: an annotated document. Out: for each stretch its tokens, the tokens that surround it, and what kind of thing the
marks hold: an utterance, a piece of somebody's words, or a name.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.annotate.quotation_marks import Stretch, quoted_stretches
from dateline.languages.en.speech import NAMERS, NAMING, WORKS
from dateline.model.annotation import AnnotatedDocument

_UTTERANCE_ENDS = frozenset(".,?!…-–—")
_WHOLE = 10**6
_SMALL = frozenset({"DET", "ADP", "CCONJ", "PART", "PUNCT", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch with its content's tokens `first` to `last`, and the tokens `before` and `after` its marks.

    `before` is -1 at the start of the document, `after` the number of tokens at its end.
    """

    stretch: Stretch
    first: int
    last: int
    before: int
    after: int

    def holds(self, index: int) -> bool:
        """Whether token `index` is inside the content."""
        return self.first <= index <= self.last


def place_stretches(annotated: AnnotatedDocument) -> tuple[Quoted, ...]:
    """The stretches that hold at least one word, by their start."""
    starts = [token.start for token in annotated.tokens]
    found = []
    for stretch in quoted_stretches(annotated.document.text):
        first = bisect_left(starts, stretch.start)
        last = bisect_left(starts, stretch.end) - 1
        if any(annotated.tokens[i].upos != "PUNCT" for i in range(first, last + 1)):
            before = bisect_left(starts, stretch.opening) - 1
            found.append(Quoted(stretch, first, last, before, bisect_left(starts, stretch.outer_end)))
    return tuple(found)


def is_utterance(annotated: AnnotatedDocument, quoted: Quoted) -> bool:
    """Whether a stretch reads as a sentence of its own: a capital or digit first, a mark of punctuation last."""
    text = annotated.document.text[quoted.stretch.start : quoted.stretch.end]
    whole = text[-1] in _UTTERANCE_ENDS or annotated.document.text[quoted.stretch.outer_end :][:1] in {
        ",",
        ".",
    }
    starts = text[0].isupper() or text[0].isdigit() or text[0] in "…[$'‘"
    return whole and starts and quoted.last > quoted.first


def is_name(annotated: AnnotatedDocument, quoted: Quoted) -> bool:
    """Whether the marks hold a nickname, the name of a work or operation, or a word as such."""
    if _follows_namer(annotated, quoted) or _stands_in_name(annotated, quoted):
        return True
    words = [annotated.tokens[i] for i in range(quoted.first, quoted.last + 1)]
    content = [t for t in words if t.upos not in _SMALL]
    titled = all(t.text[0].isupper() or t.text[0].isdigit() for t in content)
    return titled and len(content) <= 6 and words[-1].text not in {"!", "?"} and len(content) > 1


def _follows_namer(annotated: AnnotatedDocument, quoted: Quoted) -> bool:
    """Whether "alias", "the film", "a group called" or the like stands before the marks."""
    if quoted.before < 0 or annotated.sentence_of(quoted.before) != annotated.sentence_of(quoted.first):
        return False
    token = annotated.tokens[quoted.before]
    if token.lemma == "as" and quoted.before:
        token = annotated.tokens[quoted.before - 1]
        return token.lemma in {"know"}
    if token.lemma in NAMING | {"title", "entitle", "headline", "nickname", "codename", "name"}:
        return token.xpos == "VBN" and token.relation in {"acl", "amod"}
    return token.text.lower() in NAMERS or token.lemma in NAMERS | WORKS


def _stands_in_name(annotated: AnnotatedDocument, quoted: Quoted) -> bool:
    """Whether the marks stand between the parts of a name (John "Jack" Doe)."""
    if quoted.before < 0 or quoted.after >= len(annotated.tokens) or quoted.last - quoted.first > 3:
        return False
    around = (annotated.tokens[quoted.before], annotated.tokens[quoted.after])
    same = annotated.sentence_of(quoted.before) == annotated.sentence_of(quoted.after)
    return same and all(token.upos == "PROPN" and token.text[0].isupper() for token in around)


class Surroundings:
    """The stretches of a document with the words around each."""

    def __init__(self, annotated: AnnotatedDocument) -> None:
        self.annotated = annotated
        self.quoted = place_stretches(annotated)
        self._inside: dict[int, list[int]] = {}
        for number, quoted in enumerate(self.quoted):
            for index in range(quoted.first, quoted.last + 1):
                self._inside.setdefault(index, []).append(number)

    def around(self, index: int) -> list[Quoted]:
        """The stretches that hold a token, the outermost first."""
        return [self.quoted[number] for number in self._inside.get(index, ())]

    def outer(self, quoted: Quoted) -> Quoted | None:
        """The stretch that holds this one."""
        holding = [q for q in self.around(quoted.first) if q.stretch.depth < quoted.stretch.depth]
        return holding[-1] if holding else None

    def is_spoken(self, index: int, quoted: Quoted) -> bool:
        """Whether a token stands in `quoted` or in a stretch that doesn't hold `quoted`."""
        return any(q is quoted or not q.holds(quoted.first) for q in self.around(index))

    def after(self, quoted: Quoted) -> range:
        """The tokens from the closing mark to the end of the sentence or the next stretch."""
        start = quoted.after
        if start >= len(self.annotated.tokens) or not self.same_paragraph(quoted.last, start):
            return range(0)
        outer = self.outer(quoted)
        stop = min(self.annotated.sentence_of(start).last, outer.last if outer else start + _WHOLE)
        for index in range(start, stop + 1):
            if any(q.stretch.depth == quoted.stretch.depth for q in self.around(index)):
                return range(start, index)
        return range(start, stop + 1)

    def before(self, quoted: Quoted) -> range:
        """The tokens from the start of the sentence or the last stretch to the opening mark."""
        end = quoted.before
        if end < 0 or not self.same_paragraph(end, quoted.first):
            return range(0)
        outer = self.outer(quoted)
        start = max(self.annotated.sentence_of(end).first, outer.first if outer else 0)
        for index in range(end, start - 1, -1):
            if any(q.stretch.depth == quoted.stretch.depth for q in self.around(index)):
                return range(index + 1, end + 1)
        return range(start, end + 1)

    def same_paragraph(self, left: int, right: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        return self.annotated.sentence_of(left).paragraph == self.annotated.sentence_of(right).paragraph

    def starts_paragraph(self, quoted: Quoted) -> bool:
        """Whether nothing stands before the opening mark in its paragraph."""
        return quoted.before < 0 or not self.same_paragraph(quoted.before, quoted.first)
