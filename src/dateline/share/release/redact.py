"""A reading and its rule in, what a partner may see of it out, under ids of the partner's own.

Without the document's own words, spans are empty and only values stay: characters and their positions would tell of the
text around them. Names of private persons are masked in values whatever the marking.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from dateline.model.document import DateSource, Document, Span
from dateline.model.marking import Words
from dateline.model.reading import Argument, Attribution, Event, Place, Reader, Reading, Responsibility, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, Mode
from dateline.share.private_persons import HOME, MASK, private, shown_place
from dateline.share.release.coarsen import coarse_interval, coarse_places
from dateline.share.release.ids import Naming
from dateline.share.release.rules import ClaimRule, DocumentRule

NOWHERE = Span(0, 0, "")
READER = Reader("released", "released")


def redacted(reading: Reading, rule: DocumentRule, ids: Naming) -> Reading:
    """The reading as the partner may see it."""
    cut = _Cut(reading, rule, ids)
    whole = rule.words is Words.TEXT
    return Reading(
        cut.document(),
        READER,
        tuple(cut.event(e, rule.claims[e.id]) for e in reading.events if e.id in rule.claims),
        tuple(cut.tally(t, rule.claims[t.id]) for t in reading.tallies if t.id in rule.claims),
        tuple(cut.blamed()),
        reading.quotes if whole else (),
        reading.relations if whole else (),
    )


def blame_is_seen(rule: DocumentRule, number: int, one: Responsibility) -> bool:
    """Whether the responsibility of that number (from 1) goes: with its speakers and actors, and where it has events with one."""
    own = rule.claims.get(f"r{number}")
    if rule.source is not None or own is None:
        return False
    events = [key for key in one.events if key in rule.claims]
    hidden = own.hidden.union(*(rule.claims[key].hidden for key in events))
    return not {"says", "actors"} & hidden and bool(events or not one.events)


@dataclass(frozen=True, slots=True)
class _Cut:
    reading: Reading
    rule: DocumentRule
    ids: Naming

    def document(self) -> Document:
        """What is said of the document itself."""
        own, rule = self.reading.document, self.rule
        shows = rule.words is not Words.NONE
        return Document(
            id=self.ids.of("document", own.id),
            text=own.text if rule.words is Words.TEXT else "",
            title=own.title if shows else "",
            outlet=own.outlet if rule.source is None else rule.source,
            relays=own.relays if rule.source is None else (),
            published=self._published(),
            date_source=DateSource.UNKNOWN if self._published() is None else own.date_source,
            url=own.url if shows else None,
            language=own.language,
        )

    def event(self, event: Event, rule: ClaimRule) -> Event:
        """One event without what is hidden."""
        show, words = _Shown(rule, self.rule), self._words
        places = show.places(event.places)
        return Event(
            id=self._claim(event.id),
            type=event.type,
            mode=show.mode(event.mode),
            trigger=words(event.trigger),
            mentions=tuple(dict.fromkeys(words(m) for m in event.mentions)),
            actors=self._parties(show.parties("actors", event.actors), places),
            recipients=self._parties(show.parties("recipients", event.recipients), places),
            weapons=self._parties(show.parties("weapons", event.weapons), places),
            places=self._places(places),
            when=self._when(show.when(event.when)),
            killed=self._count(show.harm("killed", event.killed)),
            injured=self._count(show.harm("injured", event.injured)),
            certainty=show.certainty(event.certainty),
            says=self._says(show.says(event.says)),
            responds_to=tuple(self._claim(key) for key in event.responds_to if key in self.rule.claims),
            evidence=tuple(s for s in map(words, event.evidence) if s != NOWHERE),
            score=event.score,
        )

    def tally(self, tally: Tally, rule: ClaimRule) -> Tally:
        """One tally without what is hidden."""
        show = _Shown(rule, self.rule)
        number, places = tally.number, show.places(tally.places)
        return Tally(
            id=self._claim(tally.id),
            number=Count(number.low, number.high, self._words(number.span)),
            type=tally.type,
            mode=show.mode(tally.mode),
            actors=self._parties(show.parties("actors", tally.actors), places),
            recipients=self._parties(show.parties("recipients", tally.recipients), places),
            places=self._places(places),
            when=self._when(show.when(tally.when)),
            says=self._says(show.says(tally.says)),
            evidence=tuple(s for s in map(self._words, tally.evidence) if s != NOWHERE),
            score=tally.score,
        )

    def blamed(self) -> Iterable[Responsibility]:
        """Who blames whom, about events that are seen with their speakers and actors."""
        for number, one in enumerate(self.reading.responsibility, 1):
            if not blame_is_seen(self.rule, number, one):
                continue
            events = [key for key in one.events if key in self.rule.claims]
            speaker, accused = self._parties((one.speaker, one.accused), ())
            evidence = tuple(s for s in map(self._words, one.evidence) if s != NOWHERE)
            yield Responsibility(one.stance, speaker, accused, tuple(map(self._claim, events)), evidence)

    def _claim(self, key: str) -> str:
        return self.ids.of("event" if key[:1] == "e" else "tally", self.reading.document.id, key)

    def _published(self) -> datetime | None:
        """The moment of publication; only its day where the source is not named, which the hour would tell."""
        published = self.reading.document.published
        if self.rule.time is not None or published is None:
            return None
        return datetime.combine(published.date(), time(), UTC) if self.rule.source else published

    def _words(self, span: Span) -> Span:
        return span if self.rule.words is Words.TEXT else NOWHERE

    def _count(self, count: Count | None) -> Count | None:
        return replace(count, span=self._words(count.span)) if count else None

    def _when(self, when: Interval | None) -> Interval | None:
        return replace(when, span=self._words(when.span) if when.span else None) if when else None

    def _parties(self, parties: Iterable[Argument], places: Iterable[Place]) -> tuple[Argument, ...]:
        named = frozenset(p.name.casefold() for p in places)
        return tuple(self._party(a, private(a, named)) for a in parties)

    def _party(self, argument: Argument, masked: bool) -> Argument:
        return Argument(
            self._words(argument.mention), MASK if masked else argument.name, None if masked else argument.ref
        )

    def _places(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(self._place(place) for place in places)

    def _place(self, place: Place) -> Place:
        """A place; a home that is named after somebody says nothing of where it is either."""
        name = shown_place(place, names=False)
        argument = Argument(self._words(place.argument.mention), name)
        return replace(place, argument=argument) if name != HOME else Place(argument, country=place.country)

    def _says(self, says: Iterable[Attribution]) -> tuple[Attribution, ...]:
        return tuple(
            Attribution(self._parties((said.speaker,), ())[0], self._words(said.cue) if said.cue else None)
            for said in says
        )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A claim's fields: what is hidden is as if the document didn't say it."""

    rule: ClaimRule
    document: DocumentRule

    def mode(self, mode: Mode | None) -> Mode | None:
        return None if "mode" in self.rule.hidden else mode

    def parties(self, field: str, parties: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return () if field in self.rule.hidden else parties

    def places(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        return () if "places" in self.rule.hidden else coarse_places(places, self.rule.place)

    def when(self, when: Interval | None) -> Interval | None:
        return None if "when" in self.rule.hidden else coarse_interval(when, self.rule.time)

    def harm(self, field: str, count: Count | None) -> Count | None:
        return None if field in self.rule.hidden else count

    def certainty(self, certainty: Certainty) -> Certainty:
        """A certainty that is hidden comes out as the one that promises nothing."""
        return Certainty.ALLEGED if "certainty" in self.rule.hidden else certainty

    def says(self, says: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        return () if "says" in self.rule.hidden or self.document.source is not None else says
