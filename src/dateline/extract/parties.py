"""Whether a political act is between public bodies, and what else its frame asks of the words around it."""

from __future__ import annotations

from dateline.extract.bodies import is_public_body
from dateline.extract.cast import Cast
from dateline.extract.frame_checks import is_crowd, is_force
from dateline.extract.mention import Trigger
from dateline.extract.roles import Roles
from dateline.languages.en.politics import HANDING_OVER, ROUNDS
from dateline.languages.en.targets import FORCES
from dateline.model.vocabulary import EventType


def is_public(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether a political event is between public bodies: its actor, or its recipient where no actor is said.

    Private people meet, ask and refuse every day; only states, organisations, armed groups, office holders and
    crowds make events that a coder records (PLOVER manual, section on actors).
    """
    flags = trigger.frame.flags
    if trigger.frame.type is EventType.COERCE and not flags & {"state", "person", "network"}:
        return True
    if trigger.frame.lemma == "riot" and not trigger.noun:
        return True
    if ("pact" in flags and trigger.noun) or "network" in flags or ("reverse" in flags and roles.recipients):
        return True
    if trigger.frame.type is EventType.CONSULT and not roles.actors and set(trigger.frame.words[1:]) & ROUNDS:
        return True
    if trigger.frame.type is EventType.MOBILIZE and not roles.actors:
        return is_force(cast, trigger, roles) or any(
            cast.annotated.tokens[i].lemma.lower() in FORCES for i in cast.annotated.subtree(trigger.token)
        )
    if trigger.frame.type is EventType.PROTEST and trigger.noun and _is_handed_over(cast, trigger):
        return False
    if trigger.frame.type is EventType.PROTEST and is_crowd(cast, trigger, roles):
        return True
    if trigger.frame.type is EventType.REQUEST and any(is_public_body(cast, r) for r in roles.recipients):
        return bool(roles.actors)
    parties = roles.actors or (roles.recipients if trigger.noun or _is_actorless(trigger) else ())
    if "weak" in flags and not (
        roles.actors and (roles.recipients or not trigger.noun or trigger.frame.type is EventType.PROTEST)
    ):
        return False
    return any(is_public_body(cast, i) for i in parties)


def _is_handed_over(cast: Cast, trigger: Trigger) -> bool:
    """Whether a protest is a diplomat's, which is conveyed: an accusation, and no march."""
    above = cast.annotated.tokens[trigger.token].head
    verb = cast.annotated.tokens[above].lemma.lower() if above >= 0 else ""
    return verb in HANDING_OVER


def _is_actorless(trigger: Trigger) -> bool:
    """Types that reports give without saying who acts: arrests, deployments, sanctions, threats received."""
    return bool(trigger.frame.flags & {"reverse", "leave"}) or trigger.frame.type in {
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.SANCTION,
        EventType.ACCUSE,
        EventType.RETREAT,
    }
