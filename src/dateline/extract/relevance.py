"""Whether a trigger means an event, and whether a group of mentions says enough to be one.

An assault needs violence around its word (`violence.py`), a political act public parties (`parties.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.bodies import is_state
from dateline.extract.cast import Cast
from dateline.extract.frame_checks import CHECKS
from dateline.extract.mention import EventMention, Trigger
from dateline.extract.parties import is_public
from dateline.extract.roles import Roles
from dateline.extract.violence import is_violent
from dateline.model.vocabulary import Certainty, EventType, Mode


def is_event(cast: Cast, trigger: Trigger, roles: Roles, harmed: bool) -> bool:
    """Whether a trigger under its frame means an event of the frame's type; `harmed` tells of harm in its clause."""
    if trigger.frame.type is EventType.ASSAULT:
        return is_violent(cast, trigger, roles, harmed)
    if not cast.about_violence and not any(is_state(cast, i) for i in roles.actors):
        return False
    checks = (CHECKS[flag] for flag in sorted(trigger.frame.flags) if flag in CHECKS)
    return all(check(cast, trigger, roles) for check in checks) and is_public(cast, trigger, roles)


def is_worth_keeping(group: Sequence[EventMention]) -> bool:
    """Whether a group of mentions says enough to be an event: not a habit without parties, not a bare word."""
    first = group[0]
    if all("back" in m.trigger.frame.flags for m in group):
        return False
    parties = any(m.actors for m in group) and any(m.recipients for m in group)
    if all(m.certainty is Certainty.GENERAL for m in group):
        return parties
    if all(m.certainty is Certainty.POSSIBLE and m.trigger.noun for m in group):
        return parties
    if first.type is not EventType.ASSAULT:
        return True
    told = any(m.actors or m.recipients or m.places or m.time or m.harms or m.weapons for m in group)
    told = told or any(m.trigger.noun and not m.trigger.plural and not m.trigger.definite for m in group)
    told = told or any(_is_told_of(m) for m in group)
    if first.mode is Mode.CLASH and any(len(m.actors) > 1 and m.places for m in group):
        return True
    plural = all(m.trigger.noun and m.trigger.plural and m.trigger.number is None for m in group)
    over_time = any(m.time is not None and m.time.kind in {"since", "window"} for m in group)
    return told and not (plural and (over_time or not any(m.time or m.harms for m in group)))


def _is_told_of(mention: EventMention) -> bool:
    """Whether a plain word of violence is what a clause tells of: "the shooting began"."""
    trigger = mention.trigger
    return trigger.noun and "hard" in trigger.frame.flags and trigger.clause != trigger.token
