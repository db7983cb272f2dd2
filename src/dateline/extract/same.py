"""Whether a mention tells of an event that the document has told of before: a table of weighted, named features.

Each feature looks at a group of earlier mentions and at one mention and gives a number; their weighted sum above
`THRESHOLD` means the same event. Weights were set by hand and checked on the development articles of tests/quality; others that
a search over those articles preferred did worse on articles that nobody had looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.extract.mention import EventMention
from dateline.knowledge.gazetteer import distance
from dateline.model.reading import Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision, TimePrecision

Group = Sequence[EventMention]

THRESHOLD = 1.0

_FAMILIES = (
    frozenset({Mode.DRONE, Mode.AIRSTRIKE}),
    frozenset({Mode.AIRSTRIKE, Mode.BOMBING}),
    frozenset({Mode.ROCKET, Mode.MISSILE, Mode.SHELLING}),
    frozenset({Mode.BOMBING, Mode.SUICIDE_BOMBING, Mode.MINE, Mode.GRENADE}),
    frozenset({Mode.SHOOTING, Mode.RAID, Mode.CLASH}),
)
_UNREAL = frozenset({Certainty.PLANNED, Certainty.POSSIBLE})


def modes(group: Group, mention: EventMention) -> float:
    """Equal modes 1, one unsaid 0.25, a family 0.5, different ones -3; "bombing" fits any fall of bombs."""
    known = {m.mode for m in group} - {None, Mode.OTHER}
    mode = mention.mode
    if mode in {None, Mode.OTHER} or not known:
        return 0.25
    if mode in known:
        return 0.3 if _is_vague(mention, known) else 1.0
    if Mode.AIRSTRIKE in {mode, *known} and any(_is_planted(m) for m in (*group, mention)):
        return -3.0
    if any(mode in f and known & f for f in _FAMILIES):
        return 0.5
    if mention.trigger.definite and not mention.trigger.noun:
        return 0.0
    dropped = Mode.DRONE in {mode, *known} and Mode.BOMBING in {mode, *known}
    return 0.0 if dropped or _is_vague(mention, known) else -3.0


def _is_planted(mention: EventMention) -> bool:
    """Whether a device that somebody laid or wore exploded: never what a plane dropped."""
    words = {w for a in mention.weapons for w in a.name.lower().split()}
    return bool(
        words
        & {
            "ied",
            "improvised",
            "roadside",
            "vest",
            "belt",
            "planted",
            "homemade",
            "landmine",
            "mine",
            "parcel",
        }
    )


def _is_vague(mention: EventMention, known: set[Mode | None]) -> bool:
    """Whether the word only sounds like another mode: a raid from the air, the bombing by a drone, a shot-down one."""
    word = mention.trigger.frame.lemma
    return (
        word in {"raid", "strike", "bombing", "bomb", "blast", "explosion", "assault", "attack", "explode"}
        and mention.trigger.definite
    )


def times(group: Group, mention: EventMention) -> float:
    """Days in common 1 (equal) or 0.4, none -4 (-1.5 where one is only the day spoken of before), unsaid 0."""
    said = [m.when for m in group if m.when is not None]
    known = said or [m.around for m in group if m.around is not None]
    own = mention.when or mention.around
    if own is None or not known:
        return 0.0
    sure = bool(said) and mention.when is not None
    if any((k.start, k.end) == (own.start, own.end) for k in known):
        return 1.0 if sure else 0.2
    if any(k.meets(own) or _about(k, own) for k in known):
        return 0.4 if sure else 0.0
    return -4.0 if sure else -1.5


def _about(one: Interval, other: Interval) -> bool:
    """Whether a day that is only about right may be the other one: "five weeks ago" and a date three days off."""
    reach = max(_REACH.get(i.precision, 0) if i.days == 1 else 0 for i in (one, other))
    return abs((one.start - other.start).days) <= reach


_REACH = {TimePrecision.WEEK: 4, TimePrecision.MONTH: 16}
"""Days by which a day said in weeks or months may be off."""


def places(group: Group, mention: EventMention) -> float:
    """A place in common 1; two points over 30 km apart or two countries -1.5; two towns of other names -0.7; else 0.

    A village told after its district is no contradiction; a town of the country told of speaks a little for it, 0.3.
    """
    known = [p for m in group for p in m.places]
    if not known or not mention.places:
        return 0.0
    if any(_inside(a.name.lower(), b.name.lower()) for a in known for b in mention.places):
        return 1.0
    if any(
        a.country is not None
        and a.country == b.country
        and PlacePrecision.COUNTRY in {a.precision, b.precision}
        for a in known
        for b in mention.places
    ):
        return 0.3
    if all(a.country and b.country and a.country != b.country for a in known for b in mention.places):
        return -1.5
    pairs = [(a, b) for a in known for b in mention.places if a.precision in _CLOSE and b.precision in _CLOSE]
    if not pairs:
        return 0.0
    gaps = [g for a, b in pairs if (g := _gap(a, b)) is not None]
    return -0.7 if not gaps else (-1.5 if min(gaps) > 30 else 0.0)


_CLOSE = frozenset({PlacePrecision.EXACT, PlacePrecision.TOWN})


def _gap(one: Place, other: Place) -> float | None:
    """Kilometres between two places, None where a point is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance(one.lat, one.lon, other.lat, other.lon)


def _inside(one: str, other: str) -> bool:
    return one in other or other in one


def recipients(group: Group, mention: EventMention) -> float:
    """A recipient in common 1, none in common -0.5, unsaid 0; those whom a verb of harm adds are no contradiction."""
    adds = bool(mention.trigger.frame.flags & {"harm", "thing"}) or bool(
        group[-1].trigger.frame.flags & {"harm"}
    )
    return _shared((m.recipients for m in group), mention.recipients, 0.0 if adds else -0.5)


