"""Which matches of the patterns are no expressions of time: "may", "march", "2000 homes", "a second" and their like.

A match with the words around it goes in, a decision comes out; one function for each sense that needs one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.years import is_year
from dateline.languages.en.numbers import CARDINALS
from dateline.languages.en.times import (
    AMBIGUOUS_MONTHS,
    LONE_MONTH_LEADS,
    LUNAR,
    PAPERS,
    PERSON_YEARS,
    PRESIDENCIES,
    WHOLE_WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match: the rule's sense and kind, its first and last item, and its named groups."""

    sense: str
    label: str
    items: tuple[int, int]
    groups: Mapping[str, str]


Words = Sequence[str]
_COUNTED = frozenset([*CARDINALS, "hundred", "thousand", "million", "billion", "once", "twice", "times"]) - {
    "one"
}
_MEASURED_ON = frozenset("later earlier ago before after afterwards".split())


def is_wanted(candidate: Candidate, words: Words, written: Words) -> bool:
    """Whether the match stands for a time, judged by its neighbours and its capitals."""
    check = _CHECKS.get(candidate.sense)
    return check is None or check(candidate, words, written)


def _word(words: Words, position: int) -> str:
    return words[position] if 0 <= position < len(words) else ""


def _month(candidate: Candidate, words: Words, written: Words) -> bool:
    """A month alone has a capital and, where it is also another word or a name, a word such as "in" before it."""
    first, last = candidate.items
    if len(candidate.groups) > 1:
        return (
            any(written[i] != written[i].lower() for i in range(first, last + 1))
            or "year" in candidate.groups
        )
    if not written[first][:1].isupper():
        return False
    before, after = _word(words, first - 1), _word(written, last + 1)
    led = before in LONE_MONTH_LEADS or before.startswith("§")
    name = candidate.groups["month"]
    if name in AMBIGUOUS_MONTHS or len(name) <= 4:
        return led and not (
            after[:1].isupper()
            and name in {"may", "june", "april", "august"}
            and before in {"to", "by", "of", "and"}
        )
    return led or not _word(written, first - 1)[:1].isupper()


def _date(candidate: Candidate, words: Words, written: Words) -> bool:
    """A day number beside a lower-case "may" or "march" is none ("3 may have died"); nor is a long row of slashes."""
    first, last = candidate.items
    month = candidate.groups.get("month")
    if month is None or not month.isalpha() or "year" in candidate.groups:
        return True
    place = next((i for i in range(first, last + 1) if words[i] == month), first)
    return written[place][:1].isupper() or month not in AMBIGUOUS_MONTHS


def _year(candidate: Candidate, words: Words, written: Words) -> bool:
    first, last = candidate.items
    if last > first or "part" in candidate.groups:
        return True
    return is_year(words, written, first)


def _weekday(candidate: Candidate, words: Words, written: Words) -> bool:
    """A weekday has a capital; a short name also a stop or a word such as "on" ("Sun" and "sat" are words)."""
    first, last = candidate.items
    if not any(written[i][:1].isupper() for i in range(first, last + 1)):
        return False
    if _word(words, last + 1) in PAPERS and _word(written, last + 1)[:1].isupper():
        return False
    name = candidate.groups["weekday"]
    led = "which" in candidate.groups or _word(words, first - 1) in {"on", "by", "since", "until"}
    return name in WHOLE_WEEKDAYS or led or (name.endswith(".") and name not in {"sun.", "sat."})


def _decade(candidate: Candidate, words: Words, written: Words) -> bool:
    first, _ = candidate.items
    return _word(words, first - 1) not in PERSON_YEARS


def _season(candidate: Candidate, words: Words, written: Words) -> bool:
    """For "Fall" and "spring" are verbs as well: the pattern asks for a lead, this for none of a verb's company."""
    _first, last = candidate.items
    return (
        _word(words, last + 1) not in {"of", "from", "into", "in"}
        or candidate.groups["season"] not in {"fall", "spring"}
        or "year" in candidate.groups
    )


