"""Counts of people over a period: displaced, detained, killed, injured, and parts of such counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.extract.mention import Harm
from dateline.extract.mentions import arguments
from dateline.extract.tally_ground import WINDOWS, Draft, Finder
from dateline.extract.tree import ancestors, coordinated, patient, subject
from dateline.languages.en.tallies import LEFT, PEOPLE_VERBS
from dateline.model.annotation import CountMention, Sentence, TimeMention
from dateline.model.reading import Argument
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, HarmType


class People(Finder):
    """Counts of people."""

    def of_people(self) -> Iterator[Draft]:
        """People displaced or detained: "more than 4,000 have left their homes", "57 suspects were arrested"."""
        for token in self.annotated.tokens:
            kind = PEOPLE_VERBS.get(token.lemma.lower())
            if kind is None or token.upos != "VERB":
                continue
            people = patient(self.annotated, token.index)
            if token.lemma.lower() == "leave" and people is not None and not self._is_left(people):
                continue
            if kind == "DISPLACED" and (people is None or self._is_left(people)):
                people = subject(self.annotated, token.index)
            if people is None and kind == "DISPLACED":
                people = self._number_before(token.index)
            if people is None or not self._moves_people(token.index, kind):
                continue
            draft = self._people_draft(token.index, people, HarmType(kind))
            if draft is not None:
                self.used.add(token.index)
                yield draft

    def _moves_people(self, verb: int, kind: str) -> bool:
        """Whether a weak verb of movement means flight: "left their homes", "sent 3,000 people to …"."""
        lemma = self.annotated.tokens[verb].lemma.lower()
        if kind != "DISPLACED" or lemma not in {"leave", "send", "force", "drive", "move"}:
            return True
        below = {self.annotated.tokens[i].lemma.lower() for i in self.annotated.subtree(verb)}
        return bool(
            below
            & {
                "home",
                "house",
                "village",
                "villager",
                "flee",
                "shelter",
                "camp",
                "refuge",
                "school",
                "resident",
                "civilian",
                "household",
                "family",
            }
        )

    def _number_before(self, verb: int) -> int | None:
        """The bare number right before a verb that the parse hangs elsewhere: "in Djugu alone 25,000 have left"."""
        first = self.annotated.sentence_of(verb).first
        for index in range(verb - 1, first - 1, -1):
            token = self.annotated.tokens[index]
            if token.upos == "NUM":
                return index
            if token.upos not in {"AUX", "ADV"}:
                return None
        return None

    def _is_left(self, thing: int) -> bool:
        """Whether an object is what people leave, and not those who are moved: "left their homes"."""
        return self.annotated.tokens[thing].lemma.lower() in LEFT

    def _people_draft(self, verb: int, people: int, kind: HarmType) -> Draft | None:
        counts = [c.count for c in self.annotated.counts if c.head == people or c.first <= people <= c.last]
        if not counts and kind is HarmType.DISPLACED:
            counts = self._number_of_people(verb)
        if not counts:
            counts = [
                c.count
                for c in self.annotated.counts
                if c.head >= 0 and c.head in coordinated(self.annotated, people)
            ]
        time = self.scope.time(verb) or self.time_near(verb)
        if not counts or counts[0].low < self._least(kind, verb, time):
            return None
        doers = arguments(
            self.cast,
            [s for s in [subject(self.annotated, verb)] if s is not None and s != people],
            "subject",
        )
        return Draft(
            verb,
            counts[0],
            kind,
            None,
            doers,
            arguments(self.cast, [people], "object"),
            self.places_near(verb),
            time,
            "people",
        )

    def _least(self, kind: HarmType, verb: int, time: TimeMention | None) -> int:
        """The smallest number of people that makes a tally: over a period fewer than at once."""
        if kind is HarmType.DETAINED:
            period = time is not None and (time.kind in WINDOWS or time.interval.days > 2)
            return 5 if period or self._same_period(verb) else 20
        return 50

    def _same_period(self, index: int) -> bool:
        """Whether the sentence speaks of the period of a count before it: "during the same period"."""
        sentence = self.annotated.sentence_of(index)
        lemmas = [t.lemma.lower() for t in self.annotated.tokens[sentence.first : sentence.last + 1]]
        return any(
            a in {"same", "this", "that"} and b in {"period", "span"} for a, b in pairwise(lemmas)
        ) or any(a == "the" and b == "period" for a, b in pairwise(lemmas))

    def _number_of_people(self, verb: int) -> list[Count]:
        """ "Gave as above 900 the sum of families that moved": the sentence's number."""
        sentence = self.annotated.sentence_of(verb)
        words = {t.lemma.lower() for t in self.annotated.tokens[sentence.first : sentence.last + 1]}
        inside = [c.count for c in self.annotated.counts if sentence.first <= c.first <= sentence.last]
        return inside[:1] if "number" in words else []

    def of_harm(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Harm over a period or within a tally: in the same sentence, or under a window."""
        counted = {self.annotated.sentence_of(d.token).index for d in drafts if isinstance(d.type, EventType)}
        for harm in self._harms():
            sentence = self.annotated.sentence_of(harm.token)
            time = self._window_of(harm, sentence)
            if harm.count.high == 0:
                noun = self.annotated.tokens[harm.token].upos == "NOUN"
                if noun and self.is_perfect(harm.token) and not self._is_report(harm.token):
                    self.used.add(harm.token)
                    yield Draft(
                        harm.token,
                        harm.count,
                        HarmType.KILLED if harm.killed else HarmType.INJURED,
                        recipients=self._sufferer(harm),
                        time=time,
                        rule="none so far",
                    )
                continue
            over = self._same_period(harm.token) or self._between_them(sentence)
            if (
                not (time or over)
                and sentence.index not in counted
                and not self._sums_up(harm, sentence, drafts)
            ):
                continue
            if over and time is None:
                time = self._time_before(harm.token, drafts)
            elif harm.count.low < 5 and harm.count.high not in {0, None} and time is None:
                continue
            kind = HarmType.KILLED if harm.killed else HarmType.INJURED
            beside = next(
                (d for d in drafts if self.annotated.sentence_of(d.token).index == sentence.index), None
            )
            self.used.add(harm.token)
            yield Draft(
                harm.token,
                harm.count,
                kind,
                None,
                beside.actors if beside else (),
                harm.victims,
                self.places_near(harm.token),
                time or (beside.time if beside else None),
                "harm over a period",
            )

    def _between_them(self, sentence: Sentence) -> bool:
        """Whether a toll is of several events together: "left four people injured between them"."""
        words = [t.text.lower() for t in self.annotated.tokens[sentence.first : sentence.last + 1]]
        return ("between", "them") in pairwise(words)

    def _time_before(self, index: int, drafts: Sequence[Draft]) -> TimeMention | None:
        """The period of the last count before."""
        told = [d for d in drafts if d.token < index and d.time is not None]
        return max(told, key=lambda d: d.token).time if told else None

    def _is_report(self, noun: int) -> bool:
        """Whether a noun of harm is what was reported of one event: "no casualties have been reported"."""
        above = self.annotated.tokens[noun].head
        return above >= 0 and self.annotated.tokens[above].lemma.lower() in {"report", "record", "confirm"}

    def _sufferer(self, harm: Harm) -> tuple[Argument, ...]:
        """Who has had no harm: the subject of the clause."""
        for above in (harm.token, *ancestors(self.annotated, harm.token)):
            first = subject(self.annotated, above)
            if first is not None:
                return arguments(self.cast, [first], "subject")
        return harm.victims

    def _harms(self) -> tuple[Harm, ...]:
        return tuple(
            h for h in (*(h for m in self.found.mentions for h in m.harms), *self.found.loose) if not h.hit
        )

    def _window_of(self, harm: Harm, sentence: Sentence) -> TimeMention | None:
        """A window that dates the harm itself; a count of two within a week may still be one event's toll."""
        time = self.scope.time(harm.token) if self.scope.owner(harm.token) is not None else None
        near = [
            t
            for t in self.annotated.times
            if sentence.first <= t.first <= sentence.last and t.kind in WINDOWS
        ]
        chosen = time if time is not None and time.kind in WINDOWS else (near[0] if near else None)
        if chosen is None:
            long = [
                t
                for t in self.annotated.times
                if sentence.first <= t.first <= sentence.last and t.interval.days > 31
            ]
            chosen = long[0] if long else None
        if chosen is None or chosen.interval.days < 3:
            return None
        single = harm.count.high is not None and harm.count.high < 4 and harm.count.high > 0
        return None if single else chosen

    def _sums_up(self, harm: Harm, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
        """Whether the sentence goes on with the tallies of the one before: "In total, 51 were killed"."""
        near = any(
            0 < sentence.index - self.annotated.sentence_of(d.token).index <= 1
            and self.annotated.sentence_of(d.token).paragraph == sentence.paragraph
            for d in drafts
            if isinstance(d.type, EventType)
        )
        bare = not any(
            sentence.first <= p.first <= sentence.last for p in self.annotated.times if p.kind == "date"
        )
        total = any(
            self.annotated.tokens[i].lemma.lower() in {"total", "altogether", "overall"}
            for i in range(sentence.first, sentence.last + 1)
        )
        return near and bare and (total or harm.count.low >= 20)

    def parts(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Parts of a harm tally in the same sentence: "22 of them foreigners", "of them 17 while off duty"."""
        for draft in drafts:
            if not isinstance(draft.type, HarmType):
                continue
            sentence = self.annotated.sentence_of(draft.token)
            for count in self.annotated.counts:
                inside = sentence.first <= count.first <= sentence.last and not count.count.span.overlaps(
                    draft.count.span
                )
                if inside and self._is_part(count):
                    yield replace(draft, token=count.first, count=count.count, rule="part of a tally")

    def _is_part(self, count: CountMention) -> bool:
        words = [t.text.lower() for t in self.annotated.tokens[max(0, count.first - 2) : count.last + 3]]
        return any(
            words[i : i + 2] in (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"])
            for i in range(len(words))
        )
