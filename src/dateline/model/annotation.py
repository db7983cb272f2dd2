"""A document with its linguistic annotation: sentences of tokens in dependency trees, and mentions over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.model.document import Document, Span
from dateline.model.reading import Place, Quote
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `index` counts through the document, `head` is the governing token's index or -1 at the root.

    `upos`, `deprel` are Universal Dependencies v2; `xpos` is the Penn Treebank tag; `start`, `end` code points.
    `events` are the shares of the event types that it may name, in the order of `EventType`, where a model gives them.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    entity: str = "O"
    events: tuple[float, ...] = ()

    @property
    def relation(self) -> str:
        """The relation to the head without its subtype."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (both included) of the document; `paragraph` counts from 0."""

    index: int
    paragraph: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention of somebody or something: tokens `first` to `last` (both included) with the head word's index.

    `named` tells a name from a description; `chain` is the number of the group of mentions of the same thing.
    """

    span: Span
    first: int
    last: int
    head: int
    type: EntityType | None
    named: bool
    chain: int = -1
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time, resolved against the document's date: `interval.span` is the expression."""

    interval: Interval
    first: int
    last: int
    kind: str = "date"


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number or a range in words or digits: `head` is the index of the noun that it counts, or -1."""

    count: Count
    first: int
    last: int
    head: int = -1


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name that the gazetteer (or, failing it, the model) recognises."""

    place: Place
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document, its sentences and tokens, and what was recognised over them."""

    document: Document
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(default=(), repr=False, compare=False)
    _sentence_of: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def children(self, index: int) -> tuple[int, ...]:
        """The indexes of the tokens that depend on token `index`, in text order."""
        return self._children[index]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that holds token `index`."""
        return self.sentences[self._sentence_of[index]]

    def subtree(self, index: int) -> Iterator[int]:
        """Token `index` and all below it, in no particular order."""
        stack = [index]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(self._children[here])

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return self.document.span(self.tokens[first].start, self.tokens[last].end)

    def sentence_span(self, sentence: Sentence) -> Span:
        """The characters of a sentence."""
        return self.document.span(sentence.start, sentence.end)


def annotated(
    document: Document, sentences: tuple[Sentence, ...], tokens: tuple[Token, ...]
) -> AnnotatedDocument:
    """An annotated document with its trees indexed; mentions are added with `dataclasses.replace`."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head >= 0:
            below[token.head].append(token.index)
    of = [0] * len(tokens)
    for sentence in sentences:
        for index in range(sentence.first, sentence.last + 1):
            of[index] = sentence.index
    return AnnotatedDocument(
        document,
        sentences,
        tokens,
        _children=tuple(tuple(c) for c in below),
        _sentence_of=tuple(of),
    )
