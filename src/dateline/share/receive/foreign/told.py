"""What one foreign object tells, in one shape, and that as a reading without a text: `retelling` writes one for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dateline.knowledge.countries import country, country_named
from dateline.model.document import DateSource, Document, Span
from dateline.model.reading import Argument, Event, Place, Reader, Reading, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, PlacePrecision, TimePrecision
from dateline.resolve.profile import RADIUS
from dateline.share.receive.foreign.kinds import Kind
from dateline.share.release.coarsen import COARSENESS

READER = Reader("received", "foreign")
NOWHERE = Span(0, 0, "")
ENOUGH_WORDS = 40
"""Characters from which a text is worth reading."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that is told by values. Names are as they were written; `when` are a first and a last day."""

    kind: Kind
    places: tuple[Place, ...] = ()
    when: tuple[date, date] | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    certainty: Certainty = Certainty.ASSERTED
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A document's worth: `happenings` by values, `text` in words, `unmapped` what neither holds, one line each."""

    title: str
    outlet: str = ""
    published: datetime | None = None
    url: str | None = None
    language: str = "en"
    happenings: tuple[Happening, ...] = ()
    text: str = ""
    unmapped: tuple[str, ...] = ()

    def reading(self, key: str) -> Reading | None:
        """What is told by values; a happening with a count is a claimed total. None where nothing is."""
        if not self.happenings:
            return None
        single = [one for one in self.happenings if one.count is None]
        counted = [one for one in self.happenings if one.count is not None]
        events = tuple(_event(f"e{n}", one) for n, one in enumerate(single, 1))
        tallies = tuple(_tally(f"t{n}", one) for n, one in enumerate(counted, 1))
        return Reading(self.document(key, ""), READER, events, tallies)

    def words(self, key: str) -> Document | None:
        """What is told in words, to be read like any report; None where there are hardly any."""
        return self.document(key, self.text) if len(self.text) >= ENOUGH_WORDS else None

    def document(self, key: str, text: str) -> Document:
        """A document of it with this text."""
        source = DateSource.GIVEN if self.published else DateSource.UNKNOWN
        return Document(
            key, text, self.title, self.outlet, (), self.published, source, self.url, self.language
        )


def _event(key: str, one: Happening) -> Event:
    kind, mode = one.kind
    return Event(
        key,
        kind,
        mode,
        NOWHERE,
        (),
        _arguments(one.actors),
        _arguments(one.recipients),
        _arguments(one.weapons),
        one.places,
        _interval(one.when),
        one.killed,
        one.injured,
        one.certainty,
    )


def _tally(key: str, one: Happening) -> Tally:
    assert one.count is not None
    kind, mode = one.kind
    return Tally(
        key,
        one.count,
        kind,
        mode,
        _arguments(one.actors),
        _arguments(one.recipients),
        one.places,
        _interval(one.when),
    )


def _arguments(names: Sequence[str]) -> tuple[Argument, ...]:
    return tuple(Argument(NOWHERE, name[:200]) for name in dict.fromkeys(names) if name.strip())


def _interval(when: tuple[date, date] | None) -> Interval | None:
    return Interval(when[0], max(when), TimePrecision.DAY) if when else None


@dataclass(frozen=True, slots=True)
class Where:
    """A place as other systems write it; `metres` is how closely its point is known."""

    name: str = ""
    town: str = ""
    province: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    metres: float | None = None

    def place(self) -> Place | None:
        """The place, no finer than it was said; None where nothing but a number out of range was."""
        code = _country_code(self.country)
        name = self.name or self.town or self.province or self.country
        point = (self.latitude, self.longitude) if self._is_on_earth() else (None, None)
        if not name and point[0] is None:
            return None
        return Place(Argument(NOWHERE, name or "a point"), *point, None, code, self._precision(point[0]))

    def _is_on_earth(self) -> bool:
        return (
            self.latitude is not None
            and self.longitude is not None
            and -90 <= self.latitude <= 90
            and -180 <= self.longitude <= 180
        )

    def _precision(self, latitude: float | None) -> PlacePrecision:
        if latitude is not None and self.metres is not None:
            fits = (p for p in COARSENESS if self.metres <= RADIUS[p] * 1000)
            return next(fits, PlacePrecision.COUNTRY)
        if self.town:
            return PlacePrecision.TOWN
        if self.province:
            return PlacePrecision.PROVINCE
        return PlacePrecision.UNKNOWN if latitude is not None or self.name else PlacePrecision.COUNTRY


def _country_code(text: str) -> str | None:
    known = country(text.upper()) if re.fullmatch(r"[A-Za-z]{2}", text) else country_named(text)
    return known.code if known else None


def day(told: object) -> date | None:
    """The day of a date or moment as text; None for what is none."""
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None


def moment(told: object) -> datetime | None:
    """An aware moment from text; None for what is none."""
    try:
        found = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return found if found.tzinfo else None


def days(first: object, last: object) -> tuple[date, date] | None:
    """A first and a last day, where one at least is told."""
    begin, end = day(first) or day(last), day(last) or day(first)
    return (begin, end) if begin and end else None
