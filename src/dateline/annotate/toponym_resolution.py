"""Which place each name of a document means.

In: the document's toponyms with their senses. Out: one place for each name, or None.

Every sense starts from what it is (a country, a big town ...) and from what holds it in the text ("Erbil, Iraq").
Then the names of a document inform one another: in each round a sense gains when the likely senses of the other
names lie near it, in its province, or in its country. One name has one sense in a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.toponyms import Toponym
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import EARTH_RADIUS_KM, GazetteerPlace

Array = NDArray[np.float64]

ROUNDS = 4
NEAR_KM = 60.0
"""The distance at which a neighbour's support has fallen to 1/e; local papers cover about that far."""
APART_KM = 160.0
"""From here on it matters which of a province and its town is meant."""

FEATURES = (
    "size",
    "country",
    "province",
    "district",
    "capital",
    "region",
    "own name",
    "biggest",
    "held",
    "fitting country",
    "fitting province",
    "near",
    "tiny",
    "namesake of its town",
)
WEIGHTS: Array = np.array(
    [1.24, 9.41, 8.31, 5.37, 1.50, 10.79, 2.71, 0.27, 4.80, 3.06, 4.12, 2.91, -0.96, -4.0]
)
"""Fitted by `python -m bench.toponym_weights` on LGL and TR-News together; see docs/gazetteer.md."""


@dataclass(frozen=True, slots=True)
class _Senses:
    """All senses of all names of a document side by side; `name` numbers the name that each belongs to."""

    places: tuple[GazetteerPlace, ...]
    name: NDArray[np.int64]
    weight: Array
    fixed: Array
    near: Array
    same_country: Array
    same_province: Array


def resolve(toponyms: Sequence[Toponym], weights: Array = WEIGHTS) -> list[GazetteerPlace | None]:
    """The place that each toponym means, in their order; None where the gazetteer has none."""
    names = _names(toponyms)
    senses = _senses(names)
    if not senses.places:
        return [None] * len(toponyms)
    belief = believe(senses, weights)
    best: dict[tuple[str, str], GazetteerPlace] = {}
    for number, key in enumerate(names):
        own = np.flatnonzero(senses.name == number)
        if own.size:
            best[key] = senses.places[int(own[np.argmax(belief[own])])]
    return [best.get(toponym.key) for toponym in toponyms]


def believe(senses: _Senses, weights: Array) -> Array:
    """The probability of each sense among its namesakes, after all rounds."""
    belief = _among_namesakes(senses, senses.fixed @ weights)
    for _ in range(ROUNDS):
        belief = _among_namesakes(senses, features(senses, belief) @ weights)
    return belief


def features(senses: _Senses, belief: Array) -> Array:
    """The features of each sense, with the support that it has from the other names' likely senses."""
    table = senses.fixed.copy()
    voice = belief * senses.weight
    total = max(1.0, float(senses.weight[np.unique(senses.name, return_index=True)[1]].sum()) - 1.0)
    table[:, FEATURES.index("fitting country")] = (senses.same_country @ voice) / total
    table[:, FEATURES.index("fitting province")] = (senses.same_province @ voice) / total
    table[:, FEATURES.index("near")] = np.log1p(senses.near @ voice)
    return table


def _among_namesakes(senses: _Senses, scores: Array) -> Array:
    """Scores to probabilities within each name."""
    count = int(senses.name.max()) + 1
    top = np.full(count, -np.inf)
    np.maximum.at(top, senses.name, scores)
    raised = np.exp(scores - top[senses.name])
    total = np.zeros(count)
    np.add.at(total, senses.name, raised)
    result: Array = raised / total[senses.name]
    return result


def _names(toponyms: Sequence[Toponym]) -> dict[tuple[str, str], list[Toponym]]:
    found: dict[tuple[str, str], list[Toponym]] = {}
    for toponym in toponyms:
        found.setdefault(toponym.key, []).append(toponym)
    return found


