"""A tally before it has an id, and what all finders of tallies share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.annotate.attribution import Frame
from dateline.extract.cast import Cast
from dateline.extract.mention import EventMention, Harm
from dateline.extract.mentions import Found
from dateline.extract.scope import Scope
from dateline.extract.tree import ancestors
from dateline.model.annotation import TimeMention
from dateline.model.reading import Argument, Place
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, HarmType, Mode

WINDOWS = frozenset({"since", "window"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A tally before it has an id: `token` is where it stands, `unit` what it counts."""

    token: int
    count: Count
    type: EventType | HarmType
    mode: Mode | None = None
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeMention | None = None
    rule: str = ""


class Ground:
    """What all finders of one document's tallies share; `used` are tokens that only count, `undated` those
    of attacks whose period is that of a count, `compared` starts of times."""

    def __init__(self, cast: Cast, found: Found, frames: tuple[Frame, ...]) -> None:
        self.cast, self.found, self.frames = cast, found, frames
        self.annotated = cast.annotated
        self.scope = Scope(self.annotated, [m.trigger for m in found.mentions])
        self.used: set[int] = set()
        self.undated: set[int] = set()
        self.compared: set[int] = set()


class Finder:
    """A finder over one document's ground, with the questions that several finders ask."""

    def __init__(self, ground: Ground) -> None:
        self.cast, self.found, self.frames = ground.cast, ground.found, ground.frames
        self.annotated, self.scope = ground.annotated, ground.scope
        self.used, self.compared, self.undated = ground.used, ground.compared, ground.undated

    def draft(self, mention: EventMention, count: Count, rule: str) -> Draft:
        return Draft(
            mention.trigger.token,
            count,
            mention.type,
            mention.mode,
            mention.actors,
            mention.recipients,
            mention.places,
            mention.time,
            rule,
        )

    def time_near(self, index: int) -> TimeMention | None:
        sentence = self.annotated.sentence_of(index)
        inside = [t for t in self.annotated.times if sentence.first <= t.first <= sentence.last]
        return min(inside, key=lambda t: abs(t.first - index), default=None)

    def places_near(self, index: int) -> tuple[Place, ...]:
        sentence = self.annotated.sentence_of(index)
        return tuple(p.place for p in self.annotated.places if sentence.first <= p.first <= sentence.last)

    def sentence_times(self, draft: Draft) -> list[TimeMention]:
        sentence = self.annotated.sentence_of(draft.token)
        return [t for t in self.annotated.times if sentence.first <= t.first <= sentence.last]

    def harms(self) -> tuple[Harm, ...]:
        """All statements of harm with an outcome in text order, whether an event governs them or not."""
        held = (*(h for m in self.found.mentions for h in m.harms), *self.found.loose)
        return tuple(sorted((h for h in held if not h.hit), key=lambda h: h.token))

    def named(self, *heads: int) -> tuple[Argument, ...]:
        """The people or things headed by the tokens, as arguments."""
        found = (self.cast.argument(head, "object") for head in heads)
        return tuple(argument for argument in found if argument is not None)

    def same_period(self, index: int) -> bool:
        """Whether the sentence speaks of the period of a count before it: "during the same period"."""
        sentence = self.annotated.sentence_of(index)
        lemmas = [t.lemma.lower() for t in self.annotated.tokens[sentence.first : sentence.last + 1]]
        return any(
            a in {"same", "this", "that"} and b in {"period", "span"} for a, b in pairwise(lemmas)
        ) or any(a == "the" and b == "period" for a, b in pairwise(lemmas))

    def is_perfect(self, index: int) -> bool:
        """Whether the clause speaks of all the time up to now: "has not sustained any casualties"."""
        for above in (index, *ancestors(self.annotated, index)):
            if any(
                self.annotated.tokens[c].relation == "aux" and self.annotated.tokens[c].lemma == "have"
                for c in self.annotated.children(above)
            ):
                return self.annotated.tokens[above].upos == "VERB"
        return False


def spans_days(time: TimeMention) -> bool:
    """Whether a time is a period that a tally can cover."""
    return time.kind in WINDOWS or time.interval.days > 1
