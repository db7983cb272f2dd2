"""Why a reading says what it says: for each value the rule or head that made it, a score and the words behind it.

In: a reading, and how sure the model is of each word. Out: reasons in the order of the reading. The score is the
least probability that the model gives to the tree around the words, so it tells of the parse, not of the fact; where the
head of event words made the event, its type's score is the share that the head gives the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from dateline.annotate.pipeline import split_words
from dateline.annotate.tagger import Tagger
from dateline.extract.hunches import RULE
from dateline.knowledge.weapons import weapon_of
from dateline.model.document import Document, Span
from dateline.model.reading import Argument, Attribution, Event, Place, Reading, Tally
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one value stands: `of` is the id of its event or tally (or "r1", "q1", "l1": responsibility, quote, relation)."""

    of: str
    field: str
    value: str
    rule: str
    words: tuple[Span, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the model is of each word: start, end, the probability of its arc, the shares of the event types."""

    words: tuple[tuple[int, int, float, tuple[float, ...]], ...]

    def of_tree(self, spans: Iterable[Span]) -> float:
        """The least probability of the arcs of the spans' words; 1 where there are none."""
        inside = [arc for s in spans for a, b, arc, _ in self.words if a < s.end and s.start < b]
        return round(min(inside, default=1.0), 3)

    def of_event(self, span: Span) -> float:
        """The greatest share of one event type among a span's words; 0 where there are none."""
        inside = [
            max(shares, default=0.0) for a, b, _, shares in self.words if a < span.end and span.start < b
        ]
        return round(max(inside, default=0.0), 3)


def sureness(document: Document, tagger: Tagger) -> Sureness:
    """How sure the model is of the words of a document."""
    split = [words for _, words in split_words(document.text)]
    tagged = tagger.tag([[document.text[a:b] for a, b in words] for words in split])
    scored = (
        (a, b, t.score, t.events)
        for words, tags in zip(split, tagged, strict=True)
        for (a, b), t in zip(words, tags, strict=True)
    )
    return Sureness(tuple(scored))


def explain(reading: Reading, sure: Sureness) -> tuple[Reason, ...]:
    """The reasons of every value of a reading."""
    made = chain(
        (r for e in reading.events for r in _event(e)),
        (r for t in reading.tallies for r in _tally(t)),
        _others(reading),
    )
    return tuple(replace(r, score=_score(r, sure)) for r in made)


def _score(reason: Reason, sure: Sureness) -> float:
    return sure.of_event(reason.words[0]) if reason.rule == RULE else sure.of_tree(reason.words)


def _event(event: Event) -> Iterator[Reason]:
    rule = RULE if event.rule == RULE else f"event table: {event.rule or 'word'}"
    yield Reason(event.id, "type", event.type.value, rule, (event.trigger,))
    yield from _mode(event)
    yield from _shared(event)
    for field, toll in (("killed", event.killed), ("injured", event.injured)):
        if toll is not None:
            yield Reason(event.id, field, _range(toll), "number of a word of harm", (toll.span,))
    sure = event.certainty is Certainty.ASSERTED
    rule = (
        "no word of doubt around the trigger" if sure else "words of doubt, plan or denial around the trigger"
    )
    yield Reason(event.id, "certainty", event.certainty.value, rule, event.mentions)
    if event.responds_to:
        yield Reason(
            event.id,
            "responds_to",
            " ".join(event.responds_to),
            "answers an earlier event",
            event.mentions[:1],
        )


def _mode(event: Event) -> Iterator[Reason]:
    if event.mode is None:
        return
    armed = [a for a in event.weapons if (w := weapon_of(a.name.lower().split())) and w.mode is event.mode]
    rule, words = (
        ("weapons table", tuple(a.mention for a in armed))
        if armed
        else ("event word and what qualifies it", event.mentions)
    )
    yield Reason(event.id, "mode", event.mode.value, rule, words)


def _shared(item: Event | Tally) -> Iterator[Reason]:
    """What events and tallies have alike: parties, places, time and speakers."""
    for field, parties in (("actors", item.actors), ("recipients", item.recipients)):
        yield from (_argument(item.id, field, a) for a in parties)
    if isinstance(item, Event):
        yield from (_argument(item.id, "weapons", a) for a in item.weapons)
    yield from (_place(item.id, p) for p in item.places)
    if item.when is not None:
        yield _when(item.id, item.when, item.evidence)
    yield from (_said(item.id, s) for s in item.says)


def _argument(of: str, field: str, item: Argument) -> Reason:
    return Reason(of, field, item.name, item.rule or "noun phrase", (item.mention,))


def _place(of: str, item: Place) -> Reason:
    found = f"gazetteer {item.gazetteer_id}" if item.gazetteer_id else "no entry in the gazetteer"
    return Reason(
        of, "places", item.name, f"{item.argument.rule or 'place name'}; {found}", (item.argument.mention,)
    )


def _when(of: str, item: Interval, evidence: Iterable[Span]) -> Reason:
    value = f"{item.start}/{item.end}"
    if item.span is None:
        return Reason(of, "when", value, "day that the text speaks of", ())
    near = any(s.start <= item.span.start < s.end for s in evidence)
    return Reason(of, "when", value, "time in its sentence" if near else "time told before", (item.span,))


def _said(of: str, item: Attribution) -> Reason:
    words = (item.cue,) if item.cue else (item.speaker.mention,)
    rule = "attribution by its cue" if item.cue else "attribution that goes on without a cue"
    return Reason(of, "says", item.speaker.name, rule, words)


def _tally(tally: Tally) -> Iterator[Reason]:
    kind = tally.type.value + (f" {tally.mode.value}" if tally.mode else "")
    yield Reason(tally.id, "number", _range(tally.number), tally.rule or "counted noun", (tally.number.span,))
    yield Reason(tally.id, "type", kind, tally.rule or "counted noun", (tally.number.span,))
    yield from _shared(tally)


def _range(item: Count) -> str:
    return f"{item.low}" if item.low == item.high else f"{item.low}..{'' if item.high is None else item.high}"


def _others(reading: Reading) -> Iterator[Reason]:
    for n, blame in enumerate(reading.responsibility, 1):
        words = (blame.speaker.mention, blame.accused.mention)
        yield Reason(
            f"r{n}",
            "stance",
            blame.stance.value,
            blame.speaker.rule or "verb of blame, claim or denial",
            words,
        )
    for n, quote in enumerate(reading.quotes, 1):
        rule = "quotation marks" if quote.direct else "reported clause"
        yield Reason(
            f"q{n}", "content", quote.content.text[:60], rule, (quote.cue,) if quote.cue else (quote.content,)
        )
    for n, link in enumerate(reading.relations, 1):
        words = (link.subject.mention, link.object.mention)
        yield Reason(f"l{n}", "predicate", link.predicate.value, link.subject.rule or "relation words", words)
