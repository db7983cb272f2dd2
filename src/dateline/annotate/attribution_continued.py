"""Speech that goes on without a cue: from frames to more frames.

In: an annotated document and its frames. Out: frames without a cue, for two habits of reports. A sentence that opens
with "They", "Minutes later" or "Of these" shares the speaker of the sentence before it, when that one was reported
whole. And a communiqué that is reproduced ("the text in full:", numbered paragraphs) is all its author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import Run, author_of, noun_phrase, speaker_of
from dateline.languages.en.speech import CLOSING, HANDLING, REPRODUCED, RESUMING, WHOLE
from dateline.model.annotation import AnnotatedDocument, Sentence, Token

_WHOLE_SENTENCE = 0.6
"""The part of a sentence's words that its speaker covers when all of it is reported; the cue itself takes the rest."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[a-z])[.)]\s|[-•*–—]\s")


def continued_frames(annotated: AnnotatedDocument, found: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of sentences that go on, and of texts reproduced whole."""
    yield from _resumed(annotated, found)
    yield from _reproduced(annotated)


def _resumed(annotated: AnnotatedDocument, found: Sequence[Frame]) -> Iterator[Frame]:
    """One frame for each sentence that shares the speaker of the one before it."""
    covering = _covering(annotated, found)
    occupied = {annotated.sentence_of(f.cue[0]).index for f in found if f.cue}
    occupied |= {annotated.sentence_of(f.contents[0][0]).index for f in found}
    for before, here in pairwise(annotated.sentences):
        frame = covering.get(before.index)
        if frame is None or here.paragraph != before.paragraph or here.index in occupied:
            continue
        if _opens_with(annotated, here, RESUMING):
            more = Frame(frame.source, None, ((here.first, here.last),), False, frame.verb_lemma)
            covering[here.index] = more
            yield more


def _covering(annotated: AnnotatedDocument, found: Sequence[Frame]) -> dict[int, Frame]:
    """The frame that reports nearly all of a sentence, by the sentence's number."""
    covering: dict[int, Frame] = {}
    for frame in found:
        if frame.direct or frame.source is None:
            continue
        sentence = annotated.sentence_of(frame.contents[0][0])
        if frame.size >= _WHOLE_SENTENCE * (sentence.last - sentence.first + 1):
            covering.setdefault(sentence.index, frame)
    return covering


def _opens_with(annotated: AnnotatedDocument, sentence: Sentence, openings: Sequence[str]) -> bool:
    text = annotated.document.text[sentence.start : sentence.end].lower().lstrip("-–—•* ")
    return any(text.startswith(opening) and not text[len(opening) :][:1].isalpha() for opening in openings)


def _reproduced(annotated: AnnotatedDocument) -> Iterator[Frame]:
    """One frame for each paragraph of a text that its introduction says is reproduced whole."""
    paragraphs = _paragraphs(annotated)
    for place, (first, last) in enumerate(paragraphs):
        source = _introduced_author(annotated, first, last)
        if source is not None:
            for run in _following(annotated, paragraphs[place + 1 :]):
                yield Frame(source, None, (run,), False, "reproduce")


def _paragraphs(annotated: AnnotatedDocument) -> list[Run]:
    """The first and last token of each paragraph."""
    found: dict[int, Run] = {}
    for sentence in annotated.sentences:
        first = found.get(sentence.paragraph, (sentence.first, 0))[0]
        found[sentence.paragraph] = (first, sentence.last)
    return list(found.values())


def _introduced_author(annotated: AnnotatedDocument, first: int, last: int) -> Run | None:
    """Whose text a paragraph introduces, or None where it introduces none."""
    text = annotated.document.text[annotated.tokens[first].start : annotated.tokens[last].end].lower()
    if not any(phrase in text for phrase in WHOLE):
        return None
    for index in range(first, last + 1):
        token = annotated.tokens[index]
        if token.lemma.lower() in REPRODUCED and token.upos == "NOUN":
            author = _author(annotated, token)
            if author is not None:
                return noun_phrase(annotated, author)
    return None


def _author(annotated: AnnotatedDocument, noun: Token) -> int | None:
    """The subject that gives a text out, else its genitive or of-phrase."""
    if noun.relation in {"obj", "obl"} and noun.head >= 0 and annotated.tokens[noun.head].lemma in HANDLING:
        return speaker_of(annotated, noun.head)
    return author_of(annotated, noun.index)


def _following(annotated: AnnotatedDocument, paragraphs: Sequence[Run]) -> Iterator[Run]:
    """The paragraphs of the text: a numbered list to its end, other text to a closing formula."""
    text = annotated.document.text
    listed = bool(paragraphs) and bool(_NUMBERED.match(text, annotated.tokens[paragraphs[0][0]].start))
    for first, last in paragraphs:
        start = annotated.tokens[first].start
        if (listed and not _NUMBERED.match(text, start)) or text[start:].lower().startswith(CLOSING):
            return
        yield first, last
