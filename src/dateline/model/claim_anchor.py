"""The claims of a reading by their ids, and where each stands in the text, so that a marking finds its claim again.

Events and tallies have ids (e1, t1); responsibilities are r1, r2 in the reading's order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.document import Span
from dateline.model.marking import Target
from dateline.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """A claim's id, the characters that stand for it, and all that it is mentioned with."""

    id: str
    span: Span
    mentions: tuple[Span, ...]


def claim_anchors(reading: Reading) -> tuple[ClaimAnchor, ...]:
    """Every claim that can be marked."""
    events = (ClaimAnchor(e.id, e.trigger, (e.trigger, *e.mentions)) for e in reading.events)
    tallies = (ClaimAnchor(t.id, t.number.span, (t.number.span,)) for t in reading.tallies)
    blamed = (
        ClaimAnchor(f"r{n}", r.speaker.mention, (r.speaker.mention,))
        for n, r in enumerate(reading.responsibility, 1)
    )
    return (*events, *tallies, *blamed)


def found_claims(target: Target, anchors: Sequence[ClaimAnchor]) -> tuple[str, ...]:
    """The claims that a marking's claim is now: the same one, else all of its kind at those characters.

    In doubt a restriction holds for more claims than it was put on, never for fewer.
    """
    same = [a for a in anchors if a.id == target.claim and a.span.start == target.start]
    if same:
        return tuple(a.id for a in same)
    kind = (target.claim or "")[:1]
    start, end = target.start or 0, target.end or 0
    return tuple(
        a.id for a in anchors if a.id[:1] == kind and any(m.start < end and start < m.end for m in a.mentions)
    )
