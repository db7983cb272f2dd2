"""Trees to frames: who says a word, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.annotate.attribution import chain, find_frames
from dateline.annotate.speakers import Speakers
from dateline.model.annotation import AnnotatedDocument

CASES = Path(__file__).parent.parent / "cases" / "attribution.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("text", "word", "speakers"), ROWS)
def test_chain(parse: Callable[[str], AnnotatedDocument], text: str, word: str, speakers: str) -> None:
    annotated = parse(text)
    frames = find_frames(annotated)
    index = next(token.index for token in annotated.tokens if token.text == word)
    found = [annotated.span(*frame.source).text for frame in chain(annotated, frames, index) if frame.source]
    assert found == ([s for s in speakers.split("|") if s])


def test_frames_keep_to_their_document(parse: Callable[[str], AnnotatedDocument]) -> None:
    annotated = parse(
        "Police said that rebels fled. “They ran,” an officer told reporters, adding that two were hurt."
    )
    for frame in find_frames(annotated):
        assert frame.contents == tuple(sorted(frame.contents))
        assert frame.source is None or not frame.holds(frame.source[0])
        assert frame.cue is None or not frame.holds(frame.cue[0])


def test_a_text_without_attribution_has_no_frames(parse: Callable[[str], AnnotatedDocument]) -> None:
    assert find_frames(parse("A bomb exploded in the market. Two people died.")) == ()
    assert find_frames(parse("")) == ()


def test_a_pronoun_takes_the_speaker_before_it(parse: Callable[[str], AnnotatedDocument]) -> None:
    annotated = parse("Mayor Ana Ruiz spoke on Friday. The bridge was closed. She said that it would reopen.")
    frames = find_frames(annotated)
    argument = Speakers(annotated, frames).argument(frames[-1])
    assert argument is not None
    assert (argument.mention.text, argument.name) == ("She", "Mayor Ana Ruiz")
