"""What two documents as a whole say for or against their events being one happening, in bits with the reason in words.

Reports of one happening share its names: victims, suspects, officers, streets, ages. The cosine of the names' vectors,
each name weighted by its surprise, tells more than how many they share, since long texts share much by chance (Salton
and Buckley 1988, "Term-weighting approaches in automatic text retrieval"). Names are words in two texts here, compared
and forgotten. The levels were fitted to the part `tune` of the Gun Violence Archive (`python -m bench.gva`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt

from dateline.resolve.profile import Batch, Profile

Finding = tuple[float, str]

# (cosine, bits), straight lines in between.
NAMES = (
    (0.0, -2.0),
    (0.05, -1.5),
    (0.1, -0.5),
    (0.15, 0.5),
    (0.2, 2.0),
    (0.3, 4.0),
    (0.4, 5.5),
    (0.5, 6.5),
    (0.7, 7.0),
)
TITLES = ((0.0, 0.0), (0.5, 4.0), (1.0, 4.0))
FEW = 200.0  # the squared length of about three rare words: one shared name of a short text says little
_LESS = 0.65  # of what shared names count between two reports of one outlet, whose pages share its own people and places


def naming_agreement(left: Profile, right: Profile, batch: Batch) -> Finding | None:
    """How much of what the two documents name they share; a passage further down is not held to its document."""
    if not left.told.names or not right.told.names:
        return None
    shared = left.told.names & right.told.names
    alike = cosine(
        shared,
        batch.name_bits,
        batch.name_mass[left.report.document] * batch.name_mass[right.report.document],
    )
    bits = between(NAMES, alike)
    if bits < 0:
        return (bits, "the documents name other things") if left.leads and right.leads else None
    if left.outlets & right.outlets:
        bits *= _LESS
    return bits, f"the documents share the names {_rarest(shared, batch.name_bits)}"


def title_agreement(left: Profile, right: Profile, batch: Batch) -> Finding | None:
    """Telling words in both titles, for what the documents begin with."""
    shared = left.told.title & right.told.title
    if not shared or not (left.leads and right.leads):
        return None
    bits = batch.title_bits
    masses = (sum(bits[w] ** 2 for w in one.told.title) for one in (left, right))
    alike = cosine(shared, bits, next(masses) * next(masses))
    return between(TITLES, alike), f"both titles have {_rarest(shared, bits)}"


def cosine(shared: frozenset[str], bits: Mapping[str, float], masses: float) -> float:
    """Of two vectors of words, by what they share and the product of their squared lengths; smaller for a few words."""
    return sum(bits[w] ** 2 for w in shared) / (sqrt(masses) + FEW)


def between(levels: Sequence[tuple[float, float]], value: float) -> float:
    """The bits of a value by straight lines between levels."""
    for (low, below), (high, above) in pairwise(levels):
        if value <= high:
            return below + (above - below) * (value - low) / (high - low)
    return levels[-1][1]


def _rarest(shared: frozenset[str], bits: Mapping[str, float]) -> str:
    return ", ".join(sorted(shared, key=lambda w: (-bits[w], w))[:3])
