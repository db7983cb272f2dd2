"""A name is found by any of its words in a row, from whichever word on, and by nothing else."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.record.rows import LONGEST, searchable, tail_rows

NAMES = st.lists(
    st.sampled_from(["al", "asad", "air", "base", "é", "Ас", "ас-сад", "中"]), min_size=1, max_size=5
)


def found(words: str, name: str) -> bool:
    """Whether one of the name's tails begins with the words, as the filter asks it of the database."""
    start = searchable(words)[1:]
    return any(start <= row["tail"] < f"{start[:-1]}!" for row in tail_rows({searchable(name)}))


@given(NAMES.map(" ".join), NAMES.map(" ".join))
@example("Ain al-Asad Air Base", "air base")
def test_what_a_name_holds_finds_it(name: str, words: str) -> None:
    assert found(words, name) == (searchable(words) in searchable(name))


def test_a_very_long_name_is_cut() -> None:
    rows = tail_rows({searchable("word " * 1000)})
    assert {len(row["name"]) for row in rows} == {LONGEST}
    assert found("word word", "word " * 1000)
