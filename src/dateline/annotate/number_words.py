"""The number words themselves: lower-case words in, the longest number at a position out, with its range.

Kept apart from the words around a number ("at least", "or so"), which `number_frames` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.annotate.years import is_plural
from dateline.languages.en.numbers import (
    CARDINALS,
    CLOSED_PHRASES,
    DOZEN,
    MAGNITUDES,
    OPEN_PHRASES,
    OPEN_WORDS,
    ORDINALS,
    SUFFIXES,
)

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?(k|m|mn|bn)?")
_ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")
_PHRASES: dict[tuple[str, ...], tuple[int, int | None]] = {
    **{words: (low, None) for words, low in OPEN_PHRASES.items()},
    **{(word,): (low, None) for word, low in OPEN_WORDS.items()},
    **CLOSED_PHRASES,
}
_PHRASE_STARTS = frozenset(words[0] for words in _PHRASES)
_LONGEST_PHRASE = max(len(words) for words in _PHRASES)
_NUMBER_STARTS = frozenset(CARDINALS) | frozenset(MAGNITUDES) | frozenset(DOZEN) | {"a", "an"}
_LONGEST_NUMBER = 30
"""Digits after which a run is an identifier."""


@dataclass(frozen=True, slots=True)
class Core:
    """Words `first` to `last` (both included) that name a number: `low` to `high`, None when open.

    `digits` tells figures from words; `dozen` a round dozen, which "nearly" widens.
    """

    first: int
    last: int
    low: int
    high: int | None
    digits: bool = False
    dozen: bool = False


def core_at(words: Sequence[str], first: int) -> Core | None:
    """The longest number that starts at `first` in lower-case `words`, or None."""
    word = words[first]
    phrase = _phrase_at(words, first) if word in _PHRASE_STARTS else None
    if phrase is not None:
        return phrase
    if word[:1].isdigit():
        return _figures_at(words, first)
    return _spelled_at(words, first) if word in _NUMBER_STARTS else None


def number_value(words: Sequence[str]) -> int | None:
    """The whole number that all of `words` name together ("forty", "-", "one"; "1.1", "million"), or None."""
    lower = [word.lower() for word in words]
    core = core_at(lower, 0) if lower else None
    if core is None or core.last != len(lower) - 1 or core.high != core.low:
        return None
    return core.low


@cache
def ordinal_value(text: str) -> int | None:
    """The place in a row that an ordinal names ("fifth" 5, "21st" 21, "twenty-first" 21), or None."""
    lower = text.lower().replace(" ", "")
    match = _ORDINAL_DIGITS.fullmatch(lower)
    if match:
        return int(match.group(1))
    tens, _, unit = lower.rpartition("-")
    if tens:
        return CARDINALS[tens] + ORDINALS[unit] if tens in CARDINALS and unit in ORDINALS else None
    return ORDINALS.get(lower)


def _phrase_at(words: Sequence[str], first: int) -> Core | None:
    for length in range(min(_LONGEST_PHRASE, len(words) - first), 0, -1):
        found = _PHRASES.get(tuple(words[first : first + length]))
        if found is not None and not _continues(words, first, length):
            return Core(first, first + length - 1, *found, dozen=words[first + length - 1] == "dozen")
    return None


def _continues(words: Sequence[str], first: int, length: int) -> bool:
    """Whether "a hundred" goes on to a larger number ("a hundred and twenty"), which the grammar reads whole."""
    if words[first] not in {"a", "half"} or words[first + length - 1] not in MAGNITUDES:
        return False
    longer = _spelled_at(words, first)
    return longer is not None and longer.last > first + length - 1


def _figures_at(words: Sequence[str], first: int) -> Core | None:
    """Figures with an optional fraction, a suffix or magnitude words: "1,340", "1.1 million", "12k"."""
    match = _DIGITS.fullmatch(words[first])
    if match is None or len(words[first]) > _LONGEST_NUMBER:
        return None
    value = float(match.group(1).replace(",", "") + (match.group(2) or ""))
    value *= SUFFIXES.get(match.group(3) or "", 1)
    last = first
    while last + 1 < len(words) and (scale := _scale_after(words, last + 1)):
        last += 1
        value *= scale
    whole = round(value)
    return Core(first, last, whole, whole, digits=True) if abs(value - whole) < 1e-6 else None


def _scale_after(words: Sequence[str], position: int) -> int:
    """What the word after figures multiplies them by, 0 for any other word; "m" is metres unless it counts things."""
    word = words[position]
    if word in SUFFIXES and word not in MAGNITUDES:
        counts = word != "m" or is_plural("".join(words[position + 1 : position + 2]))
        return SUFFIXES[word] if counts else 0
    return MAGNITUDES.get(word) or (DOZEN["dozen"] if word == "dozen" else 0)


def _spelled_at(words: Sequence[str], first: int) -> Core | None:
    """Number words: "forty-one", "two hundred and six thousand", "a hundred", "two dozen"."""
    total, current, position, last = 0, -1, first, first - 1
    size = 0
    while position < len(words):
        word = words[position]
        if word in CARDINALS and _fits(current, CARDINALS[word]):
            current, size = max(current, 0) + CARDINALS[word], CARDINALS[word]
        elif (
            word in {"a", "an"}
            and position == first
            and words[first + 1 : first + 2]
            and _scale(words[first + 1])
        ):
            current = 1
        elif (
            current >= 0
            and word in {"-", "and"}
            and _joins(words, position, size if word == "-" else current, total)
        ):
            position += 1
            continue
        elif (
            _scale(word)
            and (current > 0 or word in {"hundred", "thousand"})
            and not (word in DOZEN and total)
        ):
            total, current = _scaled(total, max(current, 1), _scale(word))
        else:
            break
        last, position = position, position + 1
    if last < first or (last == first and words[first] in {"a", "an"}):
        return None
    value = total + max(current, 0)
    return Core(first, last, value, value, dozen=words[last] == "dozen")


def _scale(word: str) -> int:
    return MAGNITUDES.get(word) or DOZEN.get(word, 0)


def _scaled(total: int, current: int, scale: int) -> tuple[int, int]:
    """For "hundred" multiplies the running part alone; a thousand and more close it."""
    if scale <= 100:
        return total, current * scale
    return total + current * scale, 0


def _fits(current: int, value: int) -> bool:
    """Whether a cardinal may follow: units after tens, anything after a full hundred."""
    if current <= 0:
        return True
    return (current % 100 == 0 and value < 100) or (
        20 <= current % 100 < 100 and current % 10 == 0 and 0 < value < 10
    )


def _joins(words: Sequence[str], position: int, before: int, total: int) -> bool:
    """Whether "-" or "and" at `position` stands inside one number and not between two."""
    following = CARDINALS.get(words[position + 1]) if position + 1 < len(words) else None
    if following is None:
        return False
    if words[position] == "-":
        return 20 <= before < 100 and 0 < following < 10
    after = words[position + 2] if position + 2 < len(words) else ""
    round_hundred = (before > 0 and before % 100 == 0) or (before == 0 and total > 0)
    larger = before > 0 and _scale(after) > 100
    return round_hundred and (larger or not _scale(after))
