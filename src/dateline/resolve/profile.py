"""What can be compared of one reported event, worked out once so that each comparison is cheap.

In: reported events. Out: a `Batch`: one `Profile` each (days as ordinals, places as words and coordinates
with a radius, parties as keys, the words of the evidence) and how rare each word is among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.incident import Report, ReportedEvent
from dateline.model.reading import Event, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Mode, PlacePrecision
from dateline.resolve.charges import is_charge
from dateline.resolve.names import party_keys, place_words, words
from dateline.resolve.rarity import Rarity
from dateline.resolve.told_words import Told, names_in

# How far, in kilometres, the point given for a place may lie from where it happened.
RADIUS = {
    PlacePrecision.EXACT: 8.0,
    PlacePrecision.TOWN: 15.0,
    PlacePrecision.DISTRICT: 45.0,
    PlacePrecision.PROVINCE: 200.0,
    PlacePrecision.COUNTRY: 1000.0,
    PlacePrecision.UNKNOWN: 25.0,
}
_COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{25,400})[”\"»“]")
LEAD = 1 / 3  # the share of a document's text in which it says what it is about
_ZONES = 1  # day that an event may lie after a publication in another time zone
_SHORTEST_QUOTE = 5  # words; shorter ones ("a cowardly act") are said on many occasions


@dataclass(frozen=True, slots=True)
class Located:
    """A place as compared: telling words, point and radius in kilometres."""

    name: str
    words: frozenset[str]
    identity: str | None
    lat: float | None
    lon: float | None
    radius: float
    country: str | None
    precision: PlacePrecision

    @property
    def fine(self) -> bool:
        """Whether it is finer than a province."""
        return self.precision not in _COARSE


@dataclass(frozen=True, slots=True)
class Profile:
    """One reported event as compared; days are proleptic ordinals, `first`, `last` None where no time is said.

    `text` are the words of the evidence, `told` those of the whole document; `leads` says whether it begins with the
    event. `names` are the words written as names, and the numbers, that stand with the event: in the whole document for
    what it begins with, in the event's own paragraphs for what it tells further down. They are words in a text, no
    register of persons.
    """

    report: Report
    source: ReportedEvent
    group: str
    mode: Mode | None
    first: int | None
    last: int | None
    published: int | None
    places: tuple[Located, ...]
    fine: tuple[Located, ...]
    countries: frozenset[str]
    killed: Count | None
    injured: Count | None
    actors: frozenset[str]
    recipients: frozenset[str]
    weapons: frozenset[str]
    text: frozenset[str]
    sentences: frozenset[str]
    quoted: frozenset[str]
    outlets: frozenset[str]
    told: Told
    leads: bool
    charge: bool
    names: frozenset[str]

    @property
    def context(self) -> frozenset[str]:
        """The words of the whole document."""
        return self.told.words

    @property
    def days(self) -> int | None:
        """How many days the time said spans; None where none is said."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Profiles in a fixed order and the rarity of what they name.

    `text_mass` sums the surprise of a report's words, `name_mass` that of a document's names squared.
    """

    profiles: tuple[Profile, ...]
    place_rarity: Rarity
    party_rarity: Rarity
    text_rarity: Rarity
    name_rarity: Rarity
    text_bits: dict[str, float]
    text_mass: dict[Report, float]
    name_bits: dict[str, float]
    name_mass: dict[str, float]
    title_bits: dict[str, float]


class Kind(StrEnum):
    """What words are counted: those of places, parties and evidence by event, those of names and titles by document."""

    PLACE = "place"
    PARTY = "party"
    TEXT = "text"
    NAME = "name"
    TITLE = "title"


Counts = Mapping[Kind, Mapping[str, int]]
"""How many hold each word; the empty word stands for how many there are in all."""

_PRIORS = {
    Kind.PLACE: (0.004, 250),
    Kind.PARTY: (0.01, 100),
    Kind.TEXT: (0.02, 50),
    Kind.NAME: (0.004, 250),
    Kind.TITLE: (0.004, 250),
}


def batch(reports: Sequence[ReportedEvent], counts: Counts | None = None) -> Batch:
    """Profiles of the reports, sorted by document and event id, so that the order of arrival can't matter.

    `counts` are those of a record that the reports are a part of; without them the reports are all there is.
    """
    profiles, documents = profiled(reports)
    known = counts or counted(profiles, documents)
    rarity = {
        kind: Rarity(known[kind], known[kind].get("", 0), prior=prior, strength=strength)
        for kind, (prior, strength) in _PRIORS.items()
    }
    text = rarity[Kind.TEXT]
    bits = {word: text.bits(word) for p in profiles for word in p.text}
    mass = {p.report: sum(bits[w] for w in p.text) for p in profiles}
    names = {word: rarity[Kind.NAME].bits(word) for told in documents for word in told.names}
    titles = {word: rarity[Kind.TITLE].bits(word) for told in documents for word in told.title}
    return Batch(
        profiles,
        rarity[Kind.PLACE],
        rarity[Kind.PARTY],
        text,
        rarity[Kind.NAME],
        bits,
        mass,
        names,
        {told.document: sum(names[w] ** 2 for w in told.names) for told in documents},
        titles,
    )


def profiled(reports: Sequence[ReportedEvent]) -> tuple[tuple[Profile, ...], tuple[Told, ...]]:
    """The profiles, sorted by document and event id, and each document's words."""
    ordered = sorted(reports, key=lambda r: (r.document.id, r.event.id))
    told: dict[str, Told] = {}
    for report in ordered:
        if report.document.id not in told:
            told[report.document.id] = Told.of(report.document)
    return tuple(profile(r, told[r.document.id]) for r in ordered), tuple(told.values())


