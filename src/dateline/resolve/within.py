"""What one document says of two of its own events: that one is a part of the other, that they are two, or neither.

In: two profiles of one document. Out: `part_of_one`, whether the document tells one as part of the other, and `within`,
evidence in bits where it leaves open whether they are one, None where it keeps them apart. A reader keeps mentions apart
when in doubt ("a man was shot", further down "the murder"); what other reports tell of both then brings them together.
The bits were chosen on the part `tune` of the Gun Violence Archive and on annotated articles, whose events are all
different: words of the document and its relays say nothing here, since both events stand in one text.
"""

from __future__ import annotations

from dateline.model.values import Count
from dateline.model.vocabulary import EventType, Mode, PlacePrecision
from dateline.resolve.names import same_place_name, words
from dateline.resolve.profile import Located, Profile
from dateline.resolve.where import kilometres

LEAST = -4.0  # with less than this they are two
_SHARED, _OVERLAP, _WIDE, _NEXT_DAY = 2.0, 0.5, -2.0, -2.0
_NEAR, _STREET = 1.0, -1.5
_AGREE, _DIFFER = 1.0, -1.5
_MEANS_UNSAID = -1.0  # "an attack" and "an airstrike" of one text are often two
_UNSAID = frozenset((None, Mode.OTHER))
_ONE_FIGHT = frozenset((Mode.SHOOTING, Mode.RAID, Mode.CLASH))
_A_MONTH = 40  # days
_BEFORE = 40  # characters before a trigger in which a separating word is looked for

# Words by which a document marks a further attack rather than a part of the one it has told of.
_SEPARATING = frozenset(
    ("another", "separate", "separately", "elsewhere", "meanwhile", "earlier", "previous", "previously")
)


def part_of_one(left: Profile, right: Profile) -> bool:
    """Whether one document tells one of two events as part of the other ("two drones, one brought down").

    Same day and place, the same mode (or one without), harm that is told of one or agrees, and no word that marks
    it as a further attack.
    """
    if left.group != EventType.ASSAULT or right.group != left.group or not _one_mode(left, right):
        return False
    if left.days != 1 or (left.first, left.last) != (right.first, right.last):
        return False
    if not any(same_place_name(a.words, b.words) for a in left.fine for b in right.fine):
        return False
    return _one_harm(left, right) and not (_separated(left) or _separated(right))


def within(left: Profile, right: Profile) -> float | None:
    """The evidence in bits that two events of one document are one; None where it keeps them apart."""
    if left.group != EventType.ASSAULT or right.group != left.group or not _one_fight(left, right):
        return None
    if _separated(left) or _separated(right) or _two_attackers(left, right) or _two_countries(left, right):
        return None
    if _one_answers(left, right):
        return None
    when, where, killed = _times(left, right), _places(left, right), _toll(left.killed, right.killed)
    if when is None or where is None or (killed < 0 and _told_fully(left) and _told_fully(right)):
        return None
    bits = when + where + killed + _toll(left.injured, right.injured) + _parties(left, right)
    bits += _MEANS_UNSAID if (left.mode is None) is not (right.mode is None) else 0.0
    return bits if bits > LEAST else None


def _one_mode(left: Profile, right: Profile) -> bool:
    return left.mode is right.mode or not _UNSAID.isdisjoint((left.mode, right.mode))


def _one_fight(left: Profile, right: Profile) -> bool:
    """In one text another word for the means mostly means another attack, but for those of one fight with guns."""
    return (
        left.mode is right.mode
        or None in (left.mode, right.mode)
        or (left.mode in _ONE_FIGHT and right.mode in _ONE_FIGHT)
    )


def _one_harm(left: Profile, right: Profile) -> bool:
    if _harmless(left) or _harmless(right):
        return True
    agree = left.killed == right.killed or None in (left.killed, right.killed)
    agree = agree and (left.injured == right.injured or None in (left.injured, right.injured))
    return agree and left.mode is not right.mode


def _harmless(one: Profile) -> bool:
    return one.killed is None and one.injured is None


def _separated(one: Profile) -> bool:
    trigger = one.source.event.trigger
    before = one.source.document.text[max(0, trigger.start - _BEFORE) : trigger.end]
    return not _SEPARATING.isdisjoint(words(before))


def _two_attackers(left: Profile, right: Profile) -> bool:
    """Whether both name attackers that the registry knows, and none of one is the other's."""
    known = [{k for k in one.actors if k.startswith("ref:")} for one in (left, right)]
    return all(known) and not left.actors & right.actors


def _one_answers(left: Profile, right: Profile) -> bool:
    """Whether the document tells one as the answer to the other, or those hit in one as the attackers in the other."""
    if (
        left.report.event in right.source.event.responds_to
        or right.report.event in left.source.event.responds_to
    ):
        return True
    return any(
        key.startswith("ref:") for key in (left.recipients & right.actors) | (left.actors & right.recipients)
    )


def _two_countries(left: Profile, right: Profile) -> bool:
    return bool(left.countries and right.countries) and not left.countries & right.countries


def _times(left: Profile, right: Profile) -> float | None:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return 0.0
    gap = max(left.first - right.last, right.first - left.last)
    if gap > 0:
        return _NEXT_DAY if gap == 1 else None
    widest = max(left.days or 0, right.days or 0)
    return _SHARED if widest == 1 else (_OVERLAP if widest <= _A_MONTH else _WIDE)


def _places(left: Profile, right: Profile) -> float | None:
    if not left.fine or not right.fine:
        return 0.0
    if any(same_place_name(a.words, b.words) for a in left.fine for b in right.fine):
        return _SHARED
    found = [bits for a in left.fine for b in right.fine if (bits := _beside(a, b)) is not None]
    return max(found, default=None)


def _beside(left: Located, right: Located) -> float | None:
    """Two places of other names: near each other on the map, perhaps a street and its town, or apart (None)."""
    distance = kilometres(left, right)
    if distance is not None:
        return _NEAR if distance <= left.radius + right.radius else None
    exact = (left.precision, right.precision).count(PlacePrecision.EXACT)
    return (None, _STREET, 0.0)[exact]


def _told_fully(one: Profile) -> bool:
    """Whether it has a day and a place of its own, so that another toll is another attack's and no other count."""
    return one.days == 1 and bool(one.fine)


def _toll(left: Count | None, right: Count | None) -> float:
    if left is None or right is None:
        return 0.0
    meets = (left.high is None or right.low <= left.high) and (right.high is None or left.low <= right.high)
    return _AGREE if meets else _DIFFER


def _parties(left: Profile, right: Profile) -> float:
    """Other attackers than the other's, the same victims or others."""
    bits = _DIFFER if left.actors and right.actors and not left.actors & right.actors else 0.0
    if left.recipients and right.recipients:
        bits += 1.0 if left.recipients & right.recipients else -1.0
    return bits
