"""Ids that a partner can neither guess nor link to anybody else's: keyed hashes of the record's own ids.

HMAC-SHA-256 (RFC 2104) with the record's secret, over the partner's id and what is named. Each partner has ids of its own,
so that two partners who see different versions of one thing can't take them for versions of one object.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

_LENGTH = 20


class Naming(Protocol):
    """What gives ids to things by their kind and the ids that they have."""

    def of(self, kind: str, *parts: str) -> str:
        """The id of a thing; the last part is its own."""
        ...


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of one partner; the secret is never shown."""

    secret: bytes
    partner: str

    def of(self, kind: str, *parts: str) -> str:
        """An id like "d-3f..." with 80 bits of the hash."""
        return f"{kind[0]}-{self._hash(kind, *parts).hex()[:_LENGTH]}"

    def uuid(self, kind: str, *parts: str) -> str:
        """The same as a UUID of version 4 in form (RFC 9562, 5.4): to others its bits are random."""
        return str(UUID(bytes=self._hash(kind, *parts)[:16], version=4))

    def _hash(self, *parts: str) -> bytes:
        told = "\x00".join((self.partner, *parts))
        return hmac.digest(self.secret, told.encode(), "sha256")
