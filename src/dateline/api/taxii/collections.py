"""What a partner is told of the server: discovery, the API root, and its two collections (TAXII 2.1, sections 4 and 5).

One collection holds what it was released, the other takes what it sends. Their ids are keyed hashes in the form of UUIDs of
version 4: stable, the partner's own, and not to be guessed. Whatever another partner has answers like what isn't there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.api.taxii.media import MEDIA, STIX_MEDIA
from dateline.api.taxii.problems import TaxiiProblem, nothing_here
from dateline.share.release.ids import Ids

PATH = "/taxii2"
ROOT = f"{PATH}/exchange/"


@dataclass(frozen=True, slots=True)
class Collection:
    """One of a partner's collections."""

    id: str
    title: str
    description: str
    can_read: bool
    can_write: bool

    def resource(self) -> dict[str, Any]:
        """The collection as TAXII writes it."""
        return {
            "id": self.id,
            "title": self.title,
            "description": self.description,
            "can_read": self.can_read,
            "can_write": self.can_write,
            "media_types": [STIX_MEDIA],
        }

    def readable(self) -> Collection:
        """The collection. Raises TaxiiProblem, 403, where it isn't read (sections 5.3 to 5.6)."""
        if not self.can_read:
            raise TaxiiProblem(403, "this collection takes objects and gives none")
        return self

    def writable(self) -> Collection:
        """The collection. Raises TaxiiProblem, 403, where nothing may be added (section 5.5)."""
        if not self.can_write:
            raise TaxiiProblem(403, "this collection gives objects and takes none")
        return self


def collections_of(secret: bytes, partner: str) -> tuple[Collection, Collection]:
    """What a partner reads from, and what it sends to."""
    ids = Ids(secret, partner)
    released = "What was released to you; revoked objects stay, so that you learn of them."
    inbox = "What you send; it is kept as it comes, and can't be read back here."
    return (
        Collection(ids.uuid("collection"), "Released to you", released, True, False),
        Collection(ids.uuid("inbox"), "Inbox", inbox, False, True),
    )


def collection_of(secret: bytes, partner: str, key: str) -> Collection:
    """The partner's collection of that id. Raises TaxiiProblem, 404."""
    for found in collections_of(secret, partner):
        if found.id == key:
            return found
    raise nothing_here()


def discovery() -> dict[str, Any]:
    """What the server is (section 4.1.1); addresses are relative to it."""
    return {"title": "A Dateline desk", "default": ROOT, "api_roots": [ROOT]}


def api_root(most_bytes: int) -> dict[str, Any]:
    """The one API root (section 4.2.1)."""
    return {"title": "Exchange with partners", "versions": [MEDIA], "max_content_length": most_bytes}
