"""Numbers that count nothing: one sentence's words and an expression of number in, whether to leave it out.

Each rule is one function with one reason; `is_no_count` asks them in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.annotate.number_frames import Frame
from dateline.annotate.number_words import core_at
from dateline.annotate.years import is_clock, is_plural, is_year
from dateline.languages.en.numbers import (
    AFTER_PRONOUN_ONE,
    AGE_CUES,
    AGED_GROUPS,
    CLOCK_LEADS,
    CURRENCIES,
    MAGNITUDES,
    MEASURES,
    MONEY_SIGNS,
    PERIODS,
    PERSON_NOUNS,
    PRONOUN_ONE,
    UNIT_NAMES,
)
from dateline.languages.en.times import FOREIGN_MONTHS, MONTHS

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_OLDEST = 115

Words = Sequence[str]


def is_no_count(words: Words, texts: Words, frame: Frame) -> bool:
    """Whether the number is money, a share, a measure, an age, a time, a date, a name or a pronoun."""
    return any(rule(words, texts, frame) for rule in _RULES)


def _word(words: Words, position: int) -> str:
    return words[position] if 0 <= position < len(words) else ""


def _is_money(words: Words, texts: Words, frame: Frame) -> bool:
    after = _skip_hyphen(words, frame.inner_last)
    before = {_word(words, frame.inner_first - 1), _word(words, frame.first - 1)}
    local = _word(words, after + 1) in CURRENCIES and _word(texts, after)[:1].isupper()
    return bool(before & MONEY_SIGNS) or _word(words, after) in CURRENCIES or local


def _skip_hyphen(words: Words, last: int) -> int:
    """The position of the word after the number, a hyphen left out."""
    return last + 2 if _word(words, last + 1) == "-" else last + 1


def _is_measure(words: Words, texts: Words, frame: Frame) -> bool:
    after = _word(words, _skip_hyphen(words, frame.inner_last))
    squared = after in {"more", "further"} and _word(words, frame.inner_last + 2) in MEASURES | PERIODS
    return (
        after in MEASURES or squared or _word(words, frame.first - 1) in {"magnitude", "caliber", "calibre"}
    )


def _is_period(words: Words, texts: Words, frame: Frame) -> bool:
    following = [_word(words, _skip_hyphen(words, frame.inner_last) + step) for step in range(2)]
    if following[0] in PERIODS:
        return True
    return following[1] in PERIODS and following[0] in {
        "more", "straight", "consecutive", "long", "full", "whole", "successive", "further", "other", "calendar", "business", "short", "working", "of",
    }  # fmt: skip


def _is_compound(words: Words, texts: Words, frame: Frame) -> bool:
    """For "two-storey", "five-country committee", "COVID-19", "F-16": one end of a hyphened word."""
    after = _word(words, frame.inner_last + 1) == "-" and _word(words, frame.inner_last + 2) not in {
        "strong",
        "odd",
    }
    before = _word(words, frame.inner_first - 1) == "-" and frame.inner_first >= 2
    return (after and _word(words, frame.inner_last + 2) != "") or before


def _is_age(words: Words, texts: Words, frame: Frame) -> bool:
    if frame.low > _OLDEST:
        return False
    before, after = _word(words, frame.inner_first - 1), _word(words, frame.inner_last + 1)
    of_age = before == "of" and _word(words, frame.first - 2) in AGE_CUES | PERSON_NOUNS
    if before in AGE_CUES or (of_age and not is_plural(after)):
        return True
    limited = _word(words, frame.first) in {"under", "over", "below", "above"}
    if limited and _word(words, frame.first - 1) in AGED_GROUPS and after not in AGED_GROUPS:
        return True
    named = before == "," and _word(texts, frame.inner_first - 2)[:1].isupper() and frame.digits
    return named and after in {",", ".", ")", ";"} and frame.inner_first >= 2


def _is_date(words: Words, texts: Words, frame: Frame) -> bool:
    months = MONTHS.keys() | FOREIGN_MONTHS.keys()
    before, after = _word(words, frame.inner_first - 1), _word(words, frame.inner_last + 1)
    if (
        before in months
        or after in months
        or (after == "of" and _word(words, frame.inner_last + 2) in months)
    ):
        return True
    second = core_at(words, frame.inner_last + 2) if frame.inner_last + 2 < len(words) else None
    listed = after in {"and", ",", "&", "or", "to", "-"} and second is not None
    return listed and second is not None and _word(words, second.last + 1) in months and frame.digits


def _is_year(words: Words, texts: Words, frame: Frame) -> bool:
    if frame.inner_first != frame.inner_last:
        return _is_year_range(texts, frame)
    return frame.digits and frame.first == frame.inner_first and is_year(words, texts, frame.inner_first)


def _is_year_range(texts: Words, frame: Frame) -> bool:
    return all(_YEAR.fullmatch(_word(texts, place)) for place in (frame.inner_first, frame.inner_last))


def _is_clock(words: Words, texts: Words, frame: Frame) -> bool:
    before = _word(words, frame.inner_first - 1)
    after = [_word(words, frame.inner_last + step) for step in (1, 2, 3)]
    part = after[0] == "in" and after[1] == "the" and after[2] in {"morning", "afternoon", "evening"}
    bare = (
        before in {"at", "around", "about"}
        and frame.low <= 24
        and after[0] in {"on", "local", "yesterday", "today", "this"}
    )
    figures = frame.digits and is_clock(words, frame.inner_first)
    return figures or part or bare or (before in CLOCK_LEADS and after[0] in {"o'clock", "gmt", "utc"})


def _is_name(words: Words, texts: Words, frame: Frame) -> bool:
    """For "Battalion 902", "Highway 23", "Resolution 1701", "3 Division", "[4]"."""
    before, after = _word(words, frame.inner_first - 1), _word(words, frame.inner_last + 1)
    if frame.digits and before in UNIT_NAMES and frame.first == frame.inner_first:
        return (
            before not in {"area", "case", "camp", "post", "room", "house", "group", "unit"}
            or _word(texts, frame.inner_first - 1)[:1].isupper()
            or len(_word(words, frame.inner_last)) > 2
        )
    if frame.digits and after in UNIT_NAMES and _word(texts, frame.inner_last + 1)[:1].isupper():
        return True
    if before in {"[", "#", "@"}:
        return True
    return _is_capitalised_name(texts, frame)


def _is_capitalised_name(texts: Words, frame: Frame) -> bool:
    """For "the Seven Sisters", "the Five Eyes": a capital inside a sentence and another after it."""
    inside = frame.inner_first > 0 and _word(texts, frame.inner_first - 1).lower() == "the"
    here, after = _word(texts, frame.inner_first), _word(texts, frame.inner_last + 1)
    return inside and here[:1].isupper() and after[:1].isupper()


def _is_pronoun(words: Words, texts: Words, frame: Frame) -> bool:
    if words[frame.inner_first] != "one" or frame.inner_last != frame.inner_first:
        return False
    before, after = _word(words, frame.inner_first - 1), _word(words, frame.inner_last + 1)
    return before in PRONOUN_ONE or after in AFTER_PRONOUN_ONE


def _is_share(words: Words, texts: Words, frame: Frame) -> bool:
    """For "one in five", "nine out of 10", "three quarters", "two thirds", "times as many", "2-1"."""
    after = [_word(words, frame.inner_last + step) for step in (1, 2, 3)]
    ratio = after[0] == "in" and _directly(words, frame.inner_last + 2) and not after[2].isalpha()
    many = after[0] in {"time", "times"} and after[1] in {
        "as",
        "more",
        "higher",
        "larger",
        "the",
        "greater",
        "bigger",
    }
    part = after[0] in {"thirds", "third", "quarters", "fifths", "tenths", "fourths", "-fold"}
    return ratio or part or many


def _directly(words: Words, position: int) -> bool:
    return position < len(words) and core_at(words, position) is not None


def _is_identifier(words: Words, texts: Words, frame: Frame) -> bool:
    """Telephone numbers and the like: a leading zero or more figures than any count of this subject has."""
    text = _word(texts, frame.inner_first)
    return frame.digits and (bool(re.fullmatch(r"0\d+", text)) or (text.isdigit() and len(text) > 8))


def _is_lone_magnitude(words: Words, texts: Words, frame: Frame) -> bool:
    """For "a hundred per cent", "million-dollar", or "hundred" left over from a number that could not be read."""
    return (
        frame.inner_first == frame.inner_last
        and words[frame.inner_first] in MAGNITUDES
        and frame.inner_first == frame.first
    )


_RULES: tuple[Callable[[Words, Words, Frame], bool], ...] = (
    _is_money,
    _is_measure,
    _is_period,
    _is_compound,
    _is_age,
    _is_date,
    _is_year,
    _is_clock,
    _is_name,
    _is_pronoun,
    _is_share,
    _is_identifier,
    _is_lone_magnitude,
)
