"""MISP events -> the STIX objects that they hold; what an event says beyond them is counted as left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import MalformedSource
from dateline.share.misp.templates import OBJECT


@dataclass(frozen=True, slots=True)
class FromMisp:
    """The objects of the events, and the events that hold none: others made them."""

    objects: tuple[dict[str, Any], ...]
    others: tuple[Mapping[str, Any], ...]


def stix_from_misp(data: Any) -> FromMisp:
    """The objects of one event, a list of events, or a MISP answer with `response`. Raises MalformedSource."""
    objects: dict[str, dict[str, Any]] = {}
    others = []
    for event in _events(data):
        found = [item for made in _list(event, "Object") for item in _held(made)]
        objects |= {item["id"]: item for item in found}
        if not found:
            others.append(event)
    return FromMisp(tuple(objects.values()), tuple(others))


def _events(data: Any) -> Iterable[Mapping[str, Any]]:
    listed = data.get("response", data) if isinstance(data, dict) else data
    for item in listed if isinstance(listed, list) else [listed]:
        event = item.get("Event", item) if isinstance(item, dict) else None
        if not isinstance(event, dict):
            raise MalformedSource("the MISP file", "it holds something that is no event", "export it anew")
        yield event


def _list(holder: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = holder.get(name, [])
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _held(made: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    if made.get("template_uuid") != OBJECT.uuid:
        return
    for attribute in _list(made, "Attribute"):
        if attribute.get("object_relation") == "object":
            yield _parsed(str(attribute.get("value")), str(made.get("uuid")))


def _parsed(text: str, named: str) -> dict[str, Any]:
    try:
        item = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise MalformedSource(named, "its object is no JSON", "export it anew") from problem
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise MalformedSource(named, "its object is no STIX object", "export it anew")
    return item
