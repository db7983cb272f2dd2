"""Place names of a document and which place each means.

In: an annotated document and the gazetteer. Out: its place mentions in text order, each with coordinates where the
gazetteer knows the place, and with the country that its surroundings suggest where it doesn't.

    1. names    where places are named                     `toponym_names`
    2. senses   what the gazetteer has under each name      `toponyms`
    3. resolve  which sense is meant                        `toponym_resolution`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.annotate.toponym_names import Names
from dateline.annotate.toponym_resolution import held_by, resolve
from dateline.annotate.toponyms import Looked, Toponym
from dateline.knowledge.countries import country_named, region_named
from dateline.knowledge.gazetteer import Gazetteer, GazetteerPlace
from dateline.languages.en.toponyms import DIVISIONS, FACILITIES, NATURAL, ROADS, SHORT_DAYS, UNIT_FEATURES
from dateline.model.annotation import AnnotatedDocument, PlaceMention
from dateline.model.reading import Argument, Place
from dateline.model.vocabulary import PlacePrecision

_EXACT_UNITS = FACILITIES | ROADS
STRAY = 60_000
"""Inhabitants below which a place needs another place of its country beside it in the document."""
_NO_POINT = frozenset(("border",))


def find_places(annotated: AnnotatedDocument, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The document's place names in text order, resolved where the gazetteer allows."""
    names = Names(annotated, gazetteer)
    found = [
        _toponym(names, name.first, name.last, name.looked)
        for name in names.find()
        if not _is_weekday(annotated, name.first, name.last)
    ]
    return _mentions(annotated, found)


def _is_weekday(annotated: AnnotatedDocument, first: int, last: int) -> bool:
    """Whether a name is the short form of a day before a date: "Mon 19/02", "Tue 4 March"."""
    after = annotated.tokens[last + 1].text if last + 1 < len(annotated.tokens) else ""
    return first == last and annotated.tokens[first].text.rstrip(".") in SHORT_DAYS and after[:1].isdigit()


def place_names(
    annotated: AnnotatedDocument, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[PlaceMention | None, ...]:
    """The places of given names, all taken for places; `spans` are starts and ends (exclusive) in characters.

    None stands for a span that covers no token.
    """
    names = Names(annotated, gazetteer)
    covered = [[t.index for t in annotated.tokens if t.start < end and start < t.end] for start, end in spans]
    found = [_toponym(names, c[0], c[-1], names.look_up(c[0], c[-1])) for c in covered if c]
    mentions = iter(_mentions(annotated, found))
    return tuple(next(mentions) if c else None for c in covered)


def _toponym(names: Names, first: int, last: int, looked: Looked) -> Toponym:
    holders = names.around.holders(last)
    return Toponym(first, last, looked.name, looked.unit, looked.senses, holders, looked.whole, looked.loose)


def _mentions(annotated: AnnotatedDocument, found: Sequence[Toponym]) -> tuple[PlaceMention, ...]:
    senses = resolve(found)
    likely = _country(senses)
    senses = [
        None if sense and _is_stray(toponym, sense, senses) else sense
        for toponym, sense in zip(found, senses, strict=True)
    ]
    return tuple(
        _mention(annotated, toponym, sense, likely) for toponym, sense in zip(found, senses, strict=True)
    )


def _country(senses: Sequence[GazetteerPlace | None]) -> str | None:
    """The country in which most of the document's places lie."""
    counts = Counter(sense.country for sense in senses if sense is not None and sense.country)
    return counts.most_common(1)[0][0] if counts else None


def _is_stray(toponym: Toponym, sense: GazetteerPlace, senses: Sequence[GazetteerPlace | None]) -> bool:
    """Whether a small place far from all that the document speaks of is better left open.

    The gazetteer lacks most villages; a namesake elsewhere would place an attack in the wrong country.
    """
    others = Counter(other.country for other in senses if other is not None and other.name != sense.name)
    if toponym.loose:
        return sense.country not in others
    if not sense.feature.startswith("PPL") or sense.population > STRAY or toponym.holders & held_by(sense):
        return False
    return sum(others.values()) >= 3 and sense.country not in others


def _mention(
    annotated: AnnotatedDocument, toponym: Toponym, sense: GazetteerPlace | None, likely: str | None
) -> PlaceMention:
    span = annotated.span(toponym.first, toponym.last)
    if sense is None:
        argument = Argument(span, span.text, None, "place name")
        place = Place(argument, country=_held_in(toponym) or likely, precision=_said(toponym))
        return PlaceMention(place, toponym.first, toponym.last)
    argument = Argument(span, span.text, None, _rule(toponym))
    land = country_named(toponym.name) or region_named(toponym.name)
    identifier = land.code if land and land.kind == "country" and sense.feature == "PCLI" else sense.id
    place = Place(
        argument, sense.lat, sense.lon, identifier, sense.country or None, _precision(toponym, sense)
    )
    return PlaceMention(place, toponym.first, toponym.last)


def _rule(toponym: Toponym) -> str:
    if toponym.loose:
        return "gazetteer: sounds like it"
    return "gazetteer" if toponym.whole else "gazetteer: core of the name"


def _held_in(toponym: Toponym) -> str | None:
    """The country of a name that the gazetteer lacks, from what follows it in the text."""
    codes = {holder.partition(".")[0] for holder in toponym.holders}
    return codes.pop() if len(codes) == 1 else None


def _precision(toponym: Toponym, sense: GazetteerPlace) -> PlacePrecision:
    """How closely the text says where: by the word of kind, else by what the place is."""
    said = _said(toponym)
    return sense.precision if said is PlacePrecision.UNKNOWN else said


def _said(toponym: Toponym) -> PlacePrecision:
    """What the word of kind tells: a bridge is a point, a district an area."""
    unit = toponym.unit
    if unit in _EXACT_UNITS:
        return PlacePrecision.EXACT
    if unit in DIVISIONS | NATURAL | _NO_POINT and unit not in ("city", "town", "village"):
        return PlacePrecision.DISTRICT
    features = UNIT_FEATURES.get(unit, ())
    if features[:1] == ("ADM1",):
        return PlacePrecision.PROVINCE
    return PlacePrecision.DISTRICT if features[:1] == ("ADM2",) else PlacePrecision.UNKNOWN
