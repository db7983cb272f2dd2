"""JSON documents: an object with `text`, or a list of them; the text is the body exactly as given.

In: UTF-8 JSON (RFC 8259). Out: a draft for each object, or an error that names the number of the one that does not
fit, the others kept. Spans are offsets into the given text, so that not one character of it is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.errors import MalformedSource, SourceError
from dateline.intake.content import Content
from dateline.intake.dates import parse_published
from dateline.intake.draft import Draft
from dateline.intake.encoding import decode
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.model.document import DateSource

if TYPE_CHECKING:
    from dateline.intake.formats.json_document import JsonDocument

SUFFIXES = (".json",)


def recognises(content: Content) -> bool:
    """Whether it opens as an object with a key, or a list of objects."""
    head = content.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"[":
        return head[1:].lstrip()[:1] in (b"{", b"]")
    return head[:1] == b"{" and head[1:].lstrip()[:1] in (b'"', b"}")


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The reports of a file that is one JSON value."""
    text = decode(content.read_whole(), content.origin)
    value = parsed(text.encode("utf-8", "surrogatepass"), content.origin)
    if not isinstance(value, list):
        yield draft_of(value, content.origin)
        return
    if not value:
        yield MalformedSource(content.origin, "is an empty list", "give documents with a text each")
    for number, each in enumerate(value, 1):
        try:
            yield draft_of(each, f"{content.origin}#{number}")
        except SourceError as error:
            yield error


def parsed(data: bytes, origin: str) -> Any:
    """The JSON value. Raises MalformedSource with the place of what is wrong."""
    from pydantic_core import from_json

    try:
        return from_json(data)
    except ValueError as error:
        raise MalformedSource(origin, f"is no valid JSON ({error})", "check that it is whole") from error


def draft_of(value: Any, origin: str) -> Draft:
    """The draft of one JSON document. Raises MalformedSource naming the fields that don't fit."""
    from pydantic import ValidationError

    from dateline.intake.formats.json_document import JsonDocument

    if not isinstance(value, dict):
        raise MalformedSource(origin, f"is a JSON {_kind(value)}, not a document", 'write {"text": "..."}')
    try:
        given = JsonDocument.model_validate(value)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:3]
        )
        raise MalformedSource(
            origin, f"does not fit a document ({problems})", "see docs/formats/json.md"
        ) from error
    return _draft(given, origin)


def _draft(given: JsonDocument, origin: str) -> Draft:
    published: datetime | None = None
    if given.published:
        try:
            published = parse_published(given.published)
        except ValueError as error:
            raise MalformedSource(origin, f"published: {error}", "correct it or leave it out") from error
    return Draft(
        text=given.text,
        origin=origin,
        id=str(given.id) if given.id is not None else "",
        title=given.title or "",
        outlet=given.outlet or "",
        relays=tuple(given.relays) if given.relays is not None else None,
        published=published,
        date_source=DateSource.GIVEN if published else DateSource.UNKNOWN,
        url=given.url,
        language=given.language or "",
    )


def _kind(value: Any) -> str:
    names = {list: "list", str: "string", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")


FORMAT = Format("json", SUFFIXES, recognises, read)
