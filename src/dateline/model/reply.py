"""What is said to a partner about an object of its own: an opinion in five levels (STIX 2.1, section 4.14), or a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Opinion(StrEnum):
    """STIX's opinion-enum, the most doubtful first."""

    STRONGLY_DISAGREE = "strongly-disagree"
    DISAGREE = "disagree"
    NEUTRAL = "neutral"
    AGREE = "agree"
    STRONGLY_AGREE = "strongly-agree"


@dataclass(frozen=True, slots=True)
class Reply:
    """An opinion on an object of a partner, or a question about it where `opinion` is None."""

    number: int
    partner: str
    object: str
    opinion: Opinion | None
    text: str
