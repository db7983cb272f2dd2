"""Noun phrases of a parsed document: what each names, how far it reaches, and the registry's id where known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.knowledge.nationalities import country_of
from dateline.knowledge.registry import Registry
from dateline.languages.en.people import BODIES, CALLINGS, GROUPS, NAME_TITLES, OFFICES, PEOPLE
from dateline.model.annotation import AnnotatedDocument, Entity, Token
from dateline.model.vocabulary import EntityType

_INSIDE = {
    "det",
    "amod",
    "compound",
    "nummod",
    "flat",
    "fixed",
    "nmod:poss",
    "goeswith",
    "nmod:unmarked",
    "punct",
    "advmod",
    "det:predet",
    "nmod:desc",
}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM"}
_WITHIN = ("of",)
_NO_MEN = frozenset("specimen regimen ottoman roman german woman talisman".split())


def find_entities(annotated: AnnotatedDocument, registry: Registry) -> tuple[Entity, ...]:
    """One entity for each noun phrase, in the order of their heads; phrases may lie inside one another."""
    return tuple(
        _entity(annotated, token, registry) for token in annotated.tokens if is_nominal(annotated, token)
    )


def is_nominal(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether a token heads a noun phrase: a noun, a name, a pronoun, or an adjective or number used as a noun."""
    if token.relation in {"flat", "fixed", "goeswith", "punct", "det", "case", "mark", "advmod"}:
        return False
    if token.relation == "compound" and token.head >= 0:
        return token.upos == "PROPN" and annotated.tokens[token.head].upos != "PROPN"
    if token.upos in _NOMINAL:
        return token.relation != "nummod"
    articled = any(annotated.tokens[c].relation == "det" for c in annotated.children(token.index))
    return token.upos == "ADJ" and (articled or token.relation in {"nsubj", "obj", "obl", "nmod"})


def phrase(annotated: AnnotatedDocument, head: int, wide: bool = True) -> tuple[int, int]:
    """First and last token of the noun phrase over `head`: modifiers and, when `wide`, its "of" phrases.

    Relative clauses, appositions and coordinated phrases are left out.
    """
    inside = set(_inside(annotated, head, wide))
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return _trimmed(annotated, first, last, head)


def _inside(annotated: AnnotatedDocument, head: int, wide: bool) -> Iterator[int]:
    """The tokens that belong to the phrase over `head`."""
    yield head
    for child in annotated.children(head):
        token = annotated.tokens[child]
        if token.deprel in _INSIDE or token.relation in {"flat", "fixed", "compound"}:
            if token.relation == "punct" and token.text not in "-‐‑'’\"“”.":
                continue
            yield from annotated.subtree(child)
        elif wide and token.relation == "nmod" and child > head and _belongs(annotated, head, child):
            yield from _case(annotated, child)
            yield from _inside(annotated, child, wide)
        elif token.relation == "case" and child > head:
            continue


def _belongs(annotated: AnnotatedDocument, head: int, child: int) -> bool:
    """Whether a prepositional phrase is a part of the name: "of" phrases, and what an office holder is "for"."""
    word = _preposition(annotated, child)
    return word in _WITHIN or (word == "for" and annotated.tokens[head].lemma.lower() in OFFICES)


def _case(annotated: AnnotatedDocument, index: int) -> Iterator[int]:
    for child in annotated.children(index):
        if annotated.tokens[child].relation == "case":
            yield from annotated.subtree(child)


def _preposition(annotated: AnnotatedDocument, index: int) -> str:
    """The preposition of a phrase, or the empty string."""
    return next(
        (
            annotated.tokens[c].lemma
            for c in annotated.children(index)
            if annotated.tokens[c].relation == "case"
        ),
        "",
    )


def _trimmed(annotated: AnnotatedDocument, first: int, last: int, head: int) -> tuple[int, int]:
    """The phrase without marks or clitics at its edges."""
    tokens = annotated.tokens
    while first < head and tokens[first].upos in {"PUNCT", "ADV", "CCONJ"} and tokens[first].xpos != "$":
        first += 1
    while last > head and (tokens[last].upos == "PUNCT" or tokens[last].text in {"'s", "’s", "'", "’"}):
        last -= 1
    return first, last


def _entity(annotated: AnnotatedDocument, token: Token, registry: Registry) -> Entity:
    first, last = phrase(annotated, token.index)
    kind = entity_type(annotated, token, first, last)
    words = [t.text for t in annotated.tokens[first : last + 1]]
    actor = registry.find(" ".join(_bare(words))) if token.upos != "PRON" else None
    named = token.upos == "PROPN"
    return Entity(
        annotated.span(first, last), first, last, token.index, kind, named, ref=actor.id if actor else None
    )


def _bare(words: list[str]) -> list[str]:
    """A phrase's words without a leading article."""
    return words[1:] if words and words[0].lower() in {"the", "a", "an"} else words


def entity_type(annotated: AnnotatedDocument, token: Token, first: int, last: int) -> EntityType | None:
    """What a phrase names: by the model's tags, else by the head word, else by the gazetteer."""
    lemma = token.lemma.lower()
    if token.upos != "PROPN":
        return word_type(lemma)
    tags = Counter(t.entity[2:] for t in annotated.tokens[first : last + 1] if t.entity != "O")
    own = token.entity[2:] or (tags.most_common(1)[0][0] if tags else "")
    if own:
        return EntityType(own)
    if any(p.first <= token.index <= p.last for p in annotated.places):
        return EntityType.PLACE
    if country_of(token.text):
        return EntityType.NATIONALITY
    before = annotated.tokens[first].text.lower().rstrip(".")
    return EntityType.PERSON if before in NAME_TITLES else word_type(lemma)


def word_type(lemma: str) -> EntityType | None:
    """PERSON for people and groups of people, ORGANISATION for bodies that act, None for things."""
    if lemma in PEOPLE | CALLINGS or (
        lemma.endswith(("man", "woman", "men")) and len(lemma) > 5 and lemma not in _NO_MEN
    ):
        return EntityType.PERSON
    return EntityType.ORGANISATION if lemma in GROUPS or lemma in BODIES else None
