"""Harm told by nouns: deaths and casualties, tolls that stand at a number, lives lost and claimed.

In: a token of an annotated document. Out: statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.harm_statement import Statement
from dateline.extract.tree import is_negated, oblique, subject
from dateline.languages.en.harm import DEATH_NOUNS, INJURY_NOUNS, OWN_LIFE_VERBS, TOLL_LEADS
from dateline.model.annotation import AnnotatedDocument, Token


def by_noun(annotated: AnnotatedDocument, token: Token) -> Iterator[Statement]:
    """ "143 civilian deaths", "two fatalities", "no casualties", "without causing injuries"."""
    counted = (
        any(c.head == token.index for c in annotated.counts)
        or is_negated(annotated, token.index)
        or none_above(annotated, token.index)
    )
    if counted:
        lemma = token.lemma.lower()
        if lemma in DEATH_NOUNS:
            yield Statement(True, token.index, token.index)
        if lemma in INJURY_NOUNS:
            yield Statement(False, token.index, token.index)


def none_above(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether the verb above is negated: "has not sustained any casualties", "without causing casualties"."""
    token = annotated.tokens[index]
    if token.relation not in {"obj", "nsubj"} or token.head < 0:
        return False
    return is_negated(annotated, token.head)


def by_toll(annotated: AnnotatedDocument, token: Token) -> Iterator[Statement]:
    """ "The death toll rose to 12", "the number of dead might pass 20", "a toll of 23"."""
    below = {annotated.tokens[i].lemma.lower() for i in annotated.subtree(token.index)}
    number = number_after(annotated, max(annotated.subtree(token.index), default=token.index))
    number = number if number is not None else number_after(annotated, token.index)
    if number is None or _is_feared(annotated, token):
        return
    if token.lemma.lower() == "toll" or below & {"dead", "death", "fatality", "kill"}:
        yield Statement(True, token.index, number)
    elif below & {"wounded", "injured", "injury", "hurt", "wound", "injure"}:
        yield Statement(False, token.index, number)


def _is_feared(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether a toll may yet rise to a number: "the number of dead might pass 20" tells of no 20 dead."""
    verb = token.head
    return verb >= 0 and any(
        annotated.tokens[c].lemma.lower() in {"might", "may", "could"} for c in annotated.children(verb)
    )


def number_after(annotated: AnnotatedDocument, index: int) -> int | None:
    """The number of "put the dead at 31", "the number of wounded at three", "a toll of 12"."""
    sentence = annotated.sentence_of(index)
    for i in range(index + 1, min(index + 7, sentence.last + 1)):
        if annotated.tokens[i].upos == "NUM" and annotated.tokens[i - 1].lemma.lower() in TOLL_LEADS:
            return i
    return None


def by_lives(annotated: AnnotatedDocument, token: Token) -> Iterator[Statement]:
    """ "Lost their lives", "laid down their lives", "claimed 12 lives", "took the lives of six traders"."""
    if annotated.tokens[token.head].lemma.lower() in OWN_LIFE_VERBS:
        people = subject(annotated, token.head)
    else:
        people = oblique(annotated, token.index, "of")
    if people is not None:
        yield Statement(True, token.index, people)
    elif any(c.head == token.index for c in annotated.counts):
        yield Statement(True, token.index, token.index)
