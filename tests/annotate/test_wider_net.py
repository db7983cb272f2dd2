"""The wider net: attributions that no reported clause states, with their source, cue and content."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from training.attribution.view import ScoredFrame, score_frames

from dateline.annotate.attribution import find_frames
from dateline.model.annotation import AnnotatedDocument

Parse = Callable[[str], AnnotatedDocument]

ROWS = (
    ("The governor plans to send more troops to the border.", "governor", "plans", "troops"),
    ("Residents fear a return of the militia.", "Residents", "fear", "return"),
    ("The claim by the army that the town had fallen was false.", "army", "claim", "fallen"),
    ("The minister is expected to resign on Monday.", "", "expected", "resign"),
    ("According to two diplomats, the truce is dead.", "diplomats", "According", "truce"),
    ("The army’s warning that the dam may burst was ignored.", "army", "warning", "burst"),
    ("She hopes the ceasefire holds.", "She", "hopes", "holds"),
)


@pytest.mark.parametrize(("text", "source", "cue", "content"), ROWS)
def test_finds(parse: Parse, text: str, source: str, cue: str, content: str) -> None:
    annotated = parse(text)
    found = [s for s in scored(annotated) if s.frame.cue and cue in annotated.span(*s.frame.cue).text]
    assert any(content in annotated.span(*run).text for item in found for run in item.frame.contents)
    sources = [annotated.span(*item.frame.source).text for item in found if item.frame.source]
    assert any(source in words for words in sources) if source else not sources


def scored(annotated: AnnotatedDocument) -> tuple[ScoredFrame, ...]:
    return score_frames(annotated, find_frames(annotated))


def test_a_plain_report_has_none(parse: Parse) -> None:
    assert scored(parse("A bomb exploded in the market. Two people died on Monday.")) == ()
    assert scored(parse("")) == ()


def test_clear_quotes_keep_what_the_rules_say(parse: Parse) -> None:
    annotated = parse("“They ran,” an officer told reporters. Police said that rebels had fled the town.")
    clear = {f for f in find_frames(annotated) if f.cue}
    assert clear <= {s.frame for s in scored(annotated)}


def test_parts_of_a_frame_do_not_overlap(parse: Parse) -> None:
    text = " ".join(row[0] for row in ROWS)
    for item in scored(parse(text)):
        frame = item.frame
        assert 0 < item.score <= 1
        assert frame.cue is None or not frame.holds(frame.cue[0])
        assert frame.source is None or item.rule != "model" or not frame.holds(frame.source[0])
