"""What the flags of a political frame ask of the words around its trigger: aid of goods, mobilising of forces, talks of talks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.extract.bodies import is_public_body
from dateline.extract.cast import Cast
from dateline.extract.mention import Trigger
from dateline.extract.roles import Roles, has_people
from dateline.extract.tree import child, patient, subject
from dateline.languages.en.people import OFFICES
from dateline.languages.en.politics import (
    GIVING_WAY,
    NETWORKS,
    NO_AID,
    NOT_TALKED_WITH,
    PACTS,
    SANCTIONS,
    TALKS,
    VIOLENT_VOWS,
)
from dateline.languages.en.targets import (
    AID_GOODS,
    CROWDS,
    FORCES,
    PRIVATE_ACTS,
)


def _object_words(cast: Cast, trigger: Trigger) -> set[str]:
    """The lemmas of the object's phrase, of the passive subject, and of the complement clause's verb."""
    annotated = cast.annotated
    heads = [patient(annotated, trigger.token), child(annotated, trigger.token, "xcomp", "ccomp")]
    return {annotated.tokens[i].lemma.lower() for h in heads if h is not None for i in annotated.subtree(h)}


def _complement(cast: Cast, trigger: Trigger) -> str:
    index = child(cast.annotated, trigger.token, "xcomp", "ccomp")
    return cast.annotated.tokens[index].lemma.lower() if index is not None else ""


def _is_aid(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    thing = patient(cast.annotated, trigger.token)
    sent = cast.annotated.tokens[thing].lemma.lower() if thing is not None else ""
    return bool(_object_words(cast, trigger) & AID_GOODS) and sent not in NO_AID


def is_force(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    words = _object_words(cast, trigger)
    if trigger.noun or not words:
        words = words | {
            cast.annotated.tokens[i].lemma.lower()
            for r in (*roles.recipients, *roles.actors)
            for i in cast.annotated.subtree(r)
        }
    return bool(words & FORCES)


def _is_person(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return has_people(cast, roles.recipients)


def _is_talked_with(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether those visited are not the wounded or a site: "visited the injured at the hospital" is no talk."""
    thing = patient(cast.annotated, trigger.token)
    word = cast.annotated.tokens[thing].lemma.lower() if thing is not None else ""
    return word not in NOT_TALKED_WITH


def is_crowd(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    words = {cast.annotated.tokens[i].lemma.lower() for i in roles.actors}
    aims = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(trigger.token)}
    return bool(words & CROWDS) or bool(roles.actors and aims & {"protest", "demand"})


def _is_talks(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return bool(_object_words(cast, trigger) & TALKS)


def _is_sanction(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return bool(_object_words(cast, trigger) & SANCTIONS)


def _is_network(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return bool(_object_words(cast, trigger) & NETWORKS)


def _is_violent_vow(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return bool(_object_words(cast, trigger) & VIOLENT_VOWS)


def _is_pact(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return trigger.noun or bool(_object_words(cast, trigger) & PACTS)


def _is_real_clause(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether somebody is asked to do something that matters: not "asked not to be named", not "asked about"."""
    return _complement(cast, trigger) not in PRIVATE_ACTS and bool(
        _complement(cast, trigger) or roles.recipients
    )


def _is_state_act(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    return _complement(cast, trigger) not in PRIVATE_ACTS


def _is_trip(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether an office holder goes somewhere: not a plane, not troops."""
    words = {w.lower() for r in roles.actors for w in _chain_words(cast, r)}
    return bool(words & OFFICES) and not words & FORCES


def _chain_words(cast: Cast, index: int) -> list[str]:
    entity = cast.by_head.get(index)
    return [w for m in cast.chains[entity.chain] for w in m.span.text.split()] if entity else []


def _is_asked(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether a public body is asked to do something: "wants Kabul to hand over …", not "wants to leave"."""
    asked = patient(cast.annotated, trigger.token)
    act = child(cast.annotated, trigger.token, "xcomp", "ccomp")
    if asked is None or act is None or cast.annotated.tokens[act].upos != "VERB":
        return False
    return is_public_body(cast, asked) and _is_real_clause(cast, trigger, roles)


def _is_unarmed(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether who tells is no armed group, whose orders are threats, and what is told is an infinitive's act."""
    act = child(cast.annotated, trigger.token, "xcomp")
    return act is not None and any(
        cast.annotated.tokens[c].text.lower() == "to" for c in cast.annotated.children(act)
    )


def _is_none(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """ "Had no knowledge of"."""
    thing = patient(cast.annotated, trigger.token)
    below = cast.annotated.children(thing) if thing is not None else ()
    return any(cast.annotated.tokens[c].text.lower() == "no" for c in below)


def _is_of_leaving(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether a term is set for giving way: "gave the villagers three days to leave"."""
    return bool(
        {cast.annotated.tokens[i].lemma.lower() for i in cast.annotated.subtree(trigger.token)} & GIVING_WAY
    )


def _is_of_troops(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether armed forces leave a place: "peacekeepers left Mali", not "soldiers left their posts to eat"."""
    doer = subject(cast.annotated, trigger.token)
    place = patient(cast.annotated, trigger.token)
    if doer is None or place is None or not cast.is_place(place):
        return False
    words = {cast.annotated.tokens[i].lemma.lower() for i in cast.annotated.subtree(doer)}
    return bool(words & FORCES)


CHECKS: Mapping[str, Callable[[Cast, Trigger, Roles], bool]] = {
    "aid": _is_aid,
    "force": is_force,
    "person": _is_person,
    "crowd": is_crowd,
    "talks": _is_talks,
    "sanction": _is_sanction,
    "network": _is_network,
    "violent": _is_violent_vow,
    "pact": _is_pact,
    "clause": _is_real_clause,
    "state": _is_state_act,
    "talked": _is_talked_with,
    "trip": _is_trip,
    "asked": _is_asked,
    "armless": _is_unarmed,
    "none": _is_none,
    "leave": _is_of_leaving,
    "troops": _is_of_troops,
}
"""What a frame's flag asks of the words around a political trigger; all of a frame's checks must hold."""
