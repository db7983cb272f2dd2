"""Token trees to the phrases that attribution speaks of: subjects, noun phrases, authors, verb groups.

In: an annotated document and a token's index. Out: indexes and runs (first and last index, both included). It exists
so that the rules of attribution can say "the subject of the verb" and have participles, relative clauses, coordination
and passives looked after in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.languages.en.speech import HANDLING, MEDIA
from dateline.model.annotation import AnnotatedDocument, Token

Run = tuple[int, int]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_LOOSE = frozenset(
    {"acl", "appos", "parataxis", "conj", "punct", "advcl", "cc", "dep", "discourse", "cop", "nsubj", "aux"}
)
_CLAUSES = frozenset({"acl", "appos", "parataxis", "advcl", "dep", "discourse"})
_BREAKS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "who", "which", "that", "”", '"'})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINING = frozenset({"-", "‐", "‑", "'s", "’s"})
_TEMPORAL = frozenset({"obl:tmod", "nmod:tmod", "obl:unmarked", "nmod:unmarked", "obl:npmod"})
_GROUP = frozenset({"aux", "aux:pass", "compound:prt", "cop"})
_OBJECT_SPEAKS = frozenset({"quote", "cite", "hear", "show", "record", "film", "overhear", "catch"})
_DEEPEST = 6


def runs(indexes: Iterable[int]) -> tuple[Run, ...]:
    """The contiguous runs of a set of token indexes, in order."""
    found: list[list[int]] = []
    for index in sorted(set(indexes)):
        if found and index == found[-1][1] + 1:
            found[-1][1] = index
        else:
            found.append([index, index])
    return tuple((first, last) for first, last in found)


def below(annotated: AnnotatedDocument, index: int, *relations: str) -> Iterator[int]:
    """The children of a token with one of these relations (with or without their subtype)."""
    for child in annotated.children(index):
        token = annotated.tokens[child]
        if token.deprel in relations or token.relation in relations:
            yield child


def noun_phrase(annotated: AnnotatedDocument, head: int) -> Run:
    """The run of the noun phrase around `head`, without relative clauses, appositions and coordinated phrases."""
    kept = set(_kept(annotated, head, _LOOSE))
    for index in range(min(kept), max(kept)):
        if annotated.tokens[index].text in _JOINING:
            kept.add(index)
    first, last = next(run for run in runs(kept) if run[0] <= head <= run[1])
    first, last = _whole_name(annotated, first, last)
    while first < head and annotated.tokens[first].upos in {"ADP", "PUNCT", "SCONJ", "CCONJ"}:
        first += 1
    comma = next((i for i in range(head + 1, last + 1) if annotated.tokens[i].text == ","), None)
    return first, last if comma is None else comma - 1


def _whole_name(annotated: AnnotatedDocument, first: int, last: int) -> Run:
    """A run widened to the ends of the names that it cuts ("Skywatch" of "Skywatch Myanmar")."""
    tokens = annotated.tokens
    while (
        first > 0
        and tokens[first].entity.startswith("I-")
        and tokens[first - 1].entity[2:] == tokens[first].entity[2:]
    ):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last].entity[2:]
        and tokens[last + 1].entity == "I-" + tokens[last].entity[2:]
    ):
        last += 1
    return first, last


def _kept(annotated: AnnotatedDocument, head: int, loose: frozenset[str]) -> Iterator[int]:
    """A token and what belongs closely to it; further down only clauses and appositions are left out."""
    yield head
    for child in annotated.children(head):
        token = annotated.tokens[child]
        if token.relation in loose or (loose is _LOOSE and token.deprel in _TEMPORAL):
            continue
        if loose is not _LOOSE or token.relation not in {"case", "mark"}:
            yield from _kept(annotated, child, _CLAUSES)


def phrase_head(annotated: AnnotatedDocument, start: int, stop: int) -> int | None:
    """The head of the noun phrase that begins at `start`, read up to a comma, a bracket, a clause or `stop`."""
    last = start
    while (
        last < stop
        and annotated.tokens[last].text not in _BREAKS
        and annotated.tokens[last].xpos not in _FINITE
    ):
        last += 1
    places = range(start, last)
    for index in places:
        token = annotated.tokens[index]
        if (
            token.upos in {"NOUN", "PROPN", "PRON", "NUM"}
            and token.head not in places
            and token.relation != "nmod:desc"
        ):
            return index
    return next((i for i in places if annotated.tokens[i].upos in {"NOUN", "PROPN", "PRON"}), None)


def conjuncts(annotated: AnnotatedDocument, head: int) -> Iterator[int]:
    """The heads of a coordinated noun phrase, the first one included."""
    yield head
    for child in below(annotated, head, "conj"):
        if annotated.tokens[child].upos in {"NOUN", "PROPN", "PRON"}:
            yield child


def verb_group(annotated: AnnotatedDocument, verb: int) -> Run:
    """The verb with the auxiliaries, negation, particles and adverbs that touch it ("has repeatedly said")."""
    first = last = verb
    kin = {
        c
        for c in annotated.children(verb)
        if annotated.tokens[c].deprel in _GROUP or _is_adverb(annotated, c)
    }
    start = annotated.sentence_of(verb).first
    while first - 1 in kin and (first - 1 > start or annotated.tokens[first - 1].relation == "aux"):
        first -= 1
    while last + 1 in kin and annotated.tokens[last + 1].deprel == "compound:prt":
        last += 1
    return first, last


def _is_adverb(annotated: AnnotatedDocument, index: int) -> bool:
    token = annotated.tokens[index]
    return token.relation == "advmod" and token.upos in {"ADV", "PART"}


def is_passive(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether a verb is in the passive, told by its auxiliary or its subject's relation."""
    marks = {"aux:pass", "nsubj:pass", "csubj:pass"}
    return any(annotated.tokens[child].deprel in marks for child in annotated.children(verb))


