"""Sums by kind: "38 were raids, 21 kidnappings", "37 of them air strikes", "shellings (41)", "all of them ambushes".

In: numbers and the nouns beside them that name kinds of attack. Out: one draft for each. The words themselves are
read, not the tree: such lists have few verbs, and the parser hangs their members anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.cast import weapon_at
from dateline.extract.lexicon import noun_frames
from dateline.extract.mention import Trigger
from dateline.extract.mode import mode_of
from dateline.extract.roles import roles_of
from dateline.extract.tally_ground import Draft, Finder
from dateline.languages.en.tallies import CASES, THEM
from dateline.model.annotation import CountMention
from dateline.model.vocabulary import EventType, Mode

LONGEST = 7
"""Words between a number and the noun of its kind."""

ENDS = frozenset({".", ",", ";", ":", "(", ")", "and", "but", "while"})


class Kinds(Finder):
    """Sums by kind."""

    def of_kinds(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The sums by kind in text order; `drafts` are the counts found so far."""
        found: list[Draft] = []
        taken = [d.count.span for d in drafts if isinstance(d.type, EventType)]
        for count in self.annotated.counts:
            if any(count.count.span.overlaps(span) for span in taken) or count.count.low < 1:
                continue
            draft = self._linked(count) or self._bracketed(count) or self._listed(count, [*drafts, *found])
            if draft is not None:
                found.append(draft)
                yield draft

    def all_of_a_kind(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with the mode that their sentence gives all of them: "had five, every one of them a kidnapping"."""
        out = list(drafts)
        for sentence in self.annotated.sentences:
            for index in range(sentence.first, sentence.last - 2):
                if not self._says_all(index):
                    continue
                before = [d for d in out if d.type is EventType.ASSAULT and sentence.first <= d.token < index]
                noun = self._kind_noun(index + 2, sentence.last)
                if before and noun is not None and before[-1].mode in {None, Mode.OTHER}:
                    self.used.add(noun)
                    out[out.index(before[-1])] = replace(before[-1], mode=self._mode(noun))
        return out

    def _says_all(self, index: int) -> bool:
        """Whether "of them" stands here after "all", "each", "every one"."""
        words = [t.text.lower() for t in self.annotated.tokens[max(0, index - 2) : index + 2]]
        return (
            words[-2:-1] == ["of"]
            and words[-1] in THEM
            and bool({"all", "each", "every", "both"} & set(words[:-2]))
        )

    def _linked(self, count: CountMention) -> Draft | None:
        """ "38 were raids on villages", "37 of them air or drone strikes"."""
        tokens, after = self.annotated.tokens, count.last + 1
        last = self.annotated.sentence_of(count.first).last
        joined = False
        if (
            after + 1 <= last
            and tokens[after].text.lower() == "of"
            and tokens[after + 1].text.lower() in THEM
        ):
            after, joined = after + 2, True
        while after <= last and tokens[after].lemma.lower() in {"be", "have", "by", "with", "use", "involve"}:
            after, joined = after + 1, True
        noun = self._kind_noun(after, last) if joined else None
        return None if noun is None else self._draft(count, noun)

    def _bracketed(self, count: CountMention) -> Draft | None:
        """ "Shellings (41), drone strikes (22)"."""
        tokens = self.annotated.tokens
        if count.first < 2 or count.last + 1 >= len(tokens):
            return None
        if tokens[count.first - 1].text != "(" or tokens[count.last + 1].text not in {")", ","}:
            return None
        noun = count.first - 2
        plural = tokens[noun].xpos in {"NNS", "NNPS"}
        return self._draft(count, noun) if plural and self._is_kind(noun) else None

    def _listed(self, count: CountMention, drafts: Sequence[Draft]) -> Draft | None:
        """ "60 incidents: 18 clashes, 11 abductions", "twelve were car bombs, nine roadside bombs"."""
        here = self.annotated.sentence_of(count.first)
        noun = self._kind_noun(count.last + 1, here.last)
        before = [d for d in drafts if here.first <= d.token < count.first]
        if noun is None or not before or not self.annotated.tokens[noun].xpos.endswith("S"):
            return None
        colon = any(self.annotated.tokens[i].text == ":" for i in range(before[0].token, count.first))
        going_on = any(d.rule in {"sum by kind", "counted noun"} for d in before)
        return self._draft(count, noun) if colon or going_on else None

    def _kind_noun(self, first: int, last: int) -> int | None:
        """The noun of a kind of attack that the phrase from here names, its last one."""
        found = None
        for index in range(first, min(first + LONGEST, last + 1)):
            token = self.annotated.tokens[index]
            if token.text.lower() in ENDS or token.upos in {"ADP", "VERB"}:
                break
            if self._is_kind(index):
                found = index
        return found

    def _is_kind(self, index: int) -> bool:
        token = self.annotated.tokens[index]
        if token.upos not in {"NOUN", "PROPN"}:
            return False
        weapon = weapon_at(self.annotated, index)
        return (
            self._trigger(index) is not None
            or (weapon is not None and weapon.mode is not None)
            or self._qualifies(index)
        )

    def _qualifies(self, index: int) -> bool:
        """Whether a noun before another names an attack: "assassination attempts"."""
        token = self.annotated.tokens[index]
        return token.relation == "compound" and any(
            f.type is EventType.ASSAULT and len(f.words) == 1
            for f in noun_frames().get(token.lemma.lower(), ())
        )

    def _trigger(self, index: int) -> Trigger | None:
        return next(
            (
                t
                for t in self.found.triggers
                if t.noun and t.token == index and t.frame.type is EventType.ASSAULT
            ),
            None,
        )

    def _mode(self, noun: int) -> Mode | None:
        """The mode that a noun of attack or a weapon names."""
        trigger = self._trigger(noun)
        weapon = weapon_at(self.annotated, noun)
        if trigger is None:
            return weapon.mode if weapon is not None else None
        return mode_of(self.cast, trigger, roles_of(self.cast, trigger))

    def _draft(self, count: CountMention, noun: int) -> Draft:
        self.used.add(noun)
        return Draft(
            count.first, count.count, EventType.ASSAULT, self._mode(noun), time=None, rule="sum by kind"
        )

    def of_bare_nouns(self) -> Iterator[Draft]:
        """Counted nouns of attack that say too little to be an event: "147 clashes over the past day", "24 bomb attempts"."""
        events = {word for m in self.found.mentions for word in m.trigger.words}
        for count in self.annotated.counts:
            head = count.head
            if (
                head < 0
                or head in events
                or count.count.low < 3
                or count.count.span.text.lower() == "multiple"
            ):
                continue
            noun = head if self._is_kind(head) else self._case_of(head)
            if noun is None or self.annotated.tokens[head].xpos not in {"NNS", "NNPS"}:
                continue
            time = self.time_near(head)
            if time is not None and (self._trigger(noun) is not None or self._qualifies(noun)):
                self.used.add(noun)
                yield Draft(head, count.count, EventType.ASSAULT, self._mode(noun), places=self.places_near(head),
                            time=time, rule="counted noun")  # fmt: skip

    def _case_of(self, head: int) -> int | None:
        """The attack in "24 assassination attempts", "nine cases of arson"."""
        tokens = self.annotated.tokens
        if tokens[head].lemma.lower() not in CASES:
            return None
        near = [*range(head - 1, max(head - 3, -1), -1), *range(head + 1, min(head + 4, len(tokens)))]
        return next((i for i in near if self._is_kind(i)), None)
