"""What hosts whom, what lies where, who is based where."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.relation_words import Link, own, own_word
from dateline.extract.tree import coordinated, obliques, patient, subject
from dateline.languages.en.relations import HOSTING
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
            site = next((i for p, i in obliques(annotated, token.index) if p in {"at", "in"}), None)
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
    """ "Tepetongo in the state of Zacatecas", "Sagaing Region's Tabayin Township", "Konduga LGA, Borno"."""
    annotated = cast.annotated
    ordered = sorted(annotated.places, key=lambda p: p.first)
    for one, other in itertools.pairwise(ordered):
        between = [t.text.lower() for t in annotated.tokens[one.last + 1 : other.first]]
        if annotated.sentence_of(one.first).index != annotated.sentence_of(other.first).index:
            continue
        head = _is_head(cast, one)
        if head and between == [","] and _is_wider(one, other):
            yield _place(cast, other), Predicate.LOCATED_IN, _place(cast, one), one.first
        elif _is_dateline(cast, one):
            continue
        elif between in (
            [","],
            ["in"],
            ["in", "the"],
            ["in", "the", "state", "of"],
            ["in", "the", "province", "of"],
            [",", "municipality", "of"],
        ) and _is_wider(other, one):
            yield _place(cast, one), Predicate.LOCATED_IN, _place(cast, other), one.first
        elif between in (["'s"], ["’s"]) and _is_wider(one, other):
            yield _place(cast, other), Predicate.LOCATED_IN, _place(cast, one), one.first


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


def _named_beside(cast: Cast, index: int) -> Argument | None:
    """A described body under the name before it: "the Conflict Ledger, an Islamabad-based database"."""
    token = cast.annotated.tokens[index]
    if token.relation == "appos" and token.head >= 0 and cast.annotated.tokens[token.head].upos == "PROPN":
        return own(cast, token.head)
    return cast.argument(index, "relation")


def based(cast: Cast) -> Iterator[Link]:
    """ "A London-based group", "a network based in Chiang Mai"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.text.lower() != "based":
            continue
        if token.index >= 2 and annotated.tokens[token.index - 1].text in "-‐" and token.head >= 0:
            place = annotated.tokens[token.index - 2]
            yield (
                _named_beside(cast, token.head),
                Predicate.LOCATED_IN,
                own_word(cast, place),
                token.index,
            )
        elif token.relation == "acl" and token.head >= 0:
            site = next((i for p, i in obliques(annotated, token.index) if p == "in"), None)
            if site is not None:
                yield (
                    cast.argument(token.head, "relation"),
                    Predicate.LOCATED_IN,
                    own(cast, site),
                    token.index,
                )
