"""Quotation marks to stretches, and texts to quotes with speakers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.attribution import find_frames
from dateline.annotate.quotation_marks import quoted_stretches
from dateline.annotate.quotes import find_quotes
from dateline.model.annotation import AnnotatedDocument

CASES = Path(__file__).parent.parent / "cases" / "quotes.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]

MARKS = [
    ("“A b.”", ["A b."]),
    ('"A b." C "d"', ["A b.", "d"]),
    ("He called it 'the workers' paradise,' no less.", ["the workers' paradise,"]),
    ("Rock 'n' roll in the '90s wasn't ours", []),
    ("“It’s the troops’ fault,” he said", ["It’s the troops’ fault,"]),
    ("‘It’s the troops’ fault,’ he said", ["It’s the troops’ fault,"]),
    ('a 12" pipe', []),
    ("\"She said, 'Go,' twice.\"", ["She said, 'Go,' twice.", "Go,"]),
    ("«Oui» und „nein“", ["Oui", "nein"]),
    ("“A b.\n\n“C d.”", ["A b.", "C d."]),
    ('"A b.\n\n"C d."', ["A b.", "C d."]),
    ("``A b,'' he said of the troops' ''c d'' there", ["A b,", "c d"]),
    ("“A b\n\nC d", ["A b"]),
    ("x “ y", []),
]


@pytest.mark.parametrize(("text", "contents"), MARKS)
def test_marks(text: str, contents: list[str]) -> None:
    assert [text[s.start : s.end] for s in quoted_stretches(text)] == contents


def test_reopened_marks_are_one_speech() -> None:
    assert [s.continued for s in quoted_stretches("“A b.\n\n“C d.” e “F.”")] == [False, True, False]


def test_depth_counts_the_stretches_around() -> None:
    assert [s.depth for s in quoted_stretches("\"a 'b “c” d' e\"")] == [0, 1, 2]


@given(st.text(alphabet="ab ,.\n\"'“”‘’«»„-s"))
def test_stretches_lie_in_the_text_and_never_cross(text: str) -> None:
    found = quoted_stretches(text)
    for one in found:
        assert 0 <= one.opening < one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            assert apart or one.depth != other.depth or one is other


@pytest.mark.parametrize(("text", "speaker", "content", "kind"), ROWS)
def test_quotes(
    parse: Callable[[str], AnnotatedDocument], text: str, speaker: str, content: str, kind: str
) -> None:
    annotated = parse(text.replace("\\n", "\n"))
    found = [q for q in find_quotes(annotated, find_frames(annotated)) if q.content.text == content]
    if kind == "none":
        assert not found
        return
    assert found
    assert found[0].speaker is not None
    assert (found[0].speaker.name, found[0].direct) == (speaker, kind == "direct")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                '"Go,"',
                "he",
                "police",
                "that",
                "'",
                "”",
                "“",
                ".",
                ",",
                ":",
                ";",
                "killed",
                "according",
                "to",
                "who",
                "and",
                "report",
            ]
        )
    )
)
def test_any_words_give_quotes_whose_spans_are_the_texts(
    parse: Callable[[str], AnnotatedDocument], words: list[str]
) -> None:
    annotated = parse(" ".join(words))
    for quote in find_quotes(annotated, find_frames(annotated)):
        spans = [quote.content, quote.cue, quote.speaker.mention if quote.speaker else None]
        for span in filter(None, spans):
            assert annotated.document.text[span.start : span.end] == span.text != ""
