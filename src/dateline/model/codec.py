"""Readings as JSON and back, in the shape that docs/reading.md gives.

Writing builds dictionaries by hand, so that a cold `dateline read` need not load a validation library. Reading
back has two doors: `reading_from_dict` checks data from outside; `trusted_reading` takes what this version
wrote itself, as the record does for every document of a relink.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.errors import MalformedSource
from dateline.model import decode, encode
from dateline.model.decode import each
from dateline.model.document import Document
from dateline.model.reading import Reader, Reading
from dateline.model.spans import SpanFault, check_reading

__all__ = ["SpanFault", "check_reading", "reading_from_dict", "reading_to_dict", "trusted_reading"]


def reading_to_dict(reading: Reading, *, explain: bool = False) -> dict[str, Any]:
    """The reading as JSON values; with `explain`, values also name the `rule` that made them."""
    write = encode.Encoder(explain)
    return {
        "document": encode.document(reading.document),
        "events": [write.event(item) for item in reading.events],
        "tallies": [write.tally(item) for item in reading.tallies],
        "responsibility": [write.responsibility(item) for item in reading.responsibility],
        "quotes": [write.quote(item) for item in reading.quotes],
        "relations": [write.relation(item) for item in reading.relations],
        "misfits": [write.misfit(item) for item in reading.misfits],
        "reader": {"version": reading.reader.version, "model": reading.reader.model},
    }


def reading_from_dict(data: object) -> Reading:
    """A reading from JSON values that anybody may have written; unknown keys are ignored.

    Raises MalformedSource, naming the first wrong field. Spans are taken as they stand: `check_reading` lists
    those that don't fit the text.
    """
    from dateline.model.schema import checked_reading

    checked = checked_reading(data)
    try:
        return trusted_reading(checked)
    except ValueError as error:
        raise MalformedSource(checked["document"]["id"], f"not a reading: {error}") from error


def trusted_reading(data: Mapping[str, Any], document: Document | None = None) -> Reading:
    """A reading from a dictionary that `reading_to_dict` made; `document` stands in where it was left out."""
    document = document or decode.document(data["document"])
    read = decode.Decoder(document.text)
    return Reading(
        document=document,
        reader=Reader(data["reader"]["version"], data["reader"]["model"]),
        events=each(read.event, data.get("events")),
        tallies=each(read.tally, data.get("tallies")),
        responsibility=each(read.responsibility, data.get("responsibility")),
        quotes=each(read.quote, data.get("quotes")),
        relations=each(read.relation, data.get("relations")),
        misfits=each(decode.misfit, data.get("misfits")),
    )
