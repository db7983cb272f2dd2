"""A released view as JSON values: what `dateline release preview` shows, and the base of the invariant's tests."""

from __future__ import annotations

from typing import Any

from dateline.model.codec import reading_to_dict
from dateline.model.incident import TallyCheck
from dateline.model.incident_codec import incident_to_dict
from dateline.model.judgement_codec import judgement_to_dict
from dateline.model.marking_codec import handling_to_dict
from dateline.share.release.compute import ReleasedView, Source


def view_to_dict(view: ReleasedView) -> dict[str, Any]:
    """All that a partner may see, under the ids that it sees."""
    return {
        "partner": view.partner,
        "incidents": [incident_to_dict(incident) for incident in view.incidents],
        "readings": [reading_to_dict(reading) for reading in view.readings],
        "sources": {key: _source(source) for key, source in sorted(view.sources.items())},
        "judgements": [judgement_to_dict(judgement) for judgement in view.judgements],
        "tallies": [check_to_dict(check) for check in view.checks],
        "duplicates": [list(pair) for pair in view.duplicates],
    }


def check_to_dict(check: TallyCheck) -> dict[str, Any]:
    """A total beside what the partner may see."""
    return {
        "document": check.document,
        "tally": check.tally,
        "verdict": check.verdict.value,
        "record": {"low": check.low, "high": check.high},
        "short_by": check.short_by,
        "reason": check.reason,
        "incidents": list(check.incidents),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        **handling_to_dict(source.handling),
        "origin": source.origin,
        "described": source.described,
        "reliability": source.reliability,
        "credibility": dict(source.credibility),
    }