def _senses(names: dict[tuple[str, str], list[Toponym]]) -> _Senses:
    """The senses of all names with what doesn't change from round to round."""
    places: list[GazetteerPlace] = []
    owner: list[int] = []
    fixed: list[list[float]] = []
    weight: list[float] = []
    for number, mentions in enumerate(names.values()):
        holders = frozenset().union(*(mention.holders for mention in mentions))
        towns = _towns(mentions[0])
        for rank, place in enumerate(mentions[0].senses):
            places.append(place)
            owner.append(number)
            weight.append(len(mentions) ** 0.5)
            fixed.append([*_fixed_features(mentions[0], place, rank, holders), _namesake(place, towns)])
    name = np.array(owner, dtype=np.int64)
    others = (name[:, None] != name[None, :]).astype(np.float64)
    countries_ = np.array([_code(place.country) for place in places])
    provinces = np.array(
        [_code(place.country + "." + place.province) if place.province else 0 for place in places]
    )
    return _Senses(
        tuple(places),
        name,
        np.array(weight),
        np.array(fixed).reshape(len(places), len(FEATURES)),
        np.exp(-_distances(places) / NEAR_KM) * others,
        (countries_[:, None] == countries_[None, :]) * others,
        ((provinces[:, None] == provinces[None, :]) & (provinces[:, None] != 0)) * others,
    )


def _towns(toponym: Toponym) -> dict[tuple[str, str], GazetteerPlace]:
    """The biggest town of the name itself in each province, where no word of kind says what is meant."""
    if toponym.unit:
        return {}
    towns = (place for place in reversed(toponym.senses) if place.feature.startswith("PPL"))
    return {(place.country, place.province): place for place in towns}


def _namesake(place: GazetteerPlace, towns: dict[tuple[str, str], GazetteerPlace]) -> float:
    """1.0 for a province whose own town bears its name: "Erbil" alone is the town; less where the two are far apart."""
    town = towns.get((place.country, place.province)) or towns.get((place.country, "District of Columbia"))
    if place.feature != "ADM1" or town is None:
        return 0.0
    return 1.0 if place.distance(town) < APART_KM else 0.3


def _code(text: str) -> int:
    return hash(text) or 1


def _distances(places: Sequence[GazetteerPlace]) -> Array:
    """Kilometres between all places (haversine formula); units of countries' size count from their rim."""
    lat = np.radians([place.lat for place in places])
    lon = np.radians([place.lon for place in places])
    north, east = lat[:, None] - lat[None, :], lon[:, None] - lon[None, :]
    chord = np.sin(north / 2) ** 2 + np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin(east / 2) ** 2
    result: Array = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return result


def _fixed_features(
    toponym: Toponym, place: GazetteerPlace, rank: int, holders: frozenset[str]
) -> list[float]:
    feature = place.feature
    town = feature.startswith("PPL")
    size = float(np.log10(place.population + 1))
    return [
        size if town else 0.0,
        float(feature.startswith("PCL")),
        float(feature == "ADM1"),
        float(feature == "ADM2"),
        float(feature == "PPLC"),
        float(feature in ("RGN", "CONT")),
        float(fold(place.name) == fold(toponym.name)),
        float(rank == 0),
        float(bool(holders & held_by(place))),
        0.0,
        0.0,
        0.0,
        float(town and place.population < 1000),
    ]


def held_by(place: GazetteerPlace) -> frozenset[str]:
    """The ids of what holds a place: "US", "US.Louisiana"."""
    return frozenset((place.country, f"{place.country}.{place.province}"))


def holder_ids(senses: Sequence[GazetteerPlace]) -> frozenset[str]:
    """The ids (see `held_by`) of countries and provinces among senses."""
    found = {place.country for place in senses if place.feature.startswith("PCL")}
    found |= {f"{place.country}.{place.province}" for place in senses if place.feature == "ADM1"}
    return frozenset(found)
