"""STIX objects that follow the profile -> the readings and incidents that they were made of.

Anybody may have written them: shapes are checked, and what isn't of the profile is left out and listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import MalformedSource
from dateline.model.codec import reading_from_dict
from dateline.model.incident import Incident
from dateline.model.incident_codec import incident_from_dict
from dateline.model.reading import Reading
from dateline.share.stix.constants import Object, extended

READER = {"version": "stix", "model": "profile 1.0.0"}

_LISTS = "places actors recipients weapons outlets reports links judgements disputed".split()
_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("mode", "when", "killed", "injured")),
    **{key: [] for key in _LISTS},
    **{key: {} for key in ("rules", "decided")},
}


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was read: readings by their reports' STIX ids, incidents by theirs; `other` are the types left out."""

    readings: Mapping[str, Reading]
    incidents: Mapping[str, Incident]
    other: tuple[str, ...]


def read_back(objects: Iterable[Object]) -> ReadBack:
    """The readings and incidents of objects; the revoked are left out. Raises MalformedSource, naming the object."""
    there = [item for item in objects if not item.get("revoked")]
    parts = _parts(there)
    readings = {
        item["id"]: _reading(item, found, parts.get(item["id"], {}))
        for item in there
        if (found := extended(item, "report"))
    }
    incidents = {
        item["id"]: _incident(item, found) for item in there if (found := extended(item, "incident"))
    }
    return ReadBack(readings, incidents, tuple(item["type"] for item in there if not _known(item)))


def told_incidents(item: Object) -> Iterator[tuple[str, str, str]]:
    """The report, the event in it and the incident that a claim is about; an incident of others is its own report's event."""
    claim = extended(item, "claim")
    if claim is not None:
        event, refs = claim.get("event"), item.get("object_refs")
        key = event.get("id") if isinstance(event, dict) else None
        for ref in refs if isinstance(refs, list) else ():
            if isinstance(key, str) and str(ref).startswith("incident--"):
                yield str(claim.get("report_ref")), key, str(ref)
    elif item.get("type") == "incident" and extended(item, "incident") is None:
        yield str(item["id"]), "e1", str(item["id"])


def _parts(objects: Iterable[Object]) -> dict[str, dict[str, list[Any]]]:
    """What belongs to each report: its events, tallies and responsibilities, in their order."""
    found: dict[str, dict[str, list[tuple[int, Any]]]] = defaultdict(lambda: defaultdict(list))
    for item in objects:
        for kind in ("claim", "tally", "responsibility"):
            said = extended(item, kind)
            if said and isinstance(said.get("report_ref"), str):
                part = said.get({"claim": "event"}.get(kind, kind))
                found[said["report_ref"]][kind].append((_number(said), part))
    return {
        report: {
            kind: [part for _, part in sorted(parts, key=lambda p: p[0])] for kind, parts in kinds.items()
        }
        for report, kinds in found.items()
    }


def _number(said: Mapping[str, Any]) -> int:
    number = said.get("number")
    return number if isinstance(number, int) else 0


def _reading(item: Object, said: Mapping[str, Any], parts: Mapping[str, list[Any]]) -> Reading:
    data = {
        "document": said.get("document"),
        "events": parts.get("claim", []),
        "tallies": parts.get("tally", []),
        "responsibility": parts.get("responsibility", []),
        "quotes": said.get("quotes") or [],
        "relations": said.get("relations") or [],
        "reader": READER,
    }
    try:
        return reading_from_dict(data)
    except MalformedSource as problem:
        raise MalformedSource(item["id"], problem.problem, "docs/stix-profile lists the fields") from problem


def _incident(item: Object, said: Mapping[str, Any]) -> Incident:
    try:
        return incident_from_dict(_completed(said["incident"]))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise MalformedSource(
            item["id"], f"not an incident of the profile: {problem!r}", "docs/stix-profile lists the fields"
        ) from problem


def _completed(said: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the nulls and empty lists that STIX doesn't allow."""
    tolls = {
        harm: {**said[harm], "high": said[harm].get("high")}
        for harm in ("killed", "injured")
        if said.get(harm)
    }
    links = [{**link, "reasons": link.get("reasons", [])} for link in said.get("links", [])]
    return {**_NOTHING, **said, **tolls, "links": links}


def _known(item: Object) -> bool:
    kinds = ("report", "incident", "claim", "tally", "responsibility", "caveat", "party")
    about = ("extension-definition", "marking-definition", "identity", "location", "relationship", "campaign")
    return item["type"] in about or any(extended(item, kind) for kind in kinds)
