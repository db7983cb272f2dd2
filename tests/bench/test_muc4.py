"""The role model: windows that hold every word once, and fillers that a reader would find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.roles.view import RoleModel
from training.roles.windows import cut, windows

from dateline.annotate.tagger import WEIGHTS
from dateline.annotate.wordpiece import WordPiece

CUTTER = WordPiece.load(WEIGHTS / "vocab.txt")
TEXT = (
    "gunmen of the shining path shot dead the mayor of ayacucho, pedro yauri, outside his home on monday. "
    "police said the rebels used rifles and fled in a truck."
)


@pytest.fixture(scope="module")
def model() -> RoleModel:
    return RoleModel.load()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abcdefghij-.1", min_size=1, max_size=30), min_size=1, max_size=60),
    st.integers(12, 60),
    st.data(),
)
def test_windows_hold_every_word_once_in_order(words: list[str], longest: int, data: st.DataObject) -> None:
    ends = sorted({*data.draw(st.lists(st.integers(0, len(words) - 1), max_size=6)), len(words) - 1})
    starts = [0, *(end + 1 for end in ends[:-1])]
    longest = max(longest, 18)  # the longest word has 16 pieces, and two marks stand around
    found = list(windows(words, list(zip(starts, ends, strict=True)), CUTTER, longest))
    assert [n for w in found for n in range(w.first, w.last + 1)] == list(range(len(words)))
    for window in found:
        assert len(window.pieces) <= longest
        assert len(window.starts) == window.last - window.first + 1
        assert window.pieces[window.starts[0]] == CUTTER.pieces(words[window.first])[0]


def test_fillers_are_found_with_their_roles(model: RoleModel) -> None:
    bounds, sentences = cut(TEXT)
    view = model.read([TEXT[a:b] for a, b in bounds], sentences)
    sure = {(s.role, TEXT[bounds[s.first][0] : bounds[s.last][1]]) for s in view.spans if s.score > 0.4}
    assert ("Victim", "pedro yauri") in sure
    assert any(role == "PerpOrg" and "shining path" in words for role, words in sure)
    assert max(view.kinds) == view.kinds[model.kinds.index("attack")] > 0.5


def test_a_page_about_prices_has_no_kind_of_incident(model: RoleModel) -> None:
    text = "coffee prices rose for a third week as buyers waited for the harvest report, the ministry of trade said."
    bounds, sentences = cut(text)
    view = model.read([text[a:b] for a, b in bounds], sentences)
    assert max(view.kinds) < 0.5
