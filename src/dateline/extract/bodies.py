"""Which phrases name public bodies: states, governments, organisations, armed groups, offices, crowds."""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.knowledge.capitals import government_of
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.targets import (
    OFFICIAL,
)
from dateline.model.vocabulary import EntityType


def is_state(cast: Cast, index: int) -> bool:
    """Whether a phrase names a state, a government or a body of one, as the registry or the gazetteer knows it."""
    entity = cast.by_head.get(index)
    return bool(entity and any(m.ref for m in cast.chains[entity.chain])) or bool(
        country_of(cast.annotated.tokens[index].text)
    )


def is_public_body(cast: Cast, index: int) -> bool:
    """Whether a phrase names a state, an organisation, an armed group, an office or a crowd."""
    entity = cast.by_head.get(index)
    token = cast.annotated.tokens[index]
    words = {token.lemma.lower(), token.text.lower()}
    if entity is None:
        return bool(words & OFFICIAL)
    members = cast.chains[entity.chain]
    if any(m.ref or m.type in {EntityType.ORGANISATION, EntityType.NATIONALITY} for m in members):
        return True
    if token.upos == "PROPN" and (cast.is_place(index) or government_of(entity.span.text) is not None):
        return True
    chain_words = {w.lower() for m in members for w in m.span.text.replace("-", " ").split()}
    return bool((words | chain_words) & OFFICIAL)
