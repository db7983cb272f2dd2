"""What becomes of each document in a release, and why: for those who release, never for the partner.

The reasons come from the rules by which a release is worked out, so that they can't say anything else than what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.claim_anchor import claim_anchors
from dateline.model.marking import Marked, Marking, Words
from dateline.model.partner import Partner
from dateline.model.reading import Reading
from dateline.share.release.ids import Ids
from dateline.share.release.material import Material
from dateline.share.release.redact import blame_is_seen
from dateline.share.release.rules import ClaimRule, DocumentRule, Key, document_rule, newest_markings

Refusal = Callable[[Marking], str | None]

UNMARKED = "it bears no marking"


class Outcome(StrEnum):
    """What becomes of a document: it goes as it is marked, less of it goes, or none of it."""

    GIVEN = "given"
    NARROWED = "narrowed"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What of a document is kept back or said less finely: "e1", "e1 places", or all of it; how, and why."""

    item: str
    how: str
    why: str


@dataclass(frozen=True, slots=True)
class Fate:
    """One document's outcome. `why` is told of what is withheld, `theirs` is the partner's id of what isn't.

    `claims` is how many the document makes, `given` how many of them go; `words` how much of its own words goes along.
    """

    document: str
    outcome: Outcome
    why: str | None
    narrowings: tuple[Narrowing, ...]
    claims: int
    given: int
    words: Words
    theirs: str | None


def fates(material: Material, partner: Partner, today: date) -> tuple[Fate, ...]:
    """The fate of every document, in the material's order."""
    marked, gone, ids = (
        material.by_document(),
        material.retracted(),
        Ids(material.secret, partner.id),
    )

    def refusal(marking: Marking) -> str | None:
        return marking.refusal(partner.id, partner.clearance, today)

    def fate(reading: Reading) -> Fate:
        key = reading.document.id
        kept_back = "retracted" if key in gone else material.kept_back(key, partner, today)
        told = _Told(reading, marked.get(key, ()), refusal)
        return told.withheld(kept_back) if kept_back else told.fate(ids)

    return tuple(fate(reading) for reading in material.readings)


class _Told:
    """One document on its way out."""

    def __init__(self, reading: Reading, marked: Sequence[Marked], refusal: Refusal) -> None:
        self._reading, self._marked, self._refusal = reading, marked, refusal
        self._claims = [anchor.id for anchor in claim_anchors(reading)]

    def withheld(self, why: str) -> Fate:
        key = self._reading.document.id
        return Fate(key, Outcome.WITHHELD, why, (), len(self._claims), 0, Words.NONE, None)

    def fate(self, ids: Ids) -> Fate:
        newest = newest_markings(self._reading, self._marked)
        own = newest.get((None, None))
        if own is None:
            return self.withheld(UNMARKED)
        refused = self._refusal(own)
        rule = document_rule(self._reading, self._marked, lambda marking: self._refusal(marking) is None)
        if refused or rule is None:
            return self.withheld(refused or "none of its claims may go")
        narrowings = tuple(self._narrowings(newest, own, rule))
        key = self._reading.document.id
        outcome = Outcome.NARROWED if narrowings else Outcome.GIVEN
        given = len(rule.claims) - len(self._blame_hidden(rule))
        theirs = ids.of("document", key)
        return Fate(key, outcome, None, narrowings, len(self._claims), given, rule.words, theirs)

    def _narrowings(
        self, newest: Mapping[Key, Marking], own: Marking, rule: DocumentRule
    ) -> Iterator[Narrowing]:
        if rule.source is not None:
            yield Narrowing("source", f"described as “{rule.source}”", "its marking says so")
        for claim in self._claims:
            if claim not in rule.claims:
                yield Narrowing(claim, "withheld", self._why(newest, (claim, None)))
            else:
                yield from self._of_claim(newest, claim, rule.claims[claim])
        for claim in self._blame_hidden(rule):
            yield Narrowing(
                claim, "withheld", "it would tell the source, a speaker, or an event that is withheld"
            )
        if own.words is not Words.NONE and rule.words is Words.NONE:
            yield Narrowing("words", "withheld", "they would tell what is withheld or said less finely")

    def _blame_hidden(self, rule: DocumentRule) -> list[str]:
        """Responsibilities that might go, but for the speakers, actors and events that they tell."""
        told = enumerate(self._reading.responsibility, 1)
        return [f"r{n}" for n, one in told if f"r{n}" in rule.claims and not blame_is_seen(rule, n, one)]

    def _of_claim(self, newest: Mapping[Key, Marking], claim: str, rule: ClaimRule) -> Iterator[Narrowing]:
        for field in sorted(rule.hidden):
            yield Narrowing(f"{claim} {field}", "withheld", self._why(newest, (claim, field), (None, field)))
        if rule.place is not None and "places" not in rule.hidden:
            yield Narrowing(
                f"{claim} places", f"no finer than {rule.place.value}", "its marking coarsens them"
            )
        if rule.time is not None and "when" not in rule.hidden:
            yield Narrowing(f"{claim} when", f"no finer than {rule.time.value}", "its marking coarsens it")

    def _why(self, newest: Mapping[Key, Marking], *keys: Key) -> str:
        """The first refusal among the markings of these keys."""
        refusals = (self._refusal(newest[key]) for key in keys if key in newest)
        return next(filter(None, refusals), "")
