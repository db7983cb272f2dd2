"""Speakers for verbs of saying that a tree leaves without one.

In: an annotated document and a verb of saying. Out: changes to the tree. The noun phrase that touches the verb, the
one before an aside ("X, asked about it, said"), and the name right before ", which said" are taken for its subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.annotate.attribution_brackets import FINITE, LONGEST_SUBJECT, NOMINAL, Change, top_of
from dateline.annotate.noun_phrases import below, phrase_head
from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.languages.en.speech import MEDIA, SPEAKING
from dateline.model.annotation import AnnotatedDocument, Token


def subject_beside(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Give a finite verb of saying without a subject the noun phrase that touches it on the left."""
    if (
        verb.lemma not in SPEAKING
        or verb.xpos not in FINITE
        or verb.relation in {"conj", "xcomp", "acl", "aux"}
    ):
        return
    if any(True for _ in below(document, verb.index, "nsubj", "csubj", "expl")):
        return
    start = document.sentence_of(verb.index).first
    first = verb.index
    verbless = all(document.tokens[i].upos not in {"VERB", "AUX"} for i in range(start, verb.index))
    while (
        first > start
        and verb.index - first < LONGEST_SUBJECT
        and _in_phrase(document.tokens[first - 1], verbless)
    ):
        first -= 1
    while first < verb.index and document.tokens[first].upos in {"CCONJ", "ADP", "ADV", "PUNCT"}:
        first += 1
    subject = top_of(document, range(first, verb.index))
    if subject is not None:
        yield subject, (verb.index, "nsubj")


def _in_phrase(token: Token, coordinated: bool) -> bool:
    """Whether a token can stand inside a subject before its verb, a coordinated one where no verb stands before."""
    if token.upos == "CCONJ":
        return coordinated
    return token.upos in {*NOMINAL, "DET", "ADJ", "ADP", "PART"} or token.text in {"-", "'s", "’s"}


def relative_clause(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Hang ", which said ..." from the name right before the comma, where the tree has a thing that can't speak."""
    if verb.lemma not in SPEAKING or verb.deprel != "acl:relcl" or verb.head < 0:
        return
    pronoun = next(
        (c for c in below(document, verb.index, "nsubj") if document.tokens[c].xpos in {"WP", "WDT"}), None
    )
    if pronoun is None or pronoun < 2 or _can_speak(document.tokens[verb.head]):
        return
    before = document.tokens[pronoun - 2 if document.tokens[pronoun - 1].text == "," else pronoun - 1]
    if before.upos in NOMINAL and _can_speak(before):
        yield verb.index, (before.index, "acl:relcl")


def _can_speak(token: Token) -> bool:
    return token.upos == "PROPN" or token.lemma.lower() in PEOPLE | GROUPS | BODIES | MEDIA


def subject_across(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Give ", said" the noun phrase that opens its part of the sentence, over an aside ("X, asked about it, said")."""
    if verb.lemma not in SPEAKING or verb.xpos not in FINITE or document.tokens[verb.index - 1].text != ",":
        return
    if any(True for _ in below(document, verb.index, "nsubj", "csubj", "expl")) or verb.relation in {
        "conj",
        "acl",
    }:
        return
    start = document.sentence_of(verb.index).first
    parts = [start]
    for index in range(start, verb.index - 1):
        if document.tokens[index].text == ";":
            parts = [index + 1]
        elif document.tokens[index].text == ",":
            parts.append(index + 1)
    for first, following in pairwise([*parts, verb.index]):
        words = document.tokens[first : following - 1]
        if words and _is_noun_phrase(words):
            head = phrase_head(document, first, following - 1)
            if head is not None and len(parts) > 1:
                yield head, (verb.index, "nsubj")
            return


def _is_noun_phrase(words: Sequence[Token]) -> bool:
    """Whether words without a verb begin as a subject does."""
    if words[0].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"} or words[0].xpos in {"WP", "WDT"}:
        return False
    return all(t.upos not in {"VERB", "AUX", "SCONJ"} or t.xpos in {"VBN", "NNP"} for t in words)
