"""Who says what: from a document's trees and quotation marks to frames of source, cue and content.

In: an annotated document (trees are enough; entities help nothing here). Out: a frame for each attribution, direct,
indirect and mixed, nested ones inside the contents of others. The extractor asks `chain` who says an event; the
quotes of a reading are made from the frames in `quotes.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.annotate.attribution_clauses import clause_frames, relayed_frames
from dateline.annotate.attribution_continued import continued_frames
from dateline.annotate.attribution_phrases import phrase_frames
from dateline.annotate.attribution_quotes import quote_frames
from dateline.annotate.attribution_repairs import repaired
from dateline.annotate.frame import Frame
from dateline.annotate.quoted import Surroundings
from dateline.languages.en.speech import RELAYING
from dateline.model.annotation import AnnotatedDocument

_SHARED = 0.6
"""The part of a reported clause's words from which it is the quotation itself, with what the tree added to it."""

__all__ = ["Frame", "chain", "find_frames"]


def find_frames(annotated: AnnotatedDocument) -> tuple[Frame, ...]:
    """All attributions of a document, by the start of their content; coordinated speakers give one frame each."""
    annotated = repaired(annotated)
    indirect = [*clause_frames(annotated), *phrase_frames(annotated)]
    indirect.extend(relayed_frames(annotated, indirect))
    surroundings = Surroundings(annotated)
    indirect = [inner for frame in indirect if (inner := _within_quotation(surroundings, frame)) is not None]
    direct = quote_frames(surroundings, indirect)
    by_cue = {frame.cue: frame for frame in reversed(direct) if frame.cue}
    kept = [f for f in indirect if f.cue not in by_cue or not _is_same(f, by_cue[f.cue])]
    more = continued_frames(annotated, [*kept, *direct])
    return tuple(sorted({*kept, *direct, *more}, key=_place))


def _within_quotation(surroundings: Surroundings, frame: Frame) -> Frame | None:
    """A frame without the part of its content that leaves the quotation in which its cue stands."""
    around = surroundings.around(frame.cue[0]) if frame.cue else []
    if not around:
        return frame
    inner = around[-1]
    cut = ((max(first, inner.first), min(last, inner.last)) for first, last in frame.contents)
    contents = tuple(run for run in cut if run[0] <= run[1])
    return replace(frame, contents=contents) if contents else None


def _is_same(reported: Frame, quoted: Frame) -> bool:
    """Whether a reported clause is nothing but the quotation that has the same cue."""
    first, last = quoted.contents[0]
    inside = sum(max(0, min(last, b) - max(first, a) + 1) for a, b in reported.contents)
    return inside >= _SHARED * reported.size or first - 1 <= reported.contents[0][0] <= last


def _place(frame: Frame) -> tuple[int, int, tuple[int, int]]:
    return frame.contents[0][0], -frame.size, frame.cue or (-1, -1)


def chain(annotated: AnnotatedDocument, frames: Iterable[Frame], index: int) -> tuple[Frame, ...]:
    """The frames whose content holds token `index`, innermost first.

    Of two with the same content a cited source is the inner one ("the agency, quoting X, says ..."); coordinated
    speakers stand in the order of the text.
    """
    holding = [frame for frame in frames if frame.holds(index)]
    return tuple(sorted(holding, key=_nesting))


def _nesting(frame: Frame) -> tuple[int, bool, tuple[int, int]]:
    return frame.size, frame.verb_lemma not in RELAYING, frame.source or (-1, -1)
