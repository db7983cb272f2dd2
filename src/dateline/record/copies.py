"""Which kept document a new text repeats, found by a few keys of its signature, at the same cost in any record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select

from dateline.intake.duplicates import CROWDED, KEYS, Duplicate, DuplicateIndex, DuplicateKind, Signature
from dateline.record.schema import documents, fingerprints


def earlier_copy(connection: Connection, signature: Signature) -> Duplicate | None:
    """The earlier document whose text this one repeats most; the earliest one where it is word for word."""
    same = select(documents.c.id).where(documents.c.digest == signature.digest).order_by(documents.c.number)
    exact = connection.execute(same.limit(1)).scalar()
    if exact is not None:
        return Duplicate(exact, 1.0, DuplicateKind.EXACT)
    alike = DuplicateIndex()
    for row in connection.execute(_candidates(_sharing(connection, signature))):
        alike.add_signature(row.id, Signature.from_bytes(row.signature))
    return alike.find(signature)


def first_copy(connection: Connection, document: str) -> str:
    """The document that begins a chain of copies; itself where it repeats none."""
    query = select(documents.c.duplicate_of).where(documents.c.id == document)
    earlier = connection.execute(query).scalar()
    return document if earlier is None else first_copy(connection, earlier)


def keep_keys(connection: Connection, number: int, signature: Signature) -> None:
    """Keep the keys by which later copies find the document with this number."""
    rows = [{"key": key, "document": number} for key in _keys(signature)]
    if rows:
        connection.execute(insert(fingerprints), rows)


def _sharing(connection: Connection, signature: Signature) -> set[int]:
    """The numbers of documents that share a key which few share; of the others no more are looked at than prove it."""
    few = select(fingerprints.c.document).where(fingerprints.c.key == bindparam("shared")).limit(CROWDED + 1)
    found: set[int] = set()
    for key in _keys(signature):
        sharing: Sequence[int] = connection.execute(few, {"shared": key}).scalars().all()
        found.update(sharing if len(sharing) <= CROWDED else ())
    return found


def _candidates(numbers: Iterable[int]) -> Select[Any]:
    c = documents.c
    return select(c.id, c.signature).where(c.number.in_(sorted(numbers))).order_by(c.number)


def _keys(signature: Signature) -> list[int]:
    """The smallest hashes as signed 64-bit numbers, which is what databases have."""
    return [value - 2**64 if value >= 2**63 else value for value in signature.sample[:KEYS]]
