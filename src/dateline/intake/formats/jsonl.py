"""JSON lines: one document a line, read one at a time, so that a stream or a file of any length passes through.

In: lines of UTF-8 JSON. Out: a draft for each line, or an error with the line's number: a half-written last line,
as a killed writer leaves it, costs that line only.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import SourceError
from dateline.intake.content import Content, too_large
from dateline.intake.draft import Draft
from dateline.intake.encoding import decode
from dateline.intake.formats.format import Format
from dateline.intake.formats.json import draft_of, parsed
from dateline.intake.gunzip import Gunzip
from dateline.intake.options import Intake

SUFFIXES = (".jsonl", ".ndjson")


def recognises(content: Content) -> bool:
    """Whether its first line is an object of its own, or its suffix says so and it opens like one."""
    head = content.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{") or content.suffix == ".json":
        return False
    if content.suffix in SUFFIXES:
        return True
    first, newline, _ = head.partition(b"\n")
    return bool(newline) and first.rstrip().endswith(b"}")


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The reports of a file of lines."""
    number = 0
    while line := content.stream.readline(content.most + 1):
        number += 1
        origin = f"{content.origin}:{number}"
        if len(line) > content.most:
            _skip_line(content)
            yield too_large(origin, content.most)
        elif line.strip():
            yield _line(line, origin)
        if isinstance(content.stream.raw, Gunzip) and line.strip():
            content.stream.raw.allow()
    content.check()


def _line(line: bytes, origin: str) -> Draft | SourceError:
    try:
        text = decode(line.removeprefix(b"\xef\xbb\xbf"), origin)
        return draft_of(parsed(text.encode("utf-8", "surrogatepass"), origin), origin)
    except SourceError as error:
        return error


def _skip_line(content: Content) -> None:
    while (part := content.stream.readline(1_000_000)) and not part.endswith(b"\n"):
        continue


FORMAT = Format("jsonl", SUFFIXES, recognises, read)
