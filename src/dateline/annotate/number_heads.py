"""What a number counts: its place in a document in, the index of the counted noun out (-1 when it stands alone).

The tree says it where there is one ("nummod", or "of" after "dozens"); untagged words fall back on what follows.
"""

from __future__ import annotations

from dateline.languages.en.numbers import COUNTED_STOPS, MEASURES
from dateline.model.annotation import AnnotatedDocument, Token

_COUNTING = frozenset({"nummod", "amod", "det", "compound", "advmod", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})


def head_of(annotated: AnnotatedDocument, first: int, last: int) -> int:
    """The index of the noun that the number in tokens `first` to `last` counts, or -1."""
    token = _top(annotated, first, last)
    if not token.upos:
        return _guessed(annotated, last)
    inside = range(first, last + 1)
    partitive = _of_child(annotated, token, last)
    if partitive >= 0:
        return partitive
    governs = token.relation in _COUNTING and token.head not in inside and token.head > last
    if governs and annotated.tokens[token.head].upos in _NOMINAL:
        return _whole_noun(annotated, token.head)
    return -1


def _whole_noun(annotated: AnnotatedDocument, index: int) -> int:
    """The last noun of a compound ("two 122 mm rockets": the rockets), where the tree stops at an earlier one."""
    token = annotated.tokens[index]
    while token.relation == "compound" and token.head > token.index:
        token = annotated.tokens[token.head]
    measured = (
        annotated.tokens[token.head] if token.text.lower() in MEASURES and token.head > token.index else token
    )
    return measured.index if measured.upos in {"NOUN", "PROPN"} else token.index


def _top(annotated: AnnotatedDocument, first: int, last: int) -> Token:
    """The token of the number that the rest of it hangs from."""
    inside = range(first, last + 1)
    for index in inside:
        token = annotated.tokens[index]
        if token.head not in inside and token.upos not in {"ADP", "ADV", "PUNCT", "CCONJ"}:
            return token
    return annotated.tokens[last]


def _of_child(annotated: AnnotatedDocument, token: Token, last: int) -> int:
    """The noun after "of" ("dozens of people", "17 of them"), or -1."""
    for child in annotated.children(token.index):
        noun = annotated.tokens[child]
        cases = (annotated.tokens[c] for c in annotated.children(child))
        if child > last and noun.relation == "nmod" and any(c.lemma == "of" or c.text == "of" for c in cases):
            return child
    return -1


def _guessed(annotated: AnnotatedDocument, last: int) -> int:
    """Without tags: the last word of the run after the number that no function word or verb breaks."""
    tokens = annotated.tokens
    end = annotated.sentence_of(last).last
    position = last + 1
    while position <= end and tokens[position].text.lower() in {
        "of",
        "the",
        "those",
        "these",
        "its",
        "their",
    }:
        position += 1
    found = -1
    while position <= end and position <= last + 7 and _in_run(tokens[position]):
        found, position = position, position + 1
    return found


def _in_run(token: Token) -> bool:
    word = token.text.lower()
    return word[:1].isalpha() and word not in COUNTED_STOPS
