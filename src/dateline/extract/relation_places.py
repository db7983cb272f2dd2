"""What hosts whom, what lies where, who is based where."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from dateline.extract.cast import Cast
from dateline.extract.relation_appositions import name_of
from dateline.extract.relation_words import Link, own, own_word
from dateline.extract.tree import coordinated, oblique, obliques, patient, subject
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.relations import FACILITIES, HOSTING, LANDS, OUTWARD, UNITS_OF_LAND
from dateline.languages.en.targets import TARGETS
from dateline.model.annotation import PlaceMention, Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import EntityType, PlacePrecision, Predicate


def hosts(cast: Cast) -> Iterator[Link]:
    """ "An Iraqi airbase hosting U.S. forces", "150 troops are stationed at Harir"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in HOSTING and token.upos == "VERB":
            host, guest = _site_before(cast, token), patient(annotated, token.index)
            if host is not None and guest is not None and cast.is_actor(guest):
                for each in coordinated(annotated, guest):
                    yield own(cast, host), Predicate.HOSTS, own(cast, each), token.index
        elif (
            lemma in {"station", "base"}
            and token.xpos == "VBN"
            and token.relation not in {"amod", "compound"}
        ):
            guest = subject(annotated, token.index)
            site = oblique(annotated, token.index, "at", "in")
            if lemma == "station" and guest is not None and site is not None:
                yield own(cast, site), Predicate.HOSTS, own(cast, guest), token.index


def _site_before(cast: Cast, verb: Token) -> int | None:
    """The site that hosts: the subject, or the nearest site before a participle ("an attack on a base hosting …")."""
    annotated = cast.annotated
    first = subject(annotated, verb.index)
    if first is not None and _is_site(cast, first):
        return first
    for index in range(verb.index - 1, max(verb.index - 4, -1), -1):
        if annotated.tokens[index].upos in {"NOUN", "PROPN"} and _is_site(cast, index):
            return index
    return None


def _is_site(cast: Cast, index: int) -> bool:
    return (
        cast.is_place(index)
        or cast.annotated.tokens[index].lemma.lower() in TARGETS
        or cast.entity_type(index) in {EntityType.PLACE, EntityType.FACILITY}
    )


def places(cast: Cast) -> Iterator[Link]:
    """ "Tepetongo in the state of Zacatecas", "Sagaing Region's Tabayin Township", "Konduga LGA, Borno", "Koro, in central Mali"."""
    annotated = cast.annotated
    ordered = sorted(annotated.places, key=lambda p: p.first)
    for one, other in itertools.pairwise(ordered):
        between = [t.text.lower() for t in annotated.tokens[one.last + 1 : other.first]]
        if annotated.sentence_of(one.first).index != annotated.sentence_of(other.first).index:
            continue
        head = _is_head(cast, one)
        if head and between == [","] and _is_wider(one, other):
            yield _place(cast, other), Predicate.LOCATED_IN, _place(cast, one), one.first
        elif _is_dateline(cast, one) or (_is_listed(cast, other) and not _is_unit(cast, one)):
            continue
        elif _leads_out(between) and (_is_wider(other, one) or _is_unit(cast, one)):
            yield _place(cast, one), Predicate.LOCATED_IN, _place(cast, other), one.first
        elif _is_owned(between) and _is_wider(one, other):
            yield _place(cast, other), Predicate.LOCATED_IN, _place(cast, one), one.first


def _is_listed(cast: Cast, mention: PlaceMention) -> bool:
    """Whether another place follows in a list: "Borno, Katsina, Niger and Zamfara"."""
    tokens = cast.annotated.tokens
    after = mention.last + 2
    comma = after < len(tokens) and tokens[mention.last + 1].text.lower() in {",", "and"}
    return comma and cast.is_place(after)


def _leads_out(between: Sequence[str]) -> bool:
    """Whether nothing stands between two places but a comma, a bracket or "in", with words of direction and kind."""
    if between == ["("]:
        return True
    return between[:1] in ([","], ["in"]) and set(between[1:]) <= OUTWARD


def _is_owned(between: Sequence[str]) -> bool:
    """ "Syria's southern province of Daraa": a possessive, with words of direction and kind."""
    return between[:1] in (["'s"], ["’s"]) and set(between[1:]) <= OUTWARD


