"""Claimed totals beside the record: how many matching incidents it has, and whether that bears the claim out.

In: tallies with their documents, and incidents. Out: a `TallyCheck` each, with a verdict and its reason in words.

    explained       the record's range meets the claimed one
    short           even with all doubtful incidents the record has fewer than claimed
    exceeded        the sure incidents alone are more than claimed
    contradicted    the claim is none, and the record surely has some
    not comparable  no period, nobody and nowhere named, another unit, nothing on record there and then, or the
                    document was retracted

A claim that names neither a place nor a party is about the area that its document's heading names, where there is one;
then every incident there is only perhaps meant.

The sure incidents give the low end of the record's range, the sure and the doubtful ones the high end. Each
incident counts once, however many reports tell of it. For the dead and wounded their tolls are summed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.analyse.areas import placed
from dateline.analyse.matching import Claim, Fit, fit, modes_meant, there_and_then
from dateline.analyse.reporting_area import reporting_area
from dateline.analyse.words import amount, attacks, counted, joined, listed, period
from dateline.model.document import Document
from dateline.model.incident import Incident, TallyCheck, Toll, Verdict
from dateline.model.judgement import Judgement
from dateline.model.reading import Reading, Tally
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, HarmType
from dateline.record.filters import IncidentFilter
from dateline.resolve.parties import particular

NOBODY: Mapping[str, Judgement] = {}
FROM_THE_HEADING = "the area is the heading's, not the claim's"
SHORT_DAYS = 31
"""Incidents whose day is known to a month are found by it; the few vague ones are looked at each time."""

SALVOS = 10
"""From so many attacks within two days on, a total counts strikes and not what a report would call an attack."""

_KEPT = frozenset({EventType.ASSAULT, HarmType.KILLED, HarmType.INJURED})


@dataclass(frozen=True, slots=True)
class _Range:
    """What the record shows: `high` None is open; `silent` incidents say nothing of the harm counted."""

    low: int
    high: int | None
    silent: int = 0


def check_all(
    readings: Iterable[Reading], incidents: Sequence[Incident], retracted: Mapping[str, Judgement] = NOBODY
) -> tuple[TallyCheck, ...]:
    """Every tally of the readings beside the incidents, in the readings' order.

    `retracted` are the judgements by which documents no longer count.
    """
    dated = _Dated(incidents)
    return tuple(
        withdrawn(reading.document, tally, retracted[reading.document.id])
        if reading.document.id in retracted
        else check_tally(reading.document, tally, dated.during(tally.when))
        for reading in readings
        for tally in reading.tallies
    )


def wanted(document: Document, tally: Tally) -> IncidentFilter | None:
    """All incidents that a tally may count, and more, for a record to find; None where it can't be compared at all."""
    window = _window(document, tally)
    area = reporting_area(document) if _about_nobody(tally) else None
    if area is not None:
        tally = replace(tally, places=(area,))
    if window is None or _obstacle(tally, window):
        return None
    countries = {place.country for place in tally.places}
    known = tuple(sorted(c for c in countries if c)) if None not in countries else ()
    return IncidentFilter(window.start, window.end, (EventType.ASSAULT,), countries=known)


def countable(asked: IncidentFilter, tally: Tally) -> IncidentFilter:
    """Of the incidents that are there and then, those whose kind and certainty a tally may count."""
    return replace(asked, modes=modes_meant(tally.mode), unsaid_mode=True, certainty=Certainty.POSSIBLE)


def check_tally(
    document: Document, tally: Tally, incidents: Sequence[Incident], beside: Iterable[Incident] = ()
) -> TallyCheck:
    """One tally of a document beside the incidents on record; what happened after publication isn't counted.

    Where `incidents` are only those that may count, `beside` are all that may be there and then: they are looked at until
    one is, and only where none of `incidents` is.
    """
    window = _window(document, tally)
    area = reporting_area(document) if _about_nobody(tally) else None
    if area is not None:
        tally = replace(tally, places=(area,))
    obstacle = _obstacle(tally, window)
    if obstacle or window is None:
        return _not_comparable(document, tally, obstacle)
    claim = Claim(document.id, tally, window)
    near = [i for i in incidents if there_and_then(claim, i)]
    if not near and not any(there_and_then(claim, i) for i in beside):
        where = f" in {listed(tally.places)}" if tally.places else ""
        return _not_comparable(document, tally, f"no attack is on record{where} {period(window)}")
    fits = [f for f in (fit(claim, i) for i in near) if f is not None]
    if area is not None:
        fits = [replace(f, doubts=(*f.doubts, FROM_THE_HEADING)) for f in fits]
    shown = _shown(tally, fits)
    verdict = _verdict(tally, shown)
    return TallyCheck(
        document.id,
        tally.id,
        verdict,
        shown.low,
        shown.high,
        _missing(tally, shown) if verdict is Verdict.SHORT else 0,
        _reason(claim, fits, shown),
        tuple(f.incident.id for f in sorted(fits, key=lambda f: (len(f.doubts) > 0, _start(f.incident)))),
    )


def _start(incident: Incident) -> tuple[int, str]:
    return (incident.when.start.toordinal() if incident.when else 0, incident.id)


