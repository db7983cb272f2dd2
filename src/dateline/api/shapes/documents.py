"""Documents and readings; names of private persons are masked, letter for letter, so that spans hold."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from dateline.api.shapes.incidents import SpanShape
from dateline.model import encode
from dateline.model.codec import reading_to_dict
from dateline.model.document import Document
from dateline.model.reading import Reading
from dateline.record.shelves import Shelved
from dateline.share.masking import Masker


class ShelvedShape(BaseModel):
    """A document in a list; its title masks names unless they are asked for."""

    id: str
    title: str
    outlet: str
    relays: list[str]
    published: str | None
    url: str | None
    language: str
    received: str
    duplicate_of: str | None
    characters: int
    events: int
    tallies: int
    incidents: list[str]


class DocumentShape(BaseModel):
    """A document as it was received. `text` is text, never markup."""

    id: str
    title: str
    outlet: str
    relays: list[str]
    published: str | None
    date_source: str
    url: str | None
    language: str
    text: str
    read: bool
    masked: bool
    retracted: bool
    incidents: list[str]


class HitShape(BaseModel):
    """A document that was found, with a passage and the hits in it, which are code points of its text."""

    document: str
    title: str
    outlet: str
    published: str | None
    url: str | None
    passage: SpanShape
    marks: list[SpanShape]
    retracted: bool
    incidents: list[str]


def shelved_to_dict(item: Shelved, title: str) -> dict[str, Any]:
    """A document of a list as JSON values."""
    return {
        "id": item.id,
        "title": title,
        "outlet": item.outlet,
        "relays": list(item.relays),
        "published": item.published,
        "url": item.url,
        "language": item.language,
        "received": item.received,
        "duplicate_of": item.duplicate_of,
        "characters": item.characters,
        "events": item.events,
        "tallies": item.tallies,
        "incidents": list(item.incidents),
    }


def document_to_dict(document: Document, masker: Masker) -> dict[str, Any]:
    """A document as JSON values, without what only the record knows."""
    made = encode.document(document)
    return {**made, "title": masker.text(document.title), "text": masker.text(document.text)}


def reading_as_shown(reading: Reading, masker: Masker) -> dict[str, Any]:
    """A reading as docs/reading.md gives it, with the rule of each value."""
    told: dict[str, Any] = masker.json(reading_to_dict(reading, explain=True))
    return told