def agent(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The head of a passive's by-phrase."""
    for child in below(annotated, verb, "obl", "nmod"):
        if annotated.tokens[child].deprel == "obl:agent" or case_of(annotated, child) == "by":
            return child
    return None


def case_of(annotated: AnnotatedDocument, head: int) -> str:
    """The preposition of a phrase in lower case, its parts joined by a space ("according to"), or ""."""
    for child in below(annotated, head, "case"):
        if child < head:
            parts = [child, *below(annotated, child, "fixed")]
            return " ".join(annotated.tokens[part].text.lower() for part in parts)
    return ""


def surface_subject(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The head of a verb's own subject, active or passive; a relative pronoun gives the noun that it stands for.

    Of several, which only a wrong tree has, the nearest one before the verb.
    """
    for child in sorted(below(annotated, verb, "nsubj"), key=lambda c: (c > verb, abs(verb - c))):
        token = annotated.tokens[child]
        if token.lemma.lower() in _RELATIVE or token.xpos in {"WDT", "WP"}:
            return _antecedent(annotated, verb)
        if token.upos in _NOUNS:
            return child
    return None


def _antecedent(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The noun that a relative clause belongs to."""
    here = verb
    for _ in range(_DEEPEST):
        token = annotated.tokens[here]
        if token.deprel == "acl:relcl" or token.relation == "acl":
            return token.head
        if token.relation not in {"conj", "xcomp", "ccomp"} or token.head < 0:
            return None
        here = token.head
    return None


def speaker_of(annotated: AnnotatedDocument, verb: int, depth: int = 0) -> int | None:
    """The head of the phrase that says what `verb` reports: its subject, its agent, or the subject that it shares.

    A participle takes the subject of the clause that it hangs from ("..., adding that"), a coordinated verb that of
    the first verb, an infinitive that of its governor, or its governor's object after verbs like "quote".
    """
    if depth > _DEEPEST:
        return None
    if is_passive(annotated, verb) and depth == 0:
        return agent(annotated, verb)
    own = surface_subject(annotated, verb)
    return own if own is not None else _shared_subject(annotated, verb, depth)


def _shared_subject(annotated: AnnotatedDocument, verb: int, depth: int) -> int | None:
    token = annotated.tokens[verb]
    if token.head < 0:
        return None
    governor = annotated.tokens[token.head]
    if token.relation == "acl":
        return agent(annotated, verb) if token.xpos == "VBN" else _issuer(annotated, governor)
    object_ = next(below(annotated, governor.index, "obj"), None)
    if token.relation in {"xcomp", "advcl"} and governor.lemma in _OBJECT_SPEAKS and object_ is not None:
        return object_
    if token.relation in {"conj", "xcomp", "advcl", "parataxis", "dep"} and governor.upos in {
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
    }:
        if token.relation == "parataxis" and governor.index > verb:
            return None
        return speaker_of(annotated, governor.index, depth + 1)
    return None


def _issuer(annotated: AnnotatedDocument, noun: Token) -> int:
    """Who speaks in "X issued a statement saying ...": the subject of the verb that gives out words, else the noun."""
    if noun.lemma in MEDIA and noun.relation == "obj" and annotated.tokens[noun.head].lemma in HANDLING:
        subject = surface_subject(annotated, noun.head)
        return noun.index if subject is None else subject
    return noun.index


def author_of(annotated: AnnotatedDocument, noun: int) -> int | None:
    """Whose a claim or a count is: its genitive, its by- or of-phrase, or the agent of its participle."""
    for child in below(annotated, noun, "nmod:poss"):
        return child
    for child in below(annotated, noun, "acl"):
        if (found := agent(annotated, child)) is not None:
            return found
    for child in below(annotated, noun, "nmod"):
        if case_of(annotated, child) in {"by", "of", "from"}:
            return child
    return None
