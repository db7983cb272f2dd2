"""Place names over the shipped model's trees, with the built-in gazetteer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.places import find_places, place_names
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import PlacePrecision

Parse = Callable[[str], AnnotatedDocument]

CASES = [
    (
        "A drone hit the Harir air base in Iraq on Monday.",
        [("Harir air base", "IQ", "exact"), ("Iraq", "IQ", "country")],
    ),
    ("Two people died in Paris, Texas, on Monday.", [("Paris", "US", "town"), ("Texas", "US", "province")]),
    ("Two people died in Paris, France, on Monday.", [("Paris", "FR", "town"), ("France", "FR", "country")]),
    (
        "Gunmen attacked Konduga LGA in Borno.",
        [("Konduga LGA", "NG", "district"), ("Borno", "NG", "province")],
    ),
    (
        "Shelling hit the village of Qaraj near Erbil, Iraq.",
        [("Qaraj", "IQ", "unknown"), ("Erbil", "IQ", "town"), ("Iraq", "IQ", "country")],
    ),
    ("Soldiers were killed near the Iraqi border.", [("Iraqi border", "IQ", "district")]),
    ("The Iraqi army said nothing.", []),
    ("The Washington Times reported the attack.", []),
    ("Islamic State West Africa Province claimed the raid.", []),
    ("A bomb exploded in Lower Shabelle on Friday.", [("Lower Shabelle", "SO", "province")]),
    ("The visit to the White House lasted an hour.", [("White House", "US", "town")]),
]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The built-in gazetteer."""
    return Gazetteer.open()


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_find_places(
    parse: Parse, gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = find_places(parse(text), gazetteer)
    assert [(m.place.name, m.place.country, m.place.precision.value) for m in found] == expected


def test_spans_are_the_texts_own(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "KABUL, 14 July - Rockets hit Ghazni, Balkh and Herat.\n\nHelmand: One wounded."
    annotated = parse(text)
    found = find_places(annotated, gazetteer)
    assert [m.place.name for m in found] == ["KABUL", "Ghazni", "Balkh", "Herat", "Helmand"]
    for mention in found:
        span = mention.place.argument.mention
        assert text[span.start : span.end] == span.text == annotated.span(mention.first, mention.last).text
        assert mention.place.argument.rule


def test_the_same_name_means_the_same_place(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "Police in Alexandria, Louisiana, made an arrest. The fire in Alexandria was put out."
    first, _, second = (m.place for m in find_places(parse(text), gazetteer))
    assert first.gazetteer_id == second.gazetteer_id
    assert first.country == "US"


def test_a_small_namesake_far_away_is_left_open(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "Shells fell on Andar in Ghazni, Afghanistan. Kabul and Kandahar were calm."
    andar = find_places(parse(text), gazetteer)[0].place
    assert (andar.name, andar.country) == ("Andar", "AF")


def test_given_names_are_placed(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "Iraqi forces left Mosul."
    people, town = place_names(parse(text), [(0, 5), (18, 23)], gazetteer)
    assert people is not None
    assert people.place.precision is PlacePrecision.COUNTRY
    assert town is not None
    assert town.place.country == "IQ"
    assert place_names(parse(text), [(24, 24)], gazetteer) == (None,)
