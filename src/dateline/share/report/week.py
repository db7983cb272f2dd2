"""One week as a file: how many attacks of which kind, each with its harm and sources, and the totals claimed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.analyse.histogram import Bar, begin, histogram
from dateline.analyse.tally_pages import Wanted, check_latest
from dateline.analyse.titles import dated
from dateline.analyse.words import amount, attacks, counted, day
from dateline.model.incident import Incident
from dateline.model.vocabulary import EventType
from dateline.record import IncidentFilter, View
from dateline.record.tally_questions import TallyFilter
from dateline.share.masking import Masker
from dateline.share.private_persons import shown, shown_place
from dateline.share.report.incident import UNMASKED, in_words, source_line
from dateline.share.report.markup import Child, element, page, table
from dateline.share.report.pictures import bars
from dateline.share.report.signed import Signature, signed

MANY = 500
"""Claimed totals of one week that the file shows, those published last."""


def week_report(view: View, day_in_it: date, names: bool, by: Signature) -> str:
    """The file for the week (Monday to Sunday) that a day lies in."""
    first = begin(day_in_it, "week")
    last = first + timedelta(days=6)
    wanted = IncidentFilter(first, last, (EventType.ASSAULT,))
    found = sorted(view.incidents(wanted), key=lambda i: (i.when.start if i.when else first, i.id))
    title = f"Attacks from {day(first)} to {day(last)}"
    return page(
        title,
        element("h1", title),
        element("p", _counted(found), class_="dim"),
        *_chart(view, wanted, first, last),
        *_listed(found, names),
        *_claimed(view, first, last, names),
        *_sources(view, found, names),
        signed(by, names),
    )


def _counted(found: Sequence[Incident]) -> str:
    modes = Counter(i.mode for i in found)
    kinds = ", ".join(f"{count} {attacks(mode, count)}" for mode, count in modes.most_common())
    least = sum(i.killed.low for i in found if i.killed)
    best = sum(i.killed.best for i in found if i.killed)
    if not found:
        return "No attack is on record for this week."
    return f"{len(found)} on record: {kinds}. Killed: {best:,} by current values, {least:,} by the lowest claims."


def _chart(view: View, wanted: IncidentFilter, first: date, last: date) -> Iterator[Child]:
    chart = histogram(view.points(wanted), "day")
    found = {bar.start: bar for bar in chart.bars}
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if any(day in found for day in days):
        yield element("h2", "By day of their beginning")
        yield bars(replace(chart, bars=tuple(found.get(day, Bar(day)) for day in days)))


def _listed(found: Sequence[Incident], names: bool) -> Iterator[Child]:
    if not found:
        return
    yield element("h2", "Each attack")
    yield table(
        ("when", "what", "where", "by whom", "killed", "injured", "reports"),
        (
            (
                dated(i.when),
                f"{attacks(i.mode, 1)} ({i.certainty.value}) {i.id}",
                ", ".join(shown_place(place, names) for place in i.places[:3]),
                "; ".join(shown(i.actors, i, names)),
                in_words(i.killed),
                in_words(i.injured),
                f"{len(i.reports)} ({i.origins})",
            )
            for i in found
        ),
    )
    yield element("p", "Reports: how many, and in brackets how many of independent origin.", class_="dim")


def _claimed(view: View, first: date, last: date, names: bool) -> Iterator[Child]:
    asked = Wanted(TallyFilter(since=first, until=last))
    rows = []
    for checked in check_latest(view, MANY, asked):
        reading, tally, check = checked.reading, checked.tally, checked.check
        masker = UNMASKED if names else Masker.of(reading)
        claim = f"{amount(tally.number.low, tally.number.high)} {counted(tally, tally.number.low)}"
        rows.append((reading.document.outlet, claim, check.verdict.value, masker.text(check.reason)))
    if rows:
        yield element("h2", "Totals claimed in this week, beside the record")
        yield table(("outlet", "claims", "verdict", "the record"), rows)


def _sources(view: View, found: Sequence[Incident], names: bool) -> Iterator[Child]:
    keys = dict.fromkeys(report.document for i in found for report in i.reports)
    if keys:
        yield element("h2", "Sources")
        readings = [view.reading(key) for key in keys]
        yield element("ul", *(source_line(r.document, UNMASKED if names else Masker.of(r)) for r in readings))
