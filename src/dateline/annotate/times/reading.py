"""A document's expressions of time in text order: an annotated document in, resolved expressions out.

Each expression is resolved against the day of publication and against what the text has said before it; a report's
own period, from its title or from a line such as "Reporting period: …", is found first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.annotate.number_words import number_value, ordinal_value
from dateline.annotate.times.context import Context, Resolved
from dateline.annotate.times.expression import Expression
from dateline.annotate.times.grammar import expressions, normalised
from dateline.annotate.times.periods import Period, period_of, shifted
from dateline.annotate.times.resolve import resolve
from dateline.annotate.times.tense import Tense, is_saying, tense_at
from dateline.annotate.tokeniser import tokenise
from dateline.languages.en.times import NAMED_EVENTS, PERIOD_LABELS, PRESIDENCIES, REPORT_TITLES
from dateline.model.annotation import AnnotatedDocument, Sentence, TimeMention
from dateline.model.values import Interval
from dateline.model.vocabulary import TimePrecision

_OPENING = 8
"""Sentences at a report's start in which it names its period."""

_LONGEST = 100
"""Days that a report's period has at most: a quarter and a little."""

_DEFERRED = frozenset({"within", "offset", "vague"})
"""Rules that need the other dates of their sentence."""

_YEARS = range(1400, 2200)
"""Years in which a report can be published; another year is a mistake of its source and anchors nothing."""

_UPDATE = re.compile(r"^(1[0-2]|[1-9])[:.]([0-5]\d) ?([ap])\.?m\b", re.MULTILINE)
_LABEL = re.compile(PERIOD_LABELS)
_COUNTED_OVER = frozenset({"slice", "half", "part", "unit"})
_CURRENT = frozenset({"", "this", "current"})
_EVENT_REACH = 4
_TOLD = 1
"""Sentences after which a year that the text named no longer dates what follows."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence's words, normalised and as written, from token `first` on."""

    first: int
    words: tuple[str, ...]
    texts: tuple[str, ...]


def find_times(annotated: AnnotatedDocument) -> tuple[TimeMention, ...]:
    """Every expression of time that gives days, in text order, resolved against the day of publication.

    `kind` is "date" (the thing happened then), "relative" (counted from a day mentioned before), "window" (a span
    counted over), "since" (from then to publication), "until", "before", "after" (the date that bounds), or
    "offset" ("a day after lawmakers met": the day of what follows, not of the main clause).
    Without a day of publication only absolute expressions are found. Lengths of time and times of day give none.
    """
    mentions = []
    for done in read_times(annotated):
        if done.interval is not None:
            first, last = done.expression.first, done.expression.last
            period = done.interval
            interval = Interval(period.start, period.end, period.precision, annotated.span(first, last))
            mentions.append(TimeMention(interval, first, last, done.kind))
    return tuple(mentions)


def read_times(annotated: AnnotatedDocument) -> tuple[Resolved, ...]:
    """Every expression of time in text order, those that give no days included, with their inner expressions."""
    lines = [_line(annotated, sentence) for sentence in annotated.sentences]
    found = [expressions(line.words, line.texts, line.first) for line in lines]
    context = _opening_context(annotated, lines, found)
    done: list[Resolved] = []
    for sentence, line, each in zip(annotated.sentences, lines, found, strict=True):
        if each:
            results, context = _sentence(annotated, sentence, line, each, context)
            done += results
        else:
            context = _aged(context)
    return tuple(_second_look(result, context) for result in done)


def anchor_day(annotated: AnnotatedDocument) -> date | None:
    """The day of publication where the document was written; None when it has no credible date.

    A page of updates whose paragraphs begin with local times of day ("10:10 p.m. The toll rose") was written
    before its time of publication: where the latest of them lies after that time, the local day is the day before.
    """
    published = annotated.document.published
    if published is None or not _YEARS.start <= published.year < _YEARS.stop:
        return None
    labels = [
        int(m[1]) % 12 + 12 * (m[3] == "p") + int(m[2]) / 60
        for m in _UPDATE.finditer(annotated.document.text)
    ]
    ahead = len(labels) > 1 and max(labels) > published.hour + published.minute / 60 + 1
    return shifted(published.date(), -1) if ahead else published.date()


def reporting_period(annotated: AnnotatedDocument) -> Period | None:
    """The week, month or range that a report says it covers, in its title or its first lines; None for other texts."""
    lines = [_line(annotated, sentence) for sentence in annotated.sentences[:_OPENING]]
    found = [expressions(line.words, line.texts, line.first) for line in lines]
    return _opening_context(annotated, lines, found).reporting


def _line(annotated: AnnotatedDocument, sentence: Sentence) -> _Line:
    texts = tuple(token.text for token in annotated.tokens[sentence.first : sentence.last + 1])
    return _Line(sentence.first, tuple(normalised(text) for text in texts), texts)


def _opening_context(
    annotated: AnnotatedDocument, lines: Sequence[_Line], found: Sequence[Sequence[Expression]]
) -> Context:
    """The publication day and the period under report; the period's end stands in for an unknown day."""
    context = Context(anchor_day(annotated))
    reporting = _labelled_period(context, lines, found) or _title_period(context, annotated.document.title)
    if reporting is None:
        return context
    return replace(context, today=context.today or reporting.end, reporting=reporting)


