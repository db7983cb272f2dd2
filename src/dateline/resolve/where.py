"""What two lists of places say for or against one happening, in bits of evidence with the reason in words.

A shared name of a village or facility tells as much as it is rare among the reports; nearness on the map is
judged against the precision of both points; a province or country that holds the other's place tells little.
Distances are great-circle distances on a sphere (haversine formula, Sinnott 1984; mean radius 6,371.0 km).
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from dateline.model.vocabulary import EventType, PlacePrecision
from dateline.resolve.names import same_place_name
from dateline.resolve.profile import Batch, Located, Profile
from dateline.resolve.rarity import Rarity

Finding = tuple[float, str]
EARTH_RADIUS = 6371.0
_PASSING = 2.5  # a document names more places than its event's own
_ELSEWHERE = -9.0
_NO_PLACE = -2.5  # a day and a country hold many attacks
_UNPLACED = (0.0, "no place said")  # but talks, arrests and sentences are seldom told with theirs
_MOST, _LEAST = 6.0, 2.0  # bounds of a shared name's bits: the busiest towns still tell something


def place_agreement(left: Profile, right: Profile, batch: Batch) -> Finding:
    """The best agreement between any place of one and any of the other, or the worst conflict."""
    found = _between(left, right, batch)
    if found[0] > 0.5 or found[0] <= _ELSEWHERE:
        return found
    if found[0] < _NO_PLACE:
        return _in_evidence(left, right) or found
    return _in_passing(left, right) or found


def _between(left: Profile, right: Profile, batch: Batch) -> Finding:
    if not left.places or not right.places:
        return (_NO_PLACE, "no place said in one of them") if left.group == EventType.ASSAULT else _UNPLACED
    if left.countries and right.countries and not left.countries & right.countries:
        return _other_country(left, right)
    if left.fine and right.fine:
        return max(_fine(a, b, batch.place_rarity) for a in left.fine for b in right.fine)
    return max(_coarse(a, b) for a in left.places for b in right.places)


def kilometres(left: Located, right: Located) -> float | None:
    """The distance between two places with coordinates; None where one has none."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return haversine((left.lat, left.lon), (right.lat, right.lon))


def haversine(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Kilometres between two (latitude, longitude) points in degrees."""
    north, south = radians(left[0]), radians(right[0])
    across = sin(radians(right[0] - left[0]) / 2) ** 2
    along = sin(radians(right[1] - left[1]) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(across + cos(north) * cos(south) * along)))


def _in_evidence(left: Profile, right: Profile) -> Finding | None:
    """Places apart, but the one is named in the very sentences that tell of the other's event."""
    for one, other in ((left, right), (right, left)):
        named = next((p.name for p in one.fine if p.words and p.words <= other.text), None)
        if named:
            return -1.5, f"both write of {named}"
    return None


def _in_passing(left: Profile, right: Profile) -> Finding | None:
    """Where the places themselves can't tell: a document that also writes of the other's village or facility."""
    there = [p.name for p in left.fine if p.words and p.words <= right.context]
    here = [p.name for p in right.fine if p.words and p.words <= left.context]
    if there and here:
        return 4.0, f"both write of {there[0]} and {here[0]}"
    if left.fine and right.fine:
        named = _in_evidence(left, right)
        return (1.5, named[1]) if named else None
    one = there or here
    return (_PASSING, f"both write of {one[0]}") if one else None


def _other_country(left: Profile, right: Profile) -> Finding:
    """A village's name may be looked up in the wrong country; otherwise the two are elsewhere."""
    if any(same_place_name(a.words, b.words) for a in left.fine for b in right.fine):
        return 0.0, "one place name, in two countries"
    passing = _in_passing(left, right)
    return (
        (-4.0, f"in different countries, yet {passing[1]}") if passing else (-10.0, "in different countries")
    )


def _fine(left: Located, right: Located, rarity: Rarity) -> Finding:
    distance = kilometres(left, right)
    reach = left.radius + right.radius
    if same_place_name(left.words, right.words) and (distance is None or distance <= 3 * reach):
        shared = left.words & right.words
        bits = max(rarity.bits(w) for w in shared)
        return max(_LEAST, min(_MOST, bits)), f"both name {_shorter(left, right)}"
    if distance is None:
        return -1.5, "different place names"
    if distance <= reach:
        return _near(distance), f"{distance:.0f} km apart"
    if distance <= 2 * reach:
        return -2.0, f"{distance:.0f} km apart"
    return (-5.0 if distance <= 5 * reach else _ELSEWHERE), f"{distance:.0f} km apart"


def _near(distance: float) -> float:
    if distance <= 3:
        return 4.5
    return 3.0 if distance <= 15 else 1.0


def _coarse(left: Located, right: Located) -> Finding:
    """At least one side names a province or a country at best."""
    if same_place_name(left.words, right.words):
        within = PlacePrecision.COUNTRY not in (left.precision, right.precision)
        return (1.0 if within else -0.5), f"both in {_shorter(left, right)}"
    distance = kilometres(left, right)
    if distance is None:
        return _NO_PLACE, "places that can't be compared"
    inside = distance <= max(left.radius, right.radius)
    return (0.5, "one place may hold the other") if inside else (-2.5, f"{distance:.0f} km apart")


def _shorter(left: Located, right: Located) -> str:
    return min(left.name, right.name, key=lambda n: (len(n), n))
