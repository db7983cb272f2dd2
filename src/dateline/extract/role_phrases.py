"""Phrases around a trigger that may be its parties and weapons: subjects, owners, what is aimed at, what it is done with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.annotate.entities import word_type
from dateline.extract.cast import Cast, weapon_at
from dateline.extract.hits import is_time
from dateline.extract.mention import Trigger
from dateline.extract.tree import (
    child,
    coordinated,
    is_passive,
    obliques,
    patient,
    preposition,
    subject,
)
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.weapons import weapon_of
from dateline.languages.en.people import ARMED
from dateline.model.annotation import AnnotatedDocument


def asked(cast: Cast, verb: int) -> list[int]:
    """Of whom something is demanded that a clause names: "demanded that France leave"."""
    clause = child(cast.annotated, verb, "ccomp")
    first = child(cast.annotated, clause, "nsubj") if clause is not None else None
    named = first is not None and cast.annotated.tokens[first].upos != "PRON"
    return [first] if first is not None and named and (cast.is_actor(first) or cast.is_place(first)) else []


def is_device(cast: Cast, index: int) -> bool:
    """Whether what went off is called a device or a booby trap, and no vehicle: "a booby-trapped door"."""
    words = {cast.annotated.tokens[i].lemma.lower() for i in (index, *cast.annotated.subtree(index))}
    token = cast.annotated.tokens[index]
    return token.lemma.lower() in {"device", "charge", "parcel", "package"} or bool(
        words & {"booby", "booby-trapped"}
    )


def turned(cast: Cast, verb: int) -> tuple[int | None, int | None]:
    """Doer and target of a verb whose subject suffers it: "a lorry triggered a mine"; armed men trigger it on others."""
    first = subject(cast.annotated, verb)
    if (
        first is not None
        and cast.annotated.tokens[first].lemma.lower() in ARMED
        and patient(cast.annotated, verb) is not None
    ):
        return first, None
    return None, first


def subject_list(annotated: AnnotatedDocument, verb: int) -> list[int]:
    first = subject(annotated, verb)
    return [first] if first is not None else []


def phrases(annotated: AnnotatedDocument, trigger: Trigger) -> Iterator[tuple[str, int]]:
    """Prepositional phrases under a trigger, its clause, and the object of its clause."""
    seen: set[int] = set()
    places = [trigger.token, trigger.clause, *trigger.words]
    own_object = child(annotated, trigger.clause, "obj")
    if own_object is not None:
        places.append(own_object)
    for place in dict.fromkeys(places):
        for found in obliques(annotated, place):
            if found[1] not in seen:
                seen.add(found[1])
                yield found


def with_weapons(annotated: AnnotatedDocument, verb: int) -> list[int]:
    """Weapons named in "with", "using" and "by" phrases and as objects of participles below the verb."""
    found = [
        i
        for p, i in obliques(annotated, verb)
        if p in {"with", "by", "from", "of", "in"} and weapon_at(annotated, i)
    ]
    for c in annotated.children(verb):
        if annotated.tokens[c].lemma.lower() == "use" and annotated.tokens[c].relation == "advcl":
            used = child(annotated, c, "obj")
            found += [used] if used is not None and weapon_at(annotated, used) else []
    return [w for i in found for w in coordinated(annotated, i)]


def split_weapons(cast: Cast, doers: Iterable[int]) -> tuple[list[int], list[int]]:
    """Those who do it apart from what they do it with; a weapon's nationality acts for its owner."""
    actors: list[int] = []
    weapons: list[int] = []
    for doer in doers:
        for each in coordinated(cast.annotated, doer):
            if weapon_at(cast.annotated, each) is not None:
                weapons.append(each)
                actors += [*owners(cast, each), *_holders(cast, each)]
            else:
                actors.append(each)
    return actors, weapons


def _holders(cast: Cast, weapon: int) -> Iterator[int]:
    """Whose a weapon that acts is, by its "of": "a drone of the FARDC", "a military jet"."""
    for c in cast.annotated.children(weapon):
        token = cast.annotated.tokens[c]
        of = token.relation == "nmod" and preposition(cast.annotated, c) == "of" and cast.is_actor(c)
        if of or (token.relation == "amod" and token.lemma.lower() == "military"):
            yield c


def owners(cast: Cast, index: int) -> Iterator[int]:
    """Who a thing belongs to by its modifiers: "Israeli" of "an Israeli drone", "Russia" of "Russia's missiles"."""
    annotated = cast.annotated
    for c in annotated.children(index):
        token = annotated.tokens[c]
        if is_time(cast, c):
            continue
        if token.deprel == "nmod:poss" and cast.is_actor(c):
            yield c
        elif token.deprel == "acl" and is_passive(annotated, c):
            yield from (i for p, i in obliques(annotated, c) if p == "by" and cast.is_actor(i))
        elif (
            token.relation in {"amod", "compound", "nmod"}
            and token.upos in {"ADJ", "PROPN", "NOUN"}
            and preposition(annotated, c) == ""
        ) and (
            country_of(token.text)
            or (token.upos == "PROPN" and cast.is_actor(c) and not is_place_only(cast, c))
            or (
                word_type(token.lemma.lower()) is not None
                and token.upos == "NOUN"
                and weapon_of([token.lemma.lower(), annotated.tokens[index].lemma.lower()]) is None
            )
        ):
            yield c


def is_place_only(cast: Cast, index: int) -> bool:
    return cast.is_place(index) and not country_of(cast.annotated.tokens[index].text)


def nested(annotated: AnnotatedDocument, noun: int) -> Iterator[tuple[str, int]]:
    """The phrases of a noun, and those that the parse hangs from its first phrase: "a strike from the air on …"."""
    for p, i in obliques(annotated, noun):
        yield p, i
        if p in {"from", "of", "in", "by"} and annotated.tokens[i].upos == "NOUN":
            yield from ((q, j) for q, j in obliques(annotated, i) if q in {"on", "against", "at", "by"})
