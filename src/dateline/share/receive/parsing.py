"""Bytes -> STIX objects, from a bundle, a TAXII envelope or MISP events; the dangers of JSON are checked first.

Depth is counted on the bytes, before a parser recurses; a name given twice in one object, NaN and infinity are refused, as
readers would disagree on what they mean.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from dateline.errors import MalformedSource, RefusedSource
from dateline.share.misp.reading import stix_from_misp
from dateline.share.receive.foreign.misp import kept_event

DEPTH = 64
MOST_OBJECTS = 200_000
_MARKS = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The objects of a delivery, what kind it was, and what in it can't be kept as an object."""

    media: str
    objects: tuple[dict[str, Any], ...]
    foreign: tuple[str, ...] = ()


def parse(data: bytes, origin: str, sender: str = "") -> Parsed:
    """The objects of a sender. Raises MalformedSource for what is no exchange file, RefusedSource for too deep or too many."""
    told = parse_json(data, origin)
    if isinstance(told, dict) and isinstance(told.get("objects"), list):
        parsed = Parsed("stix", tuple(told["objects"]))
    elif _is_misp(told):
        found = stix_from_misp(told)
        kept = [(kept_event(event, sender), event) for event in found.others]
        others = tuple(item for item, _ in kept if item is not None)
        nameless = tuple(
            f"an event without a UUID: {event.get('info')}" for item, event in kept if item is None
        )
        parsed = Parsed("misp", (*found.objects, *others), nameless)
    else:
        raise MalformedSource(origin, "it is neither a STIX bundle nor MISP events", "name another file")
    if len(parsed.objects) > MOST_OBJECTS:
        raise RefusedSource(
            origin, f"it holds more than {MOST_OBJECTS} objects", "ask the partner for smaller parts"
        )
    return parsed


def parse_json(data: bytes, origin: str) -> Any:
    """Any JSON within the limits. Raises MalformedSource, RefusedSource."""
    _check_depth(data, origin)
    return _json(data, origin)


def _check_depth(data: bytes, origin: str) -> None:
    depth = 0
    for mark in _MARKS.finditer(data):
        first = mark.group()[:1]
        if first in b"[{":
            depth += 1
            if depth > DEPTH:
                raise RefusedSource(
                    origin,
                    f"it is nested deeper than {DEPTH}",
                    "no honest exchange file is; nothing was kept",
                )
        elif first in b"]}":
            depth -= 1


def _json(data: bytes, origin: str) -> Any:
    try:
        return json.loads(data, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise MalformedSource(
            origin, f"it is no JSON ({problem})", "ask the partner to send it again"
        ) from problem


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name is given twice in one object")
    return made


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


def _is_misp(told: Any) -> bool:
    """A list of events, an answer, or one event, in an envelope or, as PyMISP writes it, without."""
    bare = isinstance(told, dict) and "info" in told
    return (
        isinstance(told, list)
        or bare
        or (isinstance(told, dict) and bool({"Event", "response"} & told.keys()))
    )
