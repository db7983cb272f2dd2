"""Brackets of speech: the stretch between commas that holds a verb of saying and its speaker only.

In: an annotated document and a verb of saying. Out: the stretch from a comma to the next one or to the end of the
sentence ("..., a spokesman for the force said on Friday"), found by punctuation and tags, without the tree; and the
changes to the tree that follow from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.noun_phrases import Run, below
from dateline.languages.en.speech import INVERTING, SPEAKING
from dateline.model.annotation import AnnotatedDocument, Token

Change = tuple[int, tuple[int, str]]
"""A token, and the head and relation that it gets."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
IDIOMS = frozenset({"let", "make"})
"""Verbs that report with a completion ("let it be known", "made clear")."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite main verbs (Penn Treebank)."""
LONGEST_SUBJECT = 22
"""Words of a subject that are read back from its verb."""
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "-"})
_COMMAS = frozenset({",", "—", "–", "”", '"', "’", "("})
_LONGEST_TAIL = 9
"""Words after a verb of saying at the end of a sentence: "on Friday night", "in a statement carried by state media"."""


def bracket(document: AnnotatedDocument, verb: int) -> Run | None:
    """The stretch from a comma to the next one or the end that holds a verb of saying and its speaker only."""
    sentence = document.sentence_of(verb)
    first = _left_edge(document, verb, sentence.first)
    if first is None:
        return None
    last = verb
    while (
        last < sentence.last
        and document.tokens[last + 1].text not in _BREAKS
        and last - verb <= _LONGEST_TAIL
    ):
        last += 1
    while last > verb and document.tokens[last].upos == "PUNCT":
        last -= 1
    closed = all(document.tokens[i].xpos not in FINITE for i in range(verb + 1, last + 1))
    finite = any(document.tokens[i].xpos in FINITE for i in range(first, last + 1))
    return (first, last) if closed and finite else None


def _left_edge(document: AnnotatedDocument, verb: int, start: int) -> int | None:
    """Where the subject before a verb begins, right after a comma or a closing mark; None if no comma is near."""
    first = verb
    while first > start and verb - first <= LONGEST_SUBJECT:
        before = document.tokens[first - 1]
        if before.text in _COMMAS:
            return first if _is_subject_only(document, range(first, verb)) else None
        if before.text in {";", ":"}:
            return None
        first -= 1
    return None


def _is_subject_only(document: AnnotatedDocument, places: range) -> bool:
    """Whether a noun phrase, with its relative clause, and the verb's own auxiliaries fill the words before a verb."""
    words = [document.tokens[i] for i in places]
    if not words:
        return True
    if words[0].upos in {"CCONJ", "VERB", "ADV", "SCONJ"} or words[0].xpos in {"WP", "WDT", "WRB", "MD"}:
        return False
    finite = sum(t.xpos in FINITE and not _is_light(t) for t in words)
    relative = sum(t.xpos in {"WP", "WDT"} for t in words)
    return finite <= relative and all(t.xpos != "WRB" and t.upos != "SCONJ" for t in words)


def _is_light(token: Token) -> bool:
    """Whether a finite word belongs to the verb group of a cue: "has said", "is said to have replied"."""
    return token.upos == "AUX" or token.lemma in {"say", "report", "believe"}


def reattach(document: AnnotatedDocument, verb: Token) -> Iterator[Change]:
    """Changes that make a speaker between commas, or after the last one, the subject of its verb."""
    if verb.lemma not in SPEAKING | IDIOMS or _governs_clause_after(document, verb):
        return
    place = bracket(document, verb.index)
    if place is None:
        return
    first, last = place
    subject = (
        top_of(document, range(first, verb.index)) if first < verb.index else _inverted(document, verb, last)
    )
    if subject is None:
        return
    yield subject, (verb.index, "nsubj")
    for index in range(subject + 1, verb.index):
        token = document.tokens[index]
        if token.relation in {"obl", "nmod"} and not first <= token.head < verb.index:
            yield index, (subject, "nmod")
    yield from _rehung(document, verb, place)


def _governs_clause_after(document: AnnotatedDocument, verb: Token) -> bool:
    """Whether the verb has its report after it, so that what stands before is no report."""
    following = document.tokens[verb.index + 1 : verb.index + 2]
    if any(token.text == "," for token in following):
        return False
    if any(token.lemma == "that" or token.upos == "SCONJ" for token in following):
        return True
    return any(child > verb.index for child in below(document, verb.index, "ccomp"))


def top_of(document: AnnotatedDocument, places: range) -> int | None:
    """The head of the noun phrase that fills `places`: the first noun whose governor stands outside."""
    for index in places:
        token = document.tokens[index]
        if token.upos in NOMINAL and token.head not in places and token.relation not in {"obl", "nmod"}:
            return index
    return next((i for i in places if document.tokens[i].deprel in {"nsubj", "nsubj:pass"}), None)


def _inverted(document: AnnotatedDocument, verb: Token, last: int) -> int | None:
    """The subject after its verb ("..., said X")."""
    if verb.lemma not in INVERTING or any(True for _ in below(document, verb.index, "nsubj")):
        return None
    places = range(verb.index + 1, last + 1)
    for index in places:
        token = document.tokens[index]
        if token.upos in NOMINAL:
            head = index
            while (
                document.tokens[head].head in places
                and document.tokens[document.tokens[head].head].upos in NOMINAL
            ):
                head = document.tokens[head].head
            return head if document.tokens[head].relation != "obl" else None
        if token.upos in {"ADP", "VERB", "PUNCT"}:
            return None
    return None


def _rehung(document: AnnotatedDocument, verb: Token, place: Run) -> Iterator[Change]:
    """Hang the verb from the clause around it, unless it governs that clause already."""
    if any(child < place[0] for child in below(document, verb.index, "ccomp")):
        return
    sentence = document.sentence_of(verb.index)
    before, after = range(sentence.first, place[0]), range(place[1] + 1, sentence.last + 1)
    words = [i for i in after if document.tokens[i].upos != "PUNCT"]
    host = _main(document, [*before, *after] if words else [*before])
    if host is None:
        return
    if document.tokens[host].head == verb.index:
        yield host, (verb.index, "ccomp")
    elif verb.relation != "root":
        yield verb.index, (host, "parataxis")


def _main(document: AnnotatedDocument, places: list[int]) -> int | None:
    """The head of what fills `places`: a predicate governed from outside, else the first word that is."""
    inside = set(places)
    tops = [i for i in places if document.tokens[i].head not in inside and document.tokens[i].upos != "PUNCT"]
    predicates = [
        i
        for i in tops
        if document.tokens[i].upos in {"VERB", "ADJ"} or any(below(document, i, "cop", "nsubj"))
    ]
    return next(iter(predicates or tops), None)
