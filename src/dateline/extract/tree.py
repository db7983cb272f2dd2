"""Questions that rules ask of a dependency tree: who is the subject, what is the object, which phrases stand around.

All take and give token indexes of one annotated document. Relations are Universal Dependencies v2.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.languages.en.speech import SPEAKING
from dateline.model.annotation import AnnotatedDocument, Token

_CHARGING = frozenset({"accuse", "blame", "suspect", "charge", "convict", "indict"})
"""Verbs under which a clause is a charge against their object, not an act of their subject."""

_FINDING = frozenset({"find", "discover", "leave", "see"})
"""Verbs whose object or passive subject a participle after them describes: "found stabbed", "left stranded"."""

_FINITE = frozenset({"VBD", "VBZ", "VBP"})

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def child(annotated: AnnotatedDocument, index: int, *relations: str) -> int | None:
    """The first dependent with one of the relations (subtypes ignored unless given)."""
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if token.deprel in relations or token.relation in relations:
            return c
    return None


def is_passive(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether a verb is passive: an auxiliary, a passive subject, or a bare past participle after a noun."""
    token = annotated.tokens[verb]
    relations = {annotated.tokens[c].deprel for c in annotated.children(verb)}
    if "aux:pass" not in relations and ("nsubj" in relations or token.xpos in {"VBZ", "VBP"}):
        return False
    if (
        relations & {"nsubj:pass"}
        and "aux:pass" not in relations
        and (token.xpos == "VBD" or "obj" in relations)
    ):
        return False
    if relations & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}:
        return True
    if token.xpos not in {"VBN", "VBD"} or relations & {"aux", "nsubj", "obj"}:
        return False
    if token.relation == "xcomp" and annotated.tokens[token.head].lemma.lower() in _FINDING:
        return True
    if token.relation == "acl" and token.deprel != "acl:relcl":
        return _before_aside(annotated, verb) is None
    head = token.head
    return (
        token.relation == "conj"
        and head >= 0
        and annotated.tokens[head].xpos == "VBN"
        and is_passive(annotated, head)
    )


def subject(annotated: AnnotatedDocument, verb: int, depth: int = 0) -> int | None:
    """The subject, also one that a clause shares with the clause above it."""
    own = child(annotated, verb, "nsubj", "csubj")
    if own is not None:
        return resolve_relative(annotated, own, verb)
    token = annotated.tokens[verb]
    if (
        depth == 0
        and token.xpos in {"VBD", "VBZ"}
        and (cut_off := _before_aside(annotated, verb)) is not None
    ):
        return cut_off
    if token.head < 0 and depth == 0 and token.xpos in {"VBD", "VBZ"}:
        return _right_before(annotated, verb)
    if token.head < 0 or depth > 6:
        return None
    if token.relation == "acl" and token.xpos == "VBD" and child(annotated, verb, "obj") is not None:
        return _top_noun(annotated, token.head)
    if token.relation == "acl":
        return token.head
    if token.relation == "ccomp" and annotated.tokens[token.head].deprel == "acl:relcl":
        # "23 people it said had perished": the clause's subject is what the relative clause hangs from.
        return annotated.tokens[token.head].head
    if token.relation == "conj" and annotated.tokens[token.head].upos in {"VERB", "AUX", "ADJ", "NOUN"}:
        return subject(annotated, token.head, depth + 1)
    if token.relation == "xcomp":
        controller = child(annotated, token.head, "obj", "iobj")
        return controller if controller is not None else subject(annotated, token.head, depth + 1)
    if annotated.tokens[token.head].lemma.lower() in _CHARGING:
        return None
    if token.relation in {"advcl", "parataxis"} and not _is_finite(annotated, verb):
        return subject(annotated, token.head, depth + 1)
    return None


