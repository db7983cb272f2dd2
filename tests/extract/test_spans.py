"""Every span of every reading holds exactly the characters that it names, whatever the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.annotate.pipeline import Tools
from dateline.errors import ReaderError
from dateline.extract.reader import read_document
from dateline.model.codec import check_reading
from tests.extract.conftest import document

SENTENCES = st.sampled_from(
    [
        "Gunmen killed at least nine soldiers near Mosul on Monday, the army said.",
        "“We did not do it,” Mr. al-Amin told reporters.",
        "Since May, at least six drone attacks and 11 rocket attacks have hit depots in Mali and Niger.",
        "KABUL, 14 July 2020 (Agency) - The ministry denied the claim.",
        "4 Sep, Konduga LGA, Borno. A lorry hit a mine; three dead, five hurt.",
        "PRESENTER: What happened?",
        "He said “the blast",
        "The U.S.-led coalition (known as CJTF-OIR) hosts 150 troops at Harir.",
    ]
)
PIECES = st.one_of(
    SENTENCES,
    st.text(max_size=40),
    st.sampled_from(["\n\n", " ", "\t", "…", "—", "\u200f", "é", "\r\n", "“", "”", "'s"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=9))
def test_spans_hold_their_text(pieces: list[str], tools: Tools) -> None:
    text = "".join(pieces)
    try:
        reading = read_document(document(text), tools)
    except ReaderError:
        assert not text.strip()
        return
    assert check_reading(reading) == ()


def test_reading_twice_gives_the_same(tools: Tools) -> None:
    text = "Gunmen killed nine soldiers near Mosul on Monday. The army blamed a militia for the attack."
    assert read_document(document(text), tools) == read_document(document(text), tools)
