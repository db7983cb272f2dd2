"""Expressions of time: sentences to intervals, trees to tenses, calendars, and what must hold for any text."""

from __future__ import annotations

import itertools
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import treed, untagged

from dateline.annotate.times import anchor_day, find_times, reporting_period
from dateline.annotate.times.anchors import years_around
from dateline.annotate.times.grammar import _compiled, _macros
from dateline.annotate.times.holidays import easter, feast, solar_hijri
from dateline.annotate.times.periods import Period, day, half, month, third, week, year
from dateline.annotate.times.resolve import _COMPOUND, _SIMPLE
from dateline.annotate.times.tense import Tense, tense_at
from dateline.languages.en import time_patterns
from dateline.languages.en.times import FEASTS
from dateline.model.vocabulary import TimePrecision

CASES = Path(__file__).parent.parent / "cases" / "times.tsv"
ROWS = [
    line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")
]
GOLD = Path(os.environ.get("DATELINE_DATA", "../shared/data")) / "temporal" / "gum_dates_entities.jsonl"
PATTERNS = [
    *time_patterns.CALENDAR,
    *time_patterns.ATTACHMENTS,
    *time_patterns.MODIFIERS,
    *time_patterns.RANGES,
    *time_patterns.LEADS,
    *time_patterns.OTHERS,
]


def said(text: str, published: str, title: str = "") -> str:
    mentions = find_times(untagged(text, published, title))
    shown = [
        f"{m.interval.span.text} = {m.interval.start}..{m.interval.end} {m.kind}"
        for m in mentions
        if m.interval.span
    ]
    return " | ".join(shown) or "-"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_sentences_give_these_days(row: list[str]) -> None:
    published, text, expected, *title = row
    assert said(text, published.removeprefix("-"), *title) == expected


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It fell on 3 March.", TimePrecision.DAY),
        ("It fell last week.", TimePrecision.WEEK),
        ("It fell two weeks ago.", TimePrecision.WEEK),
        ("It fell in March.", TimePrecision.MONTH),
        ("It fell last winter.", TimePrecision.SEASON),
        ("It fell in 2019.", TimePrecision.YEAR),
        ("It fell in the 1990s.", TimePrecision.DECADE),
        ("It has fallen since January.", TimePrecision.MONTH),
    ],
)
def test_the_unit_that_was_said_is_kept(text: str, precision: TimePrecision) -> None:
    (mention,) = find_times(untagged(text, "2023-03-15"))
    assert mention.interval.precision is precision


EXPECTED = """
Envoys NOUN NNS 3 nsubj:pass
are AUX VBP 3 aux:pass
expected VERB VBN 0 root
to PART TO 5 mark
use VERB VB 3 xcomp
talks NOUN NNS 5 obj
Monday PROPN NNP 6 nmod:unmarked
"""
THREATENED = """
He PRON PRP 2 nsubj
threatened VERB VBD 0 root
Monday PROPN NNP 2 obl:unmarked
to PART TO 5 mark
march VERB VB 2 xcomp
"""
TO_MARCH = """
He PRON PRP 2 nsubj
threatened VERB VBD 0 root
to PART TO 4 mark
march VERB VB 2 xcomp
Monday PROPN NNP 4 obl:unmarked
"""
OPENS = """
Parliament NOUN NN 2 nsubj
opens VERB VBZ 0 root
Monday PROPN NNP 2 obl:unmarked
"""
KILLED = """
Shells NOUN NNS 2 nsubj
killed VERB VBD 0 root
two NUM CD 2 obj
Monday PROPN NNP 2 obl:unmarked
"""


@pytest.mark.parametrize(
    ("rows", "tense", "day"),
    [
        (EXPECTED, Tense.FUTURE, date(2023, 3, 20)),
        (THREATENED, Tense.NONE, date(2023, 3, 13)),
        (TO_MARCH, Tense.FUTURE, date(2023, 3, 20)),
        (OPENS, Tense.FUTURE, date(2023, 3, 20)),
        (KILLED, Tense.PAST, date(2023, 3, 13)),
    ],
)
def test_the_governing_verb_tells_past_from_future(rows: str, tense: Tense, day: date) -> None:
    annotated = treed(rows, "2023-03-15")
    place = next(token.index for token in annotated.tokens if token.text == "Monday")
    assert tense_at(annotated, place, place) is tense
    assert find_times(annotated)[0].interval.start == day


