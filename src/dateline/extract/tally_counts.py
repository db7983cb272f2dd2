"""Counts of happenings: counted nouns and verbs, sums by kind, numbers whose unit was said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.extract.cast import weapon_at
from dateline.extract.mention import EventMention
from dateline.extract.tally_ground import WINDOWS, Draft, Finder
from dateline.extract.tree import ancestors, patient, subject
from dateline.languages.en.people import PEOPLE
from dateline.languages.en.tallies import COMPARING, COUNTED_NOUNS, DETENTIONS, RECORDING
from dateline.model.annotation import AnnotatedDocument, CountMention
from dateline.model.reading import Place
from dateline.model.values import Count
from dateline.model.vocabulary import EntityType, EventType, Mode


class Counts(Finder):
    """Counts of happenings."""

    def of_nouns(self) -> Iterator[Draft]:
        """Counted event nouns that speak of several happenings."""
        for mention in self.found.mentions:
            trigger = mention.trigger
            if not trigger.noun or self.annotated.tokens[trigger.token].lemma.lower() in DETENTIONS:
                continue
            if (parts := self._part_of(trigger.token)) is not None:
                self.used.add(trigger.token)
                yield from self._part_and_whole(mention, *parts)
            elif trigger.number is not None and self._is_several(mention, trigger.number):
                self.used.add(trigger.token)
                yield self.draft(mention, trigger.number, "counted noun")
                yield from self._compared(mention)

    def of_targets(self) -> Iterator[Draft]:
        """Things attacked one by one over a period: "a dozen churches have been burned since January"."""
        for mention in self.found.mentions:
            trigger = mention.trigger
            if trigger.noun or mention.type is not EventType.ASSAULT or mention.time is None:
                continue
            if mention.time.kind not in WINDOWS and mention.time.interval.days <= 7:
                continue
            thing = patient(self.annotated, trigger.clause)
            count = self._count_of(thing) if thing is not None and not mention.harms else None
            if thing is None or count is None or "harm" in trigger.frame.flags or self._times_counts(mention):
                continue
            people = (
                self.annotated.tokens[thing].lemma.lower() in PEOPLE
                or self.cast.entity_type(thing) is EntityType.PERSON
            )
            if count.low > 2 and not people and count.span.text.lower() != "multiple":
                self.used.add(trigger.token)
                yield self.draft(mention, count, "counted targets")

    def _count_of(self, thing: int) -> Count | None:
        return next((c.count for c in self.annotated.counts if c.head == thing), None)

    def _part_of(self, noun: int) -> tuple[CountMention, CountMention] | None:
        """The two numbers of "nine of the 31 attacks": the part and the whole."""
        for part, whole in pairwise(self.annotated.counts):
            if not (0 < noun - whole.last <= 4 and whole.first - part.last <= 3):
                continue
            between = {t.text.lower() for t in self.annotated.tokens[part.last + 1 : whole.first]}
            if "of" in between and between <= {"of", "the", "these", "those", "all", "its"}:
                return part, whole
        return None

    def _part_and_whole(
        self, mention: EventMention, part: CountMention, whole: CountMention
    ) -> Iterator[Draft]:
        """The part's mode is that of the weapon its sentence names before it: "landmines were used in nine of …"."""
        sentence = self.annotated.sentences[mention.sentence]
        arms = (weapon_at(self.annotated, i) for i in range(sentence.first, part.first))
        mode = next((w.mode for w in arms if w is not None and w.mode is not None), mention.mode)
        yield replace(self.draft(mention, part.count, "part of a count"), mode=mode)
        yield self.draft(mention, whole.count, "counted noun")

    def _compared(self, mention: EventMention) -> Iterator[Draft]:
        """The number of another period set against a count: "94 incidents, against 117 in August"."""
        sentence = self.annotated.sentences[mention.sentence]
        for count in self.annotated.counts:
            if (
                sentence.first < count.first <= sentence.last
                and self.annotated.tokens[count.first - 1].lemma.lower() in COMPARING
            ):
                time = next((t for t in self.annotated.times if 0 < t.first - count.last <= 3), None)
                if time is not None:
                    self.compared.add(time.first)
                    yield replace(self.draft(mention, count.count, "compared"), time=time)

    def _is_several(self, mention: EventMention, number: Count) -> bool:
        """Whether a count is over happenings in different places or days, and not one attack with two strikes."""
        if number.high is not None and number.high < 2:
            return False
        if mention.time is not None and (mention.time.kind in WINDOWS or mention.time.interval.days > 7):
            return True
        if mention.type is not EventType.ASSAULT:
            return False
        return number.low > 2 or number.high is None

    def of_times(self) -> Iterator[Draft]:
        """Counted verbs: "twice ordered airstrikes", "targeted on 11 occasions: seven times with rockets and four with drones"."""
        for mention in self.found.mentions:
            counts = self._times_counts(mention)
            for number, count in enumerate(counts):
                mode = self._mode_beside(count) or (mention.mode if number == 0 else None)
                if number == 0:
                    self.used.add(mention.trigger.token)
                draft = replace(self.draft(mention, count.count, "counted verb"), mode=mode)
                broken = mention.trigger.frame.lemma in {"violate", "breach", "break"}
                yield replace(draft, type=EventType.ASSAULT) if broken else draft

    def _times_counts(self, mention: EventMention) -> list[CountMention]:
        sentence = self.annotated.sentences[mention.sentence]
        inside = [c for c in self.annotated.counts if sentence.first <= c.first <= sentence.last]
        first = [c for c in inside if _is_times(self.annotated, c) and self._belongs(c, mention)]
        if not first:
            return []
        later = (
            c
            for c in inside
            if c.first > first[0].last and (_is_times(self.annotated, c) or self._mode_beside(c) is not None)
        )
        return [first[0], *later]

    def _belongs(self, count: CountMention, mention: EventMention) -> bool:
        above = {
            count.first,
            count.last,
            *ancestors(self.annotated, count.first),
            *ancestors(self.annotated, count.last),
        }
        words = {mention.trigger.token, mention.trigger.clause}
        return bool(above & words) and not any(
            m is not mention
            and m.sentence == mention.sentence
            and {m.trigger.token, m.trigger.clause} & above
            and m.trigger.token in self.annotated.subtree(mention.trigger.clause)
            and m.trigger.clause != mention.trigger.clause
            for m in self.found.mentions
        )

    def _mode_beside(self, count: CountMention) -> Mode | None:
        """The mode of a weapon named right after a count: "seven times with rockets"."""
        for index in range(count.last + 1, min(count.last + 5, len(self.annotated.tokens))):
            if self.annotated.tokens[index].text in {",", ";", ":", "."}:
                return None
            weapon = weapon_at(self.annotated, index)
            if weapon is not None:
                return weapon.mode
        return None

    def without_unit(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Numbers whose unit was said before: "Nine were recorded in Sokoto", "Katsina (22 incidents, 71 deaths)"."""
        counted = any(isinstance(d.type, EventType) and d.rule == "counted noun" for d in drafts)
        for count in self.annotated.counts:
            head = self.annotated.tokens[count.head] if count.head >= 0 else None
            if counted and head is not None and head.lemma.lower() in COUNTED_NOUNS and count.count.low > 1:
                yield self._bare(count, count.head, "unit said before")
            elif self._there_were(count) and (unit := self._unit(count, drafts)) is not None:
                yield replace(
                    unit,
                    token=count.first,
                    count=count.count,
                    time=self.time_near(count.first),
                    rule="unit left out",
                )
            elif (
                counted
                and (count.head < 0 or count.first <= count.head <= count.last)
                and self._is_recorded(count)
            ):
                unit = self._unit(count, drafts)
                bare = self._bare(count, count.first, "unit left out")
                yield (
                    bare
                    if unit is None or not isinstance(unit.type, EventType)
                    else replace(bare, type=unit.type, mode=unit.mode)
                )

    def _unit(self, count: CountMention, drafts: Sequence[Draft]) -> Draft | None:
        """The count before, whose unit a bare number takes: happenings, or people who came to harm."""
        told = [d for d in drafts if d.token < count.first]
        return max(told, key=lambda d: d.token, default=None)

    def _there_were(self, count: CountMention) -> bool:
        """Whether a bare number stands in "there were 11", "there had been 11"."""
        if count.head >= 0 and not count.first <= count.head <= count.last:
            return False
        before = [t.lemma.lower() for t in self.annotated.tokens[max(0, count.first - 4) : count.first]]
        return "there" in before and "be" in before

    def _is_recorded(self, count: CountMention) -> bool:
        governor = self.annotated.tokens[count.last].head
        if governor < 0:
            return False
        lemma = self.annotated.tokens[governor].lemma.lower()
        return lemma in RECORDING or (
            lemma == "have" and self.cast.is_place(subject(self.annotated, governor) or -1)
        )

    def _bare(self, count: CountMention, token: int, rule: str) -> Draft:
        return Draft(
            token, count.count, EventType.ASSAULT, None, (), (), self._places_before(token), None, rule
        )

    def _places_before(self, index: int) -> tuple[Place, ...]:
        """The last place before a token in its sentence, else the first after it."""
        sentence = self.annotated.sentence_of(index)
        inside = [p for p in self.annotated.places if sentence.first <= p.first <= sentence.last]
        before = [p for p in inside if p.last < index]
        return (before[-1].place,) if before else tuple(p.place for p in inside[:1])


def _is_times(annotated: AnnotatedDocument, count: CountMention) -> bool:
    """Whether a count is of occasions: "twice", "seven times", "on 11 occasions"."""
    if count.count.span.text.lower() in {"twice", "thrice"}:
        return True
    return (
        count.head >= 0
        and annotated.tokens[count.head].lemma.lower() in {"time", "occasion"}
        and count.head > count.last
    )
