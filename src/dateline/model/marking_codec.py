"""Markings as JSON and back, in the shape that docs/exchange.md gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.model.marking import Handling, Marked, Marking, Target, Tlp, Words
from dateline.model.vocabulary import PlacePrecision, TimePrecision


def marking_to_dict(marking: Marking) -> dict[str, Any]:
    """The marking as JSON values."""
    return {
        "tlp": marking.tlp.value if marking.tlp else None,
        "release_to": list(marking.release_to),
        "words": marking.words.value,
        "expires": marking.expires.isoformat() if marking.expires else None,
        "place": marking.place.value if marking.place else None,
        "time": marking.time.value if marking.time else None,
        "source": marking.source,
        "onward": marking.onward,
        "reliability": marking.reliability,
        "credibility": marking.credibility,
    }


def marking_from_dict(data: Mapping[str, Any]) -> Marking:
    """A marking from a dictionary that `marking_to_dict` made."""
    return Marking(
        Tlp(data["tlp"]) if data["tlp"] else None,
        tuple(data["release_to"]),
        Words(data["words"]),
        date.fromisoformat(data["expires"]) if data["expires"] else None,
        PlacePrecision(data["place"]) if data["place"] else None,
        TimePrecision(data["time"]) if data["time"] else None,
        data["source"],
        data["onward"],
        data["reliability"],
        data["credibility"],
    )


def target_to_dict(target: Target) -> dict[str, Any]:
    """What a marking is put on, as JSON values."""
    return {
        "document": target.document,
        "claim": target.claim,
        "start": target.start,
        "end": target.end,
        "field": target.field,
        "judgement": target.judgement,
    }


def marked_to_dict(marked: Marked) -> dict[str, Any]:
    """A marking on record as JSON values."""
    return {
        "number": marked.number,
        "at": marked.at.isoformat(),
        "author": marked.author,
        "reason": marked.reason,
        **target_to_dict(marked.target),
        "marking": marking_to_dict(marked.marking),
    }


def handling_to_dict(handling: Handling) -> dict[str, Any]:
    """How a released thing is to be handled, as JSON values."""
    return {
        "tlp": handling.tlp.value,
        "onward": handling.onward,
        "expires": handling.expires.isoformat() if handling.expires else None,
    }
