"""Whether a run of words names a place.

In: a run, what the gazetteer has under it, and what stands around it. Out: a verdict. The model's tags weigh most;
position, the word of kind and how well known a place is decide where the tags are silent or say otherwise.
"""

from __future__ import annotations

from enum import IntEnum

from dateline.annotate.toponym_surroundings import Surroundings
from dateline.annotate.toponyms import Looked
from dateline.knowledge.folding import fold
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.toponyms import (
    BELONGING,
    FACILITIES,
    HYPHENATED,
    LOCATIVE,
    NEVER_ALONE,
    ORGANISATION_ENDINGS,
    PLACING,
    QUALIFIERS,
    ROADS,
    UNITS,
)

WELL_KNOWN = 150_000
"""Inhabitants above which a name that no tag supports is taken for the city."""


class Verdict(IntEnum):
    """How sure it is that a run names a place."""

    NO = 0
    UNSURE = 1
    YES = 2


class Judge:
    """Verdicts on the runs of one document."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def judge(self, first: int, last: int, looked: Looked, start: int) -> Verdict:
        """Whether the run from `first` to `last` names a place."""
        run = self.around.tokens[first : last + 1]
        text = run[0].text.lower() if first == last else ""
        if text.rstrip(".") in NEVER_ALONE or self.around.is_other(first, last):
            return Verdict.NO
        kinds = {token.entity[2:] for token in run if token.entity != "O"}
        if self.around.is_people(first, last):
            return (
                Verdict.YES
                if self.around.next(last) == "border" and kinds <= {"NATIONALITY", "PLACE"}
                else Verdict.NO
            )
        if kinds & {"PERSON", "ORGANISATION"}:
            return self._judge_other(first, last, looked)
        if run[-1].text.lower() in ORGANISATION_ENDINGS and not (looked.senses and looked.whole):
            return Verdict.NO
        if first < last and not looked.senses and self.around.joins_lands(first, last):
            return Verdict.NO
        if first == last and self.around.is_person(first) and not self.around.holders(last):
            return Verdict.NO
        if kinds & {"PLACE", "FACILITY"}:
            return self._judge_tagged(first, last, looked)
        return self._judge_untagged(first, last, looked, start)

    def _judge_tagged(self, first: int, last: int, looked: Looked) -> Verdict:
        """A run that the model calls a place: all of it if the gazetteer lacks the name."""
        if looked.senses and (looked.whole or looked.unit):
            return Verdict.YES
        if self.around.tokens[first].text.lower() in ROADS and self.around.tokens[last].text[:1].isdigit():
            return Verdict.YES
        if self.around.goes_on_before(first):
            return Verdict.NO
        ends = self.around.entities[first] if self.around.tokens[first].entity[:1] == "B" else -1
        while ends >= 0 and self.around.glued(ends) and self.around.entities[ends + 2] >= 0:
            ends = max(ends + 2, self.around.entities[ends + 2])
        return Verdict.YES if ends == last else Verdict.NO

    def _judge_other(self, first: int, last: int, looked: Looked) -> Verdict:
        """A run that the model calls a person or an organisation: a place only in a place's position."""
        whole = self.around.tokens[first].entity[:1] == "B" and self.around.entities[first] == last
        if not looked.senses or self.around.titled(first):
            return Verdict.NO
        person = self.around.tokens[first].entity[2:] == "PERSON"
        if self.around.is_dateline(first, last) or (
            self.around.is_known(first, last, looked) and self.around.next(last) in BELONGING
        ):
            return Verdict.YES
        if self.around.next(last) in UNITS - FACILITIES or (self.around.next(last) in FACILITIES and whole):
            return Verdict.YES
        ends = self.around.entities[last] in (-1, last)
        if last > first and looked.whole and ends and self.around.before(first) in PLACING:
            return Verdict.YES
        if not whole:
            return Verdict.NO
        known = self.around.is_land(first, last)
        if self.around.holders(last) and not person:
            return Verdict.YES
        if self.around.before(first) in PLACING:
            return Verdict.YES if known or looked.senses[0].population > 10_000 else Verdict.UNSURE
        if self.around.next(last) in BELONGING or self.around.comes_from(first):
            return Verdict.YES if looked.senses[0].population > 10_000 else Verdict.UNSURE
        return Verdict.UNSURE if not person or known else Verdict.NO

    def _judge_untagged(self, first: int, last: int, looked: Looked, start: int) -> Verdict:
        """A run without a tag: a place if it is well known, or stands where places stand."""
        if first == last and self.around.tokens[first].upos not in {"PROPN", "ADJ", "NOUN", "X"}:
            return Verdict.NO
        if looked.senses and self.around.glued(last) and self.around.tokens[last + 2].text in HYPHENATED:
            return Verdict.YES
        village = self.around.of_kind(first)
        kind = self.around.tokens[
            self.around.with_kind(last, self.around.annotated.sentence_of(last).last)
        ].text.lower()
        followed = kind in UNITS and self.around.next(last) in UNITS | QUALIFIERS
        if village and (looked.senses or self.around.tokens[first].upos == "PROPN"):
            return Verdict.YES
        if not looked.senses:
            proper = all(
                t.upos in {"PROPN", "X", "PUNCT", "ADJ"} for t in self.around.tokens[first : last + 1]
            )
            bare = fold(looked.name).split()
            return (
                Verdict.YES
                if followed
                and proper
                and not set(bare) & NEVER_ALONE
                and not country_of(looked.name)
                and self.around.before(first) in LOCATIVE | {"and"}
                else Verdict.NO
            )
        if not looked.whole and not looked.unit:
            return Verdict.NO
        if self.around.is_known(first, last, looked) or followed:
            return Verdict.YES
        if self.around.holders(last) or self.around.is_dateline(first, last):
            return Verdict.YES
        big = looked.senses[0].population > WELL_KNOWN
        if self.around.before(first) in PLACING or (self.around.before(first) in LOCATIVE and big):
            return (
                Verdict.YES
                if self.around.tokens[last].upos in {"PROPN", "X"} or first > start + 1
                else Verdict.UNSURE
            )
        return Verdict.UNSURE if first > start or big else Verdict.NO
