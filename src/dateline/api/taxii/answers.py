"""Rows of what a partner has -> TAXII's resources with their headers (TAXII 2.1, sections 3.7 and 5.3 to 5.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.api.taxii.asked import wanted
from dateline.api.taxii.media import STIX_MEDIA
from dateline.api.taxii.problems import nothing_here
from dateline.record.exchange import Exchange
from dateline.record.given import ALL, LAST, Given
from dateline.share.stix.versions import STIX

ADDED_FIRST, ADDED_LAST = "X-TAXII-Date-Added-First", "X-TAXII-Date-Added-Last"


@dataclass(frozen=True, slots=True)
class Resource:
    """What lists rows: under which name, what it says of each, and which version is meant where none is asked for."""

    name: str
    told: Callable[[Given], Any]
    version: str = LAST


ENVELOPE = Resource("objects", lambda row: row.body)
VERSIONS = Resource("versions", lambda row: row.version, ALL)
MANIFEST = Resource(
    "objects",
    lambda row: {"id": row.id, "date_added": row.added, "version": row.version, "media_type": STIX_MEDIA},
)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: its body, its headers, and how many objects it tells of."""

    body: dict[str, Any]
    headers: dict[str, str]
    count: int


def page(exchange: Exchange, partner: str, resource: Resource, query: dict[str, str], one: str = "") -> Page:
    """The answer to a question about all objects, or about `one`. Raises TaxiiProblem.

    Nothing found is an empty resource. `next` stands wherever there is more, on manifests and versions too, where clients
    look for it though the standard has no place for it.
    """
    asked = wanted(query, one, resource.version)
    if one and not exchange.is_given(partner, STIX.name, one):
        raise nothing_here()
    rows, more = exchange.given_page(partner, STIX.name, asked) if asked else ((), False)
    return _page(resource, rows, more)


def _page(resource: Resource, rows: Sequence[Given], more: bool) -> Page:
    if not rows:
        return Page({}, {}, 0)
    body: dict[str, Any] = {"more": True, "next": rows[-1].added} if more else {"more": False}
    body[resource.name] = [resource.told(row) for row in rows]
    return Page(body, {ADDED_FIRST: rows[0].added, ADDED_LAST: rows[-1].added}, len(rows))
