"""All formats in the order in which content is tried against them: adding one is a file here and a row below."""

from __future__ import annotations

from dateline.errors import MalformedSource, UnsupportedSource
from dateline.intake.content import Content
from dateline.intake.encoding import looks_binary
from dateline.intake.formats import eml, feed, html, json, jsonl, pdf, txt, warc
from dateline.intake.formats.format import Format

FORMATS: tuple[Format, ...] = (
    warc.FORMAT,
    pdf.FORMAT,
    feed.FORMAT,
    html.FORMAT,
    jsonl.FORMAT,
    json.FORMAT,
    eml.FORMAT,
    txt.FORMAT,
)

OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""Zip, as .docx and .odt are, and OLE, as .doc is."""


def find_format(content: Content) -> Format:
    """The format of the content: by what it holds first, by its suffix second.

    Raises MalformedSource when there is nothing in it, UnsupportedSource when no format fits.
    """
    head = content.head
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise MalformedSource(content.origin, "is empty", "give a file that holds a report")
    for each in FORMATS:
        if each.recognises(content):
            return each
    if looks_binary(head):
        raise _binary(content, head)
    for each in FORMATS:
        if content.suffix in each.suffixes:
            return each
    known = " ".join(suffix for each in FORMATS for suffix in each.suffixes)
    raise UnsupportedSource(
        content.origin,
        f"no reader for {content.suffix or content.media_type or 'its type'}",
        f"give one of {known}, or plain text on standard input",
    )


def _binary(content: Content, head: bytes) -> UnsupportedSource:
    if head.startswith(OFFICE):
        return UnsupportedSource(
            content.origin, "is an office document or an archive", "save it as PDF or text"
        )
    known = " ".join(suffix for each in FORMATS for suffix in each.suffixes)
    return UnsupportedSource(content.origin, "is binary and of no known format", f"known are {known}")
