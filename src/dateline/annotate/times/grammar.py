"""Words to expressions of time: a sentence's tokens in, expressions with their inner parts out, left to right.

The patterns of the language run in five rounds, the longest match first: expressions that stand alone, what
dates or changes them, ranges, and words such as "since" before them. What was found is replaced by a mark
(§, the kind of result and a number) that later patterns refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.annotate.times.checks import Candidate, is_wanted
from dateline.annotate.times.expression import Expression
from dateline.languages.en import numbers as number_tables
from dateline.languages.en import times as tables
from dateline.languages.en.time_patterns import (
    ATTACHMENTS,
    CALENDAR,
    LEADS,
    MODIFIERS,
    OTHERS,
    RANGES,
    Pattern,
)

_INNER = ("x", "y", "t", "u")
_MOST_ROUNDS = 6
"""Rounds of modifiers; an expression that nests deeper is nobody's prose."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or the mark that stands for an expression, over tokens `first` to `last`."""

    text: str
    first: int
    last: int
    expression: Expression | None = None


def expressions(words: Sequence[str], texts: Sequence[str], offset: int) -> tuple[Expression, ...]:
    """The expressions in one sentence: `words` are normalised, `texts` as written, `offset` its first token."""
    if not _promising(words):
        return ()
    items = [Item(word, offset + i, offset + i) for i, word in enumerate(words)]
    items = _replaced(items, _compiled(CALENDAR), texts, offset)
    for patterns in (ATTACHMENTS, MODIFIERS):
        for _ in range(_MOST_ROUNDS):
            after = _replaced(items, _compiled(patterns), texts, offset)
            if after == items:
                break
            items = after
    for patterns in (RANGES, LEADS, OTHERS):
        items = _replaced(items, _compiled(patterns), texts, offset)
    return tuple(item.expression for item in items if item.expression is not None)


