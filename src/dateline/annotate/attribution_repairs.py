"""Trees to trees in which reporting verbs hang where punctuation says they do.

In: an annotated document as parsed. Out: the same with some heads changed. It exists because a parser errs most where
news puts its speakers: after a comma at the end ("..., a spokesman said"), between commas, before a distant "that",
and behind a second verb ("said X and warned that Y"). The commas are surer than the tree there. Nothing but
attribution reads these trees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.annotate.attribution_brackets import (
    FINITE,
    Change,
    reattach,
)
from dateline.annotate.attribution_subjects import relative_clause, subject_across, subject_beside
from dateline.annotate.noun_phrases import below
from dateline.languages.en.speech import COUNTING, SPEAKING, TAKING_SIDES
from dateline.model.annotation import AnnotatedDocument, Token, annotated

_COORDINATED = SPEAKING | TAKING_SIDES | COUNTING
_FARTHEST_THAT = 12
"""Words between a verb of saying and its "that": "told a colleague at the station by telephone that"."""


def repaired(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with reporting verbs reattached; mentions and sentences stay as they are."""
    for step in _STEPS:
        document = _applied(document, step)
    return document


def _applied(
    document: AnnotatedDocument, step: Callable[[AnnotatedDocument, Token], Iterator[Change]]
) -> AnnotatedDocument:
    """The document with one step's changes, none of which closes a circle."""
    changes: dict[int, tuple[int, str]] = {}
    heads = [token.head for token in document.tokens]
    for token in document.tokens:
        if token.upos in {"VERB", "AUX"}:
            for index, change in step(document, token):
                if not _is_above(heads, index, change[0]):
                    changes[index] = change
                    heads[index] = change[0]
    if not changes:
        return document
    tokens = tuple(_moved(token, changes.get(token.index)) for token in document.tokens)
    trees = annotated(document.document, document.sentences, tokens)
    mentions = {name: getattr(document, name) for name in ("entities", "times", "counts", "places", "quotes")}
    return replace(trees, **mentions)


def _is_above(heads: list[int], upper: int, lower: int) -> bool:
    """Whether hanging `upper` from `lower` would close a circle."""
    while lower >= 0:
        if lower == upper:
            return True
        lower = heads[lower]
    return False


def _moved(token: Token, change: tuple[int, str] | None) -> Token:
    return token if change is None else replace(token, head=change[0], deprel=change[1])


