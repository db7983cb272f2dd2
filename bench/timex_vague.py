"""TIMEX3 marks that give no days and so no interval in a reading: "for weeks", "hours later", "annual", "at noon".

A document goes in; the stretches that TimeML marks all the same come out with their values (TimeML 1.2.1: lengths
without a number are PXW and the like, sets P1Y, references PAST_REF). Only the comparison with corpora needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.annotate.number_words import number_value
from dateline.model.document import Document

_UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "WE", "quarter": "Q"}  # fmt: skip
_PLURAL = r"(?P<unit>second|minute|hour|day|week|month|year|decade|centurie)s"
_ANY = r"(?P<unit>second|minute|hour|day|week|month|year|decade|century|centurie)s?"
_LATER = r"(?:later|earlier|afterwards?|thereafter|before|after)"
_CLOCK = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?(?: (?:local time|GMT|EST|EDT|ET|PST|PDT))?"
_DAYS = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
_SETS = {"annual": "P1Y", "yearly": "P1Y", "quarterly": "P1Q", "monthly": "P1M", "weekly": "P1W", "daily": "P1D", "nightly": "P1D", "hourly": "PT1H"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vague:
    """A stretch of text with its value."""

    start: int
    end: int
    text: str
    value: str


Value = Callable[[re.Match[str], str], str]


def _open_length(found: re.Match[str], _: str) -> str:
    return _written("X", found["unit"])


def _length(found: re.Match[str], _: str) -> str:
    words = found["number"].lower()
    if words.startswith("half"):
        return {"hour": "PT30M", "year": "P6M", "day": "PT12H", "century": "P50Y"}.get(
            found["unit"].lower(), ""
        )
    value = 1.0 if words in {"a", "an"} else number_value(words.replace("-", " ").split())
    return _written(f"{value:g}", found["unit"]) if value is not None else ""


def _written(number: str, unit: str) -> str:
    code = _UNITS[unit.lower()]
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


def _clock(found: re.Match[str], day: str) -> str:
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"{day}T{hour:02d}:{found['minute'] or '00'}"


def _weekday(found: re.Match[str], _: str) -> str:
    return f"XXXX-WXX-{_DAYS.index(found[0].lower()) + 1}"


def _always(value: str) -> Value:
    return lambda found, day: value


_NUMBER = r"(?P<number>half an?|an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
_TABLE: tuple[tuple[str, Value], ...] = (
    (rf"{_NUMBER} {_ANY}(?: {_LATER})?", _length),
    (
        rf"(?:(?:several|many|few|a few|some|countless|tens of|a couple of) )?{_PLURAL}(?: (?:{_LATER}|ago))?",
        _open_length,
    ),
    (_CLOCK, _clock),
    (r"noon|midday", lambda found, day: f"{day}T12:00"),
    (r"midnight", lambda found, day: f"{day}T24:00"),
    (r"(?:the )?(?:near |foreseeable |not too distant )?future(?! of\b)", _always("FUTURE_REF")),
    (r"previously|formerly|in the past|lately", _always("PAST_REF")),
    (r"(?:for )?the moment|right now|at this time|presently", _always("PRESENT_REF")),
    ("|".join(_DAYS), _weekday),
    ("|".join(_SETS), lambda found, day: _SETS[found[0].lower()]),
)
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE), value) for pattern, value in _TABLE)


def vague_marks(document: Document) -> Iterator[Vague]:
    """The marks in order of the table; a later one never overlaps an earlier one."""
    day = document.published_on.isoformat() if document.published_on else "XXXX-XX-XX"
    taken: set[int] = set()
    for pattern, value in _COMPILED:
        for found in pattern.finditer(document.text):
            made = value(found, day)
            if made and taken.isdisjoint(range(*found.span())):
                taken.update(range(*found.span()))
                yield Vague(found.start(), found.end(), found[0], made)
