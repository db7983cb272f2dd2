"""What came in, what became of it, where partners differ from others, and what each side says of the other's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from dateline.api.shapes.incidents import ClaimShape, IncidentSummary
from dateline.record.incoming import Receipt


class ReceiptShape(BaseModel):
    """Bytes as they came from a partner, with their SHA-256; how many objects were new in them, and documents made of them.

    `not_mapped` lists what no claim was made of.
    """

    number: int
    at: datetime
    partner: str
    origin: str
    media: str
    digest: str
    size: int
    objects: int
    documents: int
    not_mapped: list[str]


class MappedShape(BaseModel):
    """What became of one object that came: `became` in words, the document that holds it, and its incidents."""

    id: str
    type: str
    version: str
    name: str
    became: str
    document: str | None
    incidents: list[str]


class ConflictField(BaseModel):
    """A field that reports tell differently, with every claim; `value` is the current one."""

    field: str
    value: Any
    claims: list[ClaimShape]


class ConflictShape(BaseModel):
    """An incident where a partner's claims differ from others', side by side."""

    incident: IncidentSummary
    partners: list[str]
    fields: list[ConflictField]


class SaidShape(BaseModel):
    """What one side says of an object of the other: an opinion with its level, or a question.

    `id` is the partner's opinion or question, null for what we say. `object` is what it is about, `incident` the one of ours
    that this is, null where it is about an object of the partner's.
    """

    partner: str
    by_us: bool
    kind: str
    level: str | None
    text: str
    at: str
    id: str | None
    object: str
    incident: str | None
    title: str | None


class SaidsShape(BaseModel):
    """All that was said, the newest first."""

    items: list[SaidShape]


def receipt_to_dict(receipt: Receipt, counts: tuple[int, int], not_mapped: Sequence[str]) -> dict[str, Any]:
    """A receipt as JSON values; `counts` are those of its objects and documents."""
    objects, documents = counts
    told = {"objects": objects, "documents": documents, "not_mapped": list(not_mapped)}
    return {**asdict(receipt), **told}
