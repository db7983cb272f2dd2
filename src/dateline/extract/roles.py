"""Who and what plays a part in an event mention: arguments read off the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.annotate.entities import word_type
from dateline.extract.cast import Cast, modifier_weapons, weapon_at
from dateline.extract.hits import is_time, is_where
from dateline.extract.mention import Trigger
from dateline.extract.tree import (
    agent,
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
from dateline.languages.en.events import LIGHT, SUFFER
from dateline.languages.en.people import ARMED, REFLEXIVE
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import EntityType, EventType


@dataclass(frozen=True, slots=True)
class Roles:
    """The token indexes that play each part."""

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    weapons: tuple[int, ...] = ()


def roles_of(cast: Cast, trigger: Trigger) -> Roles:
    """Actors, recipients and weapons of a trigger by the frame of its word."""
    return _noun_roles(cast, trigger) if trigger.noun else _verb_roles(cast, trigger)


def _verb_roles(cast: Cast, trigger: Trigger) -> Roles:
    annotated, verb = cast.annotated, trigger.token
    doer, target = agent(annotated, verb), patient(annotated, verb)
    if "reverse" in trigger.frame.flags:
        doer, target = _turned(cast, verb)
    used = set(trigger.words)
    actors, weapons = _split_weapons(cast, [doer] if doer is not None else [])
    if target is not None and annotated.tokens[target].text.lower() in REFLEXIVE:
        target = None
    recipients = [
        i for i in ([target] if target is not None and target not in used else []) if i not in actors
    ]
    wanted = {*trigger.frame.prepositions, *trigger.frame.words[1:]}
    aimed = [
        i
        for p, i in _phrases(annotated, trigger)
        if p in wanted and not is_time(cast, i) and not is_where(cast, p, i)
    ]
    object_weapons = [i for i in recipients if weapon_at(annotated, i)]
    if aimed and (
        object_weapons
        or "thing" in trigger.frame.flags
        or not recipients
        or (trigger.frame.type is not EventType.ASSAULT and not any(cast.is_actor(r) for r in recipients))
        or trigger.frame.lemma in {"fire", "launch", "throw", "lob", "hurl", "aim", "drop"}
    ):
        weapons += object_weapons
        recipients = [
            i
            for i in recipients
            if i not in object_weapons and i not in weapons and "thing" not in trigger.frame.flags
        ]
        recipients += aimed
    elif object_weapons and trigger.frame.lemma in {
        "fire",
        "launch",
        "throw",
        "lob",
        "hurl",
        "aim",
        "drop",
        "detonate",
        "explode",
    }:
        weapons += object_weapons
        recipients = [i for i in recipients if i not in object_weapons]
    if "thing" in trigger.frame.flags and not is_passive(annotated, verb):
        actors = [a for a in actors if a not in _subject_list(annotated, verb) or cast.is_actor(a)]
    if "reverse" in trigger.frame.flags or "end" in trigger.frame.flags:
        thing = patient(annotated, verb)
        armed = [
            i for i in (coordinated(annotated, thing) if thing is not None else ()) if weapon_at(annotated, i)
        ]
        weapons, recipients = weapons + armed, [r for r in recipients if r not in armed]
    weapons += _with_weapons(annotated, verb)
    if trigger.frame.type is EventType.REQUEST and not any(cast.is_actor(r) for r in recipients):
        recipients += _asked(cast, verb)
    if "thing" in trigger.frame.flags and doer is not None and _is_device(cast, doer) and doer not in weapons:
        weapons, actors = [*weapons, doer], [a for a in actors if a != doer]
    return _parties(cast, trigger, _spread(cast, actors, recipients, weapons, mutual=False))


def _asked(cast: Cast, verb: int) -> list[int]:
    """Of whom something is demanded that a clause names: "demanded that France leave"."""
    clause = child(cast.annotated, verb, "ccomp")
    first = child(cast.annotated, clause, "nsubj") if clause is not None else None
    named = first is not None and cast.annotated.tokens[first].upos != "PRON"
    return [first] if first is not None and named and (cast.is_actor(first) or cast.is_place(first)) else []


def _is_device(cast: Cast, index: int) -> bool:
    """Whether what went off is called a device or a booby trap, and no vehicle: "a booby-trapped door"."""
    words = {cast.annotated.tokens[i].lemma.lower() for i in (index, *cast.annotated.subtree(index))}
    token = cast.annotated.tokens[index]
    return token.lemma.lower() in {"device", "charge", "parcel", "package"} or bool(
        words & {"booby", "booby-trapped"}
    )


def _turned(cast: Cast, verb: int) -> tuple[int | None, int | None]:
    """Doer and target of a verb whose subject suffers it: "a lorry triggered a mine"; armed men trigger it on others."""
    first = subject(cast.annotated, verb)
    if (
        first is not None
        and cast.annotated.tokens[first].lemma.lower() in ARMED
        and patient(cast.annotated, verb) is not None
    ):
        return first, None
    return None, first


def _subject_list(annotated: AnnotatedDocument, verb: int) -> list[int]:
    first = subject(annotated, verb)
    return [first] if first is not None else []


def _phrases(annotated: AnnotatedDocument, trigger: Trigger) -> Iterator[tuple[str, int]]:
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


def _with_weapons(annotated: AnnotatedDocument, verb: int) -> list[int]:
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


def _split_weapons(cast: Cast, doers: Iterable[int]) -> tuple[list[int], list[int]]:
    """Those who do it apart from what they do it with; a weapon's nationality acts for its owner."""
    actors: list[int] = []
    weapons: list[int] = []
    for doer in doers:
        for each in coordinated(cast.annotated, doer):
            if weapon_at(cast.annotated, each) is not None:
                weapons.append(each)
                actors += list(owners(cast, each))
            else:
                actors.append(each)
    return actors, weapons


