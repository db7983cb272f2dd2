"""Our own annotated texts: the same from the same seed, event words where they are said to be, verbs well inflected."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.texts.generate import Text, rows, texts
from training.texts.grammar import with_articles
from training.texts.inflect import forms

from dateline.annotate.lemmatiser import lemma
from dateline.model.vocabulary import Certainty, EventType, Mode

MADE = tuple(texts(3000, 5))
RARE = {"bus", "dynamite", "gang-rape", "gas", "mortar", "tear-gas"}
"""Verbs whose forms the reader's lemmatiser doesn't know."""
VERBS = sorted(
    {
        verb.split()[0]
        for table in ("assaults", "politics")
        for row in rows(table)
        for choice in re.findall(r"<([^<>]+)>", row.template)
        for verb in choice.split("|")
    }
)


def test_the_same_seed_gives_the_same_texts() -> None:
    assert [asdict(t) for t in texts(50, 7)] == [asdict(t) for t in texts(50, 7)]
    assert [t.text for t in texts(50, 7)] != [t.text for t in texts(50, 8)]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_event_words_are_whole_words_of_the_vocabulary(seed: int) -> None:
    for made in texts(5, seed):
        assert not re.search(r"[\ue000\ue001{}<>\[\]~]", made.text), made.text
        for event in made.events:
            assert re.fullmatch(r"[\w'’-]+", made.text[event.start : event.end]), made
            assert not re.match(r"\w", made.text[event.end : event.end + 1]), made
            assert event.certainty == "none" or Certainty(event.certainty)
            assert EventType(event.type) and (not event.mode or Mode(event.mode))


def test_every_type_mode_and_certainty_occurs() -> None:
    events = [e for t in MADE for e in t.events]
    assert {e.type for e in events} == {kind.value for kind in EventType}
    assert {e.mode for e in events if e.mode} == {mode.value for mode in Mode}
    assert {e.certainty for e in events} == {c.value for c in Certainty} | {"none"}


def test_distractors_name_no_event() -> None:
    distractors: list[Text] = [t for t in MADE if t.kind == "distractor"]
    assert 0.25 < len(distractors) / len(MADE) < 0.35
    assert not any(t.events for t in distractors)


@pytest.mark.parametrize("verb", [v for v in VERBS if v not in RARE])
def test_verbs_are_inflected_so_that_the_reader_finds_their_lemma(verb: str) -> None:
    made = forms(verb)
    assert lemma(made.past, "VERB", "VBD") in {verb, "fell", "lie"}
    assert lemma(made.ing, "VERB", "VBG") == verb
    assert lemma(made.third, "VERB", "VBZ") == verb


def test_articles_fit_the_next_word() -> None:
    assert with_articles("a attack on an school, no a sign") == "an attack on a school, no sign"
