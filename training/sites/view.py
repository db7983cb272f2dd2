"""Which of a sentence's places are where one event happened: a small linear model over the tree.

A verb's tokens and the annotated document go in; the places come out that score above `LEAST`. Features are read off
the path between the place and the verb in the dependency tree, the words on it, and the other places around; their
weights (`weights/sites.json`) are fitted by `fit.py` on sentences with an event verb and its locations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from dateline.extract.tree import ancestors, preposition
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.speech import ANNOUNCING, SPEAKING
from dateline.model.annotation import AnnotatedDocument, PlaceMention
from dateline.model.document import Span
from dateline.model.vocabulary import PlacePrecision

LEAST = 0.4
"""The best of 0.17 to 0.6 on a quarter of the sentences left out of the fit (F1 .80), not on the adjudicated rows."""

_ORDER = {
    PlacePrecision.EXACT: 0,
    PlacePrecision.TOWN: 1,
    PlacePrecision.UNKNOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.PROVINCE: 3,
    PlacePrecision.COUNTRY: 4,
}


def sites_of(annotated: AnnotatedDocument, verb: Sequence[int]) -> tuple[Span, ...]:
    """The spans of the places, in the sentence of a verb's tokens, where its event happened."""
    return tuple(
        annotated.span(p.first, p.last)
        for p in near(annotated, verb[0])
        if not _is_of_saying(annotated, verb[0], p) and chance(annotated, verb[0], p) > LEAST
    )


def _is_of_saying(annotated: AnnotatedDocument, verb: int, place: PlaceMention) -> bool:
    """Whether a place says where something was said: "said in Paris that gunmen killed two in Kirkuk"."""
    up, down = _path(annotated, head_of(annotated, place), verb)
    if len(down) < 2 or len(up) < 2:
        return False
    meeting, said, phrase = (annotated.tokens[i] for i in (down[0], down[1], up[-2]))
    speaks = meeting.lemma.lower() in SPEAKING | ANNOUNCING
    return (
        speaks
        and said.relation == "ccomp"
        and phrase.relation in {"obl", "nsubj"}
        and phrase.index < said.index
    )


def near(annotated: AnnotatedDocument, verb: int) -> tuple[PlaceMention, ...]:
    """The places of a verb's sentence."""
    sentence = annotated.sentence_of(verb)
    return tuple(p for p in annotated.places if sentence.first <= p.first <= sentence.last)


def chance(annotated: AnnotatedDocument, verb: int, place: PlaceMention) -> float:
    """How likely a place is one where a verb's event happened, from 0 to 1."""
    table = _weights()
    return 1 / (1 + exp(-sum(table.get(f, 0.0) for f in set(features(annotated, verb, place)))))


@cache
def _weights() -> Mapping[str, float]:
    table = Path(__file__).parent / "weights" / "sites.json"
    weights: dict[str, float] = json.loads(table.read_text("utf-8"))
    return weights


def features(annotated: AnnotatedDocument, verb: int, place: PlaceMention) -> Iterator[str]:
    """What speaks for or against a place, as names: the path, the phrase it stands in, the places around it."""
    head = head_of(annotated, place)
    first = _first_of_list(annotated, head)
    up, down = _path(annotated, first, verb)
    yield "always"
    yield f"listed {first != head}"
    yield from _path_features(annotated, up, down)
    yield from _phrase_features(annotated, first, up)
    yield from _own_features(annotated, place, head, verb)
    yield from _rival_features(annotated, place, head, verb)


def head_of(annotated: AnnotatedDocument, place: PlaceMention) -> int:
    """The token of a place whose head lies outside it."""
    inside = range(place.first, place.last + 1)
    return next((i for i in inside if annotated.tokens[i].head not in inside), place.last)


def _first_of_list(annotated: AnnotatedDocument, head: int) -> int:
    """The first of the coordinated places that a place stands among: what holds of it holds of all."""
    tokens = annotated.tokens
    while tokens[head].relation == "conj" and tokens[tokens[head].head].upos in {"PROPN", "NOUN"}:
        head = tokens[head].head
    return head


