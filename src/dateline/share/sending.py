"""What a partner was given -> its TAXII 2.1 server, on from where the last sending ended.

In the order in which it was given, so that nothing points to what hasn't come. After each envelope that the server took, the date
added of its last object is kept: whatever kills a sending, the next one goes on there, and sends at most one envelope twice. The
same objects twice are no error by the standard (TAXII 2.1, section 5.5); where a server counts them as failures, it is asked whether it
has them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import RefusedSource, UnreadableSource, UsageError
from dateline.intake.fetching import Fetcher
from dateline.record import Record
from dateline.record.given import ALL, Wanted
from dateline.share.receive.taxii import TaxiiServer, TaxiiSource
from dateline.share.stix.versions import STIX

SENT = "sent"
"""The action of a line of the log that says how far sending has come."""

ENVELOPE = 500
LOOKS, SECONDS_BETWEEN = 30, 2.0
"""How often a server that takes its time is asked for the status of an envelope."""

Wait = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """An envelope that a server took: how many objects, and the date added of the last one."""

    collection: str
    objects: int
    added: str


def push(
    record: Record, target: TaxiiSource, fetcher: Fetcher, most: int = ENVELOPE, wait: Wait = time.sleep
) -> Iterator[Sent]:
    """Send what is new since the last time, envelope by envelope. Raises SourceError, UsageError; what was taken stays noted."""
    with record.view() as view:
        view.exchange().partner(target.partner)
    server = TaxiiServer(target, fetcher)
    collection = _one(server.collections("can_write"), target.url)
    while (sent := _next(record, target.partner, server, collection, most, wait)) is not None:
        yield sent


def _one(found: list[str], url: str) -> str:
    if not found:
        raise UnreadableSource(url, "it has no collection that takes anything from us", "ask the partner")
    if len(found) > 1:
        raise UsageError(
            f"{url}: it has several collections that take something; name one: {', '.join(found)}"
        )
    return found[0]


def _next(
    record: Record, partner: str, server: TaxiiServer, collection: str, most: int, wait: Wait
) -> Sent | None:
    with record.view() as view:
        exchange = view.exchange()
        kept = exchange.noted(partner, SENT, collection) or {}
        wanted = Wanted(after=str(kept.get("added_after", "")), versions=(ALL,), limit=most)
        page, _ = exchange.given_page(partner, STIX.name, wanted)
    if not page:
        return None
    status = _settled(server, collection, server.send(collection, [row.body for row in page]), wait)
    _check(status, collection, server)
    sent = Sent(collection, len(page), page[-1].added)
    with record.writer() as writer:
        detail = {"added_after": sent.added, "objects": sent.objects, "status": str(status.get("id", ""))}
        writer.exchange().note(SENT, partner, collection, "", detail)
    return sent


def _settled(
    server: TaxiiServer, collection: str, status: Mapping[str, Any], wait: Wait
) -> Mapping[str, Any]:
    """The status once it is no longer pending. Raises UnreadableSource where that takes too long."""
    for _ in range(LOOKS):
        if status.get("status") != "pending":
            return status
        wait(SECONDS_BETWEEN)
        status = server.status(collection, str(status.get("id")))
    raise UnreadableSource(collection, "it doesn't get done with what was sent", "send again later")


def _check(status: Mapping[str, Any], collection: str, server: TaxiiServer) -> None:
    """Raise RefusedSource where objects were refused that the server doesn't have."""
    listed = [f for f in status.get("failures") or () if isinstance(f, dict)]
    failed = [f for f in listed if not _is_there(f, collection, server)]
    counted = status.get("failure_count")
    unnamed = isinstance(counted, int) and counted > len(listed)
    if failed or unnamed:
        first = f"the first: {failed[0].get('id')}: {failed[0].get('message')}" if failed else "it names none"
        raise RefusedSource(
            collection,
            f"it refused {counted} objects, {first}",
            "ask the partner; what it took before is noted",
        )


def _is_there(failure: Mapping[str, Any], collection: str, server: TaxiiServer) -> bool:
    """Whether the server has a version that it calls a failure: it says so, or shows it."""
    said = "already" in str(failure.get("message", "")).lower()
    return said or server.has(collection, str(failure.get("id")), str(failure.get("version")))
