"""A statement of harm before its people are counted, and what makes one fatal."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.tree import obliques
from dateline.languages.en.fates import FATALLY
from dateline.model.annotation import AnnotatedDocument


@dataclass(frozen=True, slots=True)
class Statement:
    """A word of harm and the head of the phrase of those it speaks of; `hit` leaves their outcome open."""

    killed: bool
    token: int
    people: int
    hit: bool = False


def is_fatal(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether a verb of harm tells of dead by what stands beside it: "fatally", "to death", "dead", "gunned down"."""
    beside = {
        annotated.tokens[i].text.lower() for i in (verb - 1, verb + 1) if 0 <= i < len(annotated.tokens)
    }
    to_death = any(
        p == "to" and annotated.tokens[i].lemma.lower() == "death" for p, i in obliques(annotated, verb)
    )
    after = annotated.tokens[verb + 1].text.lower() if verb + 1 < len(annotated.tokens) else ""
    dead = after == "dead" or (after == "down" and annotated.tokens[verb].lemma.lower() == "gun")
    return bool(beside & FATALLY) or to_death or dead
