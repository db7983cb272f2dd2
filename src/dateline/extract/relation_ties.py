"""Relations that verbs of belonging tell: "funded and armed by the Emirates", "linked to al-Qaeda", "known as Bashur".

In: a cast. Out: links. Mostly participles under a noun, whose name stands beside it ("the group, which is chaired by …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.entities import word_type
from dateline.extract.cast import Cast
from dateline.extract.relation_affiliations import body_before
from dateline.extract.relation_appositions import is_body, name_of
from dateline.extract.relation_words import Link, is_head, own
from dateline.extract.tree import child, coordinated, is_verb, obliques, subject
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import (
    KNOWN,
    LEADERS,
    LEADING,
    MEMBERS,
    PAYING,
    SPONSORING,
    TIED,
    UNIONS,
)
from dateline.model.annotation import Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import Predicate

_TELLING = PAYING | SPONSORING | TIED.keys() | LEADING | KNOWN


def ties(cast: Cast) -> Iterator[Link]:
    """The links of every verb of belonging, paying, leading and naming."""
    for token in cast.annotated.tokens:
        if is_verb(token) or token.upos == "ADJ":
            yield from _of_verb(cast, token, token.lemma.lower())


def _of_verb(cast: Cast, token: Token, lemma: str) -> Iterator[Link]:
    """ "Funded and armed by the Emirates", "linked to al-Qaeda", "belonging to the Joint Forces", "chaired by Oman", "known as Bashur"."""
    holder = _holder(cast, token) if lemma in _TELLING else None
    if holder is None:
        return
    holder = _united(cast, holder)
    subject_ = name_of(cast, holder) or own(cast, holder)
    found = list(obliques(cast.annotated, token.index))
    if lemma in KNOWN:
        alias = _alias(cast, found)
        lemma = cast.annotated.tokens[holder].lemma.lower()
        office, unnamed = (
            lemma in LEADERS | MEMBERS,
            word_type(lemma) is not None and not _has_name(cast, holder),
        )
        if alias is not None and not office and not unnamed:
            yield subject_, Predicate.ALSO_KNOWN_AS, alias, token.index
        elif alias is not None and (body := body_before(cast, holder)) is not None:
            yield alias, Predicate.LEADS if is_head(cast, holder) else Predicate.MEMBER_OF, body, token.index
        return
    if lemma in TIED:
        preposition, predicate = TIED[lemma]
        for p, i in found:
            if p == preposition and is_body(cast, i) and cast.is_actor(holder):
                yield subject_, predicate, own(cast, i), token.index
        return
    by = next((i for p, i in found if p == "by" and cast.is_actor(i)), None)
    if by is None or not cast.is_actor(holder):
        return
    for each in coordinated(cast.annotated, by):
        if lemma in LEADING - PAYING:
            yield own(cast, each), Predicate.LEADS, subject_, token.index
        else:
            yield subject_, Predicate.SPONSORED_BY, own(cast, each), token.index


def _has_name(cast: Cast, index: int) -> bool:
    """Whether a phrase is more than "the gang": a name stands beside it, or in it."""
    below = (index, *cast.annotated.children(index))
    words = [
        cast.annotated.tokens[i] for i in below if cast.annotated.tokens[i].relation not in {"acl", "nmod"}
    ]
    return name_of(cast, index) is not None or any(w.upos == "PROPN" or country_of(w.text) for w in words)


def _alias(cast: Cast, found: Sequence[tuple[str, int]]) -> Argument | None:
    """The other name: "known as Bashur", "by its French acronym FARDC"."""
    tokens = cast.annotated.tokens
    for p, i in found:
        if p in {"as", ""} and tokens[i].upos == "PROPN":
            return own(cast, i)
        name = child(cast.annotated, i, "appos")
        if p in {"by", "under"} and name is not None and tokens[name].upos == "PROPN":
            return own(cast, name)
    return None


def _united(cast: Cast, holder: int) -> int:
    """The coalition, where what follows is said of it: "a coalition of militias paid by the Emirates"."""
    token = cast.annotated.tokens[holder]
    if (
        token.relation == "nmod"
        and token.head >= 0
        and cast.annotated.tokens[token.head].lemma.lower() in UNIONS
    ):
        return token.head
    return holder


def _holder(cast: Cast, token: Token) -> int | None:
    """Of what a participle tells: the noun before it, or the subject of its relative clause, also shared by "and"."""
    annotated = cast.annotated
    above = token
    if above.relation == "conj" and above.head >= 0 and annotated.tokens[above.head].relation == "acl":
        above = annotated.tokens[above.head]
    if above.deprel == "acl" and above.head >= 0:
        return above.head
    if above.deprel == "acl:relcl":
        return subject(annotated, above.index)
    if above.relation == "amod" and 0 <= above.head < above.index:
        return above.head
    if (
        child(annotated, above.index, "nsubj:pass") is not None
        and annotated.tokens[above.index].xpos == "VBN"
    ):
        return subject(annotated, above.index)
    return None
