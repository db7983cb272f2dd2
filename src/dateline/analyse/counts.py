"""Counts of one document beside each other: parts and wholes, kinds and totals, growing periods.

In: a reading. Out: misfits. Only counts of the same thing are compared: the same type, in the same period, of the
same people and places as far as they are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from dateline.analyse.words import amount, counted, period
from dateline.model.document import Span
from dateline.model.reading import Misfit, Reading, Tally
from dateline.model.vocabulary import Mode

_PART = re.compile(r"\b(?:of|among|amongst) (?:them|whom|these|those|which)\b|\bincluding\b", re.IGNORECASE)
_REACH = 40  # characters on either side of a number in which "of them" makes it a part
_OPEN = re.compile(r"\b(?:including|among|mostly|such as|notably|some|at least)\b", re.IGNORECASE)


def parts_and_wholes(reading: Reading) -> Iterator[Misfit]:
    """ "17 of them" after a smaller number."""
    text = reading.document.text
    ordered = sorted(reading.tallies, key=lambda t: t.number.span.start)
    for whole, part in _adjacent(ordered, text):
        if whole.type == part.type and _is_part(part, text) and _surely_more(part, whole):
            yield Misfit(
                "part over whole",
                f"A part is larger than its whole: {_quoted(part)} of {_quoted(whole)}.",
                _sentences(whole, part),
            )


def sums_by_kind(reading: Reading) -> Iterator[Misfit]:
    """A total of attacks and the kinds told beside it."""
    for whole, parts in _totals(reading.tallies):
        low = sum(p.number.low for p in parts)
        high = None if any(p.number.high is None for p in parts) else sum(p.number.high or 0 for p in parts)
        told = " + ".join(str(p.number.low) for p in parts)
        claim = f"{amount(whole.number.low, whole.number.high)} {counted(whole)}"
        if whole.number.high is not None and low > whole.number.high:
            message = f"The kinds add up to more than the total: {told} = {low}, of {claim}."
            yield Misfit("part over whole", message, _sentences(whole, *parts))
        elif high is not None and high < whole.number.low and _in_full(reading.document.text, whole, parts):
            message = f"The kinds don't add up to the total: {told} = {high}, of {claim}."
            yield Misfit("sum", message, _sentences(whole, *parts))


def growing_counts(reading: Reading) -> Iterator[Misfit]:
    """More over a period than over a longer one that holds it; or more of a kind, or in a place, than of all."""
    for left, right in combinations(reading.tallies, 2):
        for inner, outer in ((left, right), (right, left)):
            if _narrower(inner, outer) and _surely_more(inner, outer):
                yield Misfit(
                    "shrinking count",
                    f"{_quoted(inner)} {_when(inner)} is more than {_quoted(outer)} {_when(outer)}, "
                    "which takes it in.",
                    _sentences(inner, outer),
                )


def _adjacent(ordered: Sequence[Tally], text: str) -> Iterator[tuple[Tally, Tally]]:
    """Each tally with the next in the same paragraph."""
    for whole, part in pairwise(ordered):
        if "\n\n" not in text[whole.number.span.end : part.number.span.start]:
            yield whole, part


def _is_part(tally: Tally, text: str) -> bool:
    span = tally.number.span
    before = text[max(0, span.start - _REACH // 2) : span.start]
    after = re.split(r"[.;]", text[span.start : span.end + _REACH])[0]
    return bool(_PART.search(after) or re.search(_PART.pattern + r"\W*$", before, re.IGNORECASE))


def _surely_more(part: Tally, whole: Tally) -> bool:
    return whole.number.high is not None and part.number.low > whole.number.high


def _totals(tallies: Sequence[Tally]) -> Iterator[tuple[Tally, list[Tally]]]:
    """Totals without a mode, each with the modes told in the same sentence or the next."""
    for whole in tallies:
        if whole.mode not in (None, Mode.OTHER):
            continue
        parts = [t for t in tallies if t is not whole and t.mode and _same_but_mode(t, whole)]
        if len(parts) > 1 and len({p.mode for p in parts}) == len(parts):
            yield whole, parts


def _same_but_mode(part: Tally, whole: Tally) -> bool:
    if part.type != whole.type or part.number.span.start < whole.number.span.start:
        return False
    if _days(part) != _days(whole) or _names(part.places) != _names(whole.places):
        return False
    return not part.actors or not whole.actors or _names(part.actors) == _names(whole.actors)


def _in_full(text: str, whole: Tally, parts: Sequence[Tally]) -> bool:
    """Whether the kinds are told as all there are: after a colon or a dash, without "including" or the like."""
    first = min(p.number.span.start for p in parts)
    last = max(p.number.span.end for p in parts)
    between = text[whole.number.span.end : first]
    near = len(between) < 120 and "." not in between
    return (
        near and bool(re.search(r"[:—–]", between)) and not _OPEN.search(text[whole.number.span.end : last])
    )


def _narrower(inner: Tally, outer: Tally) -> bool:
    """Whether all that one counts is in the other, by period, places, people and kind."""
    if inner.type != outer.type or inner.when is None or outer.when is None:
        return False
    if not outer.when.holds(inner.when) or outer.mode not in (None, inner.mode):
        return False
    longer = inner.when.days < outer.when.days
    same_people = _names(inner.recipients) == _names(outer.recipients) or not outer.recipients
    same_places = _names(inner.places) == _names(outer.places)
    same_actors = _names(inner.actors) == _names(outer.actors) or not outer.actors
    kind = outer.mode is inner.mode or not longer
    return longer and kind and same_people and same_places and same_actors


def _names(named: Sequence[object]) -> frozenset[str]:
    return frozenset(str(getattr(n, "name", "")).casefold() for n in named)


def _days(tally: Tally) -> tuple[object, object]:
    return (tally.when.start, tally.when.end) if tally.when else (None, None)


def _quoted(tally: Tally) -> str:
    return f"“{' '.join(tally.number.span.text.split())}” ({amount(tally.number.low, tally.number.high)} {counted(tally)})"


def _when(tally: Tally) -> str:
    return period(tally.when) if tally.when else ""


def _sentences(*tallies: Tally) -> tuple[Span, ...]:
    spans = (next((e for e in t.evidence if e.covers(t.number.span)), t.number.span) for t in tallies)
    return tuple(dict.fromkeys(spans))
