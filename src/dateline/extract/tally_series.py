"""Counts that go on from a count before them: lists of places, other periods, labels, running figures.

"31 incidents (previous week: 26): 19 in Kunar, 12 in Logar", "Mali 11, Niger 7", "Dead: 30 to 35", "last year's
figure was 210", "96 rebels, as against 58 in 2023", "nine of the 31 attacks". A number here has no noun of its own;
the count before says what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.tally_ground import Draft, Finder
from dateline.extract.tree import subject
from dateline.languages.en.tallies import COMPARING, FIGURES, LABELS, OVER, REACHING
from dateline.model.annotation import CountMention, TimeMention
from dateline.model.reading import Place
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, HarmType

FURTHEST = 2
"""Sentences that a number may stand behind the count that it goes on from."""


class Series(Finder):
    """Counts that go on from earlier ones."""

    def after(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The further counts, in text order; `drafts` are those found so far."""
        taken = [d.count.span for d in drafts]
        for count in self.annotated.counts:
            if any(count.count.span.overlaps(span) for span in taken) or self._is_date(count):
                continue
            before = self._before(count, drafts)
            found = self._label(count, drafts) or (
                self._figure(count, drafts)
                or (self._compared(count, before) if before else None)
                or (self._listed(count, before) if before else None)
            )
            if found is not None:
                yield found

    def _is_date(self, count: CountMention) -> bool:
        return any(t.first <= count.first and count.last <= t.last for t in self.annotated.times)

    def _before(self, count: CountMention, drafts: Sequence[Draft]) -> Draft | None:
        """The last count of the same paragraph, at most `FURTHEST` sentences back."""
        here = self.annotated.sentence_of(count.first)
        near = [
            d
            for d in drafts
            if d.count.span.end <= count.count.span.start
            and self.annotated.sentence_of(d.token).paragraph == here.paragraph
            and here.index - self.annotated.sentence_of(d.token).index <= FURTHEST
        ]
        return max(near, key=lambda d: d.count.span.start, default=None)

    def _has_noun(self, count: CountMention) -> bool:
        """Whether the number counts a noun of its own."""
        if count.head < 0 or count.first <= count.head <= count.last:
            return False
        noun = self.annotated.tokens[count.head]
        return noun.upos == "NOUN" and count.last < count.head <= count.last + 4

    def _label(self, count: CountMention, drafts: Sequence[Draft]) -> Draft | None:
        """ "Dead: 30 to 35", "Injured: 12": a word of harm, a colon, a number."""
        tokens = self.annotated.tokens
        if count.first < 2 or tokens[count.first - 1].text != ":":
            return None
        kind = LABELS.get(tokens[count.first - 2].text.lower())
        sentence = self.annotated.sentence_of(count.first)
        if kind is None or count.first - 2 - sentence.first > 2 or not drafts:
            return None
        return Draft(count.first, count.count, HarmType(kind), rule="label")

    def _figure(self, count: CountMention, drafts: Sequence[Draft]) -> Draft | None:
        """ "Last year's figure for the same weeks was 210", "the number has passed 1.2 million"."""
        tokens, verb = self.annotated.tokens, self._reached(count)
        noun = subject(self.annotated, verb) if verb is not None else None
        if noun is None or tokens[noun].lemma.lower() not in FIGURES or self._has_noun(count):
            return None
        below = {tokens[i].lemma.lower() for i in self.annotated.subtree(noun)}
        if below & {"death", "dead", "injured", "injury", "wounded", "victim"}:
            return None
        here = self.annotated.sentence_of(count.first).index
        told = [d for d in drafts if 0 <= here - self.annotated.sentence_of(d.token).index <= FURTHEST]
        if not told:
            return None
        found = self._again(told[-1], count, None, self.time_near(count.first), "running figure")
        if tokens[verb or 0].lemma.lower() in OVER:
            return replace(found, count=Count(count.count.low, None, count.count.span))
        return found

    def _reached(self, count: CountMention) -> int | None:
        """The word whose subject a number belongs to: the number itself after "was", or the verb that reaches it."""
        tokens = self.annotated.tokens
        for index in range(count.first, count.last + 1):
            token = tokens[index]
            if any(tokens[c].relation == "cop" for c in self.annotated.children(index)):
                return index
            if token.head >= 0 and tokens[token.head].lemma.lower() in REACHING:
                return token.head
        return None

    def _compared(self, count: CountMention, before: Draft) -> Draft | None:
        """ "As against 58 in 2023", "(last week 19)", "previous week: 26": the same count of another period."""
        tokens = self.annotated.tokens
        if self._has_noun(count) or count.count.low < 1:
            return None
        time = self._period_beside(count)
        if time is not None and (
            tokens[count.first - 1].lemma.lower() in COMPARING
            or time.last < count.first
            or self._in_brackets(count)
        ):
            self.compared.add(time.first)
            return self._again(before, count, before.places, time, "compared")
        return None

    def _in_brackets(self, count: CountMention) -> bool:
        tokens = self.annotated.tokens
        return any(t.text == "(" for t in tokens[max(0, count.first - 4) : count.first])

    def _period_beside(self, count: CountMention) -> TimeMention | None:
        """A period right before or after a number, with nothing but a colon or a preposition between."""
        for time in self.annotated.times:
            behind, ahead = count.first - time.last, time.first - count.last
            comma = behind == 2 and self.annotated.tokens[count.first - 1].text == ","
            if time.interval.days > 1 and ((0 < behind <= 2 and not comma) or 0 < ahead <= 5):
                between = self.annotated.tokens[count.last + 1 : time.first] if ahead > 0 else ()
                if all(t.upos in {"ADP", "DET", "ADJ", "NOUN"} for t in between):
                    return time
        return None

    def _listed(self, count: CountMention, before: Draft) -> Draft | None:
        """ "19 in Kunar", "Mali 11": a number beside a place, in a list without a verb."""
        if self._has_noun(count) or not isinstance(before.type, EventType):
            return None
        place = self._place_beside(count)
        return None if place is None else self._again(before, count, (place,), before.time, "list of places")

    def _place_beside(self, count: CountMention) -> Place | None:
        tokens = self.annotated.tokens
        for mention in self.annotated.places:
            if mention.last + 1 == count.first or (
                mention.last + 2 == count.first and tokens[mention.last + 1].text in {":", "(", "–", "-"}
            ):
                return mention.place
            if mention.first == count.last + 2 and tokens[count.last + 1].lemma.lower() in {
                "in",
                "across",
                "for",
            }:
                return mention.place
        return None

    def _again(
        self,
        of: Draft,
        count: CountMention,
        places: Sequence[Place] | None,
        time: TimeMention | None,
        rule: str,
    ) -> Draft:
        found = self.places_near(count.first) if places is None else tuple(places)
        return replace(of, token=count.first, count=count.count, places=found, time=time, rule=rule)