def normalised(text: str) -> str:
    """A token in the form that the patterns are written in."""
    lower = text.lower().replace("’", "'").replace("‘", "'")
    return {"–": "-", "‑": "-", "‐": "-", "—": "--", "−": "-"}.get(
        lower, lower.replace("–", "-").replace("‑", "-")
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


def _day_ordinals() -> list[str]:
    """Ordinal words for the days of a month, as tokenised."""
    below = [word for word, value in number_tables.ORDINALS.items() if value <= 20]
    tens = [f"twenty - {word}" for word, value in number_tables.ORDINALS.items() if value < 10]
    return [*below, *tens, "thirtieth", "thirty - first"]


@cache
def _macros() -> dict[str, str]:
    small = [word for word, value in number_tables.CARDINALS.items() if 1 <= value <= 12]
    words = [*number_tables.CARDINALS, "hundred", "thousand", "million", "dozen", "several", "few", "couple of", "couple", "many", "a", "an", "dozens of", "half", "numerous"]  # fmt: skip
    spelled = rf"(?:{_alternatives(words)})(?:(?: - | )(?:{_alternatives(words)}))*(?: and a half)?"
    day = r"3[01]|[12]\d|0?[1-9]"
    return {
        "M": f"(?P<month>{_alternatives(tables.MONTHS)})",
        "D": rf"(?P<day>{day})(?:st|nd|rd|th)?",
        "D2": rf"(?P<day2>{day})(?:st|nd|rd|th)?",
        "Y": r"(?P<year>(?:1[5-9]|20|21)\d\d)",
        "W": f"(?P<weekday>{_alternatives(tables.WEEKDAYS)})",
        "V": f"(?:{_alternatives(tables.WEEKDAYS)})",
        "N": rf"(?P<number>\d+(?:[.,]\d+)*(?: 1/2)?(?: (?:hundred|thousand|million|dozen))?(?: and a half)?|{spelled})",
        "U": f"(?P<unit>{_alternatives(tables.UNITS)})",
        "S": f"(?P<season>{_alternatives(tables.SEASONS)})",
        "F": f"(?P<feast>{_alternatives(tables.FEASTS)})",
        "H": f"(?P<month>{_alternatives(tables.FOREIGN_MONTHS)})",
        "DECADE": _alternatives(tables.DECADE_WORDS),
        "CENTURY": _alternatives([*number_tables.ORDINALS, "twenty - first"]),
        "DEICTIC": _alternatives(tables.DEICTIC_DAYS),
        "SMALL": _alternatives(small),
        "PRESIDENT": _alternatives(tables.PRESIDENCIES),
        "PERIOD": _alternatives(tables.NAMED_PERIODS),
        "ERA": _alternatives(tables.ERAS),
        "NAMED": _alternatives(tables.NAMED_DAYS),
        "ORDINAL": _alternatives(_day_ordinals()),
        "OFFICE": tables.TAKING_OFFICE,
        "EVENT": _alternatives(tables.NAMED_EVENTS),
    }


@cache
def _compiled(patterns: tuple[Pattern, ...]) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    return tuple((each, re.compile(rf"(?<!\S)(?:{_expanded(each.text)})(?!\S)")) for each in patterns)


def _expanded(text: str) -> str:
    text = re.sub(r"\{([xytu]):(\w+)\}", r"§(?P<\1>[\2]\\d+)(?!\\S)", text)
    return re.sub(r"\{([A-Z]\w*)\}", lambda match: _macros()[match.group(1)], text)


@cache
def _triggers() -> frozenset[str]:
    named = [*tables.DEICTIC_DAYS, *tables.FEASTS, *tables.SEASONS, *tables.DECADE_WORDS]
    first = {name.split()[0] for name in named} - {"this", "the", "day", "may", "all", "last"}
    rows = (tables.MONTHS, tables.WEEKDAYS, tables.UNITS, tables.FOREIGN_MONTHS)
    more = {"overnight", "since", "era", "administration", "presidency", "daily", "weekly", "now", "period", "century", "eve", "once", "currently", "recently", "war", "wwi", "wwii", "monthly", "annually", "nightly", "yearly"}  # fmt: skip
    return frozenset(first | more | {word for row in rows for word in row})


def _promising(words: Sequence[str]) -> bool:
    """Whether a sentence can hold an expression of time at all, which saves the patterns on most that can't."""
    triggers = _triggers()
    return any(word in triggers or word[:1].isdigit() or word.startswith("mid-") for word in words)


def _replaced(
    items: list[Item],
    patterns: tuple[tuple[Pattern, re.Pattern[str]], ...],
    texts: Sequence[str],
    offset: int,
) -> list[Item]:
    """The items with every match of the patterns, the longest first, replaced by a mark."""
    found = sorted(
        _candidates(items, patterns, texts, offset), key=lambda c: (c.items[0] - c.items[1], c.items[0])
    )
    taken: set[int] = set()
    chosen = {}
    for candidate in found:
        span = range(candidate.items[0], candidate.items[1] + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen[span.start] = candidate
    return list(_merged(items, chosen))


def _merged(items: list[Item], chosen: dict[int, Candidate]) -> Iterable[Item]:
    position = 0
    while position < len(items):
        candidate = chosen.get(position)
        if candidate is None:
            yield items[position]
            position += 1
            continue
        expression = _expression(candidate, items)
        mark = f"§{expression.label}{candidate.items[0]}"
        yield Item(mark, expression.first, expression.last, expression)
        position = candidate.items[1] + 1


def _expression(candidate: Candidate, items: list[Item]) -> Expression:
    named = {item.text[1:]: item.expression for item in items if item.expression is not None}
    inner = {name: named[value] for name, value in candidate.groups.items() if name in _INNER}
    parts = {name: value for name, value in candidate.groups.items() if name not in _INNER}
    label = inner["x"].label if candidate.label == "=x" else candidate.label
    first, last = items[candidate.items[0]].first, items[candidate.items[1]].last
    return Expression(candidate.sense, label, first, last, parts, inner)


def _candidates(
    items: list[Item],
    patterns: tuple[tuple[Pattern, re.Pattern[str]], ...],
    texts: Sequence[str],
    offset: int,
) -> Iterable[Candidate]:
    line = " ".join(item.text for item in items)
    starts, ends, position = {}, {}, 0
    for number, item in enumerate(items):
        starts[position] = number
        position += len(item.text)
        ends[position] = number
        position += 1
    for pattern, compiled in patterns:
        for match in compiled.finditer(line):
            start, end = match.span("span") if "span" in compiled.groupindex else match.span()
            if start not in starts or end not in ends:
                continue
            groups = {k: v for k, v in match.groupdict().items() if v is not None and k != "span"}
            candidate = Candidate(pattern.sense, pattern.label, (starts[start], ends[end]), groups)
            if is_wanted(candidate, [item.text for item in items], _written(items, texts, offset)):
                yield candidate


def _written(items: list[Item], texts: Sequence[str], offset: int) -> list[str]:
    """Each item as the text writes its first word."""
    return [texts[item.first - offset] for item in items]
