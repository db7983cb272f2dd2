"""What sharing keeps: the chained log, deliveries against their digests, documents of partners against their objects."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, exists, select

from dateline.record.checking.fault import BACKUP, Checked, Fault
from dateline.record.exchange_log import broken
from dateline.record.exchange_tables import receipts, received_documents, received_objects


def check_exchange(connection: Connection) -> Checked:
    """Look at the log, every delivery, and every document that came from a partner."""
    yield tuple(_of_log(connection))
    for row in connection.execute(select(receipts).order_by(receipts.c.number)):
        same = sha256(row.content).hexdigest() == row.digest
        yield () if same else (Fault(f"receipt {row.number}", "its bytes don't have its digest", BACKUP),)
    yield tuple(_of_documents(connection))


def _of_log(connection: Connection) -> Iterator[Fault]:
    at = broken(connection)
    if at is not None:
        yield Fault(f"line {at} of the log of sharing", "it doesn't follow from the line before it", BACKUP)


def _of_documents(connection: Connection) -> Iterator[Fault]:
    c = received_documents.c
    came = exists().where(received_objects.c.partner == c.partner, received_objects.c.id == c.object)
    for row in connection.execute(select(c.document, c.object).where(~came).order_by(c.number)):
        yield Fault(row.document, f"it was made of {row.object}, which is not on record", BACKUP)