def owners(cast: Cast, index: int) -> Iterator[int]:
    """Who a thing belongs to by its modifiers: "Israeli" of "an Israeli drone", "Russia" of "Russia's missiles"."""
    annotated = cast.annotated
    for c in annotated.children(index):
        token = annotated.tokens[c]
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
            or (token.upos == "PROPN" and cast.is_actor(c) and not _is_place_only(cast, c))
            or (
                word_type(token.lemma.lower()) is not None
                and token.upos == "NOUN"
                and weapon_of([token.lemma.lower(), annotated.tokens[index].lemma.lower()]) is None
            )
        ):
            yield c


def _is_place_only(cast: Cast, index: int) -> bool:
    return cast.is_place(index) and not country_of(cast.annotated.tokens[index].text)


def _noun_roles(cast: Cast, trigger: Trigger) -> Roles:
    annotated, noun = cast.annotated, trigger.token
    actors = list(owners(cast, noun)) if "reverse" not in trigger.frame.flags else []
    recipients: list[int] = []
    weapons: list[int] = list(modifier_weapons(annotated, noun))
    actors = [a for a in actors if a not in weapons]
    for p, i in _nested(annotated, noun):
        if p == "between" or (
            p in trigger.frame.prepositions and not is_time(cast, i) and not is_where(cast, p, i)
        ):
            recipients.append(i)
        elif p == "by":
            (weapons if weapon_at(annotated, i) else actors).append(i)
        elif (
            p == "of" and trigger.frame.type is EventType.ASSAULT and not recipients and not cast.is_place(i)
        ):
            recipients.append(i)
        elif p in {"with", "using", "involving"} and weapon_at(annotated, i):
            weapons.append(i)
    if trigger.clause != noun:
        carried = _carried(cast, trigger)
        actors, recipients = actors + carried[0], recipients + carried[1]
    mutual = any(p == "between" for p, _ in obliques(annotated, noun))
    return _parties(cast, trigger, _spread(cast, actors, recipients, weapons, mutual))


_ON_THINGS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})


def _parties(cast: Cast, trigger: Trigger, roles: Roles) -> Roles:
    """The roles with only those who can be party to a political act as its recipients.

    A charge or a claim that is rejected stands for whoever made it; forces that are sent are no recipients.
    """
    if trigger.frame.type in _ON_THINGS:
        return roles
    if trigger.frame.type is EventType.MOBILIZE:
        return Roles(roles.actors, (), roles.weapons)
    done = [
        i
        for r in roles.recipients
        for i in ([r] if cast.is_actor(r) or cast.is_place(r) else owners(cast, r))
    ]
    makers = [
        i
        for r in roles.recipients
        if not cast.is_actor(r)
        for p, i in obliques(cast.annotated, r)
        if p in {"by", "from"} and cast.is_actor(i)
    ]
    return Roles(
        roles.actors,
        tuple(d for d in dict.fromkeys([*done, *makers]) if d not in roles.actors),
        roles.weapons,
    )


def _nested(annotated: AnnotatedDocument, noun: int) -> Iterator[tuple[str, int]]:
    """The phrases of a noun, and those that the parse hangs from its first phrase: "a strike from the air on …"."""
    for p, i in obliques(annotated, noun):
        yield p, i
        if p in {"from", "of", "in", "by"} and annotated.tokens[i].upos == "NOUN":
            yield from ((q, j) for q, j in obliques(annotated, i) if q in {"on", "against", "at", "by"})


def _carried(cast: Cast, trigger: Trigger) -> tuple[list[int], list[int]]:
    """What a light verb adds to its noun: its agent as actor (or as recipient, for verbs of suffering)."""
    annotated, verb = cast.annotated, trigger.clause
    doer = agent(annotated, verb)
    doers = [doer] if doer is not None and doer != trigger.token else []
    aimed = [
        i
        for p, i in obliques(annotated, verb)
        if p in trigger.frame.prepositions and not is_time(cast, i) and not is_where(cast, p, i)
    ]
    lemma = annotated.tokens[verb].lemma.lower()
    if lemma in SUFFER:
        return [], doers + aimed
    if lemma not in LIGHT:
        target = patient(annotated, verb)
        aimed += [target] if target is not None and target != trigger.token else []
        doers = [
            d
            for d in doers
            if d not in coordinated(annotated, trigger.token)
            and trigger.token not in coordinated(annotated, d)
        ]
    return doers, aimed


def _spread(
    cast: Cast, actors: Iterable[int], recipients: Iterable[int], weapons: Iterable[int], mutual: bool
) -> Roles:
    """The parts with coordinated phrases told apart; those who act on each other are all actors."""
    annotated = cast.annotated
    doers = [each for a in actors for each in coordinated(annotated, a)]
    done = [each for r in recipients for each in coordinated(annotated, r)]
    if mutual:
        doers, done = doers + [d for d in done if cast.is_actor(d)], []
    arms = list(dict.fromkeys(weapons))
    doers = [d for d in dict.fromkeys(doers) if cast.is_actor(d) and d not in arms]
    return Roles(
        tuple(doers), tuple(d for d in dict.fromkeys(done) if d not in doers and d not in arms), tuple(arms)
    )


def has_people(cast: Cast, indexes: Iterable[int]) -> bool:
    """Whether any of the phrases names people or a body of people."""
    return any(
        cast.entity_type(i) in {EntityType.PERSON, EntityType.ORGANISATION, EntityType.NATIONALITY}
        for i in indexes
    )
