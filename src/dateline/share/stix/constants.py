"""Ids of the profile that never change, and the canonical TLP 2.0 objects, shipped as OASIS published them.

The TLP 2.0 markings are those of oasis-open/cti-stix-common-objects, extension-definition-specifications/tlp-2.0.
TLP 1 markings (STIX 2.1, section 7.2.1.4) are understood as their 2.0 equals when they come in.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from dateline.model.marking import Tlp

Object = dict[str, Any]

HOUSE = UUID("c4a1b7de-3f0a-4f6e-8f0b-6a2d9d1e7c55")
"""Namespace of ids that follow from content (UUID version 5, STIX 2.1 section 2.9)."""

FIXED = "2026-01-01T00:00:00.000Z"
"""When all objects were made whose id follows from their content."""

EXTENSION = "extension-definition--5b1f7f3a-6c0e-4d5b-9a63-1f0c6a5c2b9e"
AUTHOR = "identity--0b9d3a8e-52c7-4a41-9d6f-7f1c2e8b4a60"
TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

AUTHOR_OBJECT: Object = {
    "type": "identity",
    "spec_version": "2.1",
    "id": AUTHOR,
    "created": FIXED,
    "modified": FIXED,
    "name": "Dateline",
    "identity_class": "system",
}
EXTENSION_OBJECT: Object = {
    "type": "extension-definition",
    "spec_version": "2.1",
    "id": EXTENSION,
    "created_by_ref": AUTHOR,
    "created": FIXED,
    "modified": FIXED,
    "name": "Sourced incidents",
    "description": "Physical attacks as reported: incidents, reports, claims with who says so, claimed totals, handling.",
    "schema": "docs/stix-profile/README.md",
    "version": "1.0.0",
    "extension_types": ["property-extension"],
}
TLP_IDS: dict[Tlp, str] = {
    Tlp.CLEAR: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    Tlp.GREEN: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    Tlp.AMBER: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    Tlp.AMBER_STRICT: "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    Tlp.RED: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
TLP_1_IDS: dict[str, Tlp] = {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": Tlp.CLEAR,
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": Tlp.GREEN,
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": Tlp.AMBER,
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": Tlp.RED,
}
LABELS: dict[str, Tlp] = {**{key: label for label, key in TLP_IDS.items()}, **TLP_1_IDS}
"""Every marking that is a label."""

CANONICAL = frozenset((AUTHOR, EXTENSION, *TLP_IDS.values()))
"""Objects that every record may have."""


def tlp_object(label: Tlp) -> Object:
    """The canonical marking of a label."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP_IDS[label],
        "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{label.value.upper()}",
        "extensions": {TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": label.value}},
    }


def extension(kind: str, **values: Any) -> dict[str, Any]:
    """Our extension as the value of `extensions`; `kind` says which of its shapes it has.

    What is null or an empty list is left out, as STIX allows neither (STIX 2.1, sections 2.10 and 3.1).
    """
    return {EXTENSION: {"extension_type": "property-extension", "kind": kind, **_said(values)}}


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        said = {key: _said(part) for key, part in value.items()}
        return {key: part for key, part in said.items() if part is not None and part != [] and part != {}}
    return [_said(part) for part in value] if isinstance(value, list) else value


def extended(item: Object, kind: str) -> dict[str, Any] | None:
    """An object's extension of a kind, or None."""
    found = (item.get("extensions") or {}).get(EXTENSION)
    return found if isinstance(found, dict) and found.get("kind") == kind else None
