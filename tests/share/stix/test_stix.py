"""Our STIX: valid by the standard's schemas and our own, closed, deterministic, and lossless there and back."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import stix2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stix2validator import ValidationOptions, validate_instance

sys.path.append(str(Path(__file__).parents[2] / "model"))

from drawn_readings import readings

from dateline.errors import MalformedSource
from dateline.model.incident import Incident, ReportedEvent
from dateline.model.marking import Handling, Tlp
from dateline.model.reading import Reading
from dateline.resolve.link import form
from dateline.share.release.compute import ReleasedView, Source
from dateline.share.release.offers import is_withdrawn
from dateline.share.stix.constants import (
    CANONICAL,
    EXTENSION,
    EXTENSION_OBJECT,
    LABELS,
    TLP_IDS,
    extended,
    tlp_object,
)
from dateline.share.stix.export import stix_objects
from dateline.share.stix.handling import handling_of, marking_objects
from dateline.share.stix.reading import read_back
from dateline.share.stix.versions import dated, is_fixed, plain, withdrawn

from ..release.outputs import reached
from ..release.test_rules import reading
from ..release.worlds import SECRET, World, plans, world

SCHEMAS = Path(__file__).parents[3] / "docs" / "stix-profile" / "schemas"
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
THEN, LATER = "2026-06-01T09:00:00.000Z", "2026-06-02T09:00:00.000Z"


def bundle(objects: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "bundle", "id": "bundle--5b1f7f3a-6c0e-4d5b-9a63-1f0c6a5c2b9f", "objects": objects}


def released(plan: dict[str, Any]) -> list[dict[str, Any]]:
    found = reached(world(plan, 0), world(plan, 0))
    return [r.body for r in found.released if r.kind == "stix"]


def references(item: Any) -> list[str]:
    """Every id that an object points to, wherever it stands."""
    if isinstance(item, dict):
        return [ref for key, value in item.items() if key != "id" for ref in references(value)]
    if isinstance(item, list):
        return [ref for value in item for ref in references(value)]
    return [item] if isinstance(item, str) and "--" in item[:40] and len(item.split("--")[-1]) == 36 else []


@SLOW
@given(plans())
def test_every_release_is_valid_and_closed(plan: dict[str, Any]) -> None:
    objects = released(plan)
    options = ValidationOptions(version="2.1", schema_dir=str(SCHEMAS))
    checked = validate_instance(bundle(objects), options)
    assert checked.is_valid, [str(error) for error in checked.errors]
    stix2.parse(bundle(objects))
    there = {item["id"] for item in objects}
    own = {i["target_ref"] for i in objects if i.get("relationship_type") == "duplicate-of"}
    assert not [ref for item in objects for ref in references(item) if ref not in there | own]
    assert len(there) == len(objects)
    assert not there & own, "the recipient's own incidents are its own to give"


def test_our_schema_refuses_what_is_not_of_the_profile() -> None:
    item = {"type": "note", "spec_version": "2.1", "id": "note--5b1f7f3a-6c0e-4d5b-9a63-1f0c6a5c2b9f"}
    item |= {
        "created": THEN,
        "modified": THEN,
        "content": "x",
        "object_refs": ["identity--" + EXTENSION[22:]],
    }
    item["extensions"] = {EXTENSION: {"extension_type": "property-extension", "kind": "claim"}}  # type: ignore[assignment]
    options = ValidationOptions(version="2.1", schema_dir=str(SCHEMAS))
    assert not validate_instance(item, options).is_valid


def view_of(found: list[Reading]) -> ReleasedView:
    told = [(r, ReportedEvent(r.document, e, r.document.id)) for r in found for e in r.events]
    incidents: tuple[Incident, ...] = tuple(
        replace(form([t]), id=f"i-{n}") for n, (_, t) in enumerate(told, 1)
    )
    handling = Handling(Tlp.AMBER, False)
    sources = {r.document.id: Source(handling, r.document.id, reliability="B") for r in found}
    return ReleasedView("desk", tuple(found), sources, incidents, (), ())


def without_rules(reading: Reading) -> Reading:
    """A reading as the profile holds it: without rules, and without what does not fit."""
    from dateline.model.codec import reading_from_dict, reading_to_dict

    told = reading_to_dict(replace(reading, misfits=()))
    told["reader"] = {"version": "stix", "model": "profile 1.0.0"}
    return reading_from_dict(told)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda r: r.document.id))
def test_readings_and_incidents_come_back_as_they_were(found: list[Reading]) -> None:
    view = view_of(found)
    objects = [dated(item, THEN, THEN) for item in stix_objects(view, SECRET, "Our Desk").values()]
    again = read_back(json.loads(json.dumps(objects)))
    there = {r.document.id: r for r in again.readings.values()}
    assert there == {r.document.id: without_rules(r) for r in found}
    back = sorted(again.incidents.values(), key=lambda i: i.id)
    assert [_bare(i) for i in back] == [_bare(i) for i in _by_id(view)]
    assert again.other == ()


def _by_id(view: ReleasedView) -> list[Incident]:
    return sorted(view.incidents, key=lambda i: i.id)


def _bare(incident: Incident) -> dict[str, Any]:
    from dateline.model.incident_codec import incident_to_dict

    return incident_to_dict(incident)


@SLOW
@given(plans())
def test_a_version_has_the_content_that_was_offered(plan: dict[str, Any]) -> None:
    view = reached(world(plan, 0), world(plan, 0)).view
    for item in stix_objects(view, SECRET, "Our Desk").values():
        version = dated(item, THEN, LATER)
        assert plain(version) == item
        assert item["id"] in CANONICAL or is_withdrawn(withdrawn(version, LATER) or {})


@SLOW
@given(plans())
def test_what_is_withdrawn_says_nothing_and_is_valid_and_closed(plan: dict[str, Any]) -> None:
    full, empty = world(plan, 0), World((), (), (), {}, frozenset())
    newest = {r.id: r.body for r in reached(full, empty).released if r.kind == "stix"}
    objects = [body for body in newest.values() if not body.get("withdrawn")]
    assert all(body.get("revoked") or body["id"] in CANONICAL or is_fixed(body) for body in objects)
    assert not [body for body in objects if body.get("revoked") and body.get("extensions")]
    assert validate_instance(bundle(objects), ValidationOptions(version="2.1")).is_valid
    there = {item["id"] for item in objects}
    assert not [ref for item in objects for ref in references(item) if ref not in there]


@SLOW
@given(plans())
def test_one_id_and_version_has_one_content(plan: dict[str, Any]) -> None:
    """Over both worlds, of which each is a record of its own, and over two partners."""
    seen: dict[tuple[str, str], str] = {}
    for which in (0, 1):
        for item in reached(world(plan, which), world(plan, which)).released:
            if item.kind == "stix" and item.body.get("created") != THEN:
                key = (item.id, item.body.get("modified", item.body["created"]))
                told = json.dumps(item.body, sort_keys=True)
                assert seen.setdefault(key, told) == told


@pytest.mark.parametrize("label", list(Tlp))
def test_a_label_is_the_canonical_object(label: Tlp) -> None:
    assert validate_instance(tlp_object(label), ValidationOptions(version="2.1")).is_valid
    assert LABELS[TLP_IDS[label]] is label
    for onward in (True, False):
        handling = Handling(label, onward)
        objects = {item["id"]: item for item in marking_objects(handling)}
        assert handling_of({"object_marking_refs": list(objects)}, objects) == handling


def test_an_old_label_is_understood_and_not_passed_on() -> None:
    white = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"
    assert handling_of({"object_marking_refs": [white]}, {}) == Handling(Tlp.CLEAR, False)
    assert handling_of({}, {}) is None


@pytest.mark.parametrize(
    "damage", [{"document": None}, {"document": {"id": ""}}, {"document": {"id": "a", "text": 4}}]
)
def test_what_is_no_report_is_named(damage: dict[str, Any]) -> None:
    item = {"type": "report", "id": "report--1", "extensions": {EXTENSION: {"kind": "report", **damage}}}
    with pytest.raises(MalformedSource, match="report--1"):
        read_back([item])
    assert extended(EXTENSION_OBJECT, "report") is None


def test_a_text_has_its_digest_and_no_text_has_none() -> None:
    view = view_of([reading("one")])
    bare = replace(view, readings=(without_text(view.readings[0]),))
    digest = sha256(reading("one").document.text.encode()).hexdigest()
    for seen, expected in ((view, digest), (bare, None)):
        objects = stix_objects(seen, SECRET, "Our Desk").values()
        (report,) = (item for item in objects if item["type"] == "report")
        assert report["extensions"][EXTENSION].get("text_sha256") == expected


def without_text(found: Reading) -> Reading:
    return replace(found, document=replace(found.document, text=""), quotes=(), relations=())