def _is_unit(cast: Cast, mention: PlaceMention) -> bool:
    """Whether a place is called a part of a country: "Rabah LGA", "Fizi territory"."""
    return cast.annotated.tokens[mention.last].text.lower() in UNITS_OF_LAND


def countries(cast: Cast) -> Iterator[Link]:
    """ "The Syrian border town of Albukamal": a place under the nationality that its noun bears."""
    annotated = cast.annotated
    for mention in annotated.places:
        noun = mention.first - 2
        if noun < 1 or annotated.tokens[noun + 1].text.lower() != "of":
            continue
        if annotated.tokens[noun].lemma.lower() not in LANDS:
            continue
        for c in annotated.children(noun):
            word = annotated.tokens[c]
            if word.relation == "amod" and country_of(word.text) is not None and not cast.is_place(c):
                yield _place(cast, mention), Predicate.LOCATED_IN, own_word(cast, word), mention.first


def sites(cast: Cast) -> Iterator[Link]:
    """ "The police station in Mercaderes", "Musgrave police station in Belfast": a facility and the place it lies in."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if (
            token.upos not in {"NOUN", "PROPN"}
            or token.lemma.lower() not in FACILITIES
            or token.xpos.endswith("S")
        ):
            continue
        found = next((i for p, i in obliques(annotated, token.index) if p == "in" and cast.is_place(i)), None)
        words = {annotated.tokens[c].text.lower() for c in annotated.children(token.index)}
        named = any(
            annotated.tokens[c].upos == "PROPN" for c in annotated.children(token.index) if c < token.index
        )
        if found is None or found - token.index > 4 or words & {"a", "an"} or not (named or "the" in words):
            continue
        yield own(cast, token.index), Predicate.LOCATED_IN, own(cast, found), token.index


def _is_dateline(cast: Cast, mention: PlaceMention) -> bool:
    """Whether a place opens the report, as where it was written: "QUETTA, Pakistan -"."""
    tokens = cast.annotated.tokens
    capitals = all(t.text.isupper() for t in tokens[mention.first : mention.last + 1] if t.text.isalpha())
    return cast.annotated.sentence_of(mention.first).index == 0 and capitals


def _is_head(cast: Cast, mention: PlaceMention) -> bool:
    """Whether a place opens a paragraph whose first sentence is a label: "Kayah State, Demoso township, 4 October."."""
    sentence = cast.annotated.sentence_of(mention.first)
    tokens = cast.annotated.tokens[sentence.first : sentence.last + 1]
    return mention.first == sentence.first and not any(t.upos in {"VERB", "AUX"} for t in tokens)


_WIDTH = {
    PlacePrecision.EXACT: 0,
    PlacePrecision.UNKNOWN: 0,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.PROVINCE: 3,
    PlacePrecision.COUNTRY: 4,
}


def _is_wider(one: PlaceMention, other: PlaceMention) -> bool:
    return _WIDTH[one.place.precision] > _WIDTH[other.place.precision]


def _place(cast: Cast, mention: PlaceMention) -> Argument:
    span = cast.annotated.span(mention.first, mention.last)
    return Argument(span, span.text, None, "relation")


def _if_named(cast: Cast, index: int) -> Argument | None:
    """A phrase that is a name, or that its chain names."""
    argument = cast.argument(index, "relation")
    return argument if argument is not None and argument.name[:1].isupper() else None


def based(cast: Cast) -> Iterator[Link]:
    """ "A London-based group", "a network based in Chiang Mai"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.text.lower() != "based":
            continue
        if token.index >= 2 and annotated.tokens[token.index - 1].text in "-‐" and token.head >= 0:
            place = annotated.tokens[token.index - 2]
            yield (
                name_of(cast, token.head) or _if_named(cast, token.head),
                Predicate.LOCATED_IN,
                own_word(cast, place),
                token.index,
            )
        elif token.relation == "acl" and token.head >= 0:
            site = oblique(annotated, token.index, "in")
            if site is not None:
                yield (
                    cast.argument(token.head, "relation"),
                    Predicate.LOCATED_IN,
                    own(cast, site),
                    token.index,
                )
