"""Relations that a description beside a name tells: "Az-Zallaqa, the media wing of JNIM", "M23 spokesman Gaston Bizimana".

In: a cast. Out: links. A description is a noun phrase in apposition to a name, before or after it; what it belongs to is
its possessive, the names before its noun, or its "of" phrase. Where the tree has the apposition wrong, the comma and the
words beside it decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.coreference import fullest
from dateline.extract.cast import Cast
from dateline.extract.relation_words import Link, own
from dateline.extract.tree import child, obliques
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import (
    AFFILIATES,
    OUTFITS,
    PARTS,
    UNIONS,
    UNITS,
)
from dateline.model.annotation import Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import EntityType, Predicate

LONGEST = 7
"""Words between a name's comma and the noun that describes it."""


def appositions(cast: Cast) -> Iterator[Link]:
    """The links of every description."""
    for token in cast.annotated.tokens:
        if token.upos == "NOUN":
            yield from _described(cast, token, token.lemma.lower())


def _described(cast: Cast, token: Token, lemma: str) -> Iterator[Link]:
    if lemma in AFFILIATES | PARTS | UNITS | UNIONS | OUTFITS | {"part"}:
        name = name_of(cast, token.index)
        if name is None:
            return
        if lemma in UNIONS:
            for p, i in obliques(cast.annotated, token.index):
                if p == "of" and cast.is_actor(i):
                    yield own(cast, i), Predicate.PART_OF, name, token.index
            return
        if lemma in OUTFITS:
            place = _seat(cast, token)
            if place is not None:
                yield name, Predicate.LOCATED_IN, place, token.index
        whole = _whole(cast, token.index, lemma)
        if whole is not None:
            predicate = Predicate.ALLIED_WITH if lemma in AFFILIATES else Predicate.PART_OF
            yield name, predicate, whole, token.index


def _seat(cast: Cast, token: Token) -> Argument | None:
    """Where a described body sits: "an Islamabad think tank", "a research group in Bamako"."""
    for c in cast.annotated.children(token.index):
        word = cast.annotated.tokens[c]
        if word.relation == "compound" and word.upos == "PROPN" and cast.is_place(c):
            return own(cast, c)
    found = next(
        (i for p, i in obliques(cast.annotated, token.index) if p == "in" and cast.is_place(i)), None
    )
    return own(cast, found) if found is not None else None


def _whole(cast: Cast, noun: int, lemma: str) -> Argument | None:
    """What a described part belongs to; a place or a person is no whole."""
    annotated = cast.annotated
    owner = child(annotated, noun, "nmod:poss")
    if owner is not None:
        if annotated.tokens[owner].upos == "PRON":
            return _meant(cast, owner)
        return own(cast, owner) if is_body(cast, owner) else None
    if lemma in AFFILIATES:
        before = next(
            (c for c in annotated.children(noun) if annotated.tokens[c].relation == "compound"), None
        )
        if before is not None and is_body(cast, before):
            return own(cast, before)
    wanted = {"of", "to", "with", "in"} if lemma in AFFILIATES else {"of", "within", "inside"}
    found = next((i for p, i in obliques(annotated, noun) if p in wanted and is_body(cast, i)), None)
    return own(cast, found) if found is not None else None


def _meant(cast: Cast, pronoun: int) -> Argument | None:
    """The named body that "its" stands for: "its media arm, Az-Zallaqa"."""
    if cast.annotated.tokens[pronoun].text.lower() not in {"its", "their"} or pronoun not in cast.by_head:
        return None
    best = fullest(cast.chains[cast.by_head[pronoun].chain])
    return cast.argument(pronoun, "relation") if best.named and best.type is EntityType.ORGANISATION else None


def is_body(cast: Cast, index: int) -> bool:
    """Whether a phrase names a group, an army, a state's body or an alliance."""
    token = cast.annotated.tokens[index]
    if cast.is_place(index) and not country_of(token.text):
        return False
    kind = cast.entity_type(index)
    return (
        kind is EntityType.ORGANISATION
        or (token.upos == "PROPN" and kind is not EntityType.PLACE)
        or bool(token.upos == "PROPN" and country_of(token.text))
    )


def name_of(cast: Cast, noun: int) -> Argument | None:
    """The name that a description stands beside, None where it stands alone."""
    annotated = cast.annotated
    token = annotated.tokens[noun]
    if token.relation == "appos" and token.head >= 0 and annotated.tokens[token.head].upos == "PROPN":
        return _name_at(cast, token.head)
    after = child(annotated, noun, "appos")
    if after is not None and annotated.tokens[after].upos == "PROPN":
        return _name_at(cast, after)
    phrase = cast.by_head.get(noun)
    first, last = (phrase.first, phrase.last) if phrase is not None else (noun, noun)
    if last + 1 < len(annotated.tokens) and annotated.tokens[last + 1].text not in {",", ".", ")", ";"}:
        return None
    for entity in annotated.entities:
        if (
            entity.named
            and not any(t.first <= entity.head <= t.last for t in annotated.times)
            and entity.last == first - 2
            and annotated.tokens[first - 1].text == ","
            and noun - first < LONGEST
        ):
            return own(cast, entity.head)
    return None


def _name_at(cast: Cast, index: int) -> Argument | None:
    """The whole name that a token belongs to, where its phrase isn't headed by it."""
    if index in cast.by_head:
        return own(cast, index)
    around = [e for e in cast.annotated.entities if e.named and e.first <= index <= e.last]
    return own(cast, max(around, key=lambda e: e.last - e.first).head) if around else own(cast, index)
