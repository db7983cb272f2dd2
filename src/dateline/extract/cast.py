"""The document's entities by their head tokens, and the arguments and weapons that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate.attribution import Frame
from dateline.annotate.coreference import fullest
from dateline.annotate.entities import word_type
from dateline.annotate.speakers import Speakers
from dateline.extract.gate import is_about_violence
from dateline.extract.tree import (
    obliques,
)
from dateline.knowledge.capitals import government_of
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.weapons import Weapon, weapon_ending, weapon_of
from dateline.languages.en.harm import PAIRS
from dateline.languages.en.people import HE, IT, PEOPLE, SHE, THEY
from dateline.languages.en.targets import LOADED, VEHICLES
from dateline.model.annotation import AnnotatedDocument, Entity, PlaceMention
from dateline.model.reading import Argument
from dateline.model.vocabulary import EntityType

_PRONOUNS = (
    HE
    | SHE
    | IT
    | THEY
    | frozenset(
        "i we you me us our my your mine ours one ones some many most all others other another none nobody anyone someone "
        "somebody everyone everybody anybody nothing something anything everything that this these those which who whom "
        "what there both each few several much more such same former latter himself themselves two three".split()
    )
)


_ACTING = frozenset({"subject", "responsibility"})
"""Parts in which a capital stands for its government: "Baghdad condemned"."""

_QUANTITIES = frozenset("hundred thousand dozen score million couple number lot majority handful".split())


class Cast:
    """The document's entities, looked up by head token, and the arguments made of them."""

    def __init__(self, annotated: AnnotatedDocument, frames: Sequence[Frame] = ()) -> None:
        self.annotated = annotated
        self.speakers = Speakers(annotated, frames)
        self.about_violence = is_about_violence(annotated)
        self.by_head = {e.head: e for e in annotated.entities}
        self.heads = {e.span: e.head for e in annotated.entities}
        self.chains: dict[int, list[Entity]] = defaultdict(list)
        for entity in annotated.entities:
            self.chains[entity.chain].append(entity)
        self.places: dict[int, PlaceMention] = {}
        for place in annotated.places:
            for index in range(place.first, place.last + 1):
                self.places[index] = place

    def argument(self, index: int, rule: str) -> Argument | None:
        """The argument headed by a token, named by the fullest name of its chain; None for an unresolved pronoun."""
        entity = self.by_head.get(index)
        if entity is None:
            token = self.annotated.tokens[index]
            if token.text.lower() in _PRONOUNS:
                return None
            span = self.annotated.span(index, index)
            return Argument(span, span.text, None, rule)
        best = fullest(self.chains[entity.chain])
        entity = self._without_day(entity)
        name = best if self._may_rename(entity, best) else entity
        if name.span.text.lower() in _PRONOUNS:
            return None
        ref = entity.ref or name.ref or (government_of(name.span.text) if rule in _ACTING else None)
        return Argument(entity.span, name.span.text, ref, rule)

    def _without_day(self, entity: Entity) -> Entity:
        """The phrase without a day that the tree takes for a part of it: "Last Saturday men in uniform"."""
        times = [t for t in self.annotated.times if t.first == entity.first and t.last < entity.head]
        if not times or entity.named:
            return entity
        first = times[0].last + 1
        return replace(entity, first=first, span=self.annotated.span(first, entity.last))

    def _may_rename(self, entity: Entity, best: Entity) -> bool:
        """Pronouns and shorter names take the chain's fullest name; a description keeps its own words unless named."""
        own = entity.span.text.lower()
        return own in _PRONOUNS or best.named

    def is_actor(self, index: int) -> bool:
        """Whether a phrase can act: people, groups, bodies, states, names; not weapons, things or pronouns of things."""
        token = self.annotated.tokens[index]
        entity = self.by_head.get(index)
        if token.upos == "NUM" or token.lemma.lower() in _QUANTITIES:
            return self.entity_type(index) is not None
        if entity is None:
            return bool(country_of(token.text)) or word_type(token.lemma.lower()) is not None
        if any(member.type is not None or member.ref for member in self.chains[entity.chain]):
            return bool(entity.ref) or entity.type not in {
                EntityType.WEAPON,
                EntityType.VEHICLE,
                EntityType.FACILITY,
            }
        return entity.named or token.text.lower() in HE | SHE | THEY

    def is_place(self, index: int) -> bool:
        """Whether the gazetteer or a pattern knows the token as a place."""
        return index in self.places

    def entity_type(self, index: int) -> EntityType | None:
        """What kind of thing the phrase names, by its own words or by another member of its chain."""
        entity = self.by_head.get(index)
        token = self.annotated.tokens[index]
        if token.upos == "NUM" or token.lemma.lower() in _QUANTITIES:
            inner = [i for p, i in obliques(self.annotated, index) if p == "of"]
            alone = EntityType.PERSON if token.lemma.lower() in PAIRS else None
            return self.entity_type(inner[0]) if inner else alone
        if entity is None:
            return word_type(token.lemma.lower())
        if entity.ref and entity.type is EntityType.WEAPON:
            return EntityType.ORGANISATION
        return entity.type or next((m.type for m in self.chains[entity.chain] if m.type), None)


def weapon_at(annotated: AnnotatedDocument, index: int) -> Weapon | None:
    """The weapon that a noun phrase names: its head with the words before it, longest first."""
    if annotated.tokens[index].lemma.lower() in PEOPLE:
        return None
    if _is_laden(annotated, index):
        return weapon_of(["car", "bomb"])
    lemmas = [annotated.tokens[i].lemma.lower() for i in range(max(0, index - 3), index + 1)]
    # The term must end with this very noun: "rocket" before it is another phrase's weapon.
    for words in ([w for w in lemmas if w not in "-‐"], lemmas):
        found = weapon_ending(words)
        if found is not None:
            return found
    return weapon_of(lemmas[-1:])


def _is_laden(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a vehicle carries a bomb: "a lorry packed with explosives", "an explosives-laden van"."""
    if annotated.tokens[index].lemma.lower() not in VEHICLES:
        return False
    near = range(max(0, index - 4), min(len(annotated.tokens), index + 5))
    words = {annotated.tokens[i].lemma.lower() for i in near}
    return bool(words & LOADED) and bool(words & {"explosive", "explosives", "dynamite", "tnt"})


def modifier_weapons(annotated: AnnotatedDocument, index: int) -> Iterator[int]:
    """The compound words before a noun that name weapons: "drone" of "drone attack"."""
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if token.relation in {"compound", "amod"} and weapon_at(annotated, c) is not None:
            yield c
