"""What the finders of relations share: a link, and phrases under their own words."""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import LEADERS
from dateline.model.annotation import Entity, Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import Predicate

Link = tuple[Argument | None, Predicate, Argument | None, int]


def own(cast: Cast, index: int) -> Argument | None:
    """The phrase at a token under its own words, not under another name of its chain."""
    entity = cast.by_head.get(index)
    if entity is None:
        span = cast.annotated.span(index, index)
        return Argument(span, span.text, None, "relation")
    return Argument(entity.span, entity.span.text, entity.ref, "relation")


def own_word(cast: Cast, token: Token) -> Argument:
    span = cast.annotated.span(token.index, token.index)
    country = country_of(token.text)
    return Argument(
        span,
        country.name if country and country.name.lower().startswith(token.text.lower()[:3]) else span.text,
        None,
        "relation",
    )


def named(cast: Cast, index: int) -> Argument | None:
    """The phrase under the name that an apposition or its chain gives it."""
    return cast.argument(index, "relation")


def person(cast: Cast, entity: Entity) -> Argument:
    """A person's name without titles."""
    tokens = list(cast.annotated.tokens[entity.first : entity.last + 1])
    names = [t for t in tokens if t.entity.endswith("PERSON")]
    if names:
        last = names[-1].index
        while (
            last < entity.last
            and tokens[last + 1 - entity.first].upos in {"PROPN", "PUNCT"}
            and (tokens[last + 1 - entity.first].text not in ",()")
        ):
            last += 1
        span = cast.annotated.span(names[0].index, last)
        return Argument(span, span.text, None, "relation")
    return Argument(entity.span, entity.span.text, None, "relation")


def is_head(cast: Cast, office: int) -> bool:
    """Whether an office is the first of its body: a prime minister, not a foreign one; not a deputy or a former one."""
    annotated = cast.annotated
    lemma = annotated.tokens[office].lemma.lower()
    beside = {annotated.tokens[i].lemma.lower() for i in range(max(0, office - 2), office)}
    beside |= {annotated.tokens[c].lemma.lower() for c in annotated.children(office)}
    if lemma not in LEADERS or beside & {"deputy", "vice", "assistant", "shadow", "former", "ex"}:
        return False
    return lemma not in {"minister", "secretary"} or bool(beside & {"prime", "first", "chief", "general"})
