"""What doesn't fit within one document: statements that can't both be right, told so that an editor can check them.

In: a reading. Out: misfits, each with a message and the sentences that disagree. A misfit accuses nobody: a
spokesman may have spoken before the day's attack, or two counts may count different things; it says where to look.

    harm denied       "no casualties" over a time in which the document tells of dead or wounded of the same side
    part over whole   a part ("17 of them") larger than its whole, or kinds that add up to more than the total
    sum               kinds that are listed in full after a total and add up to less
    shrinking count   more by an earlier day than by a later one of the same period
    tolls differ      one event's toll differs between the speakers
    ahead of time     told as having happened, on a day after publication
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.analyse.counts import growing_counts, parts_and_wholes, sums_by_kind
from dateline.analyse.words import amount, attacks, day, listed, period
from dateline.model.document import Span
from dateline.model.reading import Event, Misfit, Reading, Tally
from dateline.model.values import Count
from dateline.model.vocabulary import Certainty, EventType, HarmType
from dateline.resolve.parties import Match, anyone, same_parties

# What happens on a day; agreements and threats are told with the days that they are about.
_HAPPENINGS = frozenset({EventType.ASSAULT, EventType.PROTEST})
_ZONES = 1  # days: a report may be dated where it was still yesterday


def find_misfits(reading: Reading) -> tuple[Misfit, ...]:
    """All misfits of a reading, in the order of RULES; each pair of statements is named once."""
    return tuple(dict.fromkeys(misfit for rule in RULES for misfit in rule(reading)))


def harm_denied(reading: Reading) -> Iterator[Misfit]:
    """ "No casualties" beside dead or wounded of the same side in the same period."""
    for statement, harms in _denials(reading.tallies):
        found = [e for e in reading.events if _harmed(e, harms) and _covered(statement, e)]
        if found:
            yield _denied(statement, found, harms)


def tolls_differ(reading: Reading) -> Iterator[Misfit]:
    """One event whose toll is a range because its speakers differ."""
    for event in reading.events:
        for count, word in ((event.killed, "killed"), (event.injured, "injured")):
            if count and count.high is not None and count.low < count.high and _disputed(event, count):
                yield Misfit(
                    "tolls differ",
                    f"The sources differ on how many were {word} in the {_called(event)}: "
                    f"{amount(count.low, count.high)}.",
                    (count.span, *event.evidence[:1]),
                )


def ahead_of_time(reading: Reading) -> Iterator[Misfit]:
    """An event told as having happened on a day that was still to come."""
    published = reading.document.published_on
    for event in reading.events:
        if published is None or event.when is None or event.certainty is not Certainty.ASSERTED:
            continue
        if event.type in _HAPPENINGS and (event.when.start - published).days > _ZONES:
            yield Misfit(
                "ahead of time",
                f"The {_kind(event)} is told as having happened {period(event.when)}, "
                f"but the report was published on {day(published)}.",
                _evidence(event),
            )


RULES: tuple[Callable[[Reading], Iterator[Misfit]], ...] = (
    harm_denied,
    parts_and_wholes,
    sums_by_kind,
    growing_counts,
    tolls_differ,
    ahead_of_time,
)


def _denials(tallies: tuple[Tally, ...]) -> Iterator[tuple[Tally, frozenset[HarmType]]]:
    """Tallies of no harm, one for each statement, with all the harms that it denies ("casualties" are both)."""
    told: dict[tuple[int, int], tuple[Tally, frozenset[HarmType]]] = {}
    for tally in tallies:
        if tally.type not in (HarmType.KILLED, HarmType.INJURED) or tally.number.high != 0:
            continue
        harms = frozenset({HarmType(tally.type)})
        if "casualt" in _around(tally).casefold():
            harms = frozenset({HarmType.KILLED, HarmType.INJURED})
        key = _place_of(tally)
        first, before = told.get(key, (tally, frozenset()))
        told[key] = (first, before | harms)
    yield from told.values()


def _around(tally: Tally) -> str:
    """The words of a denial: its number's span, and the evidence from there on."""
    span = tally.number.span
    sentence = next((e for e in tally.evidence if e.start <= span.start < e.end), None)
    after = sentence.text[span.start - sentence.start :] if sentence else ""
    return f"{span.text} {after[: len(span.text) + 30]}"


