"""Whether a trigger of ASSAULT means physical violence: what stands around the word tells."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.extract.cast import Cast, weapon_at
from dateline.extract.innocent import is_innocent
from dateline.extract.mention import Trigger
from dateline.extract.roles import Roles, has_people
from dateline.extract.tree import obliques, patient, subject
from dateline.languages.en.events import WAR
from dateline.languages.en.people import ARMED, STATE_FORCES
from dateline.languages.en.targets import (
    COMBAT,
    DEVICES,
    FIGURATIVE,
    LANDING,
    TARGETS,
    THROWING,
    VEHICLES,
)
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import EntityType


def is_violent(cast: Cast, trigger: Trigger, roles: Roles, harmed: bool) -> bool:
    """Whether a trigger of ASSAULT means physical violence here; `harmed` tells of harm in the same clause."""
    flags = trigger.frame.flags
    if is_innocent(cast, trigger, roles):
        return False
    if "back" in flags:
        first = subject(cast.annotated, trigger.token)
        return first is not None and cast.annotated.tokens[first].lemma.lower() in {
            "what",
            "it",
            "this",
            "that",
            "incident",
        }
    if "hard" in flags:
        return not _is_figure(cast, trigger)
    if "foes" in flags:
        return _are_foes(cast, roles)
    if "armed" in flags:
        return _is_by_armed(cast, roles)
    if "harm" in flags:
        return harmed or has_people(cast, roles.recipients)
    if "end" in flags or "weapon" in flags:
        return bool(roles.weapons) or any(
            _is_weapon_phrase(cast, r) or _is_one_of_them(cast, r) for r in roles.recipients
        )
    if "security" in flags:
        return trigger.number is not None or _has_modifier(
            cast.annotated, trigger.token, {"violent", "armed"}
        )
    if "combat" in flags:
        modified = _has_modifier(cast.annotated, trigger.token, COMBAT)
        return modified and (
            trigger.number is not None or (not trigger.definite and _ends_in_deaths(cast, trigger))
        )
    if "person" in flags:
        return has_people(cast, roles.recipients)
    if "object" in flags:
        return bool(roles.actors) and bool(roles.recipients) and not has_people(cast, roles.recipients)
    if "thing" in flags:
        return (
            bool(roles.weapons)
            or _is_device(cast, trigger)
            or (trigger.frame.lemma in LANDING and _says_projectile(cast, trigger))
        )
    if "reverse" in flags:
        return _has_mine(cast, trigger)
    if trigger.frame.lemma in THROWING and not roles.weapons and _throws_people(cast, trigger):
        return False
    return (
        harmed or bool(roles.weapons) or _hits_something(cast, roles) or _named_fighters(cast, roles, trigger)
    )


def _ends_in_deaths(cast: Cast, trigger: Trigger) -> bool:
    """Whether this sentence or the next tells of people killed, so that an operation was no mere search."""
    here = cast.annotated.sentence_of(trigger.token)
    after = cast.annotated.sentences[min(here.index + 1, len(cast.annotated.sentences) - 1)]
    words = {t.lemma.lower() for t in cast.annotated.tokens[here.first : after.last + 1]}
    return bool(words & {"kill", "dead", "neutralise", "neutralize", "eliminate", "die"})


def _are_foes(cast: Cast, roles: Roles) -> bool:
    """Whether forces meet fighters: "Marines encountered some 60 followers of the group"."""
    sides = [
        {cast.annotated.tokens[i].lemma.lower() for r in side for i in cast.annotated.subtree(r)}
        for side in (roles.actors, roles.recipients)
    ]
    fighting = ARMED | STATE_FORCES | {"marine", "follower", "bandit", "patrol", "unit", "battalion"}
    return all(side & fighting for side in sides) and any(
        side & ARMED or side & {"follower", "bandit"} for side in sides
    )


def _is_by_armed(cast: Cast, roles: Roles) -> bool:
    """Whether armed people of no state take people away or stop a vehicle: "gunmen stopped a bus"."""
    doers = {cast.annotated.tokens[i].lemma.lower() for a in roles.actors for i in cast.annotated.subtree(a)}
    if not doers & (ARMED | {"armed", "masked", "bandit", "kidnapper"}) or doers & STATE_FORCES:
        return False
    things = {cast.annotated.tokens[r].lemma.lower() for r in roles.recipients}
    return has_people(cast, roles.recipients) or bool(things & (VEHICLES | TARGETS))


def _throws_people(cast: Cast, trigger: Trigger) -> bool:
    """Whether it is people who are thrown, as by a blast: "thrown against a wall"."""
    thing = patient(cast.annotated, trigger.token)
    return thing is not None and has_people(cast, [thing])


def _is_figure(cast: Cast, trigger: Trigger) -> bool:
    """Whether what an explosion is of shows a figure of speech: "an explosion in the cost of rice"."""
    if trigger.frame.lemma not in {"explosion", "blast"}:
        return False
    inside = [i for p, i in obliques(cast.annotated, trigger.token) if p in {"of", "in"}]
    return any(not cast.is_place(i) and cast.annotated.tokens[i].lemma.lower() in FIGURATIVE for i in inside)


def _is_device(cast: Cast, trigger: Trigger) -> bool:
    """Whether what explodes is called a device, a charge or the like."""
    first = subject(cast.annotated, trigger.token)
    exploding = trigger.frame.lemma in {"go", "explode", "detonate"}
    if not exploding or first is None:
        return False
    words = {cast.annotated.tokens[i].lemma.lower() for i in cast.annotated.subtree(first)}
    return cast.annotated.tokens[first].lemma.lower() in DEVICES or bool(
        words & {"booby", "booby-trapped", "trap", "rig", "mined"}
    )


def _says_projectile(cast: Cast, trigger: Trigger) -> bool:
    """Whether the subject is a bare number or "one" that counts projectiles named before: "One landed in the yard"."""
    first = subject(cast.annotated, trigger.token)
    if first is None:
        return False
    token = cast.annotated.tokens[first]
    return token.upos == "NUM" and any(w in WAR for w in _words_before(cast, first))


def _is_one_of_them(cast: Cast, index: int) -> bool:
    """Whether a bare "a second", "one", "two of the aircraft" stands for weapons named in or just before the sentence."""
    token = cast.annotated.tokens[index]
    inner = [i for p, i in obliques(cast.annotated, index) if p == "of"]
    if inner:
        return _is_weapon_phrase(cast, inner[0])
    bare = token.upos in {"NUM", "ADJ", "DET", "PRON"} or token.text.lower() in {
        "second",
        "third",
        "other",
        "others",
    }
    return bare and any(weapon_at(cast.annotated, i) for i in _tokens_before(cast, index))


def _tokens_before(cast: Cast, index: int) -> range:
    sentence = cast.annotated.sentence_of(index)
    return range(cast.annotated.sentences[max(0, sentence.index - 1)].first, index)


def _words_before(cast: Cast, index: int) -> set[str]:
    """The lemmas of the sentence before and of the words before in the same one."""
    sentence = cast.annotated.sentence_of(index)
    start = cast.annotated.sentences[max(0, sentence.index - 1)].first
    return {cast.annotated.tokens[i].text.lower() for i in range(start, index)}


def _has_mine(cast: Cast, trigger: Trigger) -> bool:
    words = {cast.annotated.tokens[i].lemma.lower() for i in cast.annotated.subtree(trigger.token)}
    return (
        bool(words & {"mine", "landmine", "device", "bomb", "explosive", "ied"})
        or trigger.frame.words[0] == "come"
    )


def _is_weapon_phrase(cast: Cast, index: int) -> bool:
    return weapon_at(cast.annotated, index) is not None or cast.entity_type(index) in {
        EntityType.WEAPON,
        EntityType.VEHICLE,
    }


def _has_modifier(annotated: AnnotatedDocument, index: int, wanted: Iterable[str]) -> bool:
    return any(annotated.tokens[c].lemma.lower() in wanted for c in annotated.children(index))


def _hits_something(cast: Cast, roles: Roles) -> bool:
    """Whether a recipient is people, a place, a building or a vehicle."""
    for index in roles.recipients:
        lemma = cast.annotated.tokens[index].lemma.lower()
        if cast.entity_type(index) is not None or cast.is_place(index) or lemma in TARGETS:
            return True
    return False


def _named_fighters(cast: Cast, roles: Roles, trigger: Trigger) -> bool:
    """Whether those who act are fighters or forces, or the event noun stands at a place."""
    if has_people(cast, roles.actors):
        return (
            trigger.noun
            or trigger.frame.lemma == "shoot"
            or bool(roles.recipients)
            or "mutual" in trigger.frame.flags
        )
    around = (*obliques(cast.annotated, trigger.token), *obliques(cast.annotated, trigger.clause))
    return trigger.noun and (trigger.definite or any(cast.is_place(i) for _, i in around))
