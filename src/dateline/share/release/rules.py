"""The markings of a document -> what of it one partner may see: which claims and fields, how finely, with how many words.

Everything here is "narrower only": a document that isn't let through lets no claim through, a claim no field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.model.claim_anchor import claim_anchors, found_claims
from dateline.model.marking import PLACES, TIMES, Handling, Marked, Marking, Words
from dateline.model.reading import Reading
from dateline.model.vocabulary import PlacePrecision, TimePrecision

Level = TypeVar("Level", PlacePrecision, TimePrecision)
Admits = Callable[[Marking], bool]
Key = tuple[str | None, str | None]
"""A claim, or None for the document, and a field, or None for all of it."""


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """What of a claim that may be seen is hidden, and how finely its place and time may be said."""

    hidden: frozenset[str]
    place: PlacePrecision | None
    time: TimePrecision | None
    credibility: str | None


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """What of a document may be seen: `claims` by id, the finest time of its own, and words in place of its source."""

    claims: Mapping[str, ClaimRule]
    words: Words
    time: TimePrecision | None
    source: str | None
    handling: Handling
    reliability: str | None


def document_rule(reading: Reading, marked: Sequence[Marked], admits: Admits) -> DocumentRule | None:
    """The rule of one document, given its markings, oldest first; None where nothing of it may be seen."""
    newest = newest_markings(reading, marked)
    own = newest.get((None, None))
    if own is None or not admits(own):
        return None
    anchors = [anchor.id for anchor in claim_anchors(reading)]
    seen = [key for key in anchors if (key, None) not in newest or admits(newest[key, None])]
    claims = {key: _claim_rule(key, own, newest, admits) for key in seen}
    if not claims:
        return None
    used = [m for key, m in newest.items() if key[0] in (None, *seen) and admits(m)]
    blurred = any(m.narrows for m in used) or any(rule.hidden for rule in claims.values())
    whole = len(seen) == len(anchors) and not blurred
    return DocumentRule(
        claims,
        own.words if whole else Words.NONE,
        _coarsest(TIMES, [m.time for m in used]),
        next((m.source for m in used if m.source), None),
        Handling.of(used),
        own.reliability,
    )


def newest_markings(reading: Reading, marked: Sequence[Marked]) -> dict[Key, Marking]:
    """The newest marking of the document, of each claim as it is found now, and of their fields."""
    anchors = claim_anchors(reading)
    newest: dict[Key, Marking] = {}
    for one in marked:
        target = one.target
        found = found_claims(target, anchors) if target.claim else (None,)
        newest |= dict.fromkeys(((claim, target.field) for claim in found), one.marking)
    return newest


def _claim_rule(key: str, own: Marking, newest: Mapping[Key, Marking], admits: Admits) -> ClaimRule:
    fields = [(field, m) for (claim, field), m in newest.items() if field and claim in (None, key)]
    hidden = frozenset(field for field, marking in fields if not admits(marking))
    claim = newest.get((key, None), own)
    places = [own.place, claim.place, *(m.place for field, m in fields if field == "places")]
    times = [own.time, claim.time, *(m.time for field, m in fields if field == "when")]
    return ClaimRule(hidden, _coarsest(PLACES, places), _coarsest(TIMES, times), claim.credibility)


def _coarsest(order: Sequence[Level], levels: Sequence[Level | None]) -> Level | None:
    return max((level for level in levels if level is not None), key=order.index, default=None)
