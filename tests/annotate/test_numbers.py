"""Numbers: sentences to ranges, trees to the things counted, and what must hold for any number."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import treed, untagged

from dateline.annotate.numbers import article_counts, find_counts, number_value, ordinal_value
from dateline.annotate.tokeniser import tokenise

CASES = Path(__file__).parent.parent / "cases" / "numbers.tsv"
ROWS = [
    line.split("\t") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")
]

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """A number in words, as British newspapers write it."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // size)} {name}" + (link + spelled(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_sentences_give_these_ranges(row: list[str]) -> None:
    text, expected = row
    shown = [
        f"{m.count.span.text} = {m.count.low}..{'' if m.count.high is None else m.count.high}"
        for m in find_counts(untagged(text))
    ]
    assert (" | ".join(shown) or "-") == expected


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_has_its_value(number: int) -> None:
    assert number_value(words(spelled(number))) == number


@given(st.integers(min_value=0, max_value=99_999_999))
def test_figures_have_their_value_with_and_without_separators(number: int) -> None:
    assert number_value([str(number)]) == number
    assert number_value([f"{number:,}"]) == number


def test_what_is_no_whole_number_has_no_value() -> None:
    assert [number_value(w.split()) for w in ("", "7.5", "dozens", "two three", "a", "house")] == [None] * 6
    assert number_value(["1.1", "million"]) == 1_100_000


def test_ordinals() -> None:
    assert [ordinal_value(w) for w in ("fifth", "21st", "twenty-first", "Third", "five")] == [
        5,
        21,
        21,
        3,
        None,
    ]


NUMMOD = """
At ADP IN 2 case
least ADJ JJS 3 nmod
eight NUM CD 5 nummod
drone NOUN NN 5 compound
attacks NOUN NNS 0 root
"""
PARTITIVE = """
Dozens NOUN NNS 0 root
of ADP IN 3 case
people NOUN NNS 1 nmod
"""
ALONE = """
Seventeen NUM CD 2 nsubj
died VERB VBD 0 root
"""
COMPOUND = """
Two NUM CD 2 nummod
mortar NOUN NN 3 compound
rounds NOUN NNS 0 root
"""
TWICE = """
He PRON PRP 3 nsubj
twice ADV RB 3 advmod
ordered VERB VBD 0 root
strikes NOUN NNS 3 obj
"""


@pytest.mark.parametrize(
    ("rows", "counted"),
    [(NUMMOD, "attacks"), (PARTITIVE, "people"), (ALONE, None), (COMPOUND, "rounds"), (TWICE, "ordered")],
)
def test_the_tree_tells_what_is_counted(rows: str, counted: str | None) -> None:
    annotated = treed(rows)
    (mention,) = find_counts(annotated)
    assert (annotated.tokens[mention.head].text if mention.head >= 0 else None) == counted


def test_articles_count_one_only_when_asked_for() -> None:
    annotated = untagged("It killed a soldier and an officer.")
    assert find_counts(annotated) == ()
    counts = article_counts(annotated)
    assert [annotated.tokens[m.head].text for m in counts] == ["soldier", "officer"]
    assert all((m.count.low, m.count.high) == (1, 1) for m in counts)


PIECES = sorted(
    "at least more than between and 10 15 to - or so a dozen dozens of people no casualties 2021 $ % 3.5 million "
    "hundred thousand nearly about twice one another none . , ( ) aged 17 Battalion 902 half both once 12k".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_words_give_ranges_over_spans_that_the_text_holds(pieces: list[str]) -> None:
    annotated = untagged(" ".join(pieces))
    mentions = find_counts(annotated)
    assert all(a.last < b.first for a, b in itertools.pairwise(mentions))
    for mention in mentions:
        span = mention.count.span
        assert annotated.document.text[span.start : span.end] == span.text
        assert mention.count.high is None or mention.count.low <= mention.count.high