def _place_of(tally: Tally) -> tuple[int, int]:
    sentence = next(
        (e for e in tally.evidence if e.start <= tally.number.span.start < e.end), tally.number.span
    )
    return sentence.start, sentence.end


def _harmed(event: Event, harms: frozenset[HarmType]) -> bool:
    killed = HarmType.KILLED in harms and event.killed is not None and event.killed.low > 0
    injured = HarmType.INJURED in harms and event.injured is not None and event.injured.low > 0
    happened = event.type is EventType.ASSAULT and event.certainty in (Certainty.ASSERTED, Certainty.ALLEGED)
    return happened and (killed or injured)


def _covered(statement: Tally, event: Event) -> bool:
    """Whether the denial is of the event's time, and of the people that it struck."""
    if statement.when and event.when and not statement.when.meets(event.when):
        return False
    if statement.when is None and event.when is not None and event.when.days > 31:
        return False
    if not statement.recipients or anyone(statement.recipients):
        return not statement.places or _same_places(statement, event)
    return same_parties(statement.recipients, event.recipients) is Match.YES


def _same_places(statement: Tally, event: Event) -> bool:
    names = {p.name.casefold() for p in event.places}
    return any(p.name.casefold() in names for p in statement.places)


def _denied(statement: Tally, found: list[Event], harms: frozenset[HarmType]) -> Misfit:
    who = listed(statement.recipients)
    what = {2: "casualties", 1: next(iter(harms)).value.lower()}[len(harms)]
    when = period(statement.when) if statement.when else ""
    told = "; ".join(f"{_toll(e)} in the {_called(e)}" for e in found)
    evidence = (_sentence(statement), *(s for e in found for s in _harm_spans(e)))
    about = ", ".join(part for part in (who, when) if part)
    denial = f"there were no {what}" if what == "casualties" else f"nobody was {what}"
    message = f"The document says that {denial}{f' ({about})' if about else ''}, yet it reports {told}."
    return Misfit("harm denied", message, evidence)


def _toll(event: Event) -> str:
    parts = [
        f"{amount(count.low, count.high)} {word}"
        for count, word in ((event.killed, "killed"), (event.injured, "injured"))
        if count and count.low > 0
    ]
    return " and ".join(parts)


def _called(event: Event) -> str:
    """The event in a few words: "drone attack at Tikrit on 5 July 2021"."""
    return _kind(event) + (f" {period(event.when)}" if event.when else "")


def _kind(event: Event) -> str:
    kind = attacks(event.mode, 1) if event.type is EventType.ASSAULT else event.type.value.lower()
    return kind + (f" at {event.places[0].name}" if event.places else "")


def _disputed(event: Event, count: Count) -> bool:
    """More than one speaker, and not one expression that is itself a range ("between 10 and 15")."""
    speakers = {s.speaker.name for s in event.says}
    ranged = (
        sum(w.isdigit() or w in ("and", "to", "or") for w in count.span.text.replace("-", " ").split()) > 1
    )
    return len(speakers) > 1 and not ranged


def _harm_spans(event: Event) -> tuple[Span, ...]:
    spans = [c.span for c in (event.killed, event.injured) if c and c.low > 0]
    return tuple(next((e for e in event.evidence if e.covers(s)), s) for s in spans)


def _evidence(event: Event) -> tuple[Span, ...]:
    return event.evidence[:1] or (event.trigger,)


def _sentence(tally: Tally) -> Span:
    return next((e for e in tally.evidence if e.covers(tally.number.span)), tally.number.span)
