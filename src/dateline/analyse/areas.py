"""Whether an incident lies in one of the places that a tally names.

In: a tally's places and an incident. Out: yes, no, or maybe, the last where the points can't tell, as for a town
within reach of a province's middle. A name that both have decides where the gazetteer is silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.incident import Incident
from dateline.model.reading import Place
from dateline.model.vocabulary import PlacePrecision
from dateline.resolve.names import place_words, same_place_name
from dateline.resolve.parties import Match
from dateline.resolve.profile import RADIUS
from dateline.resolve.where import haversine

_COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})


def inside(places: Sequence[Place], incident: Incident) -> Match:
    """The best answer over a tally's places; YES where it names none; MAYBE for an incident without a place."""
    return max((_in_place(place, incident) for place in places), default=Match.YES)


def placed(place: Place) -> bool:
    """Whether the gazetteer knows where a tally's place is."""
    return place.country is not None or place.lat is not None


def unplaced(incident: Incident) -> bool:
    """Whether nothing says even in which country an incident lies."""
    return not any(placed(p) for p in incident.places)


def _in_place(area: Place, incident: Incident) -> Match:
    if not incident.places:
        return Match.MAYBE
    named = any(_same_name(area, place) for place in incident.places)
    countries = {p.country for p in incident.places if p.country}
    if area.country and countries and area.country not in countries:
        return Match.NO
    if area.precision is PlacePrecision.COUNTRY and area.country:
        return Match.YES if named or countries else Match.MAYBE
    if named:
        return Match.YES
    return max((_by_distance(area, place) for place in incident.places), default=Match.MAYBE)


def _same_name(left: Place, right: Place) -> bool:
    if left.gazetteer_id and right.gazetteer_id:
        return left.gazetteer_id == right.gazetteer_id
    return same_place_name(place_words(left.name), place_words(right.name))


def _by_distance(area: Place, place: Place) -> Match:
    if not placed(area):
        return Match.NO
    if area.lat is None or area.lon is None or place.lat is None or place.lon is None:
        return Match.MAYBE
    distance = haversine((area.lat, area.lon), (place.lat, place.lon))
    reach = RADIUS[area.precision]
    if distance > reach + (RADIUS[place.precision] if place.precision in _COARSE else 0):
        return Match.NO
    sure = area.precision not in _COARSE | {PlacePrecision.DISTRICT} and place.precision not in _COARSE
    return Match.YES if sure else Match.MAYBE
