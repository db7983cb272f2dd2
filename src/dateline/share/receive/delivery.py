"""A file or an address -> a delivery: the bytes as they came, unpacked within limits, and verified.

The signature is detached: FILE.sig holds the Ed25519 signature of the file's bytes in base64. It is verified before the
bytes are unpacked or parsed. An unsigned delivery is taken only where that is asked for.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.errors import RefusedSource, UnreadableSource
from dateline.intake.fetching import Fetcher
from dateline.intake.gunzip import MAGIC, Gunzip
from dateline.model.partner import Partner
from dateline.share.signing import is_signed

MOST_BYTES = 100_000_000
"""Bytes of a delivery, packed and unpacked."""

SUFFIX = ".sig"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came: `content` are the bytes as received, `signature` what was beside them, or None."""

    origin: str
    content: bytes
    signature: str | None = None

    def verified(self, partner: Partner, *, unsigned: bool = False) -> Delivery:
        """The delivery, once it is known to be the partner's. Raises RefusedSource."""
        if unsigned:
            return self
        if self.signature is None:
            raise RefusedSource(
                self.origin,
                "it has no signature",
                f"ask for the file {self.origin}{SUFFIX}, or give --unsigned",
            )
        if not is_signed(self.content, self.signature, partner.keys):
            problem = f"its signature was made with no key of {partner.id}, or the file was changed"
            raise RefusedSource(self.origin, problem, "ask the partner to send it again; nothing was read")
        return self

    def unpacked(self, most: int = MOST_BYTES) -> bytes:
        """The bytes, unpacked where they are gzip. Raises RefusedSource for too many, MalformedSource for damage."""
        if len(self.content) > most:
            raise too_large(self.origin, most)
        if not self.content.startswith(MAGIC):
            return self.content
        stream = Gunzip(io.BytesIO(self.content), self.origin, most)
        data = io.BufferedReader(stream).read()
        if stream.problem is not None:
            raise stream.problem
        return data


def from_file(path: Path, most: int = MOST_BYTES) -> Delivery:
    """A file and the signature beside it. Raises RefusedSource, UnreadableSource."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
        beside = path.with_name(path.name + SUFFIX)
        signature = beside.read_text("ascii")[:1000] if beside.is_file() else None
    except (OSError, UnicodeDecodeError) as problem:
        said = getattr(problem, "strerror", None) or "its signature is no text"
        raise UnreadableSource(str(path), said, "name another file") from problem
    if len(content) > most:
        raise too_large(str(path), most)
    return Delivery(str(path), content, signature)


def fetched(url: str, fetcher: Fetcher, most: int = MOST_BYTES) -> Delivery:
    """What an address gives, and the signature at the same address with .sig. Raises SourceError."""
    limits = replace(fetcher.limits, received_bytes=most, expanded_bytes=most)
    whole = replace(fetcher, limits=limits)
    content = whole.fetch(url).read_whole()
    try:
        signature = whole.fetch(url + SUFFIX).read_whole().decode("ascii")
    except (UnreadableSource, UnicodeDecodeError):
        signature = None
    return Delivery(url, content, signature)


def too_large(origin: str, most: int) -> RefusedSource:
    """The error of a delivery beyond the limit."""
    problem = f"it is larger than {most / 1e6:,.0f} MB"
    return RefusedSource(origin, problem, "ask the partner for smaller parts; nothing was read")
