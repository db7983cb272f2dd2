"""Bytes on their way in: a stream that can be looked at before it is read, with what its carrier says of it.

In: an open file, a response's body, an archive's record. Out: `Content`, whose head can be inspected without
consuming it and whose whole can be read within a limit.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO, cast

from dateline.errors import MalformedSource, RefusedSource
from dateline.intake.gunzip import Gunzip

HEAD_BYTES = 65_536
"""How much is looked at to tell the format: a web page's first tags can follow long comments."""


@dataclass(frozen=True, slots=True)
class Content:
    """One thing to read.

    `origin` is how errors and documents name it; `name` is what its suffix is taken from; `media_type` and
    `charset` are as declared by a server or an archive; `most` is how many bytes a reader may take at once.
    """

    origin: str
    stream: io.BufferedReader
    most: int
    name: str = ""
    media_type: str = ""
    charset: str = ""
    url: str | None = None

    @property
    def head(self) -> bytes:
        """The first bytes, still to be read: at least one unless the content is empty."""
        return self.stream.peek(HEAD_BYTES)

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot, in lower case, "" where there is none."""
        last = self.name.replace("\\", "/").rpartition("/")[2]
        return f".{last.rpartition('.')[2].lower()}" if "." in last.lstrip(".") else ""

    def check(self) -> None:
        """Raise what ended the stream early, where something did."""
        if isinstance(self.stream.raw, Gunzip) and self.stream.raw.problem is not None:
            raise self.stream.raw.problem

    def read_whole(self) -> bytes:
        """All bytes. Raises RefusedSource beyond `most`, MalformedSource when there are none."""
        data = self.stream.read(self.most + 1)
        if len(data) > self.most:
            raise too_large(self.origin, self.most)
        self.check()
        if not data.strip():
            raise MalformedSource(self.origin, "is empty", "give a file that holds a report")
        return data


def too_large(origin: str, most: int) -> RefusedSource:
    """The error for content beyond a limit in bytes."""
    problem = f"is larger than the limit of {most / 1e6:,.1f} MB for one document"
    return RefusedSource(origin, problem, "split it, or raise DATELINE_LIMITS__RECEIVED_BYTES")


def peekable(stream: BinaryIO | io.RawIOBase) -> io.BufferedReader:
    """The stream with a buffer that can be looked into."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), HEAD_BYTES)


def content_of(data: bytes, origin: str, most: int, **declared: str | None) -> Content:
    """Content whose bytes are at hand; `declared` are `name`, `media_type`, `charset` and `url`."""
    known = {key: value for key, value in declared.items() if value}
    return Content(origin, peekable(io.BytesIO(data)), most, **known)
