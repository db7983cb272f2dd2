"""Groups of mentions to events: one value for each role, time, toll and certainty, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import merged, says_of
from dateline.extract.cast import Cast
from dateline.extract.grounds import grounds
from dateline.extract.mention import EventMention, Harm
from dateline.extract.mode import usual
from dateline.extract.setting import Setting
from dateline.extract.toll import Known, Statement, toll
from dateline.extract.tree import obliques
from dateline.extract.victims import victims
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.fates import FATAL
from dateline.languages.en.harm import TOLL_NOUNS
from dateline.languages.en.targets import SITES
from dateline.model.reading import Argument, Attribution, Event, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EntityType, EventType, Mode, PlacePrecision, TimePrecision

_IN_A_RAID = frozenset({Mode.SHOOTING, Mode.STABBING})
"""How people are killed in a raid, which stays a raid."""

_WEAK_MODES = frozenset({None, Mode.OTHER, Mode.BOMBING, Mode.RAID})
_CERTAINTY_ORDER = (
    Certainty.DENIED,
    Certainty.ASSERTED,
    Certainty.ALLEGED,
    Certainty.PLANNED,
    Certainty.POSSIBLE,
    Certainty.GENERAL,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What building an event needs beside its mentions; `dead` are the chains of people told to be dead."""

    cast: Cast
    frames: tuple[Frame, ...]
    setting: Setting
    dead: frozenset[int] = frozenset()


def build(context: Context, number: int, mentions: Sequence[EventMention], loose: Sequence[Harm]) -> Event:
    """The event that the mentions tell of; `loose` is harm from sentences without a trigger of their own."""
    annotated = context.cast.annotated
    first = mentions[0]
    statements = [_statement(context, h) for h in (*(h for m in mentions for h in m.harms), *loose)]
    sentences = sorted({m.sentence for m in mentions} | {s.sentence for s in statements})
    recipients = _arguments([*(m.recipients for m in mentions), *(victims(s.harm) for s in statements)])
    harmed = toll(sorted(statements, key=lambda s: s.harm.token), _known(context, mentions))
    violent = first.type is EventType.ASSAULT
    actors = [a for a in _arguments(m.actors for m in mentions) if a.name not in {r.name for r in recipients}]
    return Event(
        f"e{number}",
        first.type,
        mode(context.cast, mentions),
        first.span,
        tuple(dict.fromkeys(m.span for m in mentions)),
        tuple(actors),
        tuple(recipients),
        tuple(_arguments(m.weapons for m in mentions)),
        places(context, mentions, loose),
        when(context, mentions),
        harmed.killed if violent else None,
        harmed.injured if violent else None,
        certainty(mentions),
        _speakers(
            first.type,
            actors,
            merged([s for m in mentions for s in m.says] + _harm_speakers(context, statements)),
        ),
        evidence=tuple(annotated.sentence_span(annotated.sentences[i]) for i in sentences),
        rule=first.rule,
    )


