"""Lasting relations between actors and places: who is part of, leads, hosts, sponsors, stands beside whom.

Read off names and the words between them: "(PMF)", "alias", "Iran-backed", "a professor at", "prime minister",
"hosting", "X's radio station, Y", "Talata Mafara LGA, Zamfara".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.relation_affiliations import affiliations
from dateline.extract.relation_appositions import appositions, name_of
from dateline.extract.relation_names import short_names
from dateline.extract.relation_offices import allies, leads_by_verb, members, offices
from dateline.extract.relation_places import based, countries, hosts, places, sites
from dateline.extract.relation_ties import ties
from dateline.extract.relation_words import Link, named, own, own_word
from dateline.extract.tree import child, oblique, obliques, patient, subject
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import ALLIED, INSTITUTIONS, PARTS, PAYING, SPONSORED, UNITS
from dateline.model.annotation import Token
from dateline.model.reading import Argument, Relation
from dateline.model.vocabulary import EntityType, Predicate


def find_relations(cast: Cast) -> tuple[Relation, ...]:
    """All relations in text order, none twice."""
    rules = (
        short_names, _aliases, _backed, _paid, offices, members, _parts, hosts, places, based, leads_by_verb, allies,
        appositions, affiliations, ties, countries, sites,
    )  # fmt: skip
    found: dict[tuple[str, Predicate, str], Relation] = {}
    for subject_, predicate, object_, index in sorted(
        (r for rule in rules for r in rule(cast)), key=lambda r: r[3]
    ):
        if subject_ is None or object_ is None or subject_.name.lower() == object_.name.lower():
            continue
        sentence = cast.annotated.sentence_of(index)
        relation = Relation(subject_, predicate, object_, (cast.annotated.sentence_span(sentence),))
        if not any(_repeats(relation, other) for other in found.values()):
            found[subject_.name, predicate, object_.name] = relation
    whole = [r.subject for r in found.values() if r.predicate is Predicate.ALSO_KNOWN_AS]
    return tuple(_in_full(r, whole) for r in found.values())


def _in_full(relation: Relation, names: Sequence[Argument]) -> Relation:
    """The relation under the full name, where the words before a bracket show that its subject's goes on."""
    inside = relation.subject.mention
    for name in names:
        if name.mention != inside and name.mention.start <= inside.start and inside.end <= name.mention.end:
            return replace(relation, subject=name)
    return relation


def _repeats(one: Relation, other: Relation) -> bool:
    """Whether two relations say the same of the same words, or of the same names."""
    if one.predicate is not other.predicate:
        return False
    named = one.subject.name == other.subject.name and one.object.name == other.object.name
    return named or (
        one.subject.mention.overlaps(other.subject.mention)
        and one.object.mention.overlaps(other.object.mention)
    )


def _aliases(cast: Cast) -> Iterator[Link]:
    """ "Popular Mobilization Forces (PMF)", "Eusebio N., alias …", "a front calling itself …", "known as …"."""
    annotated = cast.annotated
    tokens = annotated.tokens
    ends = {e.last: e for e in annotated.entities if e.named}
    spelled = {index for _, _, _, index in short_names(cast)}
    for entity in annotated.entities:
        before = entity.first - 1
        if before < 1 or not entity.named:
            continue
        bracketed = (
            tokens[before].text == "("
            and entity.last + 1 < len(tokens)
            and tokens[entity.last + 1].text == ")"
        )
        if bracketed and entity.span.text.isupper() and before - 1 in ends and entity.last not in spelled:
            yield (
                own(cast, ends[before - 1].head),
                Predicate.ALSO_KNOWN_AS,
                own(cast, entity.head),
                entity.head,
            )
    for token in tokens:
        yield from _called(cast, token)


def _called(cast: Cast, token: Token) -> Iterator[Link]:
    lemma = token.lemma.lower()
    annotated = cast.annotated
    if lemma not in {"alias", "aka", "a.k.a.", "call"}:
        return
    after = next((e for e in annotated.entities if e.named and 0 < e.first - token.index <= 3), None)
    if lemma in {"alias", "aka", "a.k.a."} and after is not None:
        before = [
            e for e in annotated.entities if e.named and e.last < token.index and token.index - e.last <= 3
        ]
        if before:
            yield own(cast, before[-1].head), Predicate.ALSO_KNOWN_AS, own(cast, after.head), token.index
    elif lemma == "call" and token.xpos in {"VBG", "VBP", "VBZ"} and after is not None:
        target = patient(annotated, token.index)
        first = subject(annotated, token.index)
        if target is not None and annotated.tokens[target].text.lower() in {
            "itself",
            "himself",
            "themselves",
        }:
            yield (
                own(cast, first) if first is not None else None,
                Predicate.ALSO_KNOWN_AS,
                own(cast, after.head),
                token.index,
            )