def actors(group: Group, mention: EventMention) -> float:
    """An actor in common 1, none in common -1, unsaid 0."""
    return _shared((m.actors for m in group), mention.actors, -1.0)


def _shared(groups: Iterable[Sequence[object]], own: Sequence[object], apart: float) -> float:
    known = {_key(a) for g in groups for a in g}
    mine = {_key(a) for a in own}
    if not known or not mine:
        return 0.0
    return 1.0 if any(_inside(a, b) for a in known for b in mine) else apart


def _key(argument: object) -> str:
    name: str = getattr(argument, "name", "")
    return " ".join(w for w in name.lower().split() if w not in {"the", "a", "an"})


def weapons(group: Group, mention: EventMention) -> float:
    """ "A bicycle bomb", "another device" after an attack with other weapons announces a new one -1.5; else 0."""
    fresh = [w.mention.text.lower() for w in mention.weapons]
    if (
        not fresh
        or mention.when == group[0].when
        or not all(w.split()[0] in {"a", "an", "another"} for w in fresh)
    ):
        return 0.0
    told = {word for m in group for w in m.weapons for word in w.mention.text.lower().split()} - _FRESH
    known = bool(told) or any(m.mode not in {None, Mode.OTHER} for m in group)
    return -1.5 if known and not told & {word for w in fresh for word in w.split()} else 0.0


_FRESH = frozenset({"a", "an", "another", "the", "of"})


def announced(group: Group, mention: EventMention) -> float:
    """A sentence that says it turns to another happening ("In a separate incident", "Elsewhere") -2.5, else 0."""
    return -2.5 if mention.apart and group[-1].sentence != mention.sentence else 0.0


def pointing(group: Group, mention: EventMention) -> float:
    """A definite noun points back 1.2; an indefinite or counted one announces something new -1; a verb 0.

    A verb whose subject is a part of what was told before ("One landed in the yard") points back 0.7.
    """
    trigger = mention.trigger
    if "back" in trigger.frame.flags:
        return 1.6
    if not trigger.noun:
        return 0.7 if trigger.definite and mention.type is EventType.ASSAULT else 0.0
    if trigger.definite:
        return 1.2
    return -1.0 if not trigger.plural or trigger.number is not None else -0.3


def number(group: Group, mention: EventMention) -> float:
    """ "The attacks" does not mean the one attack just told of, -1.5; nor "the attack" several, -0.5."""
    if not mention.trigger.noun or mention.type is not EventType.ASSAULT:
        return 0.0
    several = any(m.trigger.noun and (m.trigger.plural or m.trigger.number) for m in group)
    if mention.trigger.plural and mention.trigger.number is None and not several:
        return -1.5
    return -0.5 if several and not mention.trigger.plural else 0.0


def nearness(group: Group, mention: EventMention) -> float:
    """Same sentence 0.8 (0.3 for a noun), same paragraph or the next sentence 0.6, up to three paragraphs 0, further -0.3."""
    last = group[-1]
    if last.sentence == mention.sentence:
        return 0.3 if mention.trigger.noun else 0.8
    if last.paragraph == mention.paragraph or mention.sentence - last.sentence == 1:
        return 0.6
    return 0.0 if mention.paragraph - last.paragraph <= 3 else -0.3


def realness(group: Group, mention: EventMention) -> float:
    """Planned or possible against told -2.5, habitual against single -2."""
    if mention.trigger.noun and mention.trigger.definite and mention.certainty is Certainty.ASSERTED:
        return 0.0
    unreal = mention.certainty in _UNREAL
    if unreal != (group[0].certainty in _UNREAL):
        return -2.5
    general = mention.certainty is Certainty.GENERAL
    return -2.0 if general != (group[0].certainty is Certainty.GENERAL) else 0.0


def bareness(group: Group, mention: EventMention) -> float:
    """A verb of harm or of landing, with nothing of its own, goes on with what was told: 0.8."""
    bare = mention.when is None and not mention.places and not mention.actors
    goes_on = bool(mention.trigger.frame.flags & {"harm", "thing", "end"})
    return 0.8 if bare and goes_on and not mention.trigger.noun else 0.0


def repeated_word(group: Group, mention: EventMention) -> float:
    """The same word of event again 0.3."""
    return 0.3 if any(m.trigger.frame.lemma == mention.trigger.frame.lemma for m in group) else 0.0


FEATURES: tuple[tuple[Callable[[Group, EventMention], float], float], ...] = (
    (modes, 1.0),
    (times, 1.0),
    (places, 1.0),
    (recipients, 1.0),
    (actors, 1.0),
    (weapons, 1.0),
    (announced, 1.0),
    (pointing, 1.0),
    (number, 1.0),
    (nearness, 1.0),
    (realness, 1.0),
    (bareness, 1.0),
    (repeated_word, 1.0),
)


def _is_end(mention: EventMention) -> bool:
    """Whether a mention tells of a weapon that was stopped: an attack of its own (GOLD.md), never its fellow's."""
    return "end" in mention.trigger.frame.flags


def score(group: Group, mention: EventMention) -> float:
    """The weighted sum of the features; only mentions of one type are ever compared."""
    if group[0].type is not mention.type or _is_end(group[0]) != _is_end(mention):
        return -10.0
    return sum(weight * feature(group, mention) for feature, weight in FEATURES)


def is_same(group: Group, mention: EventMention) -> bool:
    """Whether the mention belongs to the group; political events need more than nearness."""
    needed = THRESHOLD if mention.type is EventType.ASSAULT else THRESHOLD + 0.4
    return score(group, mention) > needed
