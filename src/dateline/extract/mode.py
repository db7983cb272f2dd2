"""How an assault was done: by the word that names it, by the weapons around it, by who does it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast, modifier_weapons, weapon_at
from dateline.extract.mention import Trigger
from dateline.extract.roles import Roles
from dateline.model.vocabulary import EventType, Mode

_AIR = frozenset("jet warplane aircraft bomber helicopter airforce pilot plane gunship".split())
_ON_FOOT = frozenset("storm overrun descend swoop besiege".split())
_WEAK = frozenset({None, Mode.BOMBING, Mode.RAID, Mode.SHOOTING, Mode.OTHER})


def mode_of(cast: Cast, trigger: Trigger, roles: Roles) -> Mode | None:
    """The mode of a trigger of ASSAULT, None for other types and where nothing says it."""
    if trigger.frame.type is not EventType.ASSAULT:
        return None
    own = trigger.frame.mode
    if own not in _WEAK or trigger.frame.lemma in _ON_FOOT:
        return own
    if _is_aerial(cast, trigger):
        return Mode.AIRSTRIKE
    by_weapon = next((m for m in _weapon_modes(cast, trigger, roles) if m is not None), None)
    if by_weapon is Mode.AIRSTRIKE and _is_unmanned(cast):
        return Mode.DRONE
    if by_weapon is not None and not (
        own is Mode.RAID and by_weapon is Mode.SHOOTING and trigger.frame.lemma != "ambush"
    ):
        return by_weapon
    if _from_the_air(cast, trigger, roles):
        return Mode.DRONE if _is_unmanned(cast) else Mode.AIRSTRIKE
    return own


def _is_unmanned(cast: Cast) -> bool:
    """Whether the document calls its aircraft unmanned."""
    return any(t.lemma.lower() in {"unmanned", "uncrewed", "pilotless"} for t in cast.annotated.tokens)


def _weapon_modes(cast: Cast, trigger: Trigger, roles: Roles) -> Iterator[Mode | None]:
    """The modes of the weapons that belong to the trigger, nearest first."""
    for index in (*modifier_weapons(cast.annotated, trigger.token), *roles.weapons):
        weapon = weapon_at(cast.annotated, index)
        yield weapon.mode if weapon else None
    if trigger.clause != trigger.token:
        for index in modifier_weapons(cast.annotated, trigger.clause):
            weapon = weapon_at(cast.annotated, index)
            yield weapon.mode if weapon else None


def _from_the_air(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether aircraft, pilots or an air force are named as those who do it, or the noun is qualified by "air"."""
    annotated = cast.annotated
    words = {
        annotated.tokens[i].lemma.lower()
        for r in (*roles.actors, *roles.weapons)
        for i in annotated.subtree(r)
    }
    if words & _AIR:
        return True
    return "air" in words and "force" in words


def _is_aerial(cast: Cast, trigger: Trigger) -> bool:
    """Whether the noun is qualified by "air": "air and drone strikes", "an aerial attack"."""
    below = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(trigger.token)}
    return bool(below & {"air", "aerial"})