def _backed(cast: Cast) -> Iterator[Link]:
    """ "Iran-backed militias": the phrase is sponsored by Iran; "Iran-aligned" allies; "U.S.-led" leads."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.text.lower()
        if (
            lemma not in SPONSORED | ALLIED | {"led"}
            or token.index < 2
            or annotated.tokens[token.index - 1].text not in "-‐"
        ):
            continue
        sponsor = annotated.tokens[token.index - 2]
        if token.head < 0 or not (
            sponsor.upos == "PROPN" or country_of(sponsor.text) or sponsor.lemma == "state"
        ):
            continue
        if not cast.is_actor(token.head) or (
            cast.annotated.tokens[token.head].upos == "PROPN" and cast.is_place(token.head)
        ):
            continue
        phrase, patron = named(cast, token.head), own_word(cast, sponsor)
        if lemma == "led":
            yield patron, Predicate.LEADS, phrase, token.index
        else:
            yield (
                phrase,
                Predicate.SPONSORED_BY if lemma in SPONSORED else Predicate.ALLIED_WITH,
                patron,
                token.index,
            )


def _paid(cast: Cast) -> Iterator[Link]:
    """ "Militias paid by the Emirates", "a group financed by Norway", "the channel run by the Houthis"."""
    for token in cast.annotated.tokens:
        if token.lemma.lower() not in PAYING or token.relation != "acl" or token.head < 0:
            continue
        patron = oblique(cast.annotated, token.index, "by")
        if patron is not None and cast.is_actor(patron) and cast.is_actor(token.head):
            yield _titled(cast, token.head), Predicate.SPONSORED_BY, own(cast, patron), token.index


def _titled(cast: Cast, index: int) -> Argument | None:
    """A described body under the name that it stands beside: "the Register, a group financed by …"."""
    token = cast.annotated.tokens[index]
    if token.relation == "appos" and token.head >= 0 and cast.annotated.tokens[token.head].upos == "PROPN":
        return own(cast, token.head)
    return named(cast, index)


def _parts(cast: Cast) -> Iterator[Link]:
    """ "Hezbollah's Radwan Force", "a human rights ministry of the NUG", "factions within the PMF", "make up part of"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        kind = cast.entity_type(token.index)
        if kind is EntityType.ORGANISATION and token.upos == "PROPN":
            owner = child(annotated, token.index, "nmod:poss")
            if (
                owner is not None
                and annotated.tokens[owner].upos == "PROPN"
                and cast.entity_type(owner) is EntityType.ORGANISATION
                and annotated.tokens[owner].entity[:1] == "B"
            ):
                yield own(cast, token.index), Predicate.PART_OF, own(cast, owner), token.index
        if token.lemma.lower() in PARTS and token.xpos != "NNS":
            for p, i in obliques(annotated, token.index):
                named = annotated.tokens[i].upos == "PROPN" and cast.entity_type(i) in {
                    EntityType.ORGANISATION,
                    None,
                }
                if (
                    p in {"of", "within", "in", "inside"}
                    and named
                    and not cast.is_place(i)
                    and token.upos == "NOUN"
                    and name_of(cast, token.index) is None
                ):
                    yield own(cast, token.index), Predicate.PART_OF, own(cast, i), token.index
        yield from _made_of(cast, token)
        yield from _owned_unit(cast, token)


def _owned_unit(cast: Cast, token: Token) -> Iterator[Link]:
    """ "The army's 29th Brigade", "NATO's peacekeeping force, KFOR", "EULEX, the EU's police mission"."""
    annotated = cast.annotated
    if token.lemma.lower() not in PARTS | UNITS | INSTITUTIONS:
        return
    owner = child(annotated, token.index, "nmod:poss")
    if (
        owner is None
        or not cast.is_actor(owner)
        or _is_people(cast, owner)
        or _is_one_name(cast, owner, token)
    ):
        return
    whole = own(cast, owner) if annotated.tokens[owner].upos != "PRON" else cast.argument(owner, "relation")
    name = name_of(cast, token.index)
    if name is not None:
        yield name, Predicate.PART_OF, whole, token.index
    elif annotated.tokens[owner].upos == "PRON" or cast.is_place(owner) or token.entity[:1] == "I":
        return
    elif token.lemma.lower() in INSTITUTIONS or any(
        annotated.tokens[c].upos == "PROPN" or annotated.tokens[c].text[:1].isdigit()
        for c in annotated.children(token.index)
        if c > owner
    ):
        yield own(cast, token.index), Predicate.PART_OF, whole, token.index


def _is_one_name(cast: Cast, owner: int, token: Token) -> bool:
    """Whether possessive and noun are one name: "the People's Defence Force"."""
    tags = [t.entity for t in cast.annotated.tokens[owner : token.index + 1]]
    return bool(tags) and tags[0][:1] == "B" and all(tag[:1] == "I" for tag in tags[1:])


def _is_people(cast: Cast, owner: int) -> bool:
    """Whether an owner is a single person, and no group known by the name of its people ("the Houthis")."""
    word = cast.annotated.tokens[owner]
    return cast.entity_type(owner) is EntityType.PERSON and word.xpos != "NNPS"


def _made_of(cast: Cast, token: Token) -> Iterator[Link]:
    """ "The militias make up a large part of X", "X, an umbrella composed of roughly 40 groups"."""
    annotated = cast.annotated
    if token.lemma.lower() == "part" and token.relation in {"obj", "root", "xcomp"}:
        member = subject(annotated, token.index if token.relation == "root" else token.head)
        whole = oblique(annotated, token.index, "of")
        if member is not None and whole is not None and cast.is_actor(whole) and cast.is_actor(member):
            yield cast.argument(member, "relation"), Predicate.PART_OF, own(cast, whole), token.index
    if token.lemma.lower() in {"compose", "consist", "make"} and token.relation == "acl" and token.head >= 0:
        member = oblique(annotated, token.index, "of")
        if member is not None:
            yield own(cast, member), Predicate.PART_OF, cast.argument(token.head, "relation"), token.index
