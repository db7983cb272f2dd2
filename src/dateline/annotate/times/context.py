"""What a document has said about time so far, against which the next expression is resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.times.expression import Expression
from dateline.annotate.times.periods import Period
from dateline.annotate.times.tense import Tense


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors of one expression.

    `today` is the day of publication, None when unknown; `reporting` the period that a report covers; `latest` the
    last day mentioned, `narrated` the last one on which something happened, `mentioned` the
    last period of any length; `window` the last span of time counted
    over; `told` the year that the text around is about, where it names one; `events` dated happenings by name;
    `days` the day last mentioned of each day of the week (0 for Monday); `firm` says that the words themselves put the time behind ("since May"), so that no near date ahead is meant.
    """

    today: date | None
    tense: Tense = Tense.NONE
    reporting: Period | None = None
    latest: Period | None = None
    narrated: Period | None = None
    mentioned: Period | None = None
    in_sentence: Period | None = None
    window: Period | None = None
    told: int | None = None
    told_age: int = 0
    count: int | None = None
    president: str = ""
    days: Mapping[int, date] = field(default_factory=dict)
    firm: bool = False
    events: Mapping[str, Period] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression and its days.

    `natural` is the calendar unit that the words name ("this year": January to December), `interval` the days that
    they stand for in a report (to the day of publication); both None when the words give no date.
    """

    expression: Expression
    natural: Period | None = None
    interval: Period | None = None
    kind: str = "date"
    inner: Mapping[str, Resolved] = field(default_factory=dict)
