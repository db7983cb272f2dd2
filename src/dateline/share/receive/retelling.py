"""A partner's reading, often without its words -> one whose every value stands in a text.

Nothing is known that no sentence says: where the partner kept the words to itself, its values are written out as
sentences under the partner's name, and each value points to its own. Where the words came along, they stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.model.document import DateSource, Document, Span
from dateline.model.reading import Argument, Attribution, Event, Place, Reader, Reading, Responsibility, Tally
from dateline.model.spans import check_reading
from dateline.model.values import Count, Interval
from dateline.share.release.material import RETOLD

AS_WRITTEN = Reader("received", "as written")


def retold(reading: Reading, key: str, partner: str) -> Reading:
    """The reading under a document id of ours, with every span in its text."""
    own = reading.document
    if own.text and not check_reading(reading):
        document = replace(own, id=key, origin=f"partner:{partner}")
        return replace(reading, document=document, reader=AS_WRITTEN)
    return _Telling(reading, key, partner).told()


@dataclass(slots=True)
class _Telling:
    """The text as it grows."""

    reading: Reading
    key: str
    partner: str
    text: str = ""
    parts: list[Span] = field(default_factory=list)

    def told(self) -> Reading:
        own = self.reading.document
        self.say(f"{self.key}, as {self.partner} tells it.\n")
        events = tuple(self._event(event) for event in self.reading.events)
        tallies = tuple(self._tally(tally) for tally in self.reading.tallies)
        blamed = tuple(self._responsibility(one) for one in self.reading.responsibility)
        document = Document(
            id=self.key,
            text=self.text,
            title=own.title or f"{own.outlet or 'A source'}, as {self.partner} tells it",
            outlet=own.outlet,
            relays=own.relays,
            published=own.published,
            date_source=DateSource.GIVEN if own.published else DateSource.UNKNOWN,
            url=own.url,
            language=own.language,
            origin=f"partner:{self.partner}",
        )
        return Reading(document, RETOLD, events, tallies, blamed)

    def say(self, words: str) -> Span:
        """Add words to the text; where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)

    def _event(self, event: Event) -> Event:
        start = len(self.text)
        what = " ".join(p for p in (event.mode and event.mode.value, event.type.value.lower()) if p)
        trigger = self.say(f"\n{what}".lstrip() if not self.text.endswith("\n") else what)
        made = replace(
            event,
            trigger=trigger,
            mentions=(trigger,),
            places=self._places(event.places),
            when=self._when(event.when),
            actors=self._parties(", by ", event.actors),
            recipients=self._parties(", against ", event.recipients),
            weapons=self._parties(", with ", event.weapons),
            killed=self._harm(event.killed, "killed"),
            injured=self._harm(event.injured, "injured"),
            says=self._says(event.says),
        )
        return replace(made, evidence=(self._sentence(start),))

    def _tally(self, tally: Tally) -> Tally:
        start = len(self.text)
        number = replace(tally.number, span=self.say(_range(tally.number)))
        self.say(f" {tally.type.value.lower()}")
        made = replace(
            tally,
            number=number,
            places=self._places(tally.places),
            when=self._when(tally.when),
            actors=self._parties(", by ", tally.actors),
            recipients=self._parties(", against ", tally.recipients),
            says=self._says(tally.says),
        )
        return replace(made, evidence=(self._sentence(start),))

    def _responsibility(self, one: Responsibility) -> Responsibility:
        start = len(self.text)
        speaker = self._party(one.speaker)
        self.say(f" {one.stance.value} ")
        made = replace(one, speaker=speaker, accused=self._party(one.accused))
        return replace(made, evidence=(self._sentence(start),))

    def _sentence(self, start: int) -> Span:
        self.say(".")
        span = Span(start, len(self.text), self.text[start:])
        self.say("\n")
        return span

    def _party(self, argument: Argument) -> Argument:
        return replace(
            argument, mention=self.say(argument.name or "somebody"), name=argument.name or "somebody"
        )

    def _parties(self, joined: str, parties: Sequence[Argument]) -> tuple[Argument, ...]:
        return tuple(self._after(joined if n == 0 else " and ", a) for n, a in enumerate(parties))

    def _after(self, words: str, argument: Argument) -> Argument:
        self.say(words)
        return self._party(argument)

    def _places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(
            replace(place, argument=self._after(" at " if n == 0 else ", ", place.argument))
            for n, place in enumerate(places)
        )

    def _when(self, when: Interval | None) -> Interval | None:
        if when is None:
            return None
        start, end = when.start.isoformat(), when.end.isoformat()
        self.say(" on " if start == end else " between ")
        return replace(when, span=self.say(start if start == end else f"{start} and {end}"))

    def _harm(self, count: Count | None, what: str) -> Count | None:
        if count is None:
            return None
        self.say(f", {what} ")
        return replace(count, span=self.say(_range(count)))

    def _says(self, says: Iterable[Attribution]) -> tuple[Attribution, ...]:
        return tuple(Attribution(self._after(", according to ", said.speaker)) for said in says)


def _range(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
