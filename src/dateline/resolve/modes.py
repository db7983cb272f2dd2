"""How far two modes of attack may be two papers' words for one attack.

Reports differ about the means more than about the place: a drone is first called a rocket, a mine a bomb, an
ambush a clash. Modes of one family are such words for each other; a few pairs across families are told of
one attack too (a suicide bomb and the gunmen behind it). All other pairs are held to be two attacks.
"""

from __future__ import annotations

from dateline.model.vocabulary import Mode

AIR = frozenset({Mode.DRONE, Mode.AIRSTRIKE, Mode.MISSILE, Mode.ROCKET})
EXPLOSIVE = frozenset({Mode.BOMBING, Mode.SUICIDE_BOMBING, Mode.MINE, Mode.GRENADE})
GUN = frozenset({Mode.SHOOTING, Mode.RAID, Mode.CLASH, Mode.ABDUCTION})
FAMILIES = (AIR, EXPLOSIVE, GUN)

# Pairs across families (or outside any) that reports give for one attack, with what that costs in bits.
_BRIDGES: dict[frozenset[Mode], float] = {
    frozenset({Mode.SHELLING, Mode.ROCKET}): 0.0,
    frozenset({Mode.SHELLING, Mode.MISSILE}): 0.0,
    frozenset({Mode.SHELLING, Mode.AIRSTRIKE}): -1.0,
    frozenset({Mode.SHELLING, Mode.DRONE}): -1.5,
    frozenset({Mode.SHELLING, Mode.GRENADE}): -1.0,
    frozenset({Mode.BOMBING, Mode.AIRSTRIKE}): -1.0,
    frozenset({Mode.BOMBING, Mode.DRONE}): -1.0,
    frozenset({Mode.BOMBING, Mode.MISSILE}): -1.5,
    frozenset({Mode.BOMBING, Mode.RAID}): -1.5,
    frozenset({Mode.SUICIDE_BOMBING, Mode.RAID}): -0.5,
    frozenset({Mode.SUICIDE_BOMBING, Mode.SHOOTING}): -1.0,
    frozenset({Mode.SUICIDE_BOMBING, Mode.DRONE}): -2.0,
    frozenset({Mode.GRENADE, Mode.SHOOTING}): -1.0,
    frozenset({Mode.GRENADE, Mode.RAID}): -1.5,
    frozenset({Mode.MINE, Mode.RAID}): -2.0,
    frozenset({Mode.ARSON, Mode.RAID}): -1.0,
    frozenset({Mode.ARSON, Mode.GRENADE}): -1.5,
    frozenset({Mode.STABBING, Mode.RAID}): -2.0,
    frozenset({Mode.SHELLING, Mode.CLASH}): -1.5,
}
# Being taken and being shot at are different things done to different people, though in one ambush.
_WITHIN: dict[frozenset[Mode], float] = {
    frozenset({Mode.SHOOTING, Mode.ABDUCTION}): -1.5,
    frozenset({Mode.CLASH, Mode.ABDUCTION}): -2.0,
    frozenset({Mode.MINE, Mode.SUICIDE_BOMBING}): -1.0,
}

SAME, FAMILY, UNSAID, CONFLICT = 1.5, 0.5, 0.0, -6.0


def _table() -> dict[tuple[Mode, Mode], float]:
    bits: dict[tuple[Mode, Mode], float] = {}
    for left in Mode:
        for right in Mode:
            bits[left, right] = _bits(left, right)
    return bits


def _bits(left: Mode, right: Mode) -> float:
    if Mode.OTHER in (left, right):
        return UNSAID
    if left is right:
        return SAME
    pair = frozenset({left, right})
    if pair in _WITHIN or pair in _BRIDGES:
        return _WITHIN.get(pair, _BRIDGES.get(pair, 0.0))
    return FAMILY if any(pair <= family for family in FAMILIES) else CONFLICT


_AGREEMENT = _table()


def agreement(left: Mode | None, right: Mode | None) -> float:
    """The evidence in bits that two modes give for (above 0) or against (below 0) one attack."""
    return UNSAID if left is None or right is None else _AGREEMENT[left, right]


def same_family(left: Mode | None, right: Mode | None) -> bool:
    """Whether the two may be words for the same means; an unsaid mode may be any."""
    return agreement(left, right) >= 0
