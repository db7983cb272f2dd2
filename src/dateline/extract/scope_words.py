"""Words that measure from a place or a day, and how a place and a window stand for what is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.numbers import number_value
from dateline.extract.tree import ancestors, outer_head
from dateline.knowledge.countries import country_named
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.speech import ANSWERING
from dateline.languages.en.toponyms import DISTANCES
from dateline.model.annotation import AnnotatedDocument, TimeMention, Token
from dateline.model.reading import Place
from dateline.model.vocabulary import TimePrecision


def under_its_name(place: Place) -> Place:
    """A country that the text has as an adjective, under its name: Syria for "Syrian"."""
    land = country_of(place.name)
    if land is None or country_named(place.name) is not None:
        return place
    return replace(place, argument=replace(place.argument, name=land.name))


def measures(token: Token) -> bool:
    """Whether a word measures a distance from a place: "115 km northwest of Mandalay" is not in Mandalay."""
    return token.lemma.lower() in DISTANCES


def days_before(tokens: tuple[Token, ...], start: int) -> int | None:
    """The number of days of a measure right before a preposition: "four days after", "a day after", "two weeks after"."""
    if start < 2:
        return None
    unit = {"day": 1, "night": 1, "week": 7}.get(tokens[start - 1].lemma.lower())
    word = tokens[start - 2].text.lower()
    count = 1 if word in {"a", "one", "the"} else number_value([word])
    return unit * count if unit and count is not None else None


def dates_an_answer(annotated: AnnotatedDocument, time: TimeMention, trigger: int) -> bool:
    """Whether a time is that of an act about an attack told after it: "was charged on Tuesday in the killing"."""
    head = annotated.tokens[outer_head(annotated, time.first, time.last)].head
    if head < 0 or time.last >= trigger or annotated.tokens[head].lemma.lower() not in ANSWERING:
        return False
    return annotated.tokens[head].upos == "VERB" and head in ancestors(annotated, trigger)


def without_since(time: TimeMention) -> TimeMention:
    """A window's first day, month or year: what happened "in November" when the window is "since November"."""
    if time.kind != "since":
        return time
    start = time.interval.start
    end = {
        TimePrecision.MONTH: date(start.year + start.month // 12, start.month % 12 + 1, 1)
        - timedelta(days=1),
        TimePrecision.YEAR: date(start.year, 12, 31),
    }.get(time.interval.precision, start)
    return replace(time, interval=replace(time.interval, end=end), kind="date")
