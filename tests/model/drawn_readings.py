"""Hypothesis strategies: readings whose spans all lie in their document's text."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from dateline.model.document import DateSource, Document, Span
from dateline.model.reading import (
    Argument,
    Attribution,
    Event,
    Misfit,
    Place,
    Quote,
    Reader,
    Reading,
    Relation,
    Responsibility,
    Tally,
)
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import (
    Certainty,
    EventType,
    HarmType,
    Mode,
    PlacePrecision,
    Predicate,
    Stance,
    TimePrecision,
)

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
RULES = st.sampled_from(["", "passive subject", "model"])
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-3))])


def few(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, max_size=2).map(tuple)


def identified(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """No, one or two items, each with an id of its own, as a reading's events and tallies have."""
    return st.lists(items, max_size=2, unique_by=lambda item: item.id).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    published = draw(st.none() | st.datetimes(timezones=ZONES))
    return Document(
        id=draw(WORDS),
        text=draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)),
        title=draw(st.just("") | WORDS),
        outlet=draw(st.just("") | WORDS),
        relays=draw(few(WORDS)),
        published=published,
        date_source=draw(st.sampled_from(DateSource)),
        url=draw(st.none() | WORDS),
        language="en",
    )


@st.composite
def intervals(draw: st.DrawFn, spans: st.SearchStrategy[Span]) -> Interval:
    start, end = sorted([draw(st.dates()), draw(st.dates(min_value=date(1900, 1, 1)))])
    return Interval(start, end, draw(st.sampled_from(TimePrecision)), draw(st.none() | spans))


@st.composite
def counts(draw: st.DrawFn, spans: st.SearchStrategy[Span]) -> Count:
    low = draw(st.integers(0, 10_000))
    high = draw(st.none() | st.integers(low, 20_000))
    return Count(low, high, draw(spans))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(documents())

    @st.composite
    def spans(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(document.text) - 1))
        return document.span(start, draw(st.integers(start + 1, len(document.text))))

    span = spans()
    argument = st.builds(Argument, span, WORDS, st.none() | WORDS, RULES)
    place = st.builds(
        Place,
        argument,
        st.none() | st.floats(-90, 90),
        st.none() | st.floats(-180, 180),
        st.none() | WORDS,
        st.none() | WORDS,
        st.sampled_from(PlacePrecision),
    )
    says = few(st.builds(Attribution, argument, st.none() | span))
    mode = st.none() | st.sampled_from(Mode)
    when, count = st.none() | intervals(span), st.none() | counts(span)
    score = st.floats(0, 1)
    event = st.builds(
        Event,
        id=WORDS,
        type=st.sampled_from(EventType),
        mode=mode,
        trigger=span,
        mentions=st.lists(span, min_size=1, max_size=2).map(tuple),
        actors=few(argument),
        recipients=few(argument),
        weapons=few(argument),
        places=few(place),
        when=when,
        killed=count,
        injured=count,
        certainty=st.sampled_from(Certainty),
        says=says,
        responds_to=few(WORDS),
        evidence=few(span),
        score=score,
        rule=RULES,
    )
    tally = st.builds(
        Tally,
        id=WORDS,
        number=counts(span),
        type=st.sampled_from([*EventType, *HarmType]),
        mode=mode,
        actors=few(argument),
        recipients=few(argument),
        places=few(place),
        when=when,
        says=says,
        evidence=few(span),
        score=score,
        rule=RULES,
    )
    blame = st.builds(Responsibility, st.sampled_from(Stance), argument, argument, few(WORDS), few(span))
    return Reading(
        document=document,
        reader=Reader(draw(WORDS), draw(WORDS)),
        events=draw(identified(event)),
        tallies=draw(identified(tally)),
        responsibility=draw(few(blame)),
        quotes=draw(few(st.builds(Quote, st.none() | argument, st.none() | span, span, st.booleans()))),
        relations=draw(few(st.builds(Relation, argument, st.sampled_from(Predicate), argument, few(span)))),
        misfits=draw(few(st.builds(Misfit, WORDS, WORDS, few(span)))),
    )
