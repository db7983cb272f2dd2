"""JSON as the record stores it: compact, in the document's own letters, so that it can be read in any SQL shell."""

from __future__ import annotations

import json
from typing import Any

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def to_json(value: Any) -> str:
    """The value as text."""
    return COMPACT.encode(value)


def from_json(text: str | bytes) -> Any:
    """The value that `to_json` wrote."""
    return json.loads(text)
