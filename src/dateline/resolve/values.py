"""The current value of each field of an incident, by named rules over the claims of its reports.

In: the reported events of one happening. Out: one value for each field; every claim stays in its reading.
`RULES` names the rule of each field and says it in words; docs/linking.md has the same table for users.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.incident import ReportedEvent, Toll
from dateline.model.reading import Argument, Event, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision, TimePrecision
from dateline.resolve.names import party_words, place_words, same_place_name


@dataclass(frozen=True, slots=True)
class Rule:
    """How the current value of a field is chosen: the field's name in JSON, the rule's name, and what it does."""

    field: str
    name: str
    words: str


_TOLL = (
    "each independent origin's latest report counts; low is the least lower bound, best the latest report's, high the "
    "largest upper bound, open only where an open claim begins above every closed one"
)
_PARTIES = "each registry entry or name once, those that most origins give first"

RULES = (
    Rule("type", "most origins", "the type that most origins give; a tie goes to the earliest report"),
    Rule(
        "mode",
        "most origins, then the more telling",
        "the mode that most origins give; a tie goes to the more telling word; an unsaid mode doesn't count",
    ),
    Rule(
        "when",
        "the days most origins share",
        "the days that most origins' times hold; where days tie, all from the first to the last of them",
    ),
    Rule(
        "places",
        "finest agreeing place first",
        "finest first, among equally fine ones those that most origins name; each named once",
    ),
    Rule("actors", "named once, most origins first", _PARTIES),
    Rule("recipients", "named once, most origins first", _PARTIES),
    Rule("weapons", "named once, most origins first", _PARTIES),
    Rule("killed", "latest of each independent origin", _TOLL),
    Rule("injured", "latest of each independent origin", _TOLL),
    Rule("certainty", "the strongest report", "the strongest certainty that any report gives"),
)
"""One rule for each field of an incident that reports may differ on."""

_STRENGTH = (
    Certainty.ASSERTED,
    Certainty.ALLEGED,
    Certainty.POSSIBLE,
    Certainty.PLANNED,
    Certainty.GENERAL,
    Certainty.DENIED,
)
# The more telling first: "suicide bombing" says more than "bombing", "drone" more than "airstrike".
_TELLING = (
    Mode.SUICIDE_BOMBING,
    Mode.DRONE,
    Mode.MISSILE,
    Mode.ROCKET,
    Mode.MINE,
    Mode.GRENADE,
    Mode.ABDUCTION,
    Mode.STABBING,
    Mode.ARSON,
    Mode.SHELLING,
    Mode.AIRSTRIKE,
    Mode.BOMBING,
    Mode.RAID,
    Mode.CLASH,
    Mode.SHOOTING,
)
# A place of unknown precision is a name that the gazetteer lacks: mostly a village, a base, a bridge.
_FINENESS = (
    PlacePrecision.EXACT,
    PlacePrecision.TOWN,
    PlacePrecision.UNKNOWN,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.COUNTRY,
)


def by_publication(reports: Iterable[ReportedEvent]) -> list[ReportedEvent]:
    """The reports in the order of publication, those without a date first."""
    return sorted(reports, key=lambda r: (_day(r), r.document.id, r.event.id))


def kind(reports: Sequence[ReportedEvent]) -> EventType:
    """What happened; reports differ only where a person has put them together. `reports` come earliest first."""
    votes = Counter(kind for _, kind in dict.fromkeys((r.origin, r.event.type) for r in reports))
    return votes.most_common(1)[0][0]


def toll(reports: Sequence[ReportedEvent], of: Callable[[Event], Count | None]) -> Toll | None:
    """The harm that `of` picks from each event; None where no report says."""
    latest: dict[str, Count] = {}
    for report in by_publication(reports):
        count = of(report.event)
        if count is not None:
            latest.pop(report.origin, None)
            latest[report.origin] = count
    if not latest:
        return None
    counts = list(latest.values())
    return Toll(min(c.low for c in counts), counts[-1].low, _highest(counts))


def time(reports: Sequence[ReportedEvent]) -> Interval | None:
    """The days between which the happening lies; None where no report says."""
    said = [(r.origin, r.event.when) for r in reports if r.event.when]
    if not said:
        return None
    agreeing = {when.start: _holding(when.start, said) for _, when in said}
    most = max(agreeing.values())
    peaks = [day for day, origins in agreeing.items() if origins == most]
    start = min(peaks)
    end = max(min(w.end for _, w in said if w.start <= day <= w.end) for day in peaks)
    chosen = min((w for _, w in said if w.start <= end and start <= w.end), key=lambda w: (w.days, w.start))
    return Interval(start, end, TimePrecision.DAY if start == end else chosen.precision)


def places(reports: Sequence[ReportedEvent]) -> tuple[Place, ...]:
    """Each place once, finest first."""
    groups: list[list[tuple[str, Place]]] = []
    for report in by_publication(reports):
        for place in report.event.places:
            group = next((g for g in groups if _same_place(g[0][1], place)), None)
            if group is None:
                groups.append([(report.origin, place)])
            else:
                group.append((report.origin, place))
    named = [(min((p for _, p in g), key=_fineness), len({o for o, _ in g})) for g in groups]
    return tuple(p for p, _ in sorted(named, key=lambda n: (_fineness(n[0])[0], -n[1])))


def mode(reports: Sequence[ReportedEvent]) -> Mode | None:
    """How it was done; OTHER or None only where no report says more."""
    votes = {(r.origin, r.event.mode) for r in reports if r.event.mode}
    counts = Counter(m for _, m in votes if m is not Mode.OTHER)
    if not counts:
        return Mode.OTHER if votes else None
    return min(counts, key=lambda m: (-counts[m], _TELLING.index(m)))


def certainty(reports: Sequence[ReportedEvent]) -> Certainty:
    """How sure the surest report is."""
    return min((r.event.certainty for r in reports), key=_STRENGTH.index)


def parties(
    reports: Sequence[ReportedEvent], of: Callable[[Event], Sequence[Argument]]
) -> tuple[Argument, ...]:
    """Each party that `of` picks from the events once."""
    groups: list[tuple[Argument, set[str]]] = []
    for report in by_publication(reports):
        for argument in of(report.event):
            found = next((i for i, (a, _) in enumerate(groups) if _same_party(a, argument)), None)
            if found is None:
                groups.append((argument, {report.origin}))
            else:
                kept, origins = groups[found]
                groups[found] = (_fuller(kept, argument), origins | {report.origin})
    return tuple(a for a, _ in sorted(groups, key=lambda g: -len(g[1])))


def outlets(reports: Sequence[ReportedEvent]) -> tuple[str, ...]:
    """The outlets in the order in which they first reported it."""
    return tuple(dict.fromkeys(r.document.outlet for r in by_publication(reports) if r.document.outlet))


def _day(report: ReportedEvent) -> tuple[date, str]:
    published = report.document.published
    return (report.document.published_on or date.min, published.isoformat() if published else "")


def _highest(counts: Sequence[Count]) -> int | None:
    closed = max((c.high for c in counts if c.high is not None), default=-1)
    return None if any(c.high is None and c.low > closed for c in counts) else closed


def _holding(day: date, said: Iterable[tuple[str, Interval]]) -> int:
    return len({origin for origin, when in said if when.start <= day <= when.end})


def _fineness(place: Place) -> tuple[int, bool]:
    return _FINENESS.index(place.precision), place.lat is None


def _same_place(left: Place, right: Place) -> bool:
    if left.gazetteer_id and right.gazetteer_id:
        return left.gazetteer_id == right.gazetteer_id
    same_level = left.precision is right.precision or PlacePrecision.UNKNOWN in (
        left.precision,
        right.precision,
    )
    return same_level and same_place_name(place_words(left.name), place_words(right.name))


def _same_party(left: Argument, right: Argument) -> bool:
    if left.ref and right.ref:
        return left.ref == right.ref
    if left.name.casefold() == right.name.casefold():
        return True
    a, b = party_words(left.name), party_words(right.name)
    return bool(a) and a == b


def _fuller(left: Argument, right: Argument) -> Argument:
    """The one that the registry knows, then the longer name, then the earlier."""
    return max((left, right), key=lambda a: (a.ref is not None, len(a.name)))
