"""The quotes of a reading: from frames to speaker, cue and content as characters of the text.

In: an annotated document and its frames. Out: quotes by their place in the text. A direct quote's content is what
stands between the marks; an indirect one's is the reported clause's first run, without "that", without the
punctuation around it, and without what the writer adds after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import Run, below
from dateline.annotate.quotation_marks import Stretch, quoted_stretches
from dateline.annotate.speakers import Speakers
from dateline.languages.en.speech import (
    ANNOUNCED,
    ANNOUNCING,
    COMMENTING,
    COUNTING,
    HEARSAY_VERBS,
    RECKONINGS,
    SPEAKING,
    THINKING,
)
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Span
from dateline.model.reading import Quote

_FEWEST_WORDS = 3
"""Words that an indirect quote has at least."""

_FEWEST_BEFORE_QUOTE = 6
"""Words of a reported clause that stand alone before the quotation which ends it."""

_CLAUSAL = ANNOUNCED | RECKONINGS | SPEAKING | THINKING | HEARSAY_VERBS | {"according", "let", "make"}
_NUMERIC = (COUNTING | ANNOUNCING) - SPEAKING


def find_quotes(annotated: AnnotatedDocument, frames: Sequence[Frame]) -> tuple[Quote, ...]:
    """The quotes of a document, by their start; one frame gives one quote, coordinated speakers one between them."""
    speakers = Speakers(annotated, frames)
    stretches = {s.start: s for s in quoted_stretches(annotated.document.text)}
    found: dict[tuple[Span, bool], Quote] = {}
    for frame in sorted(frames, key=lambda f: (f.source or (0, 0), f.contents)):
        content = (
            _direct(annotated, frame, stretches) if frame.direct else _indirect(annotated, frames, frame)
        )
        if content is not None:
            speaker = speakers.argument(frame)
            cue = annotated.span(*frame.cue) if frame.cue else None
            found.setdefault((content, frame.direct), Quote(speaker, cue, content, frame.direct))
    return tuple(sorted(found.values(), key=lambda quote: (quote.content.start, -quote.content.end)))


def _direct(annotated: AnnotatedDocument, frame: Frame, stretches: dict[int, Stretch]) -> Span | None:
    """The characters between the marks."""
    stretch = stretches.get(annotated.tokens[frame.contents[0][0]].start)
    if stretch is None:
        return annotated.span(frame.contents[0][0], frame.contents[-1][1])
    return annotated.document.span(stretch.start, stretch.end)


def _indirect(annotated: AnnotatedDocument, frames: Sequence[Frame], frame: Frame) -> Span | None:
    """The main run of a reported clause; None for a frame that reports no clause, such as a number's."""
    if (
        frame.source is None
        or frame.cue is None
        or frame.verb_lemma in _NUMERIC
        or frame.verb_lemma not in _CLAUSAL
    ):
        return None
    run = _main_run(annotated, frame)
    if run is None:
        return None
    first, last = _clipped(annotated, frames, run)
    return annotated.span(first, last)


def _main_run(annotated: AnnotatedDocument, frame: Frame) -> Run | None:
    """The run that holds the reported clause's predicate, without "that" and the like at its start.

    Where the speaker stands before the predicate ("The base, X said, was hit"), all from the first run's start.
    """
    found = [
        run
        for run in (_without_edges(annotated, run) for run in frame.contents)
        if not _is_edge(annotated, run[0])
    ]
    top = next(
        (i for run in found for i in range(run[0], run[1] + 1) if _is_predicate(annotated, frame, i)), None
    )
    for first, last in found:
        if top is not None and first <= top <= last:
            first = found[0][0] if _interrupts(annotated, frame, found[0][0], first) else first
            return (first, last) if last - first + 1 >= _FEWEST_WORDS else None
    return next(
        (run for run in found if run[1] - run[0] + 1 >= _FEWEST_WORDS and _has_verb(annotated, run)), None
    )


def _without_edges(annotated: AnnotatedDocument, run: Run) -> Run:
    first, last = run
    while first < last and _is_edge(annotated, first):
        first += 1
    return first, last


def _is_predicate(annotated: AnnotatedDocument, frame: Frame, index: int) -> bool:
    """Whether a token is the top of the content: a predicate whose governor stands outside."""
    token = annotated.tokens[index]
    if frame.holds(token.head):
        return False
    return token.upos in {"VERB", "AUX"} or any(True for _ in below(annotated, index, "cop", "nsubj"))


def _interrupts(annotated: AnnotatedDocument, frame: Frame, start: int, first: int) -> bool:
    """Whether the cue alone stands between the start of the content and the run of its predicate."""
    if annotated.tokens[start].upos == "ADP" or frame.cue is None:
        return False
    return start < frame.cue[0] < first


def _clipped(annotated: AnnotatedDocument, frames: Sequence[Frame], run: Run) -> Run:
    """A run without what the writer adds at its end (", which ...", "— ...", ", an apposition") or quotes apart."""
    first, last = run
    for index in range(first + _FEWEST_WORDS, last):
        dash = annotated.tokens[index].text in {"—", "–"}
        quote = index - first >= _FEWEST_BEFORE_QUOTE and _ends_in_quote(frames, index, last)
        joined = _adds_quote(annotated, frames, index, last)
        ends = dash or quote or joined or _is_aside(annotated, index, run)
        if ends and _has_verb(annotated, (first, index - 1)):
            return first, index - 1
    return run


def _adds_quote(annotated: AnnotatedDocument, frames: Sequence[Frame], index: int, last: int) -> bool:
    """Whether "and that ..." follows, with words between quotation marks in it."""
    if annotated.tokens[index].upos != "CCONJ" or annotated.tokens[index + 1].lemma != "that":
        return False
    return any(f.direct and index < f.contents[0][0] <= last for f in frames)


def _ends_in_quote(frames: Sequence[Frame], index: int, last: int) -> bool:
    """Whether a quotation that has a frame of its own opens here and fills the rest."""
    return any(f.direct and f.contents[0][0] == index + 1 and f.contents[0][1] >= last - 1 for f in frames)


def _is_aside(annotated: AnnotatedDocument, index: int, run: Run) -> bool:
    """Whether a comma opens the writer's comment, or a relative clause or apposition that fills the second half."""
    following = annotated.tokens[index + 1]
    if annotated.tokens[index].text == "," and following.xpos == "VBG" and following.lemma in COMMENTING:
        return True
    if annotated.tokens[index].text != "," or (index - run[0]) * 2 < run[1] - run[0]:
        return False
    for child in range(index + 1, run[1] + 1):
        token = annotated.tokens[child]
        if token.deprel in {"acl:relcl", "appos"} and token.head < index:
            inside = set(annotated.subtree(child))
            return min(inside) <= index + 2 and max(inside) >= run[1]
    return False


def _is_edge(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a token at the start of a clause is no part of what is said: "that", "but", a mark."""
    token = annotated.tokens[index]
    if token.lemma == "that" or token.xpos in {"WP", "WDT"}:
        last = index + 1 == len(annotated.tokens)
        return last or annotated.tokens[index + 1].upos not in {"VERB", "AUX"}
    return token.upos == "CCONJ" or token.text in {",", ":", "-", "—", "–"}


def _has_verb(annotated: AnnotatedDocument, run: Run) -> bool:
    return any(annotated.tokens[i].upos in {"VERB", "AUX"} for i in range(run[0], run[1] + 1))
