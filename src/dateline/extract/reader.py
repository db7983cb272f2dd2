"""A document to its reading: the whole extraction on one screen.

1. annotate        sentences, trees, times, counts, places, entities, quotes
2. mentions        words that name events, each with its own arguments
3. tallies         counts over several events; a mention that only counts is no event
4. groups          mentions of the same event together
5. events          one value for each role, time, toll and certainty
6. responsibility, relations
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files

from dateline import __version__
from dateline.annotate.pipeline import Annotation, Tools, annotate
from dateline.errors import ReaderError
from dateline.extract.cast import Cast
from dateline.extract.claimants import with_claimants
from dateline.extract.events import Context, build
from dateline.extract.grouping import group
from dateline.extract.mention import EventMention, Harm
from dateline.extract.mentions import Found, find_mentions
from dateline.extract.relations import find_relations
from dateline.extract.relevance import is_worth_keeping
from dateline.extract.responses import with_responses
from dateline.extract.responsibility import find_responsibility
from dateline.extract.scores import score
from dateline.extract.setting import Setting
from dateline.extract.stopped import is_stopped, with_stopped
from dateline.extract.tallies import TallyFinder
from dateline.extract.tally_scores import score as tally_score
from dateline.extract.untold import untold
from dateline.model.document import Document
from dateline.model.reading import Event, Reader, Reading, Responsibility
from dateline.model.vocabulary import Certainty, EventType

LONGEST_DOCUMENT = 400_000
"""Code points; a longer text is a book or a fault, and takes minutes to parse."""


def make_reader(threads: int = 1) -> Callable[[Document], Reading]:
    """A reader with its tools opened once; call it for each document."""
    tools = Tools.open(threads)
    return lambda document: read_document(document, tools)


@cache
def identity() -> Reader:
    """What reads: this version, and the weights by a digest of their labels, the network's size and the head of events."""
    weights = files("dateline.annotate") / "weights"
    with (
        as_file(weights / "labels.json") as labels,
        as_file(weights / "reader.onnx") as network,
        as_file(weights / "events.npz") as events,
    ):
        size = str(network.stat().st_size).encode()
        digest = sha256(labels.read_bytes() + size + events.read_bytes()).hexdigest()
    return Reader(__version__, f"minilm-l6-{digest[:8]}")


def read_document(document: Document, tools: Tools) -> Reading:
    """The reading of one document.

    Raises `ReaderError` for a text that is empty, not English or longer than `LONGEST_DOCUMENT`.
    """
    _check(document)
    annotation = annotate(document, tools)
    cast = Cast(annotation.annotated, annotation.frames)
    found = find_mentions(cast, annotation.frames)
    counting = TallyFinder(cast, found, annotation.frames)
    tallies = tuple(replace(t, score=tally_score(t)) for t in counting.tallies())
    events = _events(cast, annotation, found, counting)
    stated = find_responsibility(cast, annotation.frames, events)
    return Reading(
        document,
        identity(),
        _with_claimants(events, stated, len(document.text)),
        tallies,
        stated,
        annotation.annotated.quotes,
        find_relations(cast),
    )


def _check(document: Document) -> None:
    if not document.text.strip():
        raise ReaderError(f"{document.id}: the document has no text; check what its source holds")
    if len(document.text) > LONGEST_DOCUMENT:
        raise ReaderError(
            f"{document.id}: {len(document.text):,} characters are more than {LONGEST_DOCUMENT:,}; split it into articles"
        )
    if document.language.split("-")[0].lower() != "en":
        raise ReaderError(f"{document.id}: the text is in {document.language!r}; Dateline reads English (en)")


