"""Numbers in a document: tokens in, counts as ranges out, each with the noun that it counts.

Money, percentages, ages, measures, times, dates and numbers that are names ("Battalion 902", "F-16") are no counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.number_exclusions import is_no_count
from dateline.annotate.number_frames import Frame, frames
from dateline.annotate.number_heads import head_of
from dateline.annotate.number_words import number_value, ordinal_value
from dateline.languages.en.numbers import (
    HARM_NOUNS,
    LIST_BREAKS,
    NEGATIONS,
    NOTHING,
    NOTHING_BREAKS,
    TIMES_WORDS,
)
from dateline.model.annotation import AnnotatedDocument, CountMention, Sentence
from dateline.model.values import Count

__all__ = ["article_counts", "find_counts", "number_value", "ordinal_value"]

_REACH = 8
"""Words between two numbers of a list over which "at least" still reaches."""

_NO_REACH = 3
"""Words after "no" within which the thing counted stands ("no American personnel")."""


def find_counts(annotated: AnnotatedDocument) -> tuple[CountMention, ...]:
    """Every count in the document in text order, with the index of the counted noun (-1 when it stands alone).

    "No", "none" and "nobody" count 0; "a" and "an" are left to `article_counts`, since they count only harm.
    """
    found: list[CountMention] = []
    for sentence in annotated.sentences:
        words = _words(annotated, sentence)
        found += _numbers(annotated, sentence, words)
        found += _nothings(annotated, sentence, words)
        found += _adverbs(annotated, sentence, words)
    return tuple(sorted(_distinct(found), key=lambda mention: mention.first))


def article_counts(annotated: AnnotatedDocument) -> tuple[CountMention, ...]:
    """The indefinite articles and "another" as counts of one ("killing a soldier"), for those who ask."""
    found = []
    for token in annotated.tokens:
        if token.text.lower() in {"a", "an", "another"}:
            head = head_of(annotated, token.index, token.index)
            span = annotated.span(token.index, token.index)
            found.append(CountMention(Count(1, 1, span), token.index, token.index, head))
    return tuple(found)


def _words(annotated: AnnotatedDocument, sentence: Sentence) -> list[str]:
    tokens = annotated.tokens[sentence.first : sentence.last + 1]
    return [token.text.lower().replace("’", "'").replace("–", "-").replace("‑", "-") for token in tokens]


def _numbers(annotated: AnnotatedDocument, sentence: Sentence, words: list[str]) -> Iterator[CountMention]:
    texts = [token.text for token in annotated.tokens[sentence.first : sentence.last + 1]]
    before: Frame | None = None
    for frame in frames(words):
        if is_no_count(words, texts, frame) or _is_marker(annotated, sentence, words, frame):
            continue
        if before is not None and frame.bare and _reaches(annotated, sentence, words, before, frame):
            frame = replace(frame, high=None, least=True)
        yield _mention(annotated, sentence, frame)
        before = frame


def _mention(annotated: AnnotatedDocument, sentence: Sentence, frame: Frame) -> CountMention:
    first, last = sentence.first + frame.first, sentence.first + frame.last
    head = head_of(annotated, sentence.first + frame.inner_first, sentence.first + frame.inner_last)
    return CountMention(Count(frame.low, frame.high, annotated.span(first, last)), first, last, head)


def _is_marker(annotated: AnnotatedDocument, sentence: Sentence, words: list[str], frame: Frame) -> bool:
    """Whether "both" only opens "both … and …", or the number is that of a paragraph ("2. The convoy …")."""
    token = annotated.tokens[sentence.first + frame.first]
    if token.text.lower() == "both":
        return token.upos == "CCONJ"
    opens = sentence.index == 0 or annotated.sentences[sentence.index - 1].paragraph != sentence.paragraph
    return opens and frame.last == 0 and frame.digits and words[1:2] in (["."], [")"])


def _reaches(
    annotated: AnnotatedDocument, sentence: Sentence, words: list[str], before: Frame, frame: Frame
) -> bool:
    """Whether the "at least" of an earlier number of a list holds for this one too ("at least 8 … and 17 …")."""
    gap = words[before.last + 1 : frame.first]
    if not before.least or len(gap) > _REACH or gap[-1:] not in (["and"], [","], ["or"]):
        return False
    if set(gap) & LIST_BREAKS:
        return False
    left, right = (_mention(annotated, sentence, each).head for each in (before, frame))
    if left < 0 or right < 0 or not annotated.tokens[right].upos:
        return True
    return (
        annotated.tokens[right].relation == "conj"
        or annotated.tokens[right].head == annotated.tokens[left].head
    )


def _nothings(annotated: AnnotatedDocument, sentence: Sentence, words: list[str]) -> Iterator[CountMention]:
    """Counts of none: "no casualties", and "any casualties" or "anyone" under a negation."""
    for place, word in enumerate(words):
        after = next(
            (i for i in range(place + 1, min(place + 1 + _NO_REACH, len(words))) if words[i] in HARM_NOUNS),
            -1,
        )
        denied = bool(NEGATIONS & set(words[max(0, place - 6) : place]))
        index = sentence.first + place
        stated = word in NOTHING and after >= 0 and words[place + 1] not in NOTHING_BREAKS
        if stated or (word == "any" and denied and after >= 0):
            yield _none(annotated, index, index, sentence.first + after)
        elif word in {"anyone", "anybody"} and denied:
            yield _none(annotated, index, index, index)
        elif word == "without" and words[place + 1 : place + 2] and words[place + 1] in HARM_NOUNS:
            yield _none(annotated, index, index, index + 1)


def _none(annotated: AnnotatedDocument, first: int, last: int, head: int) -> CountMention:
    return CountMention(Count(0, 0, annotated.span(first, last)), first, last, head)


def _adverbs(annotated: AnnotatedDocument, sentence: Sentence, words: list[str]) -> Iterator[CountMention]:
    """For "Twice" and "thrice", headed by the word that they modify; "once" only where it surely counts."""
    for place, word in enumerate(words):
        times = TIMES_WORDS.get(word)
        before = words[place - 1] if place else ""
        if times is None or (times == 1 and before not in {"only", "just", "least"}):
            continue
        if words[place + 1 : place + 2] in (["as"], ["the"], ["a"]):
            continue
        first = place - 2 if words[max(0, place - 2) : place] == ["at", "least"] else place
        index = sentence.first + place
        high = None if first < place else times
        span = annotated.span(sentence.first + first, index)
        yield CountMention(
            Count(times, high, span), sentence.first + first, index, annotated.tokens[index].head
        )


def _distinct(found: list[CountMention]) -> Iterator[CountMention]:
    """The mentions without those that share a token with an earlier one."""
    taken: set[int] = set()
    for mention in found:
        tokens = set(range(mention.first, mention.last + 1))
        if not tokens & taken:
            taken |= tokens
            yield mention
