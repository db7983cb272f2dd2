"""Which pairs of reported events are worth comparing: those that share a block.

In: a batch. Out: pairs of indexes. A block is a time cell together with a place cell (a half-degree square,
a place name's word, a country) or a rare name. Events with an exact day and a place meet only in narrow blocks
(a day, with a day's slack). An event whose time is long or unsaid, or whose place is a province, a country
or unsaid, also looks into wider blocks, where it meets all others, but the others don't meet each other there.
Modes of attack that are never told of one attack are kept apart from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from math import ceil, cos, floor, radians

from dateline.resolve.compare import comparable
from dateline.resolve.profile import Batch, Located, Profile

Key = tuple[object, ...]
Pair = tuple[int, int]

NARROW_DAYS = 12  # a time said within so many days is blocked by day, a longer one by month
NEWS_DAYS = 5  # an event without a time mostly lies within so many days before its report
LOOK_BACK = 400  # days before publication in which a background paragraph's event is sought
RARE = 40  # a name that more events than this share is no block of its own
VERY_RARE = 4  # a word of the evidence in so few events is a block without a time
NAMED = 15  # a name that so few documents hold is a block together with the time of publication
CROWD = 250  # larger blocks are compared within a sliding stretch of this many
SQUARE = 0.5  # degrees


def candidate_pairs(batch: Batch) -> list[Pair]:
    """Pairs (lower index first), each once, in ascending order."""
    pairs: set[Pair] = set()
    for seekers, there in _blocks(batch).values():
        pairs.update(_within(seekers, there))
    profiles = batch.profiles
    return sorted(p for p in pairs if comparable(profiles[p[0]], profiles[p[1]]))


def _blocks(batch: Batch) -> dict[Key, tuple[list[int], list[int]]]:
    """For each key that an event seeks: the indexes of those that seek there, and of those that are merely there."""
    blocks: dict[Key, tuple[list[int], list[int]]] = {}
    waiting: list[tuple[int, list[Key]]] = []
    for index, one in enumerate(batch.profiles):
        there = []
        for key, seeks in _keys(one, batch):
            if not seeks:
                there.append(key)
            elif key in blocks:
                blocks[key][0].append(index)
            else:
                blocks[key] = ([index], [])
        waiting.append((index, there))
    for index, there in waiting:
        for key in there:
            if key in blocks:
                blocks[key][1].append(index)
    return blocks


def _within(seekers: list[int], there: list[int]) -> Iterator[Pair]:
    for position, seeker in enumerate(seekers):
        for other in seekers[position + 1 : position + 1 + CROWD]:
            yield seeker, other
        if len(there) <= CROWD * 5:
            for other in there:
                yield (seeker, other) if seeker < other else (other, seeker)


def kept_keys(one: Profile, batch: Batch) -> dict[int, bool]:
    """The blocks in which a later event finds this one, as signed 64-bit numbers, and whether it seeks there."""
    return _numbered(_keys(one, batch, 0))


def sought_keys(one: Profile, batch: Batch) -> dict[int, bool]:
    """The blocks in which an event finds earlier ones: a block's slack in time is all on this side."""
    return _numbered(_keys(one, batch, 2))


def _numbered(keys: Iterable[tuple[Key, bool]]) -> dict[int, bool]:
    found: dict[int, bool] = {}
    for key, seeks in keys:
        digest = blake2b(repr(tuple(map(str, key))).encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "big", signed=True)
        found[number] = seeks or found.get(number, False)
    return found


def _keys(one: Profile, batch: Batch, slack: int = 1) -> Iterator[tuple[Key, bool]]:
    """(block, whether the event seeks there): in a narrow block all seek, in a wide one only the vague do.

    `slack` widens times by so many days, and the publication's stretches.
    """
    days, months = _days(one, slack), _months(one)
    vague_time = one.days is None or one.days > NARROW_DAYS
    yield from (((one.group, "word", w), True) for w in _rare_words(one, batch))
    yield from (
        ((one.group, "named", w, d), True) for w in _rare_names(one, batch) for d in _published(one, slack)
    )
    narrow = {*_squares(one), *_name_words(one, batch)}
    for where in narrow:
        yield from (((one.group, where, "day", d), True) for d in days)
        yield from (((one.group, where, "month", m), vague_time) for m in months)
    for country in one.countries or {"?"}:
        yield from (((one.group, country, "day", d), not one.fine) for d in days)


def _days(one: Profile, slack: int) -> range:
    if one.first is not None and one.last is not None:
        return (
            range(one.first - slack, one.last + slack + 1) if one.last - one.first < NARROW_DAYS else range(0)
        )
    return (
        range(one.published - NEWS_DAYS + 1 - slack, one.published + slack + 1) if one.published else range(0)
    )


def _months(one: Profile) -> range:
    """Stretches of 30 days, counted from year 1."""
    if one.first is not None and one.last is not None:
        return range(one.first // 30, one.last // 30 + 1)
    return range((one.published - LOOK_BACK) // 30, one.published // 30 + 1) if one.published else range(0)


def _squares(one: Profile) -> Iterator[str]:
    for place in one.fine:
        if place.lat is not None and place.lon is not None:
            yield from _covering(place, place.lat, place.lon)


def _covering(place: Located, lat: float, lon: float) -> Iterator[str]:
    """The squares that the circle around a point touches; widened where meridians draw together."""
    tall = place.radius / 111.0
    wide = tall / max(0.05, cos(radians(lat)))
    for row in range(floor((lat - tall) / SQUARE), ceil((lat + tall) / SQUARE)):
        for column in range(floor((lon - wide) / SQUARE), ceil((lon + wide) / SQUARE)):
            yield f"{row}:{column % round(360 / SQUARE)}"


def _name_words(one: Profile, batch: Batch) -> Iterator[str]:
    """Words of its place and parties, and words of its evidence that other events have as their place."""
    most = RARE if one.fine else CROWD
    yield from (f"name {w}" for w in one.text if 0 < batch.place_rarity.count(w) <= most)
    for place in one.fine:
        yield from (f"name {w}" for w in place.words)
    for key in one.actors | one.recipients:
        if batch.party_rarity.count(key) <= RARE:
            yield f"party {key}"


def _published(one: Profile, slack: int) -> range:
    """Stretches of ten days that the report's publication lies in or near; one for a report without a date."""
    decade = (one.published or 0) // 10
    return range(decade - slack, decade + slack + 1) if one.published else range(0, 1)


def _rare_names(one: Profile, batch: Batch) -> Iterator[str]:
    return (w for w in one.names if 2 <= batch.name_rarity.count(w) <= NAMED)


def _rare_words(one: Profile, batch: Batch) -> Iterator[str]:
    names = {w for p in one.fine for w in p.words if batch.place_rarity.count(w) <= VERY_RARE}
    return (w for w in one.text | names if 1 <= batch.text_rarity.count(w) <= VERY_RARE)
