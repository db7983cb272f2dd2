"""What a partner gave -> a signed file that says what of it is here and what is gone; and such a file -> releases that are confirmed.

For partners without a network: whoever received makes it, whoever released takes it and verifies it with the receiver's keys. It
tells nothing that the other side doesn't know: ids and versions of its own objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.errors import MalformedSource
from dateline.record import Record, View
from dateline.record.exchange import Exchange, Released
from dateline.share.bundles import write_file_and_signature
from dateline.share.receive.delivery import Delivery
from dateline.share.receive.parsing import parse_json
from dateline.share.release.acts import ACKNOWLEDGED, acknowledged
from dateline.share.release.ids import Ids
from dateline.share.stix.versions import STIX

FORMAT = "dateline acknowledgement 1"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A partner that was ever given a document: the releases that did so first and last; whether it still has it.

    `confirmed` says that it acknowledged the last of them.
    """

    partner: str
    first: int
    last: int
    has_it: bool
    confirmed: bool


def write_acknowledgement(record: Record, partner: str, path: Path, private: str, moment: datetime) -> Path:
    """Write the file and its signature; the path of the latter. Raises UnknownItem, UsageError."""
    with record.view() as view:
        view.exchange().partner(partner)
        told = _told(view, partner, moment)
    return write_file_and_signature(json.dumps(told, indent=0).encode(), path, private)


def take_acknowledgement(record: Record, partner: str, delivery: Delivery, author: str) -> tuple[int, ...]:
    """Verify a partner's file, and keep that it confirms releases; the numbers of those that it confirms for the first time.

    Raises RefusedSource where it isn't signed by the partner, MalformedSource where it is no such file.
    """
    with record.view() as view:
        exchange = view.exchange()
        content = delivery.verified(exchange.partner(partner)).unpacked()
        here, gone = _read(content, delivery.origin)
        known = acknowledged(exchange, partner)
        made = [r.number for r in exchange.releases(partner) if r.number not in known]
        found = tuple(n for n in made if _confirms(exchange.released_in(n, STIX.name), here, gone))
    digest = sha256(content).hexdigest()
    with record.writer(author) as writer:
        for number in found:
            detail = {"signed": True, "sha256": digest}
            writer.exchange().note(ACKNOWLEDGED, partner, str(number), "a signed file", detail)
    return found


def recipients(view: View, document: str) -> tuple[Recipient, ...]:
    """Who was ever given a document of ours, by partner. Raises UnknownItem."""
    view.document(document)
    exchange = view.exchange()
    secret = exchange.secret()
    if secret is None:
        return ()
    partners = dict.fromkeys(release.partner for release in exchange.releases())
    found = (_recipient(exchange, Ids(secret, partner), document) for partner in sorted(partners))
    return tuple(one for one in found if one is not None)


def _recipient(exchange: Exchange, ids: Ids, document: str) -> Recipient | None:
    report = f"report--{ids.uuid('report', ids.of('document', document))}"
    rows = exchange.versions_given(ids.partner, STIX.name, report)
    if not rows:
        return None
    last = rows[-1]
    confirmed = last.release in acknowledged(exchange, ids.partner)
    return Recipient(ids.partner, rows[0].release, last.release, not last.body.get("revoked"), confirmed)


def _told(view: View, partner: str, moment: datetime) -> dict[str, Any]:
    """The newest version of each object of a partner, and which of those that it revoked count for nothing here."""
    exchange, newest = view.exchange(), dict[str, tuple[datetime, str, bool]]()
    for found in exchange.received_objects(partner):
        of = datetime.fromisoformat(found.version)
        if found.id not in newest or of > newest[found.id][0]:
            newest[found.id] = of, found.version, bool(found.body.get("revoked"))
    revoked = [key for key, (_, _, gone) in newest.items() if gone]
    retracted = view.retracted()
    counts = {one.object for one in exchange.made_of(revoked) if one.document not in retracted}
    return {
        "format": FORMAT,
        "at": moment.astimezone(UTC).isoformat(timespec="seconds"),
        "here": {key: version for key, (_, version, _) in sorted(newest.items())},
        "gone": sorted(set(revoked) - counts),
    }


def _read(content: bytes, origin: str) -> tuple[Mapping[str, datetime], frozenset[str]]:
    told = parse_json(content, origin)
    try:
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        here = {str(key): datetime.fromisoformat(version) for key, version in told["here"].items()}
        return here, frozenset(map(str, told["gone"]))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise MalformedSource(
            origin, "it is no acknowledgement", "ask the partner for what `dateline release confirm` writes"
        ) from problem


def _confirms(rows: Iterable[Released], here: Mapping[str, datetime], gone: frozenset[str]) -> bool:
    """Whether everything of a release has come, and what it withdrew is gone. What isn't STIX can't be confirmed."""
    told = [row for row in rows if not row.body.get("withdrawn")]
    came = all(
        row.id in here
        and here[row.id] >= datetime.fromisoformat(row.body.get("modified") or row.body["created"])
        for row in told
    )
    return came and all(row.id in gone for row in told if row.body.get("revoked"))
