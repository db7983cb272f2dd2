"""Who leads, who belongs to what: offices, memberships, verbs of leading."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.relation_appositions import name_of
from dateline.extract.relation_words import Link, is_head, own, person
from dateline.extract.tree import oblique, obliques, patient, preposition, subject
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.people import BODIES, GROUPS
from dateline.languages.en.relations import LEADERS, LEADING, MEMBERS
from dateline.model.annotation import Entity
from dateline.model.reading import Argument
from dateline.model.vocabulary import EntityType, Predicate


def offices(cast: Cast) -> Iterator[Link]:
    """A named holder of an office and what the office is of: "the Iraqi prime minister, X", "X, a professor at Y"."""
    annotated = cast.annotated
    for entity in annotated.entities:
        if entity.type is not EntityType.PERSON or not entity.named or _is_in_a_name(cast, entity):
            continue
        if not _has_a_name(cast, entity):
            continue
        for office in _office_heads(cast, entity):
            lemma = annotated.tokens[office].lemma.lower()
            body = _body_of(cast, office)
            predicate = Predicate.LEADS if is_head(cast, office) else Predicate.MEMBER_OF
            if body is not None and (lemma in LEADERS or lemma in MEMBERS):
                yield person(cast, entity), predicate, body, entity.head


def _has_a_name(cast: Cast, entity: Entity) -> bool:
    """Whether a phrase holds a person's name, and not an office in capitals alone: "the Superintendent of Police"."""
    inside = cast.annotated.tokens[entity.first : entity.last + 1]
    tagged = any(t.entity.endswith("PERSON") and t.lemma.lower() not in LEADERS | MEMBERS for t in inside)
    return tagged or cast.annotated.tokens[entity.head].lemma.lower() not in LEADERS | MEMBERS


def _is_in_a_name(cast: Cast, entity: Entity) -> bool:
    """Whether a person's name is part of a body's: "the Ramiro Quintero Front"."""
    after = cast.annotated.tokens[entity.last + 1] if entity.last + 1 < len(cast.annotated.tokens) else None
    return after is not None and after.text[:1].isupper() and after.lemma.lower() in GROUPS | BODIES


def _office_heads(cast: Cast, entity: Entity) -> Iterator[int]:
    """The tokens of office nouns in apposition to a name, before it, or inside its phrase."""
    annotated = cast.annotated
    head = annotated.tokens[entity.head]
    for c in annotated.children(entity.head):
        token = annotated.tokens[c]
        if token.relation == "appos" or (
            token.relation in {"compound", "flat", "nmod"} and token.lemma.lower() in LEADERS | MEMBERS
        ):
            yield c
    if head.relation in {"appos", "flat", "compound"} and head.head >= 0:
        yield head.head


def _body_of(cast: Cast, office: int) -> Argument | None:
    """What an office is of: a possessive, a nationality, a compound, or an "of/at/for/in" phrase."""
    annotated = cast.annotated
    for c in annotated.children(office):
        token = annotated.tokens[c]
        if (
            token.deprel == "nmod:poss"
            or (
                token.relation in {"amod", "compound", "nmod"}
                and not preposition(annotated, c)
                and _is_body(cast, c)
            )
        ) and token.text.lower() not in {"his", "her", "its", "their", "prime", "chief"}:
            return own(cast, c) if token.upos != "PRON" else cast.argument(c, "relation")
    for p, i in obliques(annotated, office):
        if p in {"of", "at", "for", "in", "with", "from"} and (cast.is_actor(i) or cast.is_place(i)):
            return own(cast, i)
    return None


def _is_body(cast: Cast, index: int) -> bool:
    """Whether a modifier of an office names a state, a place or an organisation, and not another title or a name."""
    token = cast.annotated.tokens[index]
    if country_of(token.text) or token.lemma.lower() in BODIES | GROUPS:
        return True
    return token.upos == "PROPN" and (
        cast.is_place(index) or cast.entity_type(index) in {EntityType.ORGANISATION, EntityType.PLACE}
    )


