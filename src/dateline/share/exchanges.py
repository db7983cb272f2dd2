"""The formats that hold more than incidents: readings, claims, sources and handling, for exchange between records.

In: a view, and whether it is a partner's. Out: one file. A format is one row of EXCHANGES; what it can't hold is listed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid5

from dateline.errors import UsageError
from dateline.record.exchange import Exchange
from dateline.record.view import View
from dateline.share.misp.events import misp_events
from dateline.share.misp.feed import write_feed
from dateline.share.release.offers import Maker
from dateline.share.stix.constants import HOUSE
from dateline.share.stix.export import stix_objects
from dateline.share.stix.versions import STIX, dated
from dateline.share.whole import whole_view

Write = Callable[[Iterable[Mapping[str, Any]], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """A format by the name that commands take; its writers take STIX objects, from which all of these formats are made.

    `write` writes a file, `folder` a folder.
    """

    name: str
    media_type: str
    write: Write | None = None
    folder: Callable[[Iterable[Mapping[str, Any]], Path], int] | None = None
    losses: tuple[str, ...] = ()


def write_stix(objects: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """One bundle, an object a line; its id follows from its content (STIX 2.1, section 8)."""
    lines = [json.dumps(item, ensure_ascii=False, allow_nan=False) for item in objects]
    key = uuid5(HOUSE, "\n".join(lines))
    out.write(f'{{"type": "bundle", "id": "bundle--{key}", "objects": [\n'.encode())
    out.write(",\n".join(lines).encode())
    out.write(b"\n]}\n")


def write_misp(objects: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """The events as a MISP's answer, one a line."""
    out.write(b'{"response": [')
    for number, event in enumerate(misp_events(dict(item) for item in objects)):
        out.write((",\n" if number else "\n").encode())
        out.write(json.dumps(event, ensure_ascii=False, allow_nan=False).encode())
    out.write(b"\n]}\n")


def write_misp_feed(objects: Iterable[Mapping[str, Any]], folder: Path) -> int:
    """The events as a folder in MISP's feed format."""
    return write_feed(misp_events(dict(item) for item in objects), folder)


LOST = ("rules by which the reader made values", "where a document was fetched from", "the record's history")

EXCHANGES: tuple[ExchangeFormat, ...] = (
    ExchangeFormat("stix", "application/stix+json;version=2.1", write_stix, losses=LOST),
    ExchangeFormat("misp", "application/json", write_misp, losses=LOST),
    ExchangeFormat("misp-feed", "inode/directory", folder=write_misp_feed, losses=LOST),
)


def find_exchange(name: str) -> ExchangeFormat:
    """The format of that name. Raises UsageError."""
    found = next((f for f in EXCHANGES if f.name == name), None)
    if found is None:
        raise UsageError(
            f"{name} is no exchange format; choose one of {', '.join(f.name for f in EXCHANGES)}"
        )
    return found


def given_objects(exchange: Exchange, partner: str) -> list[dict[str, Any]]:
    """The STIX objects that a partner has, with those that are revoked, in the order in which they were given."""
    exchange.partner(partner)
    newest = exchange.newest_released(partner, STIX.name)
    return [r.body for r in sorted(newest.values(), key=lambda r: r.number) if not r.body.get("withdrawn")]


def own_objects(view: View, maker: Maker, names: bool, moment: str) -> list[dict[str, Any]]:
    """The whole record as STIX objects of one moment, for one's own use."""
    found = stix_objects(whole_view(view, names), maker.secret, maker.organisation)
    return [dated(item, moment, moment) for item in found.values()]