class _Dated:
    """Incidents by the days that they may have happened on, so that a tally isn't set beside all of a large record."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        dated = sorted((i for i in incidents if i.when), key=_start)
        self._short = [i for i in dated if i.when and i.when.days <= SHORT_DAYS]
        self._long = [i for i in dated if i.when and i.when.days > SHORT_DAYS]

    def during(self, when: Interval | None) -> list[Incident]:
        """Those that may share a day with a period, by their first day; none where there is no period."""
        if when is None:
            return []
        first = bisect_left(self._short, (when.start.toordinal() - SHORT_DAYS, ""), key=_start)
        past = bisect_right(self._short, (when.end.toordinal(), "~"), key=_start)
        long = [i for i in self._long if i.when and i.when.meets(when)]
        return sorted([*self._short[first:past], *long], key=_start)


def _window(document: Document, tally: Tally) -> Interval | None:
    published = document.published_on
    if tally.when is None or published is None or tally.when.end <= published:
        return tally.when
    return replace(tally.when, end=published) if tally.when.start <= published else None


def _obstacle(tally: Tally, window: Interval | None) -> str:
    """Why a tally can't be compared at all, or nothing."""
    if tally.type not in _KEPT:
        if isinstance(tally.type, HarmType):
            return f"the record counts the killed and the injured, not the {counted(tally)}"
        return f"the record doesn't count single events of type {tally.type}"
    if window is None:
        return (
            "the claim names no period"
            if tally.when is None
            else "the claimed period lies ahead of the report"
        )
    if tally.places and not any(placed(p) for p in tally.places):
        return f"the gazetteer doesn't know where “{listed(tally.places)}” is"
    if _about_nobody(tally):
        return "the claim names neither a place nor a party"
    return ""


def _about_nobody(tally: Tally) -> bool:
    return not tally.places and not particular((*tally.actors, *tally.recipients))


def withdrawn(document: Document, tally: Tally, judgement: Judgement) -> TallyCheck:
    """A tally of a document that somebody retracted."""
    why = f": {judgement.decision.reason}" if judgement.decision.reason else ""
    return _not_comparable(document, tally, f"the document was retracted by {judgement.author}{why}")


def _not_comparable(document: Document, tally: Tally, reason: str) -> TallyCheck:
    return TallyCheck(document.id, tally.id, Verdict.NOT_COMPARABLE, 0, 0, 0, reason, ())


def _shown(tally: Tally, fits: Sequence[Fit]) -> _Range:
    if tally.type is HarmType.KILLED:
        return _sum([(f.incident.killed, f.sure) for f in fits])
    if tally.type is HarmType.INJURED:
        return _sum([(f.incident.injured, f.sure) for f in fits])
    return _Range(sum(f.sure for f in fits), len(fits))


def _sum(tolls: Sequence[tuple[Toll | None, bool]]) -> _Range:
    low = sum(t.low for t, sure in tolls if t and sure)
    highs = [t.high for t, _ in tolls if t]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return _Range(low, high, sum(t is None for t, _ in tolls))


def _verdict(tally: Tally, shown: _Range) -> Verdict:
    if tally.number.high == 0:
        return Verdict.CONTRADICTED if shown.low > 0 else Verdict.EXPLAINED
    if _missing(tally, shown) > 0:
        return Verdict.SHORT
    if tally.number.high is not None and shown.low > tally.number.high:
        return Verdict.EXCEEDED
    return Verdict.EXPLAINED


def _missing(tally: Tally, shown: _Range) -> int:
    return 0 if shown.high is None else max(0, tally.number.low - shown.high)


def _reason(claim: Claim, fits: Sequence[Fit], shown: _Range) -> str:
    """What the record has, what is doubtful and what is not said, in one sentence or two."""
    tally, window = claim.tally, claim.window
    where = f" in {listed(tally.places)}" if tally.places else ""
    whom = (
        f" on {listed(tally.recipients)}" if tally.recipients and not isinstance(tally.type, HarmType) else ""
    )
    number = amount(shown.low, shown.high)
    if isinstance(tally.type, HarmType):
        number = f"{number} {counted(tally)} in {len(fits)} {attacks(tally.mode, len(fits))}"
    else:
        number = f"{number} {counted(tally, shown.high if shown.low == shown.high else 2)}"
    told = f"{number}{whom}{where} {period(window)}"
    return "; ".join((told, *_doubts(fits), *_silence(shown), *_salvos(claim, shown)))


def _doubts(fits: Sequence[Fit]) -> list[str]:
    doubtful = [f for f in fits if not f.sure]
    if not doubtful:
        return []
    counts = Counter(d for f in doubtful for d in f.doubts)
    if len(fits) == 1:
        return [f"it may not count, since {joined(list(counts))}"]
    some = "all" if len(doubtful) == len(fits) else f"{len(doubtful)}"
    told = ", ".join(f"{d} ({n})" for d, n in counts.most_common())
    return [f"{some} of the {len(fits)} may not count, since {told}"]


def _silence(shown: _Range) -> list[str]:
    return [f"no toll is on record for {shown.silent}"] if shown.silent else []


def _salvos(claim: Claim, shown: _Range) -> list[str]:
    """Why a count of one day and of a few towns is seldom borne out attack by attack."""
    tally = claim.tally
    many = not isinstance(tally.type, HarmType) and tally.number.low >= SALVOS and claim.window.days <= 2
    return ["so many within two days are single strikes, which reports tell of together"] if many else []
