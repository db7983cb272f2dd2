"""Documents as they were received: the text against its hash and the history, copies against what they repeat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, exists, func, select

from dateline.intake.duplicates import Signature
from dateline.record.checking.fault import BACKUP, Checked, Fault
from dateline.record.reading_states import KEPT
from dateline.record.rows import document_from, text_hash
from dateline.record.schema import documents, fingerprints, history


def check_documents(connection: Connection) -> Checked:
    """Look at every document in the order in which they came."""
    earlier = documents.alias("earlier")
    c = documents.c
    received = select(func.min(history.c.number)).where(history.c.action == KEPT, history.c.item == c.id)
    query = (
        select(documents, earlier.c.number.label("repeats"), history.c.detail.label("kept"))
        .add_columns(exists().where(fingerprints.c.document == c.number).label("findable"))
        .outerjoin(earlier, earlier.c.id == c.duplicate_of)
        .outerjoin(history, history.c.number == received.correlate(documents).scalar_subquery())
        .order_by(c.number)
    )
    for row in connection.execute(query):
        yield tuple(Fault(row.id, problem, BACKUP) for problem in _problems(row))


def _problems(row: Any) -> Iterator[str]:
    found = text_hash(document_from(row))
    if row.text_hash != found:
        yield f"its text has the hash {found[:12]}, the record says {row.text_hash[:12]}"
    if row.kept is None:
        yield "the history does not say that it was kept"
    elif row.kept.get("hash") != row.text_hash:
        yield f"the history says that a text with the hash {str(row.kept.get('hash'))[:12]} was kept"
    yield from _of_copies(row)


def _of_copies(row: Any) -> Iterator[str]:
    signature = Signature.of(row.text)
    if (row.digest, row.signature) != (signature.digest, signature.to_bytes()):
        yield "the signature by which copies are found is not that of its text"
    if signature.sample and not row.findable:
        yield "it has no fingerprint by which copies are found"
    if row.duplicate_of is not None and (row.repeats is None or row.repeats >= row.number):
        yield f"it is kept as a copy of {row.duplicate_of}, which is no earlier document"
