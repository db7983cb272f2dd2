"""Where a verb puts what it governs: behind or ahead. An annotated document and a token in, a tense out.

The tree gives the governing verb; without tags the nearest telling word of the sentence decides.
"""

from __future__ import annotations

from enum import StrEnum

from dateline.languages.en.times import (
    COMMITMENTS,
    CUES_WITH_TO,
    DUE_VERBS,
    FUTURE_AUXILIARIES,
    FUTURE_CUES,
    PAST_FORMS,
    SCHEDULED,
    SPEECH,
)
from dateline.model.annotation import AnnotatedDocument, Token

_BREAKS = frozenset({",", ";", ":", "(", ")", "that"})
_LED = 0.15
"""How much nearer "due to open" counts than its words lie."""
_PERFECT = frozenset({"have", "has", "had", "'ve", "having"})
_PRESENT_BE = frozenset({"is", "are", "'s", "'re", "am"})
_CLAUSE = 5
"""Words for which a break between clauses counts."""


class Tense(StrEnum):
    """Where the governing verb puts a time; `none` when it is present or there is no verb."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def tense_at(annotated: AnnotatedDocument, first: int, last: int) -> Tense:
    """The tense of the verb that governs tokens `first` to `last`."""
    token = top(annotated, first, last)
    if token.upos:
        return _climbed(annotated, token)
    return _nearest(annotated, first, last)


def is_saying(annotated: AnnotatedDocument, first: int, last: int) -> bool:
    """Whether the tokens say when somebody spoke, not when the thing told of happened."""
    token = top(annotated, first, last)
    if token.upos:
        verb = next((t for t in _above(annotated, token) if t.upos == "VERB"), None)
        return verb is not None and verb.text.lower() in SPEECH
    sentence = annotated.sentence_of(first)
    before = [annotated.tokens[i].text.lower() for i in range(max(sentence.first, first - 3), first)]
    return any(word in SPEECH for word in before)


def top(annotated: AnnotatedDocument, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside it."""
    for index in range(first, last + 1):
        token = annotated.tokens[index]
        if not first <= token.head <= last and token.upos not in {"ADP", "PUNCT", "DET", "SCONJ"}:
            return token
    return annotated.tokens[last]


def _above(annotated: AnnotatedDocument, token: Token) -> list[Token]:
    """The tokens that govern `token`, the nearest first."""
    chain: list[Token] = []
    while token.head >= 0 and len(chain) < 50:
        token = annotated.tokens[token.head]
        chain.append(token)
    return chain


def _climbed(annotated: AnnotatedDocument, token: Token) -> Tense:
    below_verb = False
    for each in [token, *_above(annotated, token)]:
        if each.text.lower() in COMMITMENTS:
            return Tense.FUTURE if below_verb else Tense.NONE
        found = _of_word(annotated, each)
        if found is not None:
            return found
        below_verb = below_verb or each.upos == "VERB"
        if each.relation in {"parataxis", "ccomp"} and each.upos in {"VERB", "AUX"}:
            return Tense.NONE
    return Tense.NONE


def _of_word(annotated: AnnotatedDocument, token: Token) -> Tense | None:
    """What one word of the chain says: a verb by its form and auxiliaries, others only by their meaning."""
    below = [annotated.tokens[i] for i in annotated.children(token.index)]
    auxiliaries = [t for t in below if t.relation in {"aux", "cop"}]
    words = {t.text.lower() for t in auxiliaries}
    if words & FUTURE_AUXILIARIES or _is_to(annotated, token, below) or _is_cue(annotated, token, below):
        return Tense.FUTURE
    if token.upos not in {"VERB", "AUX"} and not auxiliaries:
        return None
    return _of_verb(token, auxiliaries, words)


def _of_verb(token: Token, auxiliaries: list[Token], words: set[str]) -> Tense | None:
    if token.xpos == "VBD" or any(t.xpos == "VBD" for t in auxiliaries):
        return Tense.PAST
    if token.xpos == "VBN":
        return Tense.PAST if not words or words & _PERFECT else Tense.NONE
    if token.xpos in {"VBZ", "VBP"} and token.text.lower() in SCHEDULED:
        return Tense.FUTURE
    if token.xpos in {"VBZ", "VBP"} or any(t.xpos in {"VBZ", "VBP"} for t in auxiliaries):
        return Tense.NONE
    return None


def _is_cue(annotated: AnnotatedDocument, token: Token, below: list[Token]) -> bool:
    """Whether the word, or an attribute of it, puts its company ahead ("due to open", "the planned talks")."""
    attributes = [t.text.lower() for t in below if t.relation == "amod"]
    if FUTURE_CUES.intersection([token.text.lower(), *attributes]):
        return True
    return any(_leads_on(annotated, t.index) for t in [token, *below] if t.text.lower() in CUES_WITH_TO)


def _leads_on(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether "to" or "for" follows "set", "about", "going", or "to" and a verb "due"."""
    following = [token.text.lower() for token in annotated.tokens[index + 1 : index + 3]]
    if len(following) < 2 or following[0] not in {"to", "for"}:
        return False
    return annotated.tokens[index].text.lower() != "due" or following[0] == "for" or following[1] in DUE_VERBS


def _is_to(annotated: AnnotatedDocument, token: Token, below: list[Token]) -> bool:
    """Whether this is an infinitive under a present form of "be" ("is to be held")."""
    if token.xpos not in {"VB", "VBN"} or not any(t.text.lower() == "to" for t in below):
        return False
    over = annotated.tokens[token.head].text.lower() if token.head >= 0 else ""
    return over in _PRESENT_BE or any(t.text.lower() in _PRESENT_BE for t in below)


def _nearest(annotated: AnnotatedDocument, first: int, last: int) -> Tense:
    """Without tags: the telling word nearest to the expression; words after it and behind a comma count as farther."""
    sentence = annotated.sentence_of(first)
    words = [annotated.tokens[i].text.lower() for i in range(sentence.first, sentence.last + 1)]
    left, right = first - sentence.first, last - sentence.first
    best: tuple[float, Tense] = (99.0, Tense.NONE)
    for place, word in enumerate(words):
        led = word in CUES_WITH_TO and _leads_on(annotated, sentence.first + place)
        ahead = led or (word in _PRESENT_BE and words[place + 1 : place + 2] == ["to"])
        silent = left <= place <= right or words[place - 1 : place] == ["be"]
        found = Tense.FUTURE if ahead else None if silent else _of_form(word)
        if found is not None:
            between = words[place:left] if place < left else words[right:place]
            distance = len(between) * (1.0 if place < left else 1.5) + _CLAUSE * sum(
                w in _BREAKS for w in between
            )
            distance *= _LED if led and place < left else 1.0
            best = min(best, (distance, found), key=lambda pair: pair[0])
    return best[1]


def _of_form(word: str) -> Tense | None:
    if word in FUTURE_AUXILIARIES or word in FUTURE_CUES:
        return Tense.FUTURE
    if word in COMMITMENTS:
        return Tense.NONE
    if word in PAST_FORMS or (word.endswith("ed") and len(word) > 4):
        return Tense.PAST
    return None
