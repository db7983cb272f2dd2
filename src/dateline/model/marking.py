"""Handling rules: what a marking says, what it is put on, and how several on one value add up.

Labels are those of the Traffic Light Protocol 2.0 (FIRST, 2022). CLEAR and GREEN may go to every partner that is
cleared for them; AMBER and above only to those that `release_to` names, because these labels leave the choice of
recipients to the source. Nothing that bears no marking goes to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.model.vocabulary import PlacePrecision, TimePrecision


class Tlp(StrEnum):
    """TLP 2.0 labels, the least restrictive first."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for clear, up to 4 for red."""
        return TLPS.index(self)

    @property
    def shown(self) -> str:
        """The label as people write it: "TLP:AMBER+STRICT"."""
        return f"TLP:{self.value.upper()}"


TLPS = tuple(Tlp)
NAMED_ONLY = frozenset({Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED})
"""Labels whose recipients the source names one by one."""


class Words(StrEnum):
    """How much of a document's own words goes along: none, its title and address, or its text too."""

    NONE = "none"
    REFERENCE = "reference"
    TEXT = "text"


PLACES = (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)
"""How finely a place may be said at most, the finest first."""

TIMES = (TimePrecision.MONTH, TimePrecision.YEAR)
"""The same for times."""

RELIABILITY, CREDIBILITY = "ABCDEF", "123456"
"""The Admiralty letters and digits (NATO AJP-2.1): of a source, and of what it says."""


@dataclass(frozen=True, slots=True)
class Marking:
    """Who may have something, and how. `tlp` None withholds it from everybody.

    `release_to` are ids of partners; where it is empty, CLEAR and GREEN go to all who are cleared. `expires` is the
    last day of release. `place` and `time` are the finest precision that may be said, `source` the words that stand
    in for a source that is not named. `onward` lets recipients pass it on.
    """

    tlp: Tlp | None
    release_to: tuple[str, ...] = ()
    words: Words = Words.NONE
    expires: date | None = None
    place: PlacePrecision | None = None
    time: TimePrecision | None = None
    source: str | None = None
    onward: bool = False
    reliability: str | None = None
    credibility: str | None = None

    def admits(self, partner: str, clearance: Tlp, today: date) -> bool:
        """Whether it lets a partner with that clearance have the thing today."""
        return self.refusal(partner, clearance, today) is None

    def refusal(self, partner: str, clearance: Tlp, today: date) -> str | None:
        """Why a partner with that clearance may not have the thing today, in words; None where it may."""
        if self.tlp is None:
            return "withheld from everybody"
        if clearance.rank < self.tlp.rank:
            return f"{self.tlp.shown} is above its clearance, {clearance.shown}"
        if self.expires is not None and self.expires < today:
            return f"its last day of release was {self.expires.isoformat()}"
        if self.release_to:
            return None if partner in self.release_to else "it is not among the partners named"
        return f"{self.tlp.shown} goes only to partners named" if self.tlp in NAMED_ONLY else None

    @property
    def narrows(self) -> bool:
        """Whether it blurs what it lets through, so that the document's own words can't go along."""
        return self.place is not None or self.time is not None or self.source is not None


@dataclass(frozen=True, slots=True)
class Target:
    """What a marking is put on: a document, one of its claims, a field of either, or a judgement by its number.

    A claim is an event (e1), a tally (t1) or a responsibility (r1); `start` and `end` (exclusive) are its characters,
    by which it is found again after the document was read anew.
    """

    document: str | None = None
    claim: str | None = None
    start: int | None = None
    end: int | None = None
    field: str | None = None
    judgement: int | None = None

    def __str__(self) -> str:
        if self.judgement is not None:
            return f"judgement {self.judgement}"
        named = f"{self.document}/{self.claim}" if self.claim else str(self.document)
        return f"{named} {self.field}" if self.field else named


@dataclass(frozen=True, slots=True)
class Marked:
    """A marking on record; of several on one target the newest counts."""

    number: int
    at: datetime
    author: str
    target: Target
    marking: Marking
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Handling:
    """What several markings come to together: the strictest of each. It says nothing of who else has it."""

    tlp: Tlp
    onward: bool
    expires: date | None = None

    @classmethod
    def of(cls, markings: Iterable[Marking]) -> Handling:
        """The strictest label, the earliest end, and onward release only where all allow it."""
        found = [m for m in markings if m.tlp is not None]
        labels = [m.tlp for m in found if m.tlp is not None]
        ends = [m.expires for m in found if m.expires is not None]
        label = max(labels, key=lambda tlp: tlp.rank, default=Tlp.RED)
        return cls(label, bool(found) and all(m.onward for m in found), min(ends, default=None))

    def with_(self, other: Handling) -> Handling:
        """The stricter of each."""
        ends = [e for e in (self.expires, other.expires) if e is not None]
        label = max((self.tlp, other.tlp), key=lambda tlp: tlp.rank)
        return Handling(label, self.onward and other.onward, min(ends, default=None))