def counted(profiles: Sequence[Profile], documents: Iterable[Told]) -> dict[Kind, Counter[str]]:
    """How many of these events and documents hold each word."""
    found: dict[Kind, Counter[str]] = {kind: Counter() for kind in Kind}
    for one in profiles:
        found[Kind.PLACE].update(("", *_place_vocabulary(one)))
        found[Kind.PARTY].update(("", *(one.actors | one.recipients)))
        found[Kind.TEXT].update(("", *one.text))
    for told in documents:
        found[Kind.NAME].update(("", *told.names))
        found[Kind.TITLE].update(("", *told.title))
    return found


def profile(source: ReportedEvent, told: Told) -> Profile:
    """One event's profile; `told` are the words of its document."""
    event, document = source.event, source.document
    places = tuple(_located(p) for p in event.places)
    sentences = _sentences(source)
    published = document.published_on.toordinal() if document.published_on else None
    charge = is_charge(source)
    first, last = _days(None if charge else event.when, published)
    return Profile(
        report=Report(document.id, event.id),
        source=source,
        group=event.type.value,
        mode=event.mode,
        first=first,
        last=last,
        published=published,
        places=places,
        fine=tuple(p for p in places if p.fine),
        countries=frozenset(p.country for p in places if p.country),
        killed=event.killed,
        injured=event.injured,
        actors=party_keys(event.actors),
        recipients=party_keys(event.recipients),
        weapons=party_keys(event.weapons),
        text=frozenset(w for s in sentences for w in s if len(w) > 3),
        sentences=frozenset(" ".join(s) for s in sentences if len(s) >= 8),
        quoted=_quoted(source),
        outlets=frozenset(o.casefold() for o in (document.outlet, *document.relays) if o),
        told=told,
        leads=_leads(source),
        charge=charge,
        names=_names(source, told),
    )


def _leads(source: ReportedEvent) -> bool:
    return source.event.trigger.start <= len(source.document.text) * LEAD


def _names(source: ReportedEvent, told: Told) -> frozenset[str]:
    text, event = source.document.text, source.event
    if _leads(source):
        return told.names
    return names_in(" ".join(text[start:end] for start, end in sorted(_paragraphs(event, text))))


def _days(when: Interval | None, published: int | None) -> tuple[int | None, int | None]:
    """The days said; none where they begin after publication, as what has happened can't: the day was misread."""
    if when is None or (published is not None and when.start.toordinal() > published + _ZONES):
        return None, None
    return when.start.toordinal(), when.end.toordinal()


def _located(place: Place) -> Located:
    return Located(
        name=place.name,
        words=place_words(place.name),
        identity=place.gazetteer_id,
        lat=place.lat,
        lon=place.lon,
        radius=RADIUS[place.precision],
        country=place.country,
        precision=place.precision,
    )


def _place_vocabulary(one: Profile) -> frozenset[str]:
    return frozenset(w for p in one.places for w in p.words)


def _sentences(source: ReportedEvent) -> list[tuple[str, ...]]:
    """The words of each piece of evidence, or of the sentence-long stretch around the trigger."""
    event = source.event
    return [words(s.text) for s in event.evidence] or [words(_around(source))]


def _around(source: ReportedEvent) -> str:
    text, trigger = source.document.text, source.event.trigger
    start = max(text.rfind(mark, 0, trigger.start) for mark in (". ", "\n", "? ", "! ")) + 1
    ends = [text.find(mark, trigger.end) for mark in (". ", "\n", "? ", "! ")]
    return text[start : min((e for e in ends if e >= 0), default=len(text))]


def _quoted(source: ReportedEvent) -> frozenset[str]:
    """Longer quotations in the paragraphs that hold the event's mentions."""
    text, found = source.document.text, set()
    for start, end in _paragraphs(source.event, text):
        for match in _QUOTED.finditer(text, start, end):
            quote = words(match.group(1))
            if len(quote) >= _SHORTEST_QUOTE:
                found.add(" ".join(quote))
    return frozenset(found)


def _paragraphs(event: Event, text: str) -> set[tuple[int, int]]:
    found = set()
    for span in event.mentions or (event.trigger,):
        end = text.find("\n\n", span.end)
        found.add((text.rfind("\n\n", 0, span.start) + 1, end if end >= 0 else len(text)))
    return found
