"""A delivery -> the record: verified, parsed, checked against what came before, and kept.

All of a delivery is kept in one transaction, or nothing but a line of the log that says why it was refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from dateline.errors import DatelineError, SourceError
from dateline.record import Record, View
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.incoming import HELD
from dateline.record.references import all_references
from dateline.share.receive.bringing import Bringing, Received
from dateline.share.receive.checking import Before, Known, check
from dateline.share.receive.delivery import Delivery
from dateline.share.receive.parsing import parse
from dateline.share.stix.versions import STIX

REFUSED = "delivery refused"


Also = Callable[[ExchangeWriter, Received], None]


def receive(
    record: Record,
    delivery: Delivery,
    partner: str,
    *,
    unsigned: bool = False,
    closed: bool = True,
    also: Also = lambda writer, done: None,
) -> Received:
    """Verify, check and keep a delivery; link it afterwards. Raises SourceError, UnknownItem; then nothing was kept.

    `unsigned` takes what bears no signature, `closed` False what points to objects that come later; `also` keeps more in
    the same transaction.
    """
    with record.view() as view:
        sender = view.exchange().partner(partner)
    try:
        content = delivery.verified(sender, unsigned=unsigned).unpacked()
        parsed = parse(content, delivery.origin, partner)
        with record.view() as view:
            before = what_came(view, partner, parsed.objects)
        checked = check(parsed.objects, delivery.origin, partner, before, closed=closed)
    except SourceError as problem:
        _note_refusal(record, delivery, partner, problem)
        raise
    with record.writer(f"partner:{partner}") as writer:
        done = Bringing(writer, partner).keep(delivery, parsed, checked)
        also(writer.exchange(), done)
        return done


def what_came(view: View, partner: str, objects: Sequence[object], *, alone: bool = False) -> Before:
    """What came before of these objects and of those that they point to, from everybody.

    `alone` from this partner only, what was held of it too, so that it may be told what follows from what it sent.
    """
    exchange, keys = view.exchange(), _named(objects)
    versions: dict[tuple[str, str], Known] = {}
    makers: dict[str, Known] = {}
    kept: set[tuple[str, str]] = set()
    own = {partner, f"{HELD}{partner}"} if alone else {partner}
    for found in exchange.known_versions(keys):
        if found.partner not in own and (alone or found.partner.startswith(HELD)):
            continue
        sender = partner if found.partner in own else found.partner
        known = Known(sender, found.creator, found.digest)
        versions.setdefault((found.id, found.version), known)
        makers.setdefault(found.id, known)
        if found.partner in own:
            kept.add((found.id, found.version))
    return Before(versions, makers, frozenset(kept), exchange.ever_given(partner, STIX.name, keys))


def _named(objects: Sequence[object]) -> list[str]:
    """The ids of objects and of what they point to; what is no object is refused later."""
    dicts = [item for item in objects if isinstance(item, dict)]
    own = [item["id"] for item in dicts if isinstance(item.get("id"), str)]
    return list(dict.fromkeys((*own, *(ref for item in dicts for ref in all_references(item)))))


def _note_refusal(record: Record, delivery: Delivery, partner: str, problem: DatelineError) -> None:
    told = {"sha256": sha256(delivery.content).hexdigest(), "bytes": len(delivery.content)}
    with record.writer(f"partner:{partner}") as writer:
        writer.exchange().note(REFUSED, partner, delivery.origin, str(problem), told)


__all__ = ["REFUSED", "Received", "receive", "what_came"]
