"""Web archives: each page, text or PDF that a crawl kept is a document under its own address.

In: WARC 1.0 or 1.1 (ISO 28500), plain or gzip. Out: a draft for each response that holds a report, an error for each
that can't be read. The day of the crawl is no date of publication and is not used as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.errors import MalformedSource, RefusedSource, SourceError
from dateline.intake.content import Content, content_of, too_large
from dateline.intake.draft import Draft
from dateline.intake.formats.format import Format
from dateline.intake.gunzip import Gunzip
from dateline.intake.options import Intake

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc",)
TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
KINDS = ("response", "resource", "conversion")
BLOCK = 65_536
SKIPPED_BYTES = 4_000_000_000
"""How much of over-long records is passed over, decompressed, to reach the ones after them: some seconds' work."""


def recognises(content: Content) -> bool:
    """Whether it opens with a record's version line."""
    return content.head.startswith(b"WARC/")


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The reports of an archive's records, one at a time."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    # A record without a type or a length makes warcio fail on a missing header.
    damaged = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, EOFError, AttributeError)
    records = iter(ArchiveIterator(content.stream))
    number, skipped = 0, 0
    while True:
        _allow(content)
        try:
            record = next(records, None)
        except damaged as error:
            content.check()
            raise MalformedSource(
                f"{content.origin}#{number + 1}",
                f"the archive is damaged here ({error})",
                "the rest is not read",
            ) from error
        if record is None:
            content.check()
            return
        number += 1
        if _holds_report(record):
            yield from _report(record, f"{content.origin}#{number}", content, intake)
        skipped = _passed_over(record, content, skipped)


def _allow(content: Content) -> None:
    if isinstance(content.stream.raw, Gunzip):
        content.stream.raw.allow()


def _holds_report(record: ArcWarcRecord) -> bool:
    if record.rec_type not in KINDS:
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    return _declared(record)[0] in TYPES


def _declared(record: ArcWarcRecord) -> tuple[str, str]:
    """The media type and the character set that the record declares."""
    headers = record.http_headers or record.rec_headers
    value = str(headers.get_header("Content-Type") or "")
    media_type, _, rest = value.partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").partition(";")[0]
    return media_type.strip().lower(), charset


def _report(
    record: ArcWarcRecord, origin: str, content: Content, intake: Intake
) -> Iterator[Draft | SourceError]:
    url = record.rec_headers.get_header("WARC-Target-URI")
    media_type, charset = _declared(record)
    try:
        data = _body(record, origin, content, intake.limits.received_bytes)
    except SourceError as error:
        yield error
        return
    inner = content_of(
        data, origin, intake.limits.received_bytes, media_type=media_type, charset=charset, url=url
    )
    yield from intake.read(inner)


def _body(record: ArcWarcRecord, origin: str, content: Content, most: int) -> bytes:
    """The record's body, taken apart from its transfer and content encodings."""
    received = bytearray()
    stream = record.content_stream()
    try:
        while block := stream.read(BLOCK):
            received += block
            if len(received) > most:
                raise too_large(origin, most)
            _allow(content)
        cut = not record.raw_stream.read(1) and getattr(record.raw_stream, "limit", 0) > 0
    except (OSError, ValueError, EOFError) as error:
        raise MalformedSource(origin, f"its body is damaged ({error})") from error
    if cut:
        raise MalformedSource(origin, "is cut short", "get the archive again")
    return bytes(received)


def _passed_over(record: ArcWarcRecord, content: Content, skipped: int) -> int:
    """Read the record's rest so that the next one can be reached; the bytes passed over so far in this archive."""
    while True:
        _allow(content)
        block = record.raw_stream.read(BLOCK)
        if not block:
            return skipped
        skipped += len(block)
        if skipped > SKIPPED_BYTES:
            raise RefusedSource(
                content.origin,
                "unfolds to gigabytes that hold no report",
                "the rest of the archive is not read",
            )


FORMAT = Format("warc", SUFFIXES, recognises, read)
