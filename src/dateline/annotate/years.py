"""Whether four bare figures are a year, a time of day or a number: "in 2020", "on Sunday towards 1830", "2000 homes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.languages.en.numbers import CURRENCIES, MEASURES, MONEY_SIGNS, PERIODS, UNIT_NAMES, YEAR_LEADS
from dateline.languages.en.times import WEEKDAYS

_YEAR = re.compile(r"(?:1\d|20)\d\d|2100")
_RECENT = re.compile(r"(?:1[89]|20)\d\d|2100")
_LIMITS = frozenset("over than least nearly about some almost approximately roughly another most".split())
_DETERMINERS = frozenset("the 's ’s of its early late year since this that".split())
_NUMBERING = MONEY_SIGNS | _LIMITS | (UNIT_NAMES - {"year"})
_COUNTED = CURRENCIES | MEASURES | PERIODS | {"people"}
_HOUSES = frozenset(("block", "blk"))  # "in the 1800 block of Hewitt Avenue"
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK_LEADS = frozenset("at around about towards toward by after before".split())
_ZONES = frozenset(("local", "gmt", "utc"))
_NEAR = 4  # words
_PLURAL_WORDS = frozenset("people men women children troops police civilians".split())
_NOT_PLURAL = frozenset(
    "this does less its news across unless whereas versus was as has is thus his perhaps besides series".split()
)


def is_year(words: Sequence[str], written: Sequence[str], position: int) -> bool:
    """Whether the word at `position` is a year: `words` in lower case, `written` as the text has them."""
    text = words[position]
    if not _YEAR.fullmatch(text):
        return False
    before = words[position - 1] if position else ""
    after = words[position + 1] if position + 1 < len(words) else ""
    ranged = after in {"-", "to"} and bool(_YEAR.fullmatch("".join(words[position + 2 : position + 3])))
    named = before in {"-", "#", "["} and not _after_year(words, position)
    if (
        named
        or (before in _NUMBERING and not ranged)
        or after in _COUNTED | _HOUSES
        or is_clock(words, position)
    ):
        return False
    if is_plural(after):
        return before in _DETERMINERS or written[position + 1][:1].isupper()
    if _RECENT.fullmatch(text):
        return True
    return before in YEAR_LEADS | {"("} and not after[:1].isdigit()


def is_clock(words: Sequence[str], position: int) -> bool:
    """Whether four figures are a time of day: "on Sunday towards 1830", "at 1945 local time"."""
    if not _CLOCK.fullmatch(words[position]):
        return False
    if "".join(words[position + 1 : position + 2]) in _ZONES:
        return True
    before = words[max(0, position - _NEAR) : position]
    return bool(before) and before[-1] in _CLOCK_LEADS and not WEEKDAYS.keys().isdisjoint(before)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return word in _PLURAL_WORDS or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
    )


def _after_year(words: Sequence[str], position: int) -> bool:
    """Whether the hyphen before belongs to a range of years or to a compound such as "post-2003"."""
    return position >= 2 and (
        bool(_YEAR.fullmatch(words[position - 2])) or words[position - 2].startswith("§")
    )
