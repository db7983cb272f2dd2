"""The words around a number: lower-case words and a number in, the whole expression's range out.

"At least", "more than", "up to", "nearly a dozen", "between 10 and 15", "17 or more", "30 or so" and their like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.annotate.number_words import Core, core_at
from dateline.languages.en.numbers import (
    ABOUT,
    ALMOST,
    AT_LEAST,
    AT_MOST,
    EXACTLY,
    LESS_THAN,
    MAGNITUDES,
    MORE_THAN,
    OR_FEWER,
    OR_MORE,
    OR_SO,
    UP_TO_VERBS,
)


class Bound(StrEnum):
    """What a modifier does to the range of the number beside it."""

    LEAST = "least"
    MORE = "more"
    MOST = "most"
    LESS = "less"
    ALMOST = "almost"
    ABOUT = "about"


def _table(*rows: tuple[Bound, tuple[str, ...]]) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for bound, phrases in rows for phrase in phrases}


_BEFORE = _table(
    (Bound.ABOUT, ABOUT),
    (Bound.ALMOST, ALMOST),
    (Bound.LESS, LESS_THAN),
    (Bound.MOST, AT_MOST),
    (Bound.MORE, MORE_THAN),
    (Bound.LEAST, AT_LEAST),
)
_AFTER = _table((Bound.ABOUT, OR_SO), (Bound.MOST, OR_FEWER), (Bound.LEAST, OR_MORE))
_LONGEST = 5
_TOP_LINKS = (
    ("and", "up", "to"),
    ("and", "as", "many", "as"),
    ("and", "possibly"),
    ("and", "perhaps"),
    ("or", "even"),
)
"""Words between the ends of a range whose upper end is only possible."""
_LINKS = (("to",), ("-",), ("or",))


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole expression of number: words `first` to `last`, of which `inner_first` to `inner_last` name numbers.

    `least` says that "at least" opened it, `bare` that no word limits it, so that an earlier "at least" may.
    """

    first: int
    last: int
    inner_first: int
    inner_last: int
    low: int
    high: int | None
    digits: bool
    least: bool = False
    bare: bool = True


def frames(words: Sequence[str]) -> Iterator[Frame]:
    """Every expression of number in one sentence's lower-case words, left to right, none overlapping."""
    position = 0
    while position < len(words):
        core = core_at(words, position)
        if core is None:
            position += 1
            continue
        frame = frame_of(words, core, position)
        yield frame
        position = frame.last + 1


def frame_of(words: Sequence[str], core: Core, floor: int = 0) -> Frame:
    """The expression around `core`: ranges first, then the words after it, then those before it."""
    frame = _ranged(words, core)
    frame = _bounded_after(words, frame)
    return _bounded_before(words, frame, core)


def _ranged(words: Sequence[str], core: Core) -> Frame:
    alone = Frame(core.first, core.last, core.first, core.last, core.low, core.high, core.digits)
    between = core.first > 0 and words[core.first - 1] == "between"
    links = (("and",),) if between else _LINKS + _TOP_LINKS
    for link in links:
        upper = _partner(words, core.last + 1, link)
        low = _scaled_like(words, core, upper) if upper else core.low
        if upper is not None and upper.high is not None and low <= upper.low:
            first = core.first - (1 if between or words[core.first - 1 : core.first] == ["from"] else 0)
            return Frame(first, upper.last, core.first, upper.last, low, upper.high, core.digits, bare=False)
    return alone


def _partner(words: Sequence[str], position: int, link: tuple[str, ...]) -> Core | None:
    """The number that `link` joins at `position`."""
    after = position + len(link)
    if tuple(words[position:after]) != link or after >= len(words):
        return None
    return core_at(words, after)


def _scaled_like(words: Sequence[str], core: Core, upper: Core) -> int:
    """For "2 to 3 million": the lower end shares the magnitude that only the upper one names."""
    scale = MAGNITUDES.get(words[upper.last], 1)
    shared = upper.last > upper.first and core.first == core.last and core.low < 1_000
    return core.low * scale if shared and words[core.last] not in MAGNITUDES else core.low


def _bounded_after(words: Sequence[str], frame: Frame) -> Frame:
    """A limit after the number, or after the one or two words that it counts ("12 people or more")."""
    for gap in range(3):
        start = frame.last + 1 + gap
        if gap and not (words[start - 1 : start] and words[start - 1].isalpha()):
            return frame
        found = _longest(words, start, _AFTER)
        if found is not None and (gap == 0 or words[start] == "or") and not _leads_number(words, found[1]):
            last = frame.last if gap else found[1] - 1
            return _limited(frame, found[0], frame.first, last)
    return frame


def _leads_number(words: Sequence[str], position: int) -> bool:
    """Whether a number follows, so that "at least" belongs to it."""
    return position < len(words) and core_at(words, position) is not None


def _longest(
    words: Sequence[str], start: int, table: dict[tuple[str, ...], Bound]
) -> tuple[Bound, int] | None:
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        bound = table.get(tuple(words[start : start + length]))
        if bound is not None:
            return bound, start + length
    return None


def _bounded_before(words: Sequence[str], frame: Frame, core: Core) -> Frame:
    """Limits before the number, the nearest first ("at least another 30")."""
    while True:
        for length in range(min(_LONGEST, frame.first), 0, -1):
            phrase = tuple(words[frame.first - length : frame.first])
            if phrase in _BEFORE and not _is_phrasal(words, frame.first - length):
                first = frame.first - length
                exact = phrase[0] in EXACTLY
                frame = _limited(frame, _BEFORE[phrase], first, frame.last, core.dozen, exact)
                break
        else:
            return frame


def _is_phrasal(words: Sequence[str], position: int) -> bool:
    """Whether "up to" belongs to a verb ("owned up to three")."""
    return words[position] == "up" and position > 0 and words[position - 1] in UP_TO_VERBS


def _limited(
    frame: Frame, bound: Bound, first: int, last: int, dozen: bool = False, exact: bool = False
) -> Frame:
    """The frame with its range limited and its span widened to take in the limiting words."""
    low, high = frame.low, frame.high
    if bound is Bound.LEAST:
        high = None
    elif bound is Bound.MORE:
        low, high = (low + 1 if high is not None else low), None
    elif bound is Bound.MOST and high is not None:
        low = 0
    elif bound is Bound.LESS and high is not None:
        low, high = 0, max(high - 1, 0)
    elif bound is Bound.ALMOST and dozen:
        low = low * 10 // 12
    return Frame(
        first,
        last,
        frame.inner_first,
        frame.inner_last,
        low,
        high,
        frame.digits,
        least=frame.least or bound is Bound.LEAST,
        bare=frame.bare and bound is Bound.ABOUT and not exact,
    )
