"""Our MISP events: read by PyMISP and misp-stix, lossless there and back, and no wider than their markings."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pymisp import MISPEvent, MISPObject

from dateline.errors import MalformedSource, UsageError
from dateline.share.exchanges import write_misp
from dateline.share.misp import misp_events, stix_from_misp, templates, write_feed
from dateline.share.misp.templates import OURS, Template

from ..release.outputs import reached
from ..release.worlds import plans, world

DEFINITIONS = Path(__file__).parents[3] / "docs" / "misp-objects"
SLOW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
TEMPLATES = [found for found in vars(templates).values() if isinstance(found, Template)]


def objects(plan: dict[str, Any]) -> list[dict[str, Any]]:
    found = reached(world(plan, 0), world(plan, 0))
    return [r.body for r in found.released if r.kind == "stix"]


@SLOW
@given(plans())
def test_every_object_comes_back_as_it_was(plan: dict[str, Any]) -> None:
    given_objects, out = objects(plan), io.BytesIO()
    write_misp(given_objects, out)
    back = stix_from_misp(json.loads(out.getvalue()))
    heads = any(item["type"] in ("incident", "report") for item in given_objects)
    assert {i["id"]: i for i in back.objects} == ({i["id"]: i for i in given_objects} if heads else {})
    assert back.others == ()


@SLOW
@given(plans())
def test_pymisp_reads_our_events(plan: dict[str, Any]) -> None:
    for made in misp_events(objects(plan)):
        event = MISPEvent()
        event.from_dict(**json.loads(json.dumps(made))["Event"])
        assert len(event.objects) == len(made["Event"]["Object"])


CONVERT = """
import json, sys
from misp_stix_converter import MISPtoSTIX21Parser
for made in json.load(sys.stdin):
    parser = MISPtoSTIX21Parser()
    parser.parse_misp_event(made["Event"])
    assert parser.bundle.objects and not parser.errors, parser.errors
print("read")
"""


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_misp_stix_reads_our_events(plan: dict[str, Any]) -> None:
    """In a process of its own, as the libraries below it change how modules are found."""
    told = json.dumps(list(misp_events(objects(plan))))
    command = [sys.executable, "-W", "ignore", "-c", CONVERT]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=False)
    assert done.stdout == "read\n", done.stderr


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_templates_are_those_that_are_published(template: Template) -> None:
    custom = str(DEFINITIONS) if template in OURS else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = MISPObject(template.name, strict=True, misp_objects_path_custom=custom)
    definition = made._definition
    assert (made.template_uuid, str(made.template_version)) == (template.uuid, template.version)
    types = {name: definition["attributes"][name]["misp-attribute"] for name in template.types}
    assert types == {name: kind for name, (kind, _) in template.types.items()}


@SLOW
@given(plans())
def test_an_event_goes_no_further_than_its_markings(plan: dict[str, Any]) -> None:
    for made in misp_events(objects(plan)):
        event = made["Event"]
        (label,) = [tag["name"] for tag in event["Tag"] if tag["name"].startswith("tlp:")]
        instructions = [
            a["value"]
            for o in event["Object"]
            for a in o["Attribute"]
            if a["object_relation"] == "handling-instructions"
        ]
        free = all(told.startswith("may be passed on") for told in instructions)
        widest = {"tlp:clear": "3", "tlp:green": "1"}.get(label, "0") if free else "0"
        assert event["distribution"] == widest


EVENT = {
    "type": "incident",
    "spec_version": "2.1",
    "id": "incident--5b1f7f3a-6c0e-4d5b-9a63-1f0c6a5c2b9f",
    "created": "2026-06-01T09:00:00.000Z",
    "modified": "2026-06-01T09:00:00.000Z",
    "name": "drone assault",
}


def test_a_feed_has_a_manifest_and_hashes_and_never_mixes_releases(tmp_path: Path) -> None:
    assert write_feed(misp_events([EVENT]), tmp_path / "feed") == 1
    (key,) = json.loads((tmp_path / "feed" / "manifest.json").read_text("utf-8"))
    event = MISPEvent()
    event.load_file(str(tmp_path / "feed" / f"{key}.json"))
    assert event.info == "drone assault"
    assert key in (tmp_path / "feed" / "hashes.csv").read_text("utf-8")
    with pytest.raises(UsageError, match="not empty"):
        write_feed(misp_events([EVENT]), tmp_path / "feed")


def test_events_of_others_are_listed_and_what_is_no_event_is_refused() -> None:
    assert stix_from_misp({"Event": {"uuid": "x", "info": "other"}}).others == (
        {"uuid": "x", "info": "other"},
    )
    for wrong in (3, [3], {"response": [[]]}):
        with pytest.raises(MalformedSource):
            stix_from_misp(wrong)
