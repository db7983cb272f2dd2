"""Values -> MISP objects with attributes, in the JSON of MISP's core format.

Ids are UUIDs of version 5 over the event's id and what the object says, so that the same release gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from dateline.share.misp.templates import Template

Json = dict[str, Any]
INHERIT = "5"
"""The distribution of objects and attributes: the event's."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an object is made in: the event's UUID and the moment of its version, in seconds since 1970 as text."""

    event: str
    timestamp: str

    def object(self, template: Template, values: Iterable[tuple[str, Any]], comment: str = "") -> Json:
        """An object of a template with these values by relation; values that are None are left out."""
        said = [(name, _text(value)) for name, value in values if value is not None and value != ""]
        key = str(uuid5(UUID(self.event), json.dumps([template.name, said], ensure_ascii=False)))
        return {
            "name": template.name,
            "meta-category": template.category,
            "description": template.description,
            "template_uuid": template.uuid,
            "template_version": template.version,
            "uuid": key,
            "timestamp": self.timestamp,
            "distribution": INHERIT,
            "comment": comment,
            "Attribute": [self._attribute(template, key, number, *pair) for number, pair in enumerate(said)],
        }

    def _attribute(self, template: Template, key: str, number: int, name: str, value: str) -> Json:
        kind, category = template.types[name]
        return {
            "uuid": str(uuid5(UUID(key), f"{name} {number}")),
            "type": kind,
            "category": category,
            "object_relation": name,
            "value": value,
            "timestamp": self.timestamp,
            "to_ids": False,
            "disable_correlation": True,
            "distribution": INHERIT,
        }


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
