"""Who belongs to what by the words beside a person's name: "M23 spokesman Gaston Bizimana", "Hazel Rankin (DUP)", "the DUP's Hazel Rankin".

In: a cast. Out: links. Read from the words, since trees cut such names in different ways.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.relation_words import Link, is_head, own, person
from dateline.extract.tree import child
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import (
    LEADERS,
    MEMBERS,
)
from dateline.model.annotation import Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import EntityType, Predicate


def affiliations(cast: Cast) -> Iterator[Link]:
    """The links of offices with a body before them, of parties in brackets, of people under a possessive."""
    for token in cast.annotated.tokens:
        if token.lemma.lower() in LEADERS | MEMBERS:
            yield from _office(cast, token)
    yield from _bracketed(cast)
    yield from _owned(cast)


def _office(cast: Cast, token: Token) -> Iterator[Link]:
    """ "Rescue 1122 spokesman Bilal Khattak", "Hazel Rankin, a DUP councillor", read from the words themselves."""
    body = body_before(cast, token.index)
    if body is None:
        return
    name = _person_from(cast, token.index + 1) or _person_before(cast, body.mention.start)
    if name is not None:
        predicate = Predicate.LEADS if is_head(cast, token.index) else Predicate.MEMBER_OF
        yield name, predicate, body, token.index


def body_before(cast: Cast, office: int) -> Argument | None:
    """The names right before an office, plain words between: "SDLP assembly member"."""
    annotated = cast.annotated
    last = office - 1
    first_of_sentence = annotated.sentence_of(office).first
    while last > first_of_sentence and annotated.tokens[last].upos in {"NOUN", "ADJ"} and office - last < 3:
        last -= 1
    if last < first_of_sentence or annotated.tokens[last].text in {"'s", "’s", "'", "’"}:
        return None
    first = last
    while first >= first_of_sentence and _is_of_name(annotated.tokens[first]):
        first -= 1
    first += 1
    if (
        first > last
        or not annotated.tokens[first].text[:1].isupper()
        or annotated.tokens[first].upos == "NUM"
    ):
        return None
    if any(cast.is_place(i) for i in range(first, last + 1)) or country_of(annotated.tokens[first].text):
        return None
    if not any(_is_sure(annotated.tokens[i]) for i in range(first, last + 1)):
        return None
    span = annotated.span(first, last)
    return Argument(span, span.text, None, "relation")


def _is_sure(token: Token) -> bool:
    """Whether a word shows that a name is a body's: tagged so, in capitals, or with a digit ("M23", "Rescue 1122")."""
    short = token.text.isupper() and len(token.text) > 1
    return token.entity.endswith("ORGANISATION") or short or any(c.isdigit() for c in token.text)


def _is_of_name(token: Token) -> bool:
    return (
        token.upos == "PROPN"
        or token.upos == "NUM"
        or (token.text[:1].isupper() and token.upos in {"NOUN", "ADJ"})
    )


def _person_from(cast: Cast, start: int) -> Argument | None:
    """The person named from here on, after a comma too."""
    tokens = cast.annotated.tokens
    if start < len(tokens) and tokens[start].text == ",":
        start += 1
    last = start
    while last < len(tokens) and tokens[last].entity.endswith("PERSON") and tokens[last].upos == "PROPN":
        last += 1
    if last == start:
        return None
    span = cast.annotated.span(start, last - 1)
    return Argument(span, span.text, None, "relation")


def _person_before(cast: Cast, offset: int) -> Argument | None:
    """The person named right before a comma and an article: "Hazel Rankin, a DUP councillor"."""
    annotated = cast.annotated
    for entity in annotated.entities:
        if (
            not entity.named
            or entity.type is not EntityType.PERSON
            or entity.last + 1 >= len(annotated.tokens)
        ):
            continue
        between = annotated.document.text[entity.span.end : offset]
        if between.strip() in {",", ", a", ", an", ", the"} and between:
            return own(cast, entity.head)
    return None


def _bracketed(cast: Cast) -> Iterator[Link]:
    """ "Michaela Devenney (Sinn Féin)": a person's party in brackets."""
    annotated = cast.annotated
    for entity in annotated.entities:
        after = entity.last + 1
        if not entity.named or entity.type is not EntityType.PERSON or after + 2 >= len(annotated.tokens):
            continue
        if annotated.tokens[after].text != "(" or annotated.tokens[entity.last].text.isupper():
            continue
        last = after
        while (
            annotated.tokens[last + 1].upos == "PROPN"
            and last - after < 3
            and last + 2 < len(annotated.tokens)
        ):
            last += 1
        short = last == after + 1 and _is_initials(annotated.tokens[last].text, entity.span.text)
        if last > after and annotated.tokens[last + 1].text == ")" and not cast.is_place(last) and not short:
            span = annotated.span(after + 1, last)
            yield (
                own(cast, entity.head),
                Predicate.MEMBER_OF,
                Argument(span, span.text, None, "relation"),
                after,
            )


def _is_initials(short: str, name: str) -> bool:
    """Whether a bracket abbreviates the name before it, and names no party."""
    return short.isupper() and short[:1] == name.replace("the ", "")[:1]


def _owned(cast: Cast) -> Iterator[Link]:
    """ "The DUP's Hazel Rankin": a person under the possessive of a party, and of no country."""
    for entity in cast.annotated.entities:
        owner = child(cast.annotated, entity.head, "nmod:poss")
        if owner is None or not entity.named or entity.type is not EntityType.PERSON:
            continue
        body = cast.entity_type(owner) is EntityType.ORGANISATION and not cast.is_place(owner)
        tagged = cast.annotated.tokens[entity.head].entity.endswith("PERSON")
        if (
            body
            and tagged
            and any(
                cast.annotated.tokens[i].upos == "PROPN" for i in (owner, *cast.annotated.children(owner))
            )
        ):
            yield person(cast, entity), Predicate.MEMBER_OF, own(cast, owner), entity.head
