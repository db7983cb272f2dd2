"""Counts of people who were moved or taken: displaced, arrested, abducted."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.mentions import arguments
from dateline.extract.tally_ground import WINDOWS, Draft, Finder, spans_days
from dateline.extract.tree import coordinated, patient, preposition, subject
from dateline.languages.en.tallies import DETENTIONS, HOMES, LEFT, MOVING, PEOPLE_VERBS
from dateline.model.annotation import TimeMention, Token
from dateline.model.values import Count
from dateline.model.vocabulary import HarmType


class People(Finder):
    """Counts of people."""

    def of_people(self) -> Iterator[Draft]:
        """People displaced or detained: "more than 4,000 have left their homes", "57 suspects were arrested"."""
        for token in self.annotated.tokens:
            kind = PEOPLE_VERBS.get(token.lemma.lower())
            if kind is None or token.upos != "VERB" or self._only_describes(token):
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

    def _only_describes(self, token: Token) -> bool:
        """Whether a participle says which people get something: "rice to 3,150 displaced people"."""
        if token.relation != "amod" or token.head < 0:
            return False
        return preposition(self.annotated, token.head) in {"to", "for"}

    def of_arrests(self) -> Iterator[Draft]:
        """ "Police have made 312 arrests since the protests began"."""
        for count in self.annotated.counts:
            noun = self.annotated.tokens[count.head].lemma.lower() if count.head >= 0 else ""
            time = self.time_near(count.head) if noun in DETENTIONS else None
            if time is not None and spans_days(time) and count.count.low >= 3:
                self.used.update(
                    m.trigger.token for m in self.found.mentions if count.head in m.trigger.words
                )
                yield Draft(count.head, count.count, HarmType.DETAINED, places=self.places_near(count.head), time=time,
                            rule="counted arrests")  # fmt: skip

    def _moves_people(self, verb: int, kind: str) -> bool:
        """Whether a weak verb of movement means flight: "left their homes", "sent 3,000 people to …"."""
        lemma = self.annotated.tokens[verb].lemma.lower()
        if kind != "DISPLACED" or lemma not in MOVING:
            return True
        below = {self.annotated.tokens[i].lemma.lower() for i in self.annotated.subtree(verb)}
        return bool(below & HOMES)

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
            return 5 if period or self.same_period(verb) else 20
        return 50

    def _number_of_people(self, verb: int) -> list[Count]:
        """ "Gave as above 900 the sum of families that moved": the sentence's number."""
        sentence = self.annotated.sentence_of(verb)
        words = {t.lemma.lower() for t in self.annotated.tokens[sentence.first : sentence.last + 1]}
        inside = [c.count for c in self.annotated.counts if sentence.first <= c.first <= sentence.last]
        return inside[:1] if "number" in words else []
