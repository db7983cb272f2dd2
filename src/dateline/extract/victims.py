"""The harmed as arguments: which phrases of a statement of harm name somebody that an event was done to."""

from __future__ import annotations

from dateline.annotate.numbers import number_value
from dateline.extract.mention import Harm
from dateline.model.reading import Argument


def victims(harm: Harm) -> tuple[Argument, ...]:
    """The harmed as recipients: not those that none of was harmed, not a part of others, not the attackers themselves."""
    if harm.part or harm.count.high == 0:
        return ()
    return tuple(v for v in harm.victims if not is_bare(v) and not _ATTACKERS & set(v.name.lower().split()))


def is_bare(victim: Argument) -> bool:
    """Whether a phrase names nobody: a number, or the state alone ("Four dead", "the wounded")."""
    words = victim.name.lower().replace("-", " ").split()
    return all(number_value([w]) is not None or w in _STATES for w in words)


_STATES = frozenset(
    "the of dead wounded injured hurt killed others other people person more another toll number body bodies corpse corpses remains loss life lives fatalities casualties "
    "at least about around some than a an or all dozen dozens scores nearly almost up to".split()
) - {"people", "person"}
_ATTACKERS = frozenset("attackers attacker assailants assailant bombers bomber".split())
