"""Documents split into sentences and words but not tagged, and documents with a tree written out, for the tests."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.annotate.sentences import paragraphs, sentences
from dateline.annotate.tokeniser import tokenise
from dateline.model.annotation import AnnotatedDocument, Sentence, Token, annotated
from dateline.model.document import Document


def untagged(text: str, published: str = "", title: str = "") -> AnnotatedDocument:
    """The text's sentences and words without tags; `published` is an ISO day or moment, empty for unknown."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        words = tokenise(text, start, end)
        for first, last in sentences(text, words):
            base = len(tokens)
            for a, b in words[first : last + 1]:
                tokens.append(Token(len(tokens), a, b, text[a:b], "", "", "", -1, ""))
            found.append(
                Sentence(len(found), number, tokens[base].start, tokens[-1].end, base, len(tokens) - 1)
            )
    return annotated(document(text, published, title), tuple(found), tuple(tokens))


def document(text: str, published: str = "", title: str = "") -> Document:
    """A document published on an ISO day or moment, at an unknown time when empty."""
    moment = datetime.fromisoformat(published) if published else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return Document("test", text, title=title, published=moment)


def treed(rows: str, published: str = "") -> AnnotatedDocument:
    """One sentence from rows "word upos xpos head relation", heads counted from 1 and 0 for the root."""
    split = [row.split() for row in rows.strip().splitlines()]
    text = " ".join(row[0] for row in split)
    tokens, position = [], 0
    for index, (word, upos, xpos, head, relation) in enumerate(split):
        end = position + len(word)
        tokens.append(Token(index, position, end, word, word.lower(), upos, xpos, int(head) - 1, relation))
        position = end + 1
    sentence = Sentence(0, 0, 0, len(text), 0, len(tokens) - 1)
    return annotated(document(text, published), (sentence,), tuple(tokens))
