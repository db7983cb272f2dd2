"""A document to its annotation, step by step: words, trees, times, counts, places, entities, quotes.

1. split     paragraphs, sentences, words
2. parse     part of speech, tree and entity tags from the model
3. times     expressions of time as intervals
4. counts    numbers as ranges
5. places    names that the gazetteer knows
6. entities  noun phrases, their names and who is the same
7. quotes    who says what
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dateline.annotate.attribution import Frame, find_frames
from dateline.annotate.coreference import resolve_entities
from dateline.annotate.entities import find_entities
from dateline.annotate.lemmatiser import corrected, lemma
from dateline.annotate.numbers import find_counts
from dateline.annotate.places import find_places
from dateline.annotate.quotes import find_quotes
from dateline.annotate.sentences import lead_in, paragraphs, sentences
from dateline.annotate.tagger import Tagger, WordTags
from dateline.annotate.times import find_times
from dateline.annotate.tokeniser import tokenise
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.registry import Registry
from dateline.languages.en.harm import PERSONAL_HARM
from dateline.languages.en.speech import PLATFORMS
from dateline.model.annotation import AnnotatedDocument, PlaceMention, Sentence, Token, annotated
from dateline.model.document import Document
from dateline.model.vocabulary import PlacePrecision


@dataclass(frozen=True, slots=True)
class Tools:
    """What annotation needs and is slow to open: made once, used for every document."""

    tagger: Tagger
    gazetteer: Gazetteer
    registry: Registry

    @classmethod
    def open(cls, threads: int = 1) -> Tools:
        """The shipped model, the gazetteer of the user's cache and the shipped registry."""
        return cls(Tagger.load(threads=threads), Gazetteer.open(), Registry.load())


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotated document with the frames of attribution that its quotes were made from."""

    annotated: AnnotatedDocument
    frames: tuple[Frame, ...]


def annotate(document: Document, tools: Tools) -> Annotation:
    """All seven steps."""
    annotated = annotate_syntax(document, tools.tagger)
    annotated = replace(annotated, times=find_times(annotated))
    annotated = replace(annotated, counts=find_counts(annotated))
    found = find_places(annotated, tools.gazetteer)
    annotated = replace(
        annotated,
        places=tuple(
            p
            for p in found
            if not _names_a_body(annotated, p, tools.registry)
            and not _is_killed(annotated, p)
            and not _is_label(annotated, p)
            and annotated.tokens[p.last].lemma.lower() not in PLATFORMS
        ),
    )
    annotated = replace(annotated, entities=find_entities(annotated, tools.registry))
    annotated = replace(annotated, entities=resolve_entities(annotated))
    frames = find_frames(annotated)
    return Annotation(replace(annotated, quotes=find_quotes(annotated, frames)), frames)


def _names_a_body(annotated: AnnotatedDocument, mention: PlaceMention, registry: Registry) -> bool:
    """Whether what looks like a place is an armed group or another body: "Taliban", "Liwa al-Fajr"."""
    actor = registry.find(mention.place.name)
    if actor is not None:
        return actor.kind not in {"state", "government"}
    tags = {t.entity[2:] for t in annotated.tokens[mention.first : mention.last + 1]}
    return tags == {"ORGANISATION"} and mention.place.precision is not PlacePrecision.COUNTRY


def _is_label(annotated: AnnotatedDocument, mention: PlaceMention) -> bool:
    """Whether what looks like a place is a speaker's label, which opens several paragraphs: "BAHATI: Good morning"."""
    after = mention.last + 1
    if after >= len(annotated.tokens) or annotated.tokens[after].text != ":":
        return False
    label = annotated.document.text[annotated.tokens[mention.first].start : annotated.tokens[after].end]
    return sum(annotated.document.text.startswith(label, s.start) for s in annotated.sentences) > 1


def _is_killed(annotated: AnnotatedDocument, mention: PlaceMention) -> bool:
    """Whether what looks like a place is somebody who was killed or taken: "killed Petro and Halyna"."""
    token = annotated.tokens[mention.first]
    while token.relation == "conj" and 0 <= token.head < token.index:
        token = annotated.tokens[token.head]
    if token.deprel not in {"obj", "nsubj:pass"} or token.head < 0:
        return False
    return annotated.tokens[token.head].lemma.lower() in PERSONAL_HARM


class _Tags(Protocol):
    def tag(self, sentences: list[list[str]]) -> list[list[WordTags]]: ...


def annotate_syntax(document: Document, tagger: Tagger | _Tags) -> AnnotatedDocument:
    """Steps 1 and 2: sentences and tokens in trees."""
    text = document.text
    split = list(split_words(text))
    tags = tagger.tag([[text[a:b] for a, b in words] for _, words in split])
    found: list[Sentence] = []
    tokens: list[Token] = []
    for number, ((paragraph, words), sentence_tags) in enumerate(zip(split, tags, strict=True)):
        first = len(tokens)
        tokens.extend(_tokens(text, words, sentence_tags, first))
        found.append(Sentence(number, paragraph, words[0][0], words[-1][1], first, len(tokens) - 1))
    return annotated(document, tuple(found), tuple(tokens))


def split_words(text: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The sentences of a text, each as its paragraph's number and its words' offsets.

    A lead-in ("KABUL, 14 July -", "PRESENTER:") is a sentence of its own, so that it can't confuse the parse.
    """
    for number, (start, end) in enumerate(paragraphs(text)):
        body = lead_in(text, start, end)
        if body > start and (opening := tokenise(text, start, body)):
            yield number, opening
        words = tokenise(text, body, end)
        for first, last in sentences(text, words):
            yield number, words[first : last + 1]


def _tokens(text: str, words: list[tuple[int, int]], tags: list[WordTags], first: int) -> Iterator[Token]:
    """One sentence's tokens, their heads counted through the document."""
    for offset, ((start, end), tag) in enumerate(zip(words, tags, strict=True)):
        word = text[start:end]
        head = first + tag.head if tag.head >= 0 else -1
        xpos = corrected(word, tag.upos, tag.xpos)
        base = lemma(word, tag.upos, xpos)
        yield Token(
            first + offset, start, end, word, base, tag.upos, xpos, head, tag.deprel, tag.entity, tag.events
        )