def _clock(candidate: Candidate, words: Words, written: Words) -> bool:
    first, last = candidate.items
    if _word(words, first - 1) in {"$", "€", "£", "no.", "-", ":"}:
        return False
    bare = set(candidate.groups) <= {"hour", "minute"}
    return not (bare and "." in "".join(words[first : last + 1]))


def _numeric(candidate: Candidate, words: Words, written: Words) -> bool:
    a, b = int(candidate.groups["a"]), int(candidate.groups["b"])
    short = len(candidate.groups["year"]) == 2
    if short and candidate.groups["cut"] != "/":
        return False
    return 1 <= min(a, b) <= 12 and max(a, b) <= 31


def _unit(candidate: Candidate, words: Words, written: Words) -> bool:
    """For "The following day" is a time; "that day" may be, "the second" isn't."""
    return _word(words, candidate.items[1] + 1) != "-" or candidate.groups.get("which") not in {
        "last",
        "next",
    }


def _duration(candidate: Candidate, words: Words, written: Words) -> bool:
    """For "Second" as an ordinal and "min", "sec" without figures are no lengths of time; nor are "one day", "a second"."""
    number, unit = candidate.groups.get("number", ""), candidate.groups.get("unit", "")
    if unit == "second" and (number in {"a", "one", "half"} or not number[:1].isdigit()):
        return False
    if unit in {"min", "mins", "sec", "secs", "hr", "hrs", "yr", "yrs"}:
        return number[:1].isdigit()
    if unit in {"quarter", "quarters", "season", "seasons"}:
        return number not in {"a", "an", "one", "three", "half"}
    return not (number == "a" and unit == "season") and not _is_rate(number, words, candidate.items)


def _is_rate(number: str, words: Words, items: tuple[int, int]) -> bool:
    """Whether "a" means "each" ("seventy thousand a year", "twice a week", but "killed five a day later")."""
    *before, last = number.split() or [""]
    if last not in {"a", "an"} or _word(words, items[1] + 1) in _MEASURED_ON:
        return False
    counted = before[-1] if before else _word(words, items[0] - 1)
    return counted[:1].isdigit() or counted in _COUNTED


def _deictic(candidate: Candidate, words: Words, written: Words) -> bool:
    """For "Today" and "Tonight" with a capital after another capital belong to a name ("USA Today")."""
    first, _ = candidate.items
    before = _word(written, first - 1)
    return not (
        written[first][:1].isupper() and before[:1].isupper() and before.isalpha() and len(before) > 1
    )


def _era_year(candidate: Candidate, words: Words, written: Words) -> bool:
    """The era is written in capitals ("347 AD", not "15 ad breaks")."""
    first, last = candidate.items
    era = next(written[i] for i in range(first, last + 1) if words[i] == candidate.groups["era"])
    return era.isupper()


def _named_period(candidate: Candidate, words: Words, written: Words) -> bool:
    """A war's name has a capital on its last word ("the Gulf War")."""
    return written[candidate.items[1]][:1].isupper()


def _feast(candidate: Candidate, words: Words, written: Words) -> bool:
    """A feast has a capital; "new year" needs it on the last word ("a new year")."""
    first, last = candidate.items
    if _word(words, first - 1) in LUNAR:
        return False
    if candidate.groups["feast"] == "new year":
        return written[last][:1].isupper()
    return any(written[i][:1].isupper() for i in range(first, last + 1))


def _since_office(candidate: Candidate, words: Words, written: Words) -> bool:
    return bool(candidate.groups.get("president")) or any(word in PRESIDENCIES for word in words)


_CHECKS: dict[str, Callable[[Candidate, Words, Words], bool]] = {
    "month": _month,
    "date": _date,
    "days": _date,
    "year": _year,
    "weekday": _weekday,
    "decade": _decade,
    "season": _season,
    "clock": _clock,
    "numeric": _numeric,
    "unit": _unit,
    "duration": _duration,
    "feast": _feast,
    "era-year": _era_year,
    "named-period": _named_period,
    "deictic": _deictic,
    "since-office": _since_office,
}
