"""Two reported events -> how likely they tell of one happening, with the reasons.

Each feature gives bits of evidence, log2 of how much more often it is seen between two reports of one
happening than between two of different ones (Fellegi and Sunter 1969, "A theory for record linkage").
The bits are added to the prior; clusters are made of the sums. As features repeat each other, a sum is not the
logarithm of odds: what is shown as a link's score is the share of one happening seen among pairs with such sums.

The bits of time, place, harm, names and words were set beside their frequencies in the development half of
the Gun Violence Archive's report-to-incident links, with dates and places spoilt the way that reporting spoils
them (`python -m bench.linking FOLDER --levels` prints the table), and rounded. Those of modes come from judgement, as that
archive holds shootings only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

from dateline.model.vocabulary import EventType
from dateline.resolve.documents import naming_agreement, title_agreement
from dateline.resolve.harm import harm_agreement
from dateline.resolve.modes import CONFLICT, agreement
from dateline.resolve.profile import Batch, Profile
from dateline.resolve.told import (
    actor_agreement,
    mode_agreement,
    name_agreement,
    recipient_agreement,
    relay_agreement,
    text_agreement,
    weapon_agreement,
    word_agreement,
)
from dateline.resolve.when import gap_of, time_agreement
from dateline.resolve.where import place_agreement

Finding = tuple[float, str]
PRIOR = -4.0  # one in 16 of the pairs that share a block tells of one happening

# The natural log odds of one happening at 0 bits, and how they rise with each bit below and above. Fitted to pairs that the
# Gun Violence Archive gives when its articles are read: those of the part `tune`, on which the bits were set, and of half of
# the rest, as pairs that bits were set on look surer than others (`python -m bench.gva FOLDER --part fit --reliability`).
# Below 0 a bit is worth a bit (log 2 = .69), above it less, as features that agree repeat each other.
ODDS = (-1.42, 0.68, 0.45)
MOST = 0.999  # no pair is held to be certain


@dataclass(frozen=True, slots=True)
class Feature:
    """A named look at a pair; the weights scale the bits that `look` gives for and against (None: nothing to compare)."""

    name: str
    weight: float
    against: float
    look: Callable[[Profile, Profile, Batch], Finding | None]

    def __call__(self, left: Profile, right: Profile, batch: Batch) -> Finding | None:
        """The weighted bits and the reason."""
        found = self.look(left, right, batch)
        if found is None:
            return None
        return found[0] * (self.weight if found[0] > 0 else self.against), found[1]


# As features repeat each other, most count less than they would alone: weights from a logistic regression on the
# part `tune` of the Gun Violence Archive, rounded. Places that conflict keep their weight: among attacks of other
# kinds a place is what tells a day of strikes on five towns apart.
FEATURES: tuple[Feature, ...] = (
    Feature("time", 0.9, 1.0, lambda a, b, _: time_agreement(a, b)),
    Feature("place", 0.8, 1.0, place_agreement),
    Feature("mode", 1.0, 1.0, lambda a, b, _: mode_agreement(a, b)),
    Feature("harm", 0.8, 0.8, lambda a, b, _: harm_agreement(a, b)),
    Feature("attackers", 1.0, 1.0, lambda a, b, _: actor_agreement(a, b)),
    Feature("victims and facilities", 0.7, 0.7, recipient_agreement),
    Feature("weapon", 1.0, 1.0, lambda a, b, _: weapon_agreement(a, b)),
    Feature("words", 0.4, 0.4, word_agreement),
    Feature("names", 0.5, 0.5, name_agreement),
    Feature("documents", 1.0, 1.0, naming_agreement),
    Feature("titles", 1.0, 1.0, title_agreement),
    Feature("text", 0.5, 0.5, lambda a, b, _: text_agreement(a, b)),
    Feature("relay", 1.0, 1.0, lambda a, b, _: relay_agreement(a, b)),
)


def comparable(left: Profile, right: Profile) -> bool:
    """Whether two events of two documents can be one happening at all; of those of one see resolve/within.py.

    Assaults need modes that can be confused; other types need the same type, a shared actor and times that meet.
    """
    if left.group != right.group or left.report.document == right.report.document:
        return False
    if left.group == EventType.ASSAULT:
        return agreement(left.mode, right.mode) > CONFLICT
    if not left.actors & right.actors or left.first is None or right.first is None:
        return False
    return gap_of(left, right) <= 1


def score(left: Profile, right: Profile, batch: Batch) -> float:
    """The evidence in bits that the two tell of one happening; above 0 they more likely do."""
    total = PRIOR
    for feature in FEATURES:
        found = feature(left, right, batch)
        if found is not None:
            total += found[0]
    return total


def findings(left: Profile, right: Profile, batch: Batch) -> tuple[tuple[str, float, str], ...]:
    """(feature, bits, reason) of each feature that had something to compare, in the table's order."""
    looks = ((f.name, f(left, right, batch)) for f in FEATURES)
    return tuple((name, *found) for name, found in looks if found is not None)


def reasons(left: Profile, right: Profile, batch: Batch) -> tuple[str, ...]:
    """Why the two were held to be one, the strongest reason first, then what spoke against it."""
    told = [(bits, reason) for _, bits, reason in findings(left, right, batch) if bits]
    told.sort(key=lambda t: -t[0])
    return tuple(reason if bits > 0 else f"but {reason}" for bits, reason in told)


def probability(bits: float) -> float:
    """The share of pairs with such evidence that tell of one happening, between 0 and 1; rises with the bits."""
    even, below, above = ODDS
    odds = even + below * min(bits, 0.0) + above * max(bits, 0.0)
    return min(MOST, 1 / (1 + exp(-odds)))
