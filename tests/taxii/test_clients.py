"""The clients that partners have: taxii2-client, and stix2's data stores on top of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import stix2
from stix2validator import ValidationOptions, validate_instance
from taxii2client.v21 import ApiRoot, Collection, Server, as_pages

from .desks import PASSWORD, Desk

SCHEMAS = Path(__file__).parents[2] / "docs" / "stix-profile" / "schemas"


@pytest.fixture
def root(url: str) -> Iterator[ApiRoot]:
    """The API root, found by discovery, as `north` sees it."""
    with Server(url, user="north", password=PASSWORD) as server:
        yield server.default


@pytest.fixture
def released(root: ApiRoot) -> Collection:
    return next(c for c in root.collections if c.can_read)


@pytest.fixture
def inbox(root: ApiRoot) -> Collection:
    return next(c for c in root.collections if c.can_write)


def test_taxii2_client_reads_all_pages(released: Collection, desk: Desk) -> None:
    pages = list(as_pages(released.get_objects, per_request=2))
    assert all(len(page["objects"]) <= 2 for page in pages)
    seen = {item["id"] for page in pages for item in page["objects"]}
    with desk.record.view() as view:
        rows = view.exchange().newest_released("north", "stix")
    assert seen == {key for key, row in rows.items() if not row.body.get("withdrawn")}
    manifest = [
        row["id"] for page in as_pages(released.get_manifest, per_request=3) for row in page["objects"]
    ]
    assert sorted(manifest) == sorted(seen)


def test_taxii2_client_pushes_and_asks_for_the_status(root: ApiRoot, inbox: Collection) -> None:
    made = stix2.Identity(name="Probe", identity_class="system")
    status = inbox.add_objects({"objects": [json.loads(made.serialize())]})
    assert (status.status, status.total_count, status.success_count) == ("complete", 1, 1)
    assert root.get_status(status.id).success_count == 1


def test_stix2_reads_as_a_source(released: Collection) -> None:
    source = stix2.TAXIICollectionSource(released, allow_custom=True)
    found = source.query([stix2.Filter("type", "=", "incident")])
    assert {item["type"] for item in found} == {"incident"}
    one = source.get(found[0]["id"])
    assert one["id"] == found[0]["id"]
    assert len(source.all_versions(one["id"])) >= 1
    assert source.get("incident--00000000-0000-4000-8000-000000000007") is None


def test_stix2_sends_as_a_sink(inbox: Collection, desk: Desk) -> None:
    made = stix2.Identity(name="Sent by a sink", identity_class="organization")
    stix2.TAXIICollectionSink(inbox).add(made)
    with desk.record.view() as view:
        (kept,) = view.exchange().received_objects("north", made.id)
    assert kept.body["name"] == "Sent by a sink"


def test_what_the_server_gives_is_valid_by_the_standard_and_by_our_schemas(released: Collection) -> None:
    found = [item for page in as_pages(released.get_objects, per_request=3) for item in page["objects"]]
    bundle = {"type": "bundle", "id": "bundle--00000000-0000-4000-8000-000000000001", "objects": found}
    checked = validate_instance(bundle, ValidationOptions(version="2.1", schema_dir=str(SCHEMAS)))
    assert checked.is_valid, [str(error) for error in checked.errors]
    assert {"incident", "report", "note", "identity", "location"} <= {item["type"] for item in found}