def members(cast: Cast) -> Iterator[Link]:
    """ "Carla X of Puerto Securities", "who speaks for …", "all of them from Liwa al-Fajr"."""
    annotated = cast.annotated
    for entity in annotated.entities:
        if entity.type is not EntityType.PERSON:
            continue
        for p, i in obliques(annotated, entity.head):
            organisation = cast.entity_type(i) is EntityType.ORGANISATION and _is_named(cast, i)
            if p in {"of", "from", "with", "at"} and organisation and not cast.is_place(i):
                member = person(cast, entity) if entity.named else own(cast, entity.head)
                if entity.named or p == "from":
                    yield member, Predicate.MEMBER_OF, own(cast, i), entity.head
        yield from _speaks_for(cast, entity)


def _is_named(cast: Cast, index: int) -> bool:
    """Whether a body's phrase holds a name: "the Amal movement"."""
    below = (index, *cast.annotated.children(index))
    return any(cast.annotated.tokens[i].upos == "PROPN" for i in below)


def _speaks_for(cast: Cast, entity: Entity) -> Iterator[Link]:
    annotated = cast.annotated
    for c in annotated.children(entity.head):
        token = annotated.tokens[c]
        if (
            token.deprel == "acl:relcl"
            and token.lemma.lower() in {"speak", "work", "study", "serve", "teach", "fight"}
            and entity.named
        ):
            for p, i in obliques(annotated, c):
                if p in {"for", "at", "in", "with"} and (cast.entity_type(i) is EntityType.ORGANISATION):
                    yield person(cast, entity), Predicate.MEMBER_OF, own(cast, i), entity.head


def _leader(cast: Cast, index: int) -> Argument | None:
    """Who leads, by name: "Aminata Togola, a physician who directs the centre"."""
    token = cast.annotated.tokens[index]
    entity = cast.by_head.get(token.head if token.relation == "appos" and token.head >= 0 else index)
    if entity is not None and entity.named and entity.type is EntityType.PERSON:
        return person(cast, entity)
    return own(cast, index)


def allies(cast: Cast) -> Iterator[Link]:
    """ "JNIM, an ally of al-Qaeda", "an al-Qaeda affiliate", "pledged allegiance to", "who fight alongside the army"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in {"ally", "affiliate"} and token.relation == "appos" and token.head >= 0:
            other = oblique(annotated, token.index, "of", "to")
            if other is not None:
                yield own(cast, token.head), Predicate.ALLIED_WITH, own(cast, other), token.index
        elif lemma in {"allegiance", "loyalty"} and token.relation == "obj" and token.head >= 0:
            first = subject(annotated, token.head)
            to = [*obliques(annotated, token.index), *obliques(annotated, token.head)]
            other = next((i for p, i in to if p == "to"), None)
            if first is not None and other is not None and cast.is_actor(first):
                yield own(cast, first), Predicate.ALLIED_WITH, own(cast, other), token.index
        elif lemma == "fight" and token.upos == "VERB":
            first = subject(annotated, token.index)
            other = oblique(annotated, token.index, "alongside", "beside")
            if first is not None and other is not None:
                yield cast.argument(first, "relation"), Predicate.ALLIED_WITH, own(cast, other), token.index


def leads_by_verb(cast: Cast) -> Iterator[Link]:
    """ "… which the United States chairs", "X, which is led by Y", "a rival faction under Y"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.lemma.lower() in LEADING and token.upos == "VERB" and token.deprel == "acl:relcl":
            leader, led = subject(annotated, token.index), patient(annotated, token.index)
            if leader is None or led is None or leader == led or annotated.tokens[led].upos == "PRON":
                continue
            if annotated.tokens[led].lemma.lower() in {"deal", "agreement", "talks", "meeting"}:
                continue
            if cast.is_actor(leader):
                yield _leader(cast, leader), Predicate.LEADS, own(cast, led), token.index
        elif token.lemma.lower() in {"loyal", "close"} and token.upos == "ADJ" and token.head >= 0:
            ally = oblique(annotated, token.index, "to")
            if (
                ally is not None
                and cast.is_actor(ally)
                and (cast.is_actor(token.head) or name_of(cast, token.head))
            ):
                yield (
                    name_of(cast, token.head) or cast.argument(token.head, "relation"),
                    Predicate.ALLIED_WITH,
                    cast.argument(ally, "relation"),
                    token.index,
                )