def _that_clause(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang the clause of a "that" that follows the verb from the verb, where no other verb stands between."""
    if verb.lemma not in SPEAKING or any(
        child > verb.index for child in below(document, verb.index, "ccomp")
    ):
        return
    sentence = document.sentence_of(verb.index)
    for index in range(verb.index + 1, min(sentence.last, verb.index + _FARTHEST_THAT) + 1):
        token = document.tokens[index]
        if token.lemma == "that" and token.relation == "mark":
            if token.head > index:
                yield token.head, (verb.index, "ccomp")
            return
        if token.upos in {"VERB", "AUX"} or token.text in {";", ":", ","}:
            return


def _bare_clause(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang a clause without "that" from the verb before it: the next phrase is that clause's subject."""
    if verb.lemma not in SPEAKING or verb.xpos not in FINITE:
        return
    if any(child > verb.index for child in below(document, verb.index, "ccomp", "xcomp", "obj")):
        return
    last = document.sentence_of(verb.index).last
    for index in range(verb.index + 1, min(last, verb.index + 4) + 1):
        token = document.tokens[index]
        if token.relation in {"nsubj", "expl"} and token.head > index:
            predicate = document.tokens[token.head]
            if predicate.relation in {"ccomp", "parataxis", "conj", "advcl", "dep", "acl"}:
                yield predicate.index, (verb.index, "ccomp")
            return
        if token.upos not in {"ADV", "DET", "ADJ", "PRON", "NOUN", "PROPN", "NUM"}:
            return


def _further_that(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang each "(and) that ..." after a verb's that-clause from that clause, unless another verb stands between."""
    clause = next((c for c in below(document, verb.index, "ccomp") if c > verb.index), None)
    if verb.lemma not in SPEAKING or clause is None:
        return
    for index in range(clause + 1, document.sentence_of(verb.index).last + 1):
        token = document.tokens[index]
        if (
            token.lemma == "that"
            and token.relation == "mark"
            and document.tokens[index - 1].text.lower() in {",", "and", "but"}
        ):
            governor = document.tokens[document.tokens[token.head].head]
            if token.head > index and governor.lemma not in SPEAKING:
                yield token.head, (clause, "conj")
        elif token.lemma in SPEAKING and token.upos == "VERB" and token.xpos in FINITE:
            return


def _coordination(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Changes that hang "warned" in "said it had X and warned that Y" from "said", not from the report of X.

    The evidence: a clause with "that" after both verbs, or a tense that the report doesn't share with the cue.
    """
    if (
        verb.relation != "conj"
        or verb.head < 0
        or any(True for _ in below(document, verb.index, "nsubj", "aux"))
    ):
        return
    reported = document.tokens[verb.head]
    if reported.relation != "ccomp" or reported.head < 0 or reported.index > verb.index:
        return
    governor = document.tokens[reported.head]
    if governor.lemma in SPEAKING and governor.index < reported.index and governor.xpos == verb.xpos:
        parallel = _has_that(document, reported) and any(
            _has_that(document, document.tokens[c]) for c in below(document, verb.index, "ccomp")
        )
        same = verb.xpos == _past_of(document, reported) and _speaks_of_self(document, reported)
        if (parallel and verb.lemma in SPEAKING) or _shifted(document, reported, verb) or same:
            yield verb.index, (governor.index, "conj")


def _participle_pair(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang "ordered" in "said he had called X and ordered Y" from "called": both are participles after "had"."""
    if verb.relation != "conj" or verb.head < 0 or verb.xpos not in {"VBD", "VBN"} or verb.lemma in SPEAKING:
        return
    governor = document.tokens[verb.head]
    if governor.lemma not in SPEAKING or any(True for _ in below(document, verb.index, "nsubj")):
        return
    for clause in below(document, governor.index, "ccomp"):
        has = any(document.tokens[a].lemma == "have" for a in below(document, clause, "aux"))
        if governor.index < clause < verb.index and has:
            yield verb.index, (clause, "conj")


def _past_of(document: AnnotatedDocument, reported: Token) -> str:
    """The tag of a report's own finite verb, "" where an auxiliary carries the tense."""
    return "" if any(True for _ in below(document, reported.index, "aux", "cop")) else reported.xpos


def _speaks_of_self(document: AnnotatedDocument, reported: Token) -> bool:
    """Whether a report's subject is a pronoun, so that the next act is likely the speaker's ("he knew ... and accused")."""
    subjects = [document.tokens[c] for c in below(document, reported.index, "nsubj")]
    return any(t.lemma.lower() in {"he", "she", "it", "they"} for t in subjects)


def _has_that(document: AnnotatedDocument, clause: Token) -> bool:
    return any(document.tokens[m].lemma == "that" for m in below(document, clause.index, "mark"))


def _shifted(document: AnnotatedDocument, reported: Token, verb: Token) -> bool:
    """Whether the report's finite word can't share its subject's tense with a coordinated verb.

    After "had" a verb in -ed may be a participle ("had called and ordered"); only one with its own clause is not.
    """
    auxiliary = next(below(document, reported.index, "aux", "cop"), None)
    finite = document.tokens[auxiliary] if auxiliary is not None else reported
    if verb.xpos == "VBD":
        own_clause = verb.lemma in SPEAKING and any(True for _ in below(document, verb.index, "ccomp"))
        return own_clause and auxiliary is not None and finite.lemma in {"have", "will", "would"}
    return finite.xpos in {"VBD", "MD"} and verb.xpos == "VBZ"


def _participle(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang "accusing X of ..." from the nearest clause before it that has a subject of its own ("while Y left, ...")."""
    if (
        verb.xpos != "VBG"
        or verb.relation != "advcl"
        or verb.head < 0
        or verb.lemma not in TAKING_SIDES - SPEAKING
    ):
        return
    for index in range(verb.index - 1, verb.head, -1):
        token = document.tokens[index]
        if token.xpos in FINITE and token.relation in {"advcl", "conj"} and token.upos == "VERB":
            if any(True for _ in below(document, index, "nsubj")):
                yield verb.index, (index, "advcl")
            return


_STEPS = (
    _that_clause,
    _bare_clause,
    reattach,
    relative_clause,
    subject_beside,
    subject_across,
    _coordination,
    _participle_pair,
    _further_that,
    _participle,
)