def test_a_page_of_updates_is_written_before_its_time_of_publication() -> None:
    text = "10:10 p.m. Six are dead.\n\n8:45 p.m. A convoy was hit this morning."
    annotated = untagged(text, "2021-06-10T03:20:00+00:00")
    assert anchor_day(annotated) == date(2021, 6, 9)
    assert find_times(annotated)[-1].interval.start == date(2021, 6, 9)
    assert anchor_day(untagged(text, "2021-06-10T23:50:00+00:00")) == date(2021, 6, 10)
    assert anchor_day(untagged(text)) is None


def test_only_reports_have_a_reporting_period() -> None:
    assert reporting_period(untagged("Covering 3 to 9 July 2023. All quiet.", "2023-07-11")) == week(
        date(2023, 7, 3)
    )
    assert reporting_period(
        untagged("All quiet.", "2021-10-05", "Situation report, September 2021")
    ) == month(2021, 9)
    assert reporting_period(untagged("He was held from 3 to 9 July 2023.", "2023-07-11")) is None
    assert reporting_period(untagged("All quiet.", "2023-07-11", "Annual review 2022")) is None


def test_every_pattern_compiles_and_names_a_rule() -> None:
    assert _macros()
    assert len(_compiled(tuple(PATTERNS))) == len(PATTERNS)
    assert {pattern.sense for pattern in PATTERNS} <= set(_SIMPLE) | set(_COMPOUND)


def test_feasts_and_other_calendars() -> None:
    assert [easter(y) for y in (2019, 2021, 2024)] == [date(2019, 4, 21), date(2021, 4, 4), date(2024, 3, 31)]
    assert solar_hijri(1399, 4, 24) == date(2020, 7, 14)
    assert solar_hijri(1403, 12, 30) == date(2025, 3, 20)
    fitr = feast("eid-al-fitr", 2021)
    assert fitr is not None and fitr.start <= date(2021, 5, 13) <= fitr.end
    assert all(feast(key, 2023) for key in FEASTS.values())
    assert feast("unknown", 2023) is None


@given(
    st.sampled_from(
        [
            year(2020),
            month(2021, 2),
            month(2024, 2),
            Period(date(2020, 6, 1), date(2020, 8, 31), TimePrecision.SEASON),
        ]
    )
)
def test_parts_make_up_the_whole(whole: Period) -> None:
    for parts in ([third(whole, n) for n in range(3)], [half(whole, n) for n in range(2)]):
        assert parts[0].start == whole.start and parts[-1].end == whole.end
        assert all((b.start - a.end).days == 1 for a, b in itertools.pairwise(parts))


WORDS = sorted(
    "on since until before after the last first five days weeks of March 2020 Monday 17 to 19 and night overnight "
    "early late a year ago week ending later earlier this next 99 31 February Christmas 1399 Saratan 12/13/2020 , . ' "
    "1990s 9000 centuries decades quarter half took office Biden in as many between same period day".split()
)


def test_half_of_one_day_is_that_day() -> None:
    christmas = day(date(2020, 12, 25))
    assert half(christmas, 0) == half(christmas, 1) == christmas


def test_years_around_a_day_stay_inside_the_calendar() -> None:
    assert list(years_around(date(1, 1, 2), 2)) == [1, 2, 3]
    assert list(years_around(date(9999, 12, 30), 1)) == [9998, 9999]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from(["", "2021-07-25", "2020-02-29", "0001-01-02", "9999-12-30"]),
)
def test_any_words_give_ordered_spans_that_the_text_holds(words: list[str], published: str) -> None:
    annotated = untagged(" ".join(words), published)
    mentions = find_times(annotated)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.first)
    for mention in mentions:
        span = mention.interval.span
        assert span is not None and annotated.document.text[span.start : span.end] == span.text
        assert mention.interval.start <= mention.interval.end


@pytest.mark.skipif(not GOLD.exists(), reason="GUM's dates (DATELINE_DATA/temporal) are not here")
def test_quality_on_gum_news_stays_above_its_floor() -> None:
    from bench.times import NoTags, Score, gum

    news = Score()
    for genre, score in gum(GOLD, NoTags()):
        if genre == "news":
            news.add(score)
    assert news.right / news.valued >= 0.91
    assert news.overlapping / news.gold >= 0.88
