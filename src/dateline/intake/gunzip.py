"""Bounded decompression of gzip: in a compressed stream, out its bytes, never more than the reader allowed.

A few kilobytes can unfold to gigabytes. The reader of a format says how much it will take with `allow`; beyond that
the stream ends. A stream that ends for a reason says which in `problem`, so that everything before it can still be
used. Concatenated members (RFC 1952, section 2.2) are read as one stream.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import MalformedSource, RefusedSource, SourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"
BLOCK = 65_536


class Gunzip(io.RawIOBase):
    """A readable stream of decompressed bytes.

    `problem` is a RefusedSource where more than allowed was asked for, a MalformedSource where the data is damaged or
    ends early; the stream is at its end then.
    """

    def __init__(self, stream: BinaryIO, origin: str, allowed: int) -> None:
        self._stream, self._origin = stream, origin
        self._limit = self._left = allowed
        self._inflate = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._inside = False
        self.problem: SourceError | None = None

    def allow(self) -> None:
        """Let the stream give as many bytes again as it was first allowed."""
        self._left = self._limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = b""
        if self.problem is None:
            try:
                data = self._some(min(len(view), self._left, BLOCK))
            except SourceError as error:
                self.problem = error
        view[: len(data)] = data
        self._left -= len(data)
        return len(data)

    def _some(self, most: int) -> bytes:
        if most <= 0:
            problem = f"unfolds to more than {self._limit / 1e6:,.1f} MB when decompressed"
            remedy = "if it is what it should be, raise DATELINE_LIMITS__EXPANDED_BYTES"
            raise RefusedSource(self._origin, problem, remedy)
        while True:
            if not self._waiting and not self._refill():
                return b""
            data = self._unfold(most)
            if data:
                return data

    def _unfold(self, most: int) -> bytes:
        try:
            data = self._inflate.decompress(self._waiting, most)
        except zlib.error as error:
            raise MalformedSource(self._origin, f"its compressed data is damaged ({error})") from error
        self._waiting = self._inflate.unconsumed_tail
        self._inside = True
        if self._inflate.eof:
            self._waiting = self._inflate.unused_data.lstrip(b"\0")
            self._inflate, self._inside = zlib.decompressobj(wbits=31), False
        return data

    def _refill(self) -> bool:
        self._waiting = self._stream.read(BLOCK)
        if not self._waiting and self._inside:
            raise MalformedSource(self._origin, "its compressed data ends early", "get the file again")
        return bool(self._waiting)
