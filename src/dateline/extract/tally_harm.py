"""Counts of people killed and injured over a period, and parts of such counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.extract.mention import Harm
from dateline.extract.mentions import arguments
from dateline.extract.tally_ground import WINDOWS, Draft, Finder
from dateline.extract.tree import ancestors, subject
from dateline.model.annotation import CountMention, Sentence, TimeMention
from dateline.model.reading import Argument
from dateline.model.vocabulary import EventType, HarmType


class Tolls(Finder):
    """Counts of harm that are no single event's toll."""

    def of_harm(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Harm over a period or within a tally: in the same sentence, or under a window."""
        counted = {self.annotated.sentence_of(d.token).index for d in drafts if isinstance(d.type, EventType)}
        told = list(drafts)
        for harm in self.harms():
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
            over = self.same_period(harm.token) or self._between_them(sentence)
            if (
                not (time or over or self._goes_on(harm, sentence, told))
                and sentence.index not in counted
                and not self._sums_up(harm, sentence, drafts)
            ):
                continue
            if (over or self._goes_on(harm, sentence, told)) and time is None:
                time = self._time_before(harm.token, told)
            elif harm.count.low < 5 and harm.count.high not in {0, None} and time is None:
                continue
            kind = HarmType.KILLED if harm.killed else HarmType.INJURED
            beside = next(
                (d for d in drafts if self.annotated.sentence_of(d.token).index == sentence.index), None
            )
            self.used.add(harm.token)
            whole = Draft(
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
            parts = tuple(self._apart(harm, whole))
            told.extend(parts)
            yield from parts

    def _goes_on(self, harm: Harm, sentence: Sentence, told: Sequence[Draft]) -> bool:
        """Whether the perfect tense goes on with the sums of the sentence before: "Militants have killed 87 civilians"."""
        dated = any(sentence.first <= t.first <= sentence.last for t in self.annotated.times)
        before = [
            d for d in told
            if isinstance(d.type, HarmType) and d.token < harm.token
            and self.annotated.sentence_of(d.token).paragraph == sentence.paragraph
            and 0 < sentence.index - self.annotated.sentence_of(d.token).index <= 1
        ]  # fmt: skip
        return harm.count.low >= 5 and not dated and bool(before) and self.is_perfect(harm.token)

    def _apart(self, harm: Harm, whole: Draft) -> Iterator[Draft]:
        """One draft for each counted group: "214 soldiers and no fewer than 90 civilians" are two counts."""
        span = harm.count.span
        inside = [
            c
            for c in self.annotated.counts
            if span.start <= c.count.span.start and c.count.span.end <= span.end
        ]
        headed = [c for c in inside if c.head > c.last]
        if len(headed) < 2 or sum(c.count.low for c in headed) != harm.count.low:
            yield whole
            return
        for count in headed:
            yield replace(whole, count=count.count, recipients=self.named(count.head))

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
                if sentence.first <= t.first <= sentence.last
                and (t.interval.days > 31 or self._stands_alone(t))
            ]
            chosen = long[0] if long else None
        if chosen is None or chosen.interval.days < 3:
            return None
        single = harm.count.high is not None and 0 < harm.count.high < 4
        return None if single and not self._is_summed(harm, chosen, sentence) else chosen

    def _stands_alone(self, time: TimeMention) -> bool:
        """Whether a month is a period counted over: "in February 2020 alone"."""
        after = self.annotated.tokens[time.last + 1 : time.last + 2]
        return time.interval.days > 6 and any(t.text.lower() == "alone" for t in after)

    def _is_summed(self, harm: Harm, time: TimeMention, sentence: Sentence) -> bool:
        """Whether a small count is one of several over a longer period: "two killed, three injured and nine abducted"."""
        if time.kind != "window" and time.interval.days < 12:
            return False
        beside = {
            c.first for c in self.annotated.counts
            if sentence.first <= c.first <= sentence.last and not self._is_in_time(c)
        }  # fmt: skip
        return time.interval.days >= 7 and len(beside) >= 3 and bool(harm.victims or harm.count.low > 1)

    def _is_in_time(self, count: CountMention) -> bool:
        return any(t.first <= count.first <= t.last for t in self.annotated.times)

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
        return near and bare and (total or harm.count.low >= 20 or self._is_list(sentence))

    def _is_list(self, sentence: Sentence) -> bool:
        """Whether a sentence is a list of sums, without a place of its own: "two killed, three injured, nine kidnapped"."""
        inside = [c for c in self.annotated.counts if sentence.first <= c.first <= sentence.last]
        placed = any(sentence.first <= p.first <= sentence.last for p in self.annotated.places)
        told = any(
            m.sentence == sentence.index and "harm" not in m.trigger.frame.flags for m in self.found.mentions
        )
        return len(inside) >= 3 and not placed and not told

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