def _right_before(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The list right before a main verb that the tree gives to a date: "On Tuesday, …, the army and its auxiliaries shelled"."""
    tokens, index = annotated.tokens, verb - 1
    while index > annotated.sentence_of(verb).first and tokens[index].upos == "ADV":
        index -= 1
    if tokens[index].upos not in {"NOUN", "PROPN"}:
        return None
    while tokens[index].relation in {"nmod", "conj", "flat", "compound"} and 0 <= tokens[index].head < verb:
        index = tokens[index].head
    stray = tokens[index].relation in {"appos", "dep", "parataxis"}
    return index if stray and not preposition(annotated, index) else None


def _before_aside(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The subject that a long aside cuts off: "The ministry, which was formed by …, called on", "The outlawed TTP (…), which …, denied"."""
    sentence = annotated.sentence_of(verb)
    tokens = annotated.tokens
    if (
        verb - 1 <= sentence.first
        or tokens[verb - 1].text != ","
        or tokens[verb].relation not in {"root", "acl", "advcl"}
    ):
        return None
    aside = next(
        (
            i
            for i in range(sentence.first + 2, verb)
            if tokens[i].text.lower() in {"which", "who"} and tokens[i - 1].text == ","
        ),
        None,
    )
    if aside is None:
        return None
    verbless = all(
        t.head >= 0 or t.upos in {"NOUN", "PROPN"} for t in tokens[sentence.first : sentence.last + 1]
    )
    if tokens[verb].xpos not in {"VBD", "VBZ"} and not (tokens[verb].xpos == "VBN" and verbless):
        return None
    heads = (i for i in range(sentence.first, aside) if tokens[i].upos in {"NOUN", "PROPN"})
    return next((i for i in heads if tokens[i].relation in {"nsubj", "obj", "root"}), None)


def _is_finite(annotated: AnnotatedDocument, verb: int) -> bool:
    return annotated.tokens[verb].xpos in {"VBD", "VBZ", "VBP", "MD"}


def resolve_relative(annotated: AnnotatedDocument, index: int, verb: int) -> int:
    """A relative pronoun's antecedent; any other token as it is."""
    token, governor = annotated.tokens[index], annotated.tokens[verb]
    if token.lemma.lower() in RELATIVE and governor.deprel == "acl:relcl" and governor.head >= 0:
        before = annotated.tokens[index - 1]
        misread = annotated.tokens[governor.head].upos not in {"NOUN", "PROPN", "NUM"}
        return before.index if misread and before.upos in {"NOUN", "PROPN"} else governor.head
    return index


def agent(annotated: AnnotatedDocument, verb: int) -> int | None:
    """Who does it: the subject of an active verb, the "by" phrase of a passive one."""
    if not is_passive(annotated, verb):
        return subject(annotated, verb)
    for preposition, index in obliques(annotated, verb):
        if preposition == "by":
            return index
    return None


def patient(annotated: AnnotatedDocument, verb: int) -> int | None:
    """Who or what it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(annotated, verb):
        return subject(annotated, verb)
    own = child(annotated, verb, "obj", "iobj")
    if own is not None:
        return resolve_relative(annotated, own, verb)
    token = annotated.tokens[verb]
    if token.deprel == "acl:relcl" and child(annotated, verb, "nsubj") is not None:
        first = subject(annotated, verb)
        return token.head if first != token.head else None
    return None


def oblique(annotated: AnnotatedDocument, index: int, *prepositions: str) -> int | None:
    """The first phrase below a word with one of the prepositions."""
    return next((i for p, i in obliques(annotated, index) if p in prepositions), None)


def obliques(annotated: AnnotatedDocument, index: int) -> Iterator[tuple[str, int]]:
    """The prepositional phrases under a token as (preposition, head of the phrase), in text order."""
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if token.relation in {"obl", "nmod"} and token.deprel != "nmod:poss":
            yield preposition(annotated, c), c


def preposition(annotated: AnnotatedDocument, index: int) -> str:
    """The preposition of a phrase in lower case, several words joined by spaces, or the empty string."""
    words = []
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if token.relation == "case" and c < index:
            words.append(token.text.lower())
            words.extend(
                annotated.tokens[f].text.lower()
                for f in annotated.children(c)
                if annotated.tokens[f].relation == "fixed"
            )
    return " ".join(words)


def coordinated(annotated: AnnotatedDocument, index: int) -> list[int]:
    """A noun and the nouns coordinated with it, in text order, without what is set against it ("seven, not six")."""
    found = [index]
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if token.relation == "conj" and (_is_set_against(annotated, c) or _is_speaker(annotated, c)):
            continue
        if token.relation == "conj" and token.upos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            found.extend(coordinated(annotated, c))
        elif token.relation in {"appos", "flat"}:
            # "leader A and commander B": the parser may hang the second from the first one's name.
            found.extend(
                i for i in coordinated(annotated, c) if i != c and annotated.tokens[i].relation == "conj"
            )
    return found


def _is_set_against(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a coordinated phrase is denied: "soldiers, not civilians"."""
    return any(annotated.tokens[c].text.lower() == "not" for c in annotated.children(index))


def _is_speaker(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a phrase that the tree coordinates says what stands before: "wounding four, security and medical sources said"."""
    after = max(annotated.subtree(index)) + 1
    if after >= len(annotated.tokens):
        return False
    following = annotated.tokens[after]
    if following.relation == "cc" and following.head > after:
        # The last of several speakers: the tree may know it alone for the subject.
        last = annotated.tokens[following.head]
        speaks = last.relation == "nsubj" and annotated.tokens[last.head].lemma in SPEAKING
        return speaks or _is_speaker(annotated, last.index)
    return (
        following.lemma in SPEAKING and following.xpos in _FINITE and child(annotated, after, "nsubj") is None
    )


def outer_head(annotated: AnnotatedDocument, first: int, last: int) -> int:
    """The token of a stretch whose head lies outside."""
    inside = (i for i in range(first, last + 1) if not first <= annotated.tokens[i].head <= last)
    return next(inside, last)


def ancestors(annotated: AnnotatedDocument, index: int) -> Iterator[int]:
    """The tokens above, nearest first."""
    head = annotated.tokens[index].head
    while head >= 0:
        yield head
        head = annotated.tokens[head].head


def clause(annotated: AnnotatedDocument, index: int) -> int:
    """The verb (or other predicate) of the clause that holds a token: itself where it is one."""
    here = index
    for above in ancestors(annotated, index):
        token = annotated.tokens[here]
        if token.upos in {"VERB", "AUX"} or token.relation in {
            "root",
            "ccomp",
            "advcl",
            "acl",
            "parataxis",
            "csubj",
        }:
            return here
        here = above
    return here


def is_negated(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a word of negation stands directly under a token: not, never, no, neither, without."""
    for c in annotated.children(index):
        token = annotated.tokens[c]
        lemma = token.lemma.lower()
        if lemma in {"not", "n't", "n’t", "never", "no", "neither", "nor"} and token.relation in {
            "advmod",
            "det",
            "cc",
        }:
            return True
        if token.relation in {"case", "mark"} and lemma == "without":
            return True
    return False


def _top_noun(annotated: AnnotatedDocument, index: int) -> int:
    """The noun over a chain of phrases: a finite verb parsed below "plates" of "gunmen in a car without plates shot …"."""
    token = annotated.tokens[index]
    while token.relation == "nmod" and token.head >= 0:
        token = annotated.tokens[token.head]
    return token.index


def is_verb(token: Token) -> bool:
    """Whether a token stands as a verb."""
    return token.upos == "VERB" or token.xpos.startswith("VB")


def auxiliaries(annotated: AnnotatedDocument, verb: int) -> set[str]:
    """The lower-cased auxiliaries of a verb."""
    return {
        annotated.tokens[c].lemma.lower()
        for c in annotated.children(verb)
        if annotated.tokens[c].relation == "aux"
    }
