"""Who says so: from the frames of attribution over a trigger to the chain of speakers of an event."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.annotate.attribution import Frame, chain
from dateline.extract.cast import Cast
from dateline.model.reading import Attribution


def says_of(cast: Cast, frames: tuple[Frame, ...], index: int) -> tuple[Attribution, ...]:
    """The speakers whose content holds token `index`, innermost first."""
    found: list[Attribution] = []
    for frame in chain(cast.annotated, frames, index):
        speaker = cast.speakers.argument(frame)
        if speaker is not None and all(speaker.name != f.speaker.name for f in found):
            cue = cast.annotated.span(*frame.cue) if frame.cue else None
            found.append(Attribution(speaker, cue))
    return tuple(found)


def merged(parts: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Attributions without repeated speakers, in order."""
    found: dict[str, Attribution] = {}
    for part in parts:
        found.setdefault(part.speaker.name, part)
    return tuple(found.values())
