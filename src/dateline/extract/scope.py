"""Which place, time and harm of a sentence belong to which trigger.

A thing belongs to the lowest trigger above it in the tree. What stands above all triggers ("On Monday, …") is shared
by those that have none of their own, unless it hangs from a verb of saying: then it dates the saying.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from dateline.extract.mention import Trigger
from dateline.extract.scope_words import dates_an_answer, days_before, measures, under_its_name, without_since
from dateline.extract.tree import ancestors, outer_head, preposition
from dateline.languages.en.speech import ANNOUNCING, RELAYING, SPEAKING
from dateline.languages.en.targets import TARGETS
from dateline.model.annotation import AnnotatedDocument, PlaceMention, TimeMention
from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import EventType, PlacePrecision, TimePrecision

_LOCATIVE = frozenset(
    "in at near on outside inside around across over beside by off along between within into toward towards of "
    "throughout under from against".split()
)


_MOVING = frozenset(
    {
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.CONSULT,
        EventType.COERCE,
        EventType.AID,
        EventType.SANCTION,
    }
)
"""Acts that lead somewhere or away, so that the place they lead to is theirs."""


class Scope:
    """Ownership of one document's places, times and harm among its triggers."""

    def __init__(self, annotated: AnnotatedDocument, triggers: Iterable[Trigger]) -> None:
        self.annotated = annotated
        self.trigger_at: dict[int, int] = {}
        self.assault_at: set[int] = set()
        self.moving: set[int] = set()
        for trigger in triggers:
            for word in (*trigger.words, trigger.clause, trigger.token):
                self.trigger_at.setdefault(word, trigger.token)
                if trigger.frame.type in _MOVING:
                    self.moving.add(trigger.token)
                if trigger.frame.type is EventType.ASSAULT:
                    self.assault_at.add(word)
        self._places: dict[int, list[PlaceMention]] = defaultdict(list)
        self._times: dict[int, list[TimeMention]] = defaultdict(list)
        self._free_times: dict[int, list[TimeMention]] = defaultdict(list)
        self._free_places: dict[int, list[PlaceMention]] = defaultdict(list)
        self._share()

    def owner(self, index: int) -> int | None:
        """The lowest trigger of an assault at or above a token, else the nearest in its sentence, or None."""
        for above in (index, *ancestors(self.annotated, index)):
            if above in self.assault_at:
                return self.trigger_at[above]
        return self._nearest(index)

    def _nearest(self, index: int) -> int | None:
        """The trigger of the same clause or sentence whose path to the token is shortest: "attacks … left 18 dead"."""
        sentence = self.annotated.sentence_of(index)
        inside = [i for i in range(sentence.first, sentence.last + 1) if i in self.assault_at]
        best = min(inside, key=lambda i: (self._distance(i, index), abs(i - index)), default=None)
        return self.trigger_at[best] if best is not None and self._distance(best, index) <= 4 else None

    def _distance(self, one: int, other: int) -> int:
        """How many steps lie between two tokens of one tree."""
        up = {above: steps for steps, above in enumerate((one, *ancestors(self.annotated, one)))}
        for steps, above in enumerate((other, *ancestors(self.annotated, other))):
            if above in up:
                return steps + up[above]
        return 99

    def _share(self) -> None:
        for place in self.annotated.places:
            head = outer_head(self.annotated, place.first, place.last)
            owner = self._owner_above(head)
            if owner is not None:
                self._places[owner].append(place)
            elif not self._is_speakers(head):
                self._free_places[self._sentence(head)].append(place)
        for time in self.annotated.times:
            head = outer_head(self.annotated, time.first, time.last)
            owner = self._owner_above(head)
            if owner is not None:
                self._times[owner].append(time)
            elif not self._dates_saying(head):
                self._free_times[self._sentence(head)].append(time)

    def _sentence(self, index: int) -> int:
        return self.annotated.sentence_of(index).index

    def _owner_above(self, index: int) -> int | None:
        for above in (index, *ancestors(self.annotated, index)):
            if above in self.trigger_at:
                return self.trigger_at[above]
        return None

    def _dates_saying(self, index: int) -> bool:
        head = self.annotated.tokens[index].head
        return head >= 0 and self.annotated.tokens[head].lemma.lower() in SPEAKING | ANNOUNCING

    def _is_speakers(self, index: int) -> bool:
        """Whether a place stands in the phrase of a speaker: "a group with contacts in eastern Syria reported", "citing the ministry in Baghdad"."""
        for above in (index, *ancestors(self.annotated, index)):
            token = self.annotated.tokens[above]
            if token.relation == "nsubj" and self._dates_saying(above):
                return True
            if token.relation == "obj" and self.annotated.tokens[token.head].lemma in RELAYING:
                return True
        return False

    def places(self, trigger: int) -> tuple[Place, ...]:
        """The places of a trigger in text order: those below it in locative phrases, else the sentence's free ones."""
        own = [p for p in self._places.get(trigger, []) if self._is_locative(p) or self._is_goal(trigger, p)]
        free = [p for p in self._free_places.get(self._sentence(trigger), []) if self._is_locative(p)]
        beside = self._verb(trigger)
        own += [
            p for p in free if not own or self._verb(outer_head(self.annotated, p.first, p.last)) == beside
        ]
        return tuple({p.place.name: under_its_name(p.place) for p in own}.values())

    def _is_goal(self, trigger: int, mention: PlaceMention) -> bool:
        """Whether a place is where a political act leads, or what it leaves: "sent to Sulu", "left Mali", "barred from leaving Sittwe"."""
        if trigger not in self.moving:
            return False
        head = outer_head(self.annotated, mention.first, mention.last)
        token = self.annotated.tokens[head]
        if preposition(self.annotated, head) == "to":
            return True
        verb = self.annotated.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        return token.relation == "obj" and verb in {"leave", "vacate", "quit", "evacuate", "enter", "reach"}

    def there(self, trigger: int) -> tuple[Place, ...]:
        """The place told of last, where the clause says "there": "killed four of its members there"."""
        tokens = self.annotated.tokens
        clause = self.annotated.sentence_of(trigger)
        said = any(
            tokens[c].text.lower() == "there" and tokens[c].relation == "advmod"
            for above in (trigger, tokens[trigger].head)
            if above >= 0
            for c in self.annotated.children(above)
        )
        if not said:
            return ()
        before = [
            p
            for p in self.annotated.places
            if p.last < clause.first and clause.index - self._sentence(p.first) <= 2
        ]
        return (before[-1].place,) if before else ()

    def _verb(self, index: int) -> int | None:
        """The nearest verb above a token."""
        return next(
            (a for a in ancestors(self.annotated, index) if self.annotated.tokens[a].upos == "VERB"), None
        )

    def _is_sited(self, index: int) -> bool:
        """Whether a noun is itself a place or a building, so that its modifier says where: "Kirkuk airport"."""
        token = self.annotated.tokens[index]
        return token.lemma.lower() in TARGETS or any(
            p.first <= index <= p.last for p in self.annotated.places
        )

    def _is_locative(self, mention: PlaceMention) -> bool:
        """Whether a place stands where something happens: in a locative phrase, or as a part of one."""
        head = outer_head(self.annotated, mention.first, mention.last)
        here = head
        own = self.annotated.tokens[head]
        if (
            own.relation in {"compound", "amod", "nmod"}
            and own.head >= 0
            and not preposition(self.annotated, head)
        ):
            if own.head in self.assault_at and own.relation == "compound":
                return mention.place.precision is not PlacePrecision.COUNTRY
            if not self._is_sited(own.head):
                return False
        for above in (head, *ancestors(self.annotated, head)):
            token = self.annotated.tokens[above]
            case = preposition(self.annotated, above)
            if case:
                if case == "of" and token.head >= 0 and measures(self.annotated.tokens[token.head]):
                    return False
                return case.split()[-1] in _LOCATIVE or case.split()[0] in _LOCATIVE
            if token.relation in {"nsubj", "obj", "root", "advcl", "ccomp", "iobj"}:
                return token.relation == "obj" and above != here
            if token.deprel == "nmod:poss" and above == here:
                continue
        return False

    def _shared_times(self, trigger: int) -> list[TimeMention]:
        """The sentence's free times; not for a participle that only says which people are meant."""
        token = self.annotated.tokens[trigger]
        if token.deprel == "acl" and token.xpos == "VBN":
            return []
        free = self._free_times.get(self._sentence(trigger), [])
        return [time for time in free if not dates_an_answer(self.annotated, time, trigger)]

    def _time_after(self, trigger: int) -> list[TimeMention]:
        """The time of an event so many days before another: "released on Sunday, four days after the attack"."""
        tokens = self.annotated.tokens
        word = preposition(self.annotated, trigger)
        if word not in {"after", "following", "since"} or tokens[trigger].relation not in {"obl", "nmod"}:
            return []
        start = next((c for c in self.annotated.children(trigger) if tokens[c].relation == "case"), trigger)
        days = days_before(tokens, start)
        sentence = self.annotated.sentence_of(trigger)
        told = [
            t
            for t in self.annotated.times
            if sentence.first <= t.first <= sentence.last
            and t.interval.days == 1
            and t.kind in {"date", "relative"}
        ]
        if days is None or not told:
            return []
        near = min(told, key=lambda t: abs(t.first - trigger))
        day = near.interval.start - timedelta(days=days)
        return [
            replace(near, interval=Interval(day, day, TimePrecision.DAY, near.interval.span), kind="relative")
        ]

    def _time_above(self, trigger: int) -> list[TimeMention]:
        """The time that a clause with "when" hangs from: "since November, when three rockets fell"."""
        for above in (trigger, *ancestors(self.annotated, trigger)):
            token = self.annotated.tokens[above]
            if token.relation in {"acl", "advcl"} and token.head >= 0:
                found = [t for t in self.annotated.times if t.first <= token.head <= t.last]
                if found:
                    return [without_since(found[0])]
            if token.upos == "VERB" and above != trigger:
                return []
        return []

    def _time_over(self, trigger: int) -> list[TimeMention]:
        """The time of the clause that a "when" clause tells more of: "was injured on Saturday when a grenade was thrown"."""
        token = self.annotated.tokens[trigger]
        marks = {self.annotated.tokens[c].lemma.lower() for c in self.annotated.children(trigger)}
        if token.relation != "advcl" or token.head < 0 or not marks & {"when", "as", "while"}:
            return []
        return self._times.get(token.head, [])

    def time(self, trigger: int) -> TimeMention | None:
        """The time of a trigger: the nearest below it, else the nearest that the sentence leaves free."""
        own = (
            self._time_after(trigger)
            or self._time_above(trigger)
            or self._times.get(trigger)
            or self._time_over(trigger)
            or self._shared_times(trigger)
        )
        if not own:
            return None
        return min(own, key=lambda t: min(abs(t.first - trigger), abs(t.last - trigger)))
