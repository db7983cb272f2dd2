"""Claimed totals beside what the record holds."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from dateline.analyse.tally_pages import Checked
from dateline.analyse.totals import clash_to_dict
from dateline.analyse.words import counted
from dateline.api.shapes.incidents import SpanShape
from dateline.model import encode
from dateline.share.masking import Masker


class RangeShape(BaseModel):
    """`high` null is open."""

    low: int
    high: int | None


class WindowShape(BaseModel):
    """The days that the claim is about."""

    start: str
    end: str
    precision: str


class ClashEnd(BaseModel):
    """A tally by its document."""

    document: str
    tally: str


class ClashShape(BaseModel):
    """Two totals that don't fit together."""

    kind: str
    part: ClashEnd
    whole: ClashEnd
    reason: str


class TallyShape(BaseModel):
    """A claimed total, the record's range for the same window, and the verdict. `counts` says what is counted."""

    document: str
    tally: str
    title: str
    outlet: str
    published: str | None
    text: str
    sentence: SpanShape | None
    counts: str
    type: str
    mode: str | None
    window: WindowShape | None
    places: list[str]
    actors: list[str]
    recipients: list[str]
    speakers: list[str]
    low: int
    high: int | None
    record: RangeShape
    verdict: str
    short_by: int
    reason: str
    incidents: list[str]
    clashes: list[ClashShape]


def tally_to_dict(checked: Checked, names: bool) -> dict[str, Any]:
    """A checked tally as JSON values."""
    reading, tally, check = checked.reading, checked.tally, checked.check
    masker = Masker(()) if names else Masker.of(reading)
    document, when = reading.document, tally.when
    sentence = next((e for e in tally.evidence if e.covers(tally.number.span)), tally.number.span)
    return {
        "document": check.document,
        "tally": check.tally,
        "title": masker.text(document.title),
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "text": tally.number.span.text,
        "sentence": {**encode.span(sentence), "text": masker.text(sentence.text)},
        "counts": counted(tally),
        "type": tally.type.value,
        "mode": tally.mode.value if tally.mode else None,
        "window": {
            "start": when.start.isoformat(),
            "end": when.end.isoformat(),
            "precision": when.precision.value,
        }
        if when
        else None,
        "places": [place.name for place in tally.places],
        "actors": [masker.name(a.name) for a in tally.actors],
        "recipients": [masker.name(a.name) for a in tally.recipients],
        "speakers": [masker.name(s.speaker.name) for s in tally.says],
        "low": tally.number.low,
        "high": tally.number.high,
        "record": {"low": check.low, "high": check.high},
        "verdict": check.verdict.value,
        "short_by": check.short_by,
        "reason": masker.text(check.reason),
        "incidents": list(check.incidents),
        "clashes": [
            {**clash_to_dict(clash), "reason": masker.text(clash.reason)} for clash in checked.clashes
        ],
    }
