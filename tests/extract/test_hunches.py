"""What the trained head changes: a figure of speech is no event, a sure word is one; without a head the tables decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotate.pipeline import Tools, annotate_syntax
from dateline.extract.hunches import SURE, TYPES, UNLIKELY, is_sure, is_unlikely
from dateline.extract.triggers import find_triggers
from dateline.model.annotation import AnnotatedDocument, annotated
from dateline.model.vocabulary import EventType
from tests.extract.conftest import document

TEXT = "Rebels struck a post near Goma."
PLAIN = "Rebels attacked a post near Goma."


def given(tools: Tools, share: float | None, text: str = TEXT) -> AnnotatedDocument:
    """The sentence with every word's share of ASSAULT as told, the other types at nothing."""
    made = annotate_syntax(document(text), tools.tagger)
    events = () if share is None else tuple(share if kind is EventType.ASSAULT else 0.0 for kind in TYPES)
    return annotated(made.document, made.sentences, tuple(replace(t, events=events) for t in made.tokens))


@pytest.mark.parametrize(
    ("share", "sure", "unlikely"),
    [(SURE, True, False), (SURE - 0.01, False, False), (UNLIKELY, False, False), (UNLIKELY / 2, False, True), (None, False, False)],
)  # fmt: skip
def test_answers_by_the_share(tools: Tools, share: float | None, sure: bool, unlikely: bool) -> None:
    made = given(tools, share)
    (trigger,) = find_triggers(made)
    assert (is_sure(made, trigger), is_unlikely(made, trigger)) == (sure, unlikely)


def test_the_rules_decide_about_plain_words_of_violence(tools: Tools) -> None:
    made = given(tools, 1.0, PLAIN)
    (trigger,) = find_triggers(made)
    assert not is_sure(made, trigger)
    assert not is_unlikely(given(tools, 0.0, PLAIN), trigger)


def test_the_shipped_head_gives_shares_in_the_order_of_the_types(tools: Tools) -> None:
    made = annotate_syntax(document(PLAIN), tools.tagger)
    shares = next(t.events for t in made.tokens if t.text == "attacked")
    assert len(shares) == len(TYPES) and TYPES[shares.index(max(shares))] is EventType.ASSAULT