def _events(cast: Cast, annotation: Annotation, found: Found, counting: TallyFinder) -> tuple[Event, ...]:
    """The document's events with ids e1, e2, … in text order, and what each answers."""
    counted = counting.used
    single = [_without(m, counted) for m in found.mentions if m.trigger.token not in counted]
    single = [replace(m, time=None) if m.trigger.token in counting.undated else m for m in single]
    setting = Setting(cast.annotated, single)
    dated = [replace(m, around=setting.around(m)) for m in single]
    groups = _with_untold(cast, [g for g in group(cast.annotated, dated) if is_worth_keeping(g)], found.loose)
    context = Context(cast, annotation.frames, setting, _dead(found))
    owned = {h.token for g in groups for m in g for h in m.harms} | counted
    loose = _loose(cast, groups, [h for h in found.loose if h.token not in owned])
    events = [build(context, i + 1, g, loose[i]) for i, g in enumerate(groups)]
    return _scored(cast, with_responses(cast, groups, with_stopped(groups, events)))


def _with_untold(
    cast: Cast, groups: list[list[EventMention]], loose: Sequence[Harm]
) -> list[list[EventMention]]:
    """The groups, with one for the attack that only its harm tells of, where there is no other."""
    if not cast.about_violence or any(_has_happened(g) for g in groups):
        return groups
    shown = untold(cast, loose)
    if shown is None:
        return groups
    return sorted([*groups, [shown]], key=lambda g: g[0].trigger.token)


LEAST = 0.35
"""Events below this score are left out: under half of the F1 reached, leaving out raises it (chosen on our own articles)."""


def _scored(cast: Cast, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with their scores, those too unlikely left out, numbered anew."""
    length = len(cast.annotated.document.text)
    kept = [replace(e, score=s) for e in events if (s := score(e, length)) >= LEAST]
    new = {e.id: f"e{number}" for number, e in enumerate(kept, start=1)}
    return tuple(
        replace(e, id=new[e.id], responds_to=tuple(new[r] for r in e.responds_to if r in new)) for e in kept
    )


def _with_claimants(
    events: Sequence[Event], stated: Sequence[Responsibility], length: int
) -> tuple[Event, ...]:
    """The events with those who claim them as actors, scored again, for an event with an actor is a likelier one."""
    claimed = with_claimants(events, stated)
    return tuple(replace(e, score=score(e, length)) for e in claimed)


def _dead(found: Found) -> frozenset[int]:
    """The chains of single people whom any sentence tells to be dead."""
    harms = (*(h for m in found.mentions for h in m.harms), *found.loose)
    return frozenset(p.chain for h in harms if h.killed for p in h.persons if p.chain >= 0)


def _without(mention: EventMention, counted: set[int]) -> EventMention:
    """The mention without harm that a tally holds."""
    return replace(mention, harms=tuple(h for h in mention.harms if h.token not in counted))


def _loose(
    cast: Cast, groups: Sequence[Sequence[EventMention]], harms: Sequence[Harm]
) -> dict[int, list[Harm]]:
    """Harm without a trigger of its own, given to the assault told of last before it (or first after it)."""
    assaults = [(g[0].trigger.token, i) for i, g in enumerate(groups) if _has_happened(g)]
    given: dict[int, list[Harm]] = defaultdict(list)
    for harm in harms:
        before = [
            i
            for i, g in enumerate(groups)
            if _has_happened(g) and not is_stopped(g) and min(m.trigger.token for m in g) < harm.token
        ]
        latest = max(
            before,
            key=lambda i: max(m.trigger.token for m in groups[i] if m.trigger.token < harm.token),
            default=None,
        )
        chosen = latest if latest is not None else (assaults[0][1] if assaults else None)
        if chosen is not None and not (
            harm.count.high == 0 and _paragraphs_apart(cast, groups[chosen], harm) > 0
        ):
            given[chosen].append(harm)
    return given


def _has_happened(mentions: Sequence[EventMention]) -> bool:
    """Whether a group is of an assault told as done, so that people may have come to harm."""
    told = {Certainty.ASSERTED, Certainty.ALLEGED, Certainty.DENIED}
    return mentions[0].type is EventType.ASSAULT and any(m.certainty in told for m in mentions)


def _paragraphs_apart(cast: Cast, mentions: Sequence[EventMention], harm: Harm) -> int:
    """How many paragraphs lie between an event's nearest mention and a statement of harm."""
    here = cast.annotated.sentence_of(harm.token).paragraph
    return min(abs(m.paragraph - here) for m in mentions)
