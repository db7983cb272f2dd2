"""The shipped network on real sentences, and the trees it must always give."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.bio import best_tags
from dateline.annotate.tagger import Tagger, WordTags
from dateline.annotate.tree import cycle, tree

SENTENCE = [
    "A",
    "car",
    "bomb",
    "killed",
    "29",
    "people",
    "in",
    "Baghdad",
    "on",
    "Sunday",
    ",",
    "police",
    "Colonel",
    "Ahmed",
    "al",
    "-",
    "Kadhimi",
    "said",
    ".",
]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def is_tree(tags: list[WordTags]) -> bool:
    heads = np.array([0, *(tag.head + 1 for tag in tags)])
    return int((heads[1:] == 0).sum()) == 1 and not cycle(heads)


def test_reads_an_attack(tagger: Tagger) -> None:
    words = dict(zip(SENTENCE, tagger.tag([SENTENCE])[0], strict=True))
    assert words["killed"].upos == "VERB"
    assert words["killed"].xpos == "VBD"
    assert (SENTENCE[words["bomb"].head], words["bomb"].deprel) == ("killed", "nsubj")
    assert (SENTENCE[words["people"].head], words["people"].deprel) == ("killed", "obj")
    assert words["Baghdad"].entity == "B-PLACE"
    assert all(words[word].entity.endswith("-PERSON") for word in ("Ahmed", "Kadhimi"))
    assert all(0 < tags.score <= 1 for tags in words.values())


def test_order_and_batches_leave_no_trace(tagger: Tagger) -> None:
    sentences = [SENTENCE[:n] for n in (3, 19, 0, 7, 1, 12, 5, 16, 9, 2)]
    together = tagger.tag(sentences)
    assert [len(tags) for tags in together] == [len(words) for words in sentences]
    assert all(is_tree(tags) for tags in together if tags)


def test_a_list_of_a_thousand_words_is_one_tree(tagger: Tagger) -> None:
    tags = tagger.tag([["Mosul", ","] * 500])[0]
    assert len(tags) == 1000
    assert is_tree(tags)


def test_a_name_has_one_type() -> None:
    names = ("O", "B-PLACE", "I-PLACE", "B-ORGANISATION", "I-ORGANISATION")
    san, francisco, bulletin = [0, 2, 0, 1.5, 0], [0, 0, 2, 0, 1.8], [0, 0, 0, 0, 3]
    scores = np.array([san, francisco, bulletin], dtype=np.float32)
    assert [names[k] for k in best_tags(scores, names)] == [
        "B-ORGANISATION",
        "I-ORGANISATION",
        "I-ORGANISATION",
    ]


@given(st.integers(0, 2**32 - 1))
def test_any_scores_give_whole_names(seed: int) -> None:
    names = ("O", "B-PLACE", "I-PLACE", "B-PERSON", "I-PERSON")
    scores = np.random.default_rng(seed).normal(size=(6, 5)).astype(np.float32)
    tags = ["O", *(names[k] for k in best_tags(scores, names))]
    assert all(before[2:] == tag[2:] for before, tag in itertools.pairwise(tags) if tag[0] == "I")


@given(st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_any_scores_give_one_tree(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32)
    heads = np.array([0, *tree(scores)])
    assert int((heads[1:] == 0).sum()) == 1
    assert not cycle(heads)


@given(st.integers(0, 2**32 - 1))
def test_the_tree_is_the_best_of_all(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    every = [np.array([0, a, b, c]) for a in range(4) for b in range(4) for c in range(4)]
    trees = [h for h in every if (h[1:] == 0).sum() == 1 and not cycle(h)]
    best = max(float(scores[[1, 2, 3], h[1:]].sum()) for h in trees)
    assert float(scores[[1, 2, 3], tree(scores)].sum()) == pytest.approx(best, abs=1e-5)