def _labelled_period(
    context: Context, lines: Sequence[_Line], found: Sequence[Sequence[Expression]]
) -> Period | None:
    for line, each in zip(lines[:_OPENING], found[:_OPENING], strict=False):
        if _LABEL.search(" ".join(line.words)):
            period = _first_period(context, each)
            if period is not None:
                return period
    return None


def _title_period(context: Context, title: str) -> Period | None:
    texts = [title[start:end] for start, end in tokenise(title)]
    words = [normalised(text) for text in texts]
    if not REPORT_TITLES & set(words):
        return None
    return _first_period(context, expressions(words, texts, 0))


def _first_period(context: Context, found: Sequence[Expression]) -> Period | None:
    """The first expression longer than a day: a report's period is a week, a month or a range."""
    periods = (resolve(expression, replace(context, tense=Tense.PAST)).natural for expression in found)
    named = next((p for p in periods if p is not None and 1 < (p.end - p.start).days <= _LONGEST), None)
    return _in_its_unit(named) if named else None


def _in_its_unit(period: Period) -> Period:
    """The period as the week, month or quarter that it is, so that "the week" and "last month" fit it."""
    units = (period_of(unit, period.start) for unit in ("week", "month", "quarter"))
    return next((whole for whole in units if (whole.start, whole.end) == (period.start, period.end)), period)


def _sentence(
    annotated: AnnotatedDocument,
    sentence: Sentence,
    line: _Line,
    found: Sequence[Expression],
    context: Context,
) -> tuple[list[Resolved], Context]:
    """One sentence's expressions resolved in order, those that need the others last, and the context after it."""
    results: dict[int, Resolved] = {}
    told = None
    first_day: Period | None = None
    for number, expression in enumerate(found):
        if expression.sense in _DEFERRED:
            continue
        here = _context_of(annotated, line, expression, context)
        result = resolve(expression, here)
        results[number] = result
        saying = is_saying(annotated, expression.first, expression.last)
        context = _after(context, result, line, saying)
        if first_day is None and result.kind in {"date", "relative"} and _is_day(result):
            first_day = result.interval
        told = _told_year(result) or told
    for number, expression in enumerate(found):
        if expression.sense in _DEFERRED:
            here = _context_of(annotated, line, expression, replace(context, in_sentence=first_day))
            results[number] = resolve(expression, here)
            context = _after(context, results[number], line, saying=True)
    context = replace(context, told=told, told_age=0) if told else _aged(context)
    return [results[number] for number in sorted(results)], context


def _aged(context: Context) -> Context:
    """The context a sentence later: the year that the text named is forgotten after a few."""
    if context.told is None or context.told_age < _TOLD:
        return replace(context, told_age=context.told_age + 1)
    return replace(context, told=None)


def _context_of(
    annotated: AnnotatedDocument, line: _Line, expression: Expression, context: Context
) -> Context:
    before = line.words[: expression.first - line.first]
    return replace(
        context,
        tense=tense_at(annotated, expression.first, expression.last),
        count=_last_number(before),
        president=next((word for word in reversed(before) if word in PRESIDENCIES), context.president),
    )


def _last_number(words: Sequence[str]) -> int | None:
    for word in reversed(words):
        value = ordinal_value(word) or number_value([word])
        if value:
            return value
    return None


def _is_day(result: Resolved) -> bool:
    return result.interval is not None and result.interval.precision is TimePrecision.DAY


def _after(context: Context, result: Resolved, line: _Line, saying: bool) -> Context:
    """The context once an expression is read: what was mentioned last, told of, counted over and dated."""
    period = result.interval
    if period is None:
        return context
    counted = result.expression.sense in _COUNTED_OVER and result.expression.part("which") in _CURRENT
    if result.kind in {"since", "window"} or counted:
        context = replace(context, window=period)
    if result.kind not in {"date", "relative"}:
        return context
    latest = period if _is_day(result) or context.latest is None else context.latest
    events = _dated_events(context, result, line)
    narrated = period if _is_day(result) and not saying else context.narrated
    days = {**context.days, period.start.weekday(): period.start} if _is_day(result) else context.days
    return replace(context, latest=latest, narrated=narrated, mentioned=period, events=events, days=days)


def _dated_events(context: Context, result: Resolved, line: _Line) -> dict[str, Period]:
    """The happenings known by date, with the one that stands beside this date ("the February 2021 coup")."""
    assert result.natural is not None or result.interval is not None
    period = result.natural or result.interval
    first, last = result.expression.first - line.first, result.expression.last - line.first
    around = [*line.words[max(0, first - _EVENT_REACH) : first], *line.words[last + 1 : last + 2]]
    names = [NAMED_EVENTS[word] for word in around if word in NAMED_EVENTS]
    return {**{name: period for name in names if period is not None}, **context.events}


def _told_year(result: Resolved) -> int | None:
    """The year that the words themselves name, for the dates without one that follow."""
    for expression in _leaves(result.expression):
        if expression.sense in {"date", "month", "year"} and expression.part("year"):
            return int(expression.part("year"))
    return None


def _leaves(expression: Expression) -> Iterator[Expression]:
    yield expression
    for inner in expression.inner.values():
        yield from _leaves(inner)


def _second_look(result: Resolved, context: Context) -> Resolved:
    """For "Since the coup" before the text has dated it: resolved again with all that the text dates."""
    if result.expression.sense == "since-event" and result.interval is None:
        return resolve(result.expression, context)
    return result