def _path(annotated: AnnotatedDocument, head: int, verb: int) -> tuple[list[int], list[int]]:
    """The tokens from the place up to the lowest common ancestor, and from there down to the verb, ends included."""
    above = [head, *ancestors(annotated, head)]
    below = [verb, *ancestors(annotated, verb)]
    common = next((i for i in above if i in below), None)
    if common is None:
        return above, below[::-1]
    return above[: above.index(common) + 1], below[: below.index(common) + 1][::-1]


def _path_features(annotated: AnnotatedDocument, up: list[int], down: list[int]) -> Iterator[str]:
    tokens = annotated.tokens
    climbed = ">".join(tokens[i].relation for i in up[:-1])
    sunk = "<".join(tokens[i].relation for i in down[1:])
    yield f"path {climbed} | {sunk}"
    yield f"up {climbed}"
    yield f"down {sunk}"
    yield f"steps {min(len(up), 6)} {min(len(down), 4)}"
    for i in up[1:-1]:
        yield f"passes {tokens[i].upos} {tokens[i].relation}"
        if tokens[i].upos == "VERB":
            yield f"verb between {tokens[i].lemma.lower() in SPEAKING | ANNOUNCING}"
    for i in down[:-1]:
        yield f"under {tokens[i].upos}"
    if tokens[down[0]].lemma.lower() in SPEAKING | ANNOUNCING and len(down) > 1:
        yield "meets at saying"


def _phrase_features(annotated: AnnotatedDocument, head: int, up: list[int]) -> Iterator[str]:
    """The prepositions of the phrases between the place and the common ancestor, the nearest first."""
    cases = [c for c in (preposition(annotated, i) for i in up) if c]
    yield f"case {cases[0] if cases else '-'}"
    yield f"cases {'/'.join(cases[:3])}"
    token = annotated.tokens[head]
    yield f"case {cases[0] if cases else '-'} {token.relation} {min(len(up), 4)}"
    if len(up) > 1:
        governor = annotated.tokens[up[1]]
        yield f"on {governor.lemma.lower()}"
        yield f"on {governor.upos} {preposition(annotated, up[1]) or '-'} {token.relation}"


def _own_features(annotated: AnnotatedDocument, place: PlaceMention, head: int, verb: int) -> Iterator[str]:
    token, kind = annotated.tokens[head], place.place.precision
    people = country_of(token.text) is not None and token.upos == "ADJ"
    yield f"relation {token.deprel}"
    yield f"kind {kind.value}"
    yield f"kind {kind.value} {token.relation}"
    yield f"tag {token.entity[2:]} {token.upos}"
    yield f"people {people}"
    yield f"side {'after' if head > verb else 'before'} {min(abs(head - verb) // 4, 6)}"
    yield f"verb {annotated.tokens[verb].lemma.lower()}"
    yield f"verb {annotated.tokens[verb].lemma.lower()} {token.relation}"
    yield f"verb as {annotated.tokens[verb].relation}"
    following = (
        annotated.tokens[place.last + 1].lemma.lower() if place.last + 1 < len(annotated.tokens) else ""
    )
    yield f"before {following}"


def _rival_features(annotated: AnnotatedDocument, place: PlaceMention, head: int, verb: int) -> Iterator[str]:
    """How the place stands among the others: alone, inside a wider one, around a narrower one."""
    others = [p for p in near(annotated, verb) if p != place]
    yield f"others {min(len(others), 4)}"
    heads = {head_of(annotated, p): p for p in others}
    above = [heads[i] for i in ancestors(annotated, head) if i in heads]
    below = [p for i, p in heads.items() if head in ancestors(annotated, i)]
    rank = _ORDER[place.place.precision]
    if above:
        yield f"beneath {annotated.tokens[head].relation} {_ORDER[above[0].place.precision] <= rank}"
    if below:
        yield f"above {min(_ORDER[p.place.precision] for p in below) < rank}"
    if any(_ORDER[p.place.precision] < rank for p in others):
        yield f"narrower elsewhere {place.place.precision.value}"
    steps = sum(map(len, _path(annotated, head, verb)))
    nearer = sum(sum(map(len, _path(annotated, h, verb))) < steps for h in heads)
    yield f"nearer {min(nearer, 3)}"
    between = [p for p in others if min(head, verb) < p.first < max(head, verb)]
    yield f"between {min(len(between), 2)}"
    yield f"first {all(place.first <= p.first for p in others)} {head < verb}"
