"""What an object of STIX points to, by which it is found again: every id in a property that ends in _ref or _refs.

Authors, markings and the like are left out: nothing is looked for by them, and every object has some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

IDENTIFIER = re.compile(
    r"([a-z][a-z0-9-]{2,249})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_REFERS = re.compile(r".*_refs?$")
_EVERYWHERE = ("identity--", "location--", "marking-definition--", "extension-definition--")


def references(body: Any) -> Iterator[str]:
    """The ids by which an object is found."""
    return (ref for ref in all_references(body) if not ref.startswith(_EVERYWHERE))


def all_references(value: Any, name: str = "") -> Iterator[str]:
    """Every id that is pointed to, in extensions too."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from all_references(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from all_references(part, name)
    elif isinstance(value, str) and _REFERS.fullmatch(name) and IDENTIFIER.fullmatch(value):
        yield value
