"""Where and when a mention stands when its own sentence doesn't say: the entry, the paragraph, the document.

Situation reports give time and place once, at the head of an entry ("4 Sep, Konduga LGA, Borno."); press releases
open paragraphs with a province ("Kandahar:"); wires date the main event once and then go on. Political acts without
a date fall between the main event and the day of publication.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.extract.mention import EventMention
from dateline.extract.scope_words import dates_an_answer
from dateline.model.annotation import AnnotatedDocument, Sentence, TimeMention
from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, PlacePrecision, TimePrecision


class Setting:
    """The heads of entries and the main event's time of one document."""

    def __init__(self, annotated: AnnotatedDocument, mentions: Sequence[EventMention]) -> None:
        self.annotated = annotated
        self.mentions = mentions
        self._with_events = {m.sentence for m in mentions}
        self._sentences: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in annotated.sentences:
            self._sentences[sentence.paragraph].append(sentence)
        self._heads = {p: self._entry_head(p) for p in {s.paragraph for s in annotated.sentences}}

    def _entry_head(self, paragraph: int) -> tuple[int, ...]:
        """The sentences that open a paragraph without an event: a date, a place, both."""
        found: list[int] = []
        for sentence in self.annotated.sentences:
            if sentence.paragraph == paragraph:
                short = sentence.last - sentence.first < 14
                if sentence.index in self._with_events or not short or not self._is_label(sentence.index):
                    break
                found.append(sentence.index)
        return tuple(found)

    def _is_label(self, index: int) -> bool:
        """Whether a sentence has no finite verb: a label, not a statement."""
        sentence = self.annotated.sentences[index]
        tokens = self.annotated.tokens[sentence.first : sentence.last + 1]
        return not any(t.xpos in {"VBD", "VBZ", "VBP", "MD"} for t in tokens)

    def is_entry(self, mention: EventMention) -> bool:
        """Whether the mention's paragraph opens with a place."""
        return bool(self._head_places(mention.paragraph) or self._colon_dateline(mention))

    def _head_places(self, paragraph: int) -> list[Place]:
        if paragraph == 0:
            return []
        heads = self._heads.get(paragraph, ())
        return [p.place for p in self.annotated.places if self.annotated.sentence_of(p.first).index in heads]

    def places(self, mention: EventMention) -> tuple[Place, ...]:
        """The places of the entry's head, else those of the last event of the same paragraph."""
        heads = self._head_places(mention.paragraph) or self._colon_dateline(mention)
        if heads:
            heads += self._section(mention.paragraph)
        if heads or mention.type is not EventType.ASSAULT:
            return tuple(heads)
        return self._told_places(mention)

    def _colon_dateline(self, mention: EventMention) -> list[Place]:
        """The town before a colon that opens a local paper's report, "BANNU: A suicide bomber …": where it happened."""
        if mention.paragraph != 0 or mention.type is not EventType.ASSAULT:
            return []
        for place in self.annotated.places[:1]:
            after = place.last + 1
            colon = after < len(self.annotated.tokens) and self.annotated.tokens[after].text == ":"
            if place.first == 0 and colon and self.annotated.tokens[0].text.isupper():
                return [place.place]
        return []

    def _section(self, paragraph: int) -> list[Place]:
        """The place that heads the section of an entry: a paragraph of its own before it, "NORTH KIVU"."""
        for before in range(paragraph - 1, 0, -1):
            inside = self._sentences[before]
            places = [p for p in self.annotated.places if inside[0].first <= p.first <= inside[-1].last]
            if len(inside) == 1 and inside[0].last - inside[0].first < 4 and self._is_label(inside[0].index):
                return [p.place for p in places]
        return []

    def _told_places(self, mention: EventMention) -> tuple[Place, ...]:
        """The places of the last attack told of, at most a paragraph back; whole countries say nothing."""
        for earlier in reversed(self.mentions):
            before = (
                earlier.trigger.token < mention.trigger.token and mention.paragraph - earlier.paragraph <= 1
            )
            if before and earlier.type is EventType.ASSAULT and earlier.places:
                return tuple(p for p in earlier.places if p.precision is not PlacePrecision.COUNTRY)[:1]
        return ()

    def when(self, mention: EventMention) -> Interval | None:
        """The entry's date, else the day that the text before speaks of, else by the kind of event."""
        own = self._head_time(mention.paragraph)
        if own is not None:
            return own.interval
        if mention.certainty in {Certainty.PLANNED, Certainty.POSSIBLE, Certainty.GENERAL}:
            return None
        if mention.type is EventType.ASSAULT:
            token = self.annotated.tokens[mention.trigger.token]
            if token.deprel == "acl" and token.xpos == "VBN":
                return self._last_assault(mention)
            return self._told_day(mention, 0) or self._window() or self._last_assault(mention)
        if self._is_present(mention):
            return self._day_of_publication()
        return self._told_day(mention, 1) or self._window() or self._since_main()

    def around(self, mention: EventMention) -> Interval | None:
        """The day that an attack's paragraph speaks of before it; None for a mention that points back."""
        if mention.type is not EventType.ASSAULT or mention.time is not None or mention.trigger.definite:
            return None
        return self._told_day(mention, 0)

    def _is_present(self, mention: EventMention) -> bool:
        """Whether the act is told in the present tense, as of the day of publication."""
        return self.annotated.tokens[mention.trigger.clause].xpos in {"VBZ", "VBP"}

    def _day_of_publication(self) -> Interval | None:
        day = self.annotated.document.published_on
        return Interval(day, day, TimePrecision.DAY) if day else None

    def _told_day(self, mention: EventMention, paragraphs: int) -> Interval | None:
        """The last single day named before the mention, at most so many paragraphs and four sentences back."""
        published = self.annotated.document.published_on
        for time in reversed(self.annotated.times):
            sentence = self.annotated.sentence_of(time.first)
            if time.first > mention.trigger.token or time.kind not in {"date", "relative"}:
                continue
            near = (
                mention.paragraph - sentence.paragraph <= paragraphs
                and mention.sentence - sentence.index <= 4
            )
            if not near:
                return None
            if dates_an_answer(self.annotated, time, mention.trigger.token):
                continue
            past = published is None or time.interval.start <= published
            if time.interval.days <= 2 and past:
                return time.interval
        return None

    def _head_time(self, paragraph: int) -> TimeMention | None:
        if paragraph == 0:
            return None
        heads = self._heads.get(paragraph, ())
        return next(
            (t for t in self.annotated.times if self.annotated.sentence_of(t.first).index in heads), None
        )

    def _last_assault(self, mention: EventMention) -> Interval | None:
        """The time of the paragraph before, where a wire goes on about the same happening."""
        before = [
            m.when
            for m in self.mentions
            if m.type is EventType.ASSAULT
            and m.trigger.token < mention.trigger.token
            and m.when is not None
            and m.when.days <= 3
            and mention.paragraph - m.paragraph <= 2
        ]
        return before[-1] if before else None

    def _window(self) -> Interval | None:
        """The reporting window that the first sentences set for the whole document ("In the last 24 hours")."""
        early = [
            t
            for t in self.annotated.times
            if t.kind == "window" and self.annotated.sentence_of(t.first).index <= 2
        ]
        return early[0].interval if early and early[0].interval.days <= 8 else None

    def _since_main(self) -> Interval | None:
        """From the main attack, the first that is dated, to the day of publication."""
        published = self.annotated.document.published_on
        told = [
            m.when
            for m in self.mentions
            if m.type is EventType.ASSAULT and m.when is not None and m.certainty is Certainty.ASSERTED
        ]
        if published is None or not told:
            return None
        main = min((w for w in told if told[0].holds(w)), key=lambda w: w.days)
        if main.start > published or main.days > 7 or (published - main.start).days > 14:
            return None
        return Interval(
            main.start, published, TimePrecision.DAY if main.start == published else TimePrecision.WEEK
        )