def _speakers(
    kind: EventType, actors: Sequence[Argument], says: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Who says so; a political act that is done by saying it has no other witness than its actor."""
    if kind is EventType.ASSAULT:
        return tuple(says)
    own = {_bare(a.name) for a in actors}
    return tuple(s for s in says if _bare(s.speaker.name) not in own)


def _known(context: Context, mentions: Sequence[EventMention]) -> Known:
    """The chains of the dead, and the word that calls a single event of the group fatal: "a deadly shooting"."""
    annotated = context.cast.annotated
    fatal = (
        annotated.span(c, c)
        for m in mentions
        if m.trigger.noun and not m.trigger.plural
        for c in annotated.children(m.trigger.token)
        if annotated.tokens[c].text.lower() in FATAL
    )
    return Known(context.dead, next(fatal, None))


def _statement(context: Context, harm: Harm) -> Statement:
    annotated = context.cast.annotated
    people = annotated.tokens[harm.victim_head].lemma.lower() if harm.victim_head >= 0 else ""
    if annotated.tokens[harm.token].lemma.lower() in TOLL_NOUNS:
        people = "people"
    speakers = frozenset(s.speaker.name for s in says_of(context.cast, context.frames, harm.token))
    return Statement(harm, people, speakers, annotated.sentence_of(harm.token).index)


def _harm_speakers(context: Context, statements: Iterable[Statement]) -> list:  # type: ignore[type-arg]
    return [s for st in statements for s in says_of(context.cast, context.frames, st.harm.token)]


def _arguments(groups: Iterable[Sequence[Argument]]) -> list[Argument]:
    """Arguments over all mentions, without those whose name another's name holds."""
    found: list[Argument] = []
    for argument in (a for g in groups for a in g):
        key = _bare(argument.name)
        twin = next((f for f in found if _bare(f.name) == key or key in _bare(f.name)), None)
        if twin is None:
            shorter = next((f for f in found if _bare(f.name) in key), None)
            if shorter is not None:
                found[found.index(shorter)] = argument
            else:
                found.append(argument)
    return found


def _bare(name: str) -> str:
    return " ".join(w for w in name.lower().split() if w not in {"the", "a", "an"})


def mode(cast: Cast, mentions: Sequence[EventMention]) -> Mode | None:
    """The most telling mode: the first that a weapon or a plain word gives, before the vague ones, then the usual one."""
    modes = [m.mode for m in mentions]
    strong = [m for m in modes if m not in _WEAK_MODES]
    known = strong or [m for m in modes if m not in {None, Mode.OTHER}] or [m for m in modes if m]
    if mentions[0].type is EventType.ASSAULT and all(m in _IN_A_RAID for m in strong):
        supposed = usual(cast, mentions)
        if supposed is Mode.RAID or not known:
            return supposed
    return known[0] if known else None


def places(context: Context, mentions: Sequence[EventMention], loose: Sequence[Harm]) -> tuple[Place, ...]:
    """The places of all mentions, most precise first; the setting's where the mentions name none."""
    found: dict[str, Place] = {}
    for place in (p for h in loose for p in _places_below(context.cast, h.token)):
        found.setdefault(_bare(place.name), place)
    for mention in mentions:
        for place in (*mention.places, *struck(context.cast, mention)):
            found.setdefault(_bare(place.name), place)
    if mentions[0].type is EventType.ASSAULT and not found:
        for place in sites(context.cast, mentions):
            if not any(_bare(place.name) in key or key in _bare(place.name) for key in found):
                found[_bare(place.name)] = place
    if not found:
        for place in described(context.cast, mentions):
            found.setdefault(_bare(place.name), place)
    if mentions[0].type is EventType.ASSAULT or not found:
        for place in context.setting.places(mentions[0]):
            if not any(_is_named(p) for p in found.values()) or context.setting.is_entry(mentions[0]):
                found.setdefault(_bare(place.name), place)
    return tuple(sorted(found.values(), key=lambda p: _PLACE_ORDER.get(p.precision.value, 5)))


def _is_named(place: Place) -> bool:
    """Whether a place has a name, and is no "building" or "market" alone."""
    return place.lat is not None or any(word[:1].isupper() for word in place.name.split())


def struck(cast: Cast, mention: EventMention) -> Iterator[Place]:
    """The towns and quarters that an attack was on, which is where it was: "shelled Nikopol"."""
    if mention.type is not EventType.ASSAULT:
        return
    heads = cast.heads
    for recipient in mention.recipients:
        place = cast.places.get(heads.get(recipient.mention, -1))
        person = cast.entity_type(heads.get(recipient.mention, -1)) is EntityType.PERSON
        if place is not None and not person and place.place.precision is not PlacePrecision.COUNTRY:
            yield place.place


def described(cast: Cast, mentions: Sequence[EventMention]) -> Iterator[Place]:
    """The grounds that the mentions' own phrases describe without a name."""
    heads = cast.heads
    for mention in mentions:
        hit = tuple(heads[r.mention] for r in mention.recipients if r.mention in heads)
        yield from grounds(cast, mention.trigger, hit)


def _places_below(cast: Cast, index: int) -> Iterator[Place]:
    """The places in phrases of a word of harm: "perished in Htan Kone"."""
    for word, i in obliques(cast.annotated, index):
        if word in {"in", "at", "near"} and i in cast.places:
            yield cast.places[i].place


def sites(cast: Cast, mentions: Sequence[EventMention]) -> Iterator[Place]:
    """Fixed sites among those hit, as places without coordinates: "an Iraqi airbase", "the market"."""
    for argument in (r for m in mentions for r in m.recipients):
        head = next((e.head for e in cast.annotated.entities if e.span == argument.mention), None)
        if (
            head is not None
            and cast.annotated.tokens[head].lemma.lower() in SITES
            and not cast.is_place(head)
        ):
            yield Place(argument, precision=PlacePrecision.EXACT)
            land = next(
                (
                    country_of(cast.annotated.tokens[c].text)
                    for c in cast.annotated.children(head)
                    if country_of(cast.annotated.tokens[c].text)
                ),
                None,
            )
            if land is not None:
                adjective = next(
                    c for c in cast.annotated.children(head) if country_of(cast.annotated.tokens[c].text)
                )
                span = cast.annotated.span(adjective, adjective)
                yield Place(
                    Argument(span, land.name, None, "nationality"),
                    land.latitude,
                    land.longitude,
                    land.code,
                    land.code or None,
                    PlacePrecision.COUNTRY,
                )


_PLACE_ORDER = {"exact": 0, "unknown": 1, "town": 2, "district": 3, "province": 4, "country": 5}


def when(context: Context, mentions: Sequence[EventMention]) -> Interval | None:
    """The shortest interval that the mentions give, the first of equals; else the setting's."""
    said = [m.when for m in mentions if m.when is not None]
    if said:
        return min(said, key=lambda i: (i.days, i.precision is not TimePrecision.DAY))
    return context.setting.when(mentions[0])


def certainty(mentions: Sequence[EventMention]) -> Certainty:
    """Denied when the document denies it, else the strongest that any mention has."""
    telling = [m for m in mentions if "back" not in m.trigger.frame.flags]
    return min((m.certainty for m in telling or mentions), key=_CERTAINTY_ORDER.index)
