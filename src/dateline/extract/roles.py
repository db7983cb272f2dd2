"""Who and what plays a part in an event mention: arguments read off the tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.extract.cast import Cast, modifier_weapons, weapon_at
from dateline.extract.hits import is_time, is_where
from dateline.extract.mention import Trigger
from dateline.extract.role_phrases import (
    asked,
    is_device,
    nested,
    owners,
    phrases,
    split_weapons,
    subject_list,
    turned,
    with_weapons,
)
from dateline.extract.tree import (
    agent,
    coordinated,
    is_passive,
    obliques,
    patient,
)
from dateline.languages.en.events import LAUNCHING, LIGHT, SETTING_OFF, SUFFER
from dateline.languages.en.people import REFLEXIVE
from dateline.languages.en.speech import PLATFORMS
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
        doer, target = turned(cast, verb)
    used = set(trigger.words)
    actors, weapons = split_weapons(cast, [doer] if doer is not None else [])
    if target is not None and annotated.tokens[target].text.lower() in REFLEXIVE:
        target = None
    recipients = [
        i for i in ([target] if target is not None and target not in used else []) if i not in actors
    ]
    wanted = {*trigger.frame.prepositions, *trigger.frame.words[1:]}
    aimed = [
        i
        for p, i in phrases(annotated, trigger)
        if p in wanted and not is_time(cast, i) and not is_where(cast, p, i)
    ]
    object_weapons = [i for i in recipients if weapon_at(annotated, i)]
    if aimed and (
        object_weapons
        or "thing" in trigger.frame.flags
        or not recipients
        or (trigger.frame.type is not EventType.ASSAULT and not any(cast.is_actor(r) for r in recipients))
        or trigger.frame.lemma in LAUNCHING
    ):
        weapons += object_weapons
        recipients = [
            i
            for i in recipients
            if i not in object_weapons and i not in weapons and "thing" not in trigger.frame.flags
        ]
        recipients += aimed
    elif object_weapons and trigger.frame.lemma in LAUNCHING | SETTING_OFF:
        weapons += object_weapons
        recipients = [i for i in recipients if i not in object_weapons]
    if "thing" in trigger.frame.flags and not is_passive(annotated, verb):
        actors = [a for a in actors if a not in subject_list(annotated, verb) or cast.is_actor(a)]
    if "reverse" in trigger.frame.flags or "end" in trigger.frame.flags:
        thing = patient(annotated, verb)
        armed = [
            i for i in (coordinated(annotated, thing) if thing is not None else ()) if weapon_at(annotated, i)
        ]
        weapons, recipients = weapons + armed, [r for r in recipients if r not in armed]
    weapons += with_weapons(annotated, verb)
    if trigger.frame.type is EventType.REQUEST and not any(cast.is_actor(r) for r in recipients):
        recipients += asked(cast, verb)
    if "thing" in trigger.frame.flags and doer is not None and is_device(cast, doer) and doer not in weapons:
        weapons, actors = [*weapons, doer], [a for a in actors if a != doer]
    return _parties(cast, trigger, _spread(cast, actors, recipients, weapons, mutual=False))


def _noun_roles(cast: Cast, trigger: Trigger) -> Roles:
    annotated, noun = cast.annotated, trigger.token
    actors = list(owners(cast, noun)) if "reverse" not in trigger.frame.flags else []
    recipients: list[int] = []
    weapons: list[int] = list(modifier_weapons(annotated, noun))
    actors = [a for a in actors if a not in weapons]
    for p, i in nested(annotated, noun):
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
    done = [d for d in done if annotated.tokens[d].lemma.lower() not in PLATFORMS]
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
