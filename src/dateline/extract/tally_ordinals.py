"""Ordinals over a period: "the third car bomb this year" says that there have been three.

In: ordinal words and the periods of their clauses. Out: one draft for each, what it counts taken from the noun that
the ordinal qualifies: an attack, a weapon that went off, people who were killed, or occasions ("the ninth time").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.numbers import ordinal_value
from dateline.extract.cast import weapon_at
from dateline.extract.mention import EventMention
from dateline.extract.tally_ground import Draft, Finder, spans_days
from dateline.extract.tree import subject
from dateline.languages.en.tallies import PEOPLE_VERBS, THINGS
from dateline.model.annotation import TimeMention, Token
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, HarmType

FURTHEST = 14
"""Words between an ordinal's noun and the period that it counts over."""


class Ordinals(Finder):
    """Ordinals that count."""

    def of_ordinals(self) -> Iterator[Draft]:
        """One draft for each ordinal with a period."""
        for token in self.annotated.tokens:
            value = ordinal_value(token.text) if token.upos in {"ADJ", "NOUN", "NUM", "ADV"} else None
            if value is None or value < 2 or self._dates(token.index):
                continue
            noun = self._noun(token)
            time = self._period(token.index, noun) if noun is not None else None
            if noun is not None and time is not None:
                last = max(noun, token.index) if noun - token.index < 6 else token.index
                count = Count(value, value, self.annotated.span(token.index, last))
                yield from self._counted(token.index, noun, count, time)

    def _dates(self, index: int) -> bool:
        return any(t.first <= index <= t.last for t in self.annotated.times if not spans_days(t))

    def _noun(self, ordinal: Token) -> int | None:
        """What the ordinal counts: the noun it qualifies, or the subject of "was the sixth"."""
        tokens = self.annotated.tokens
        if any(tokens[c].relation == "cop" for c in self.annotated.children(ordinal.index)):
            return subject(self.annotated, ordinal.index)
        if ordinal.relation not in {"amod", "nummod", "compound"} or ordinal.head < ordinal.index:
            return None
        noun = tokens[ordinal.head]
        while noun.relation in {"compound", "amod"} and noun.head > noun.index:
            noun = tokens[noun.head]
        return noun.index

    def _period(self, ordinal: int, noun: int) -> TimeMention | None:
        """The period after the noun, or right before the ordinal: "this year's third"."""
        sentence = self.annotated.sentence_of(ordinal)
        last = max(ordinal, noun)
        for time in self.annotated.times:
            after = last < time.first <= min(last + FURTHEST, sentence.last)
            before = sentence.first <= time.last < ordinal and ordinal - time.last <= 3
            if (after or before) and spans_days(time) and time.interval.days > 2:
                return time
        return None

    def _counted(self, ordinal: int, noun: int, count: Count, time: TimeMention) -> Iterator[Draft]:
        """The draft of what a noun counts."""
        tokens = self.annotated.tokens
        mention = self._mention_of(noun)
        if mention is not None:
            occasion = tokens[noun].lemma.lower() == "time"
            (self.undated if occasion else self.used).add(mention.trigger.token)
            draft = self.draft(mention, count, "ordinal")
            yield Draft(draft.token, count, draft.type, draft.mode, draft.actors, draft.recipients,
                        draft.places or self.places_near(noun), time, "ordinal")  # fmt: skip
            return
        weapon = weapon_at(self.annotated, noun)
        if weapon is not None and weapon.mode is not None:
            yield Draft(
                ordinal,
                count,
                EventType.ASSAULT,
                weapon.mode,
                places=self.places_near(noun),
                time=time,
                rule="ordinal",
            )
        elif tokens[noun].lemma.lower() in THINGS and (other := self._spoken_of(noun)) is not None:
            yield Draft(
                ordinal,
                count,
                other.type,
                other.mode,
                places=self.places_near(noun),
                time=time,
                rule="ordinal",
            )
        elif (kind := self._fate(noun)) is not None:
            yield Draft(ordinal, count, kind, recipients=self.named(noun), places=self.places_near(noun), time=time,
                        rule="ordinal")  # fmt: skip

    def _mention_of(self, noun: int) -> EventMention | None:
        """The attack that the noun names, or that its clause tells of: "the ninth time that it was hit"."""
        own = next((m for m in self.found.mentions if noun in m.trigger.words), None)
        if own is not None or self.annotated.tokens[noun].lemma.lower() != "time":
            return own
        below = set(self.annotated.subtree(noun)) | set(self.annotated.subtree(self._top(noun)))
        return next(
            (m for m in self.found.mentions if m.trigger.token in below and m.trigger.token > noun), None
        )

    def _top(self, noun: int) -> int:
        """The word that a predicate's noun stands under: trees hang "that it was hit" from either."""
        head = self.annotated.tokens[noun].head
        return head if head >= 0 else noun

    def _spoken_of(self, noun: int) -> EventMention | None:
        """The attack told of last, of which "such a device", "of its kind" is another."""
        here = self.annotated.sentence_of(noun).index
        told = [
            m for m in self.found.mentions
            if m.type is EventType.ASSAULT and m.trigger.token < noun and here - m.sentence <= 3
        ]  # fmt: skip
        return told[-1] if told else None

    def _fate(self, noun: int) -> HarmType | None:
        """What happened to people whom an ordinal counts: "the eighth deminer killed", "the fourth to be abducted"."""
        below = set(self.annotated.subtree(noun))
        harm = next((h for h in self.harms() if h.token in below and h.token > noun), None)
        if harm is not None:
            self._use(below)
            return HarmType.KILLED if harm.killed else HarmType.INJURED
        for index in sorted(below):
            kind = PEOPLE_VERBS.get(self.annotated.tokens[index].lemma.lower())
            if index > noun and kind == "DETAINED":
                self._use(below)
                return HarmType.DETAINED
        return None

    def _use(self, below: set[int]) -> None:
        self.used.update(m.trigger.token for m in self.found.mentions if m.trigger.token in below)
        self.used.update(h.token for h in self.harms() if h.token in below)
