"""Those whom the record is shared with, and what one of them consents to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import UsageError
from dateline.model.marking import Tlp

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True)
class Partner:
    """One recipient: an organisation, or a community that receives as one.

    `clearance` is the strictest label that it may have. `keys` are its Ed25519 public keys (32 bytes, base64), the
    newest first: a bundle from it has to be signed with one of them. `credential` is the hash of its password for
    servers, or None.
    """

    id: str
    name: str
    clearance: Tlp
    keys: tuple[str, ...] = ()
    credential: str | None = None


@dataclass(frozen=True, slots=True)
class PartnerChange:
    """One row of what was done to a partner; the newest of each partner counts, and `removed` ends it."""

    number: int
    at: datetime
    author: str
    partner: Partner
    removed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Consent:
    """An originator lets a recipient have what came from it, or no longer (`given`)."""

    originator: str
    recipient: str
    given: bool


def checked_identifier(text: str) -> str:
    """The id of a partner as typed. Raises UsageError."""
    if not IDENTIFIER.fullmatch(text):
        raise UsageError(f"{text!r} is no partner's id; use lower-case letters, digits and . _ - (up to 64)")
    return text
