"""What came from partners: bytes as they came, their objects, and the documents that were made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dateline.errors import UnknownItem
from dateline.record.exchange_tables import (
    receipts,
    received_documents,
    received_objects,
    received_references,
)
from dateline.record.schema import documents
from dateline.record.statements import batches


@dataclass(frozen=True, slots=True)
class Receipt:
    """Bytes as they came from a partner."""

    number: int
    at: datetime
    partner: str
    origin: str
    media: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class ReceivedObject:
    """One version of an object of a partner, as it came."""

    receipt: int
    partner: str
    id: str
    version: str
    digest: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReceivedDocument:
    """A document that was made of a partner's object; an `echo` is of an article that we have too.

    `repeats` is the document whose text it repeats, by its words or as the partner says.
    """

    document: str
    receipt: int
    partner: str
    object: str
    echo: bool
    repeats: str | None


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version that came before: who sent it, who made it, and the digest of its content."""

    id: str
    version: str
    partner: str
    creator: str | None
    digest: str


HELD = "held:"
"""Before a partner's id: under this name stand objects of a delivery that came and of which nothing was made, so that the partner
is told later what it would be told if they had been kept."""


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Rows by their numbers; a database that is asked for this order may walk over all rows of the table for it."""
    return sorted(rows, key=lambda row: row.number)


class Incoming:
    """Questions about what came in to one state of a record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def received_documents(self, some: Collection[str] | None = None) -> tuple[ReceivedDocument, ...]:
        """The documents that came from partners, or those of `some` that did."""
        query = select(received_documents, documents.c.duplicate_of).join(
            documents, documents.c.id == received_documents.c.document
        )
        if some is not None:
            query = query.where(received_documents.c.document.in_(some))
        return tuple(
            ReceivedDocument(r.document, r.receipt, r.partner, r.object, r.echo, r.duplicate_of)
            for r in self._connection.execute(query.order_by(received_documents.c.number))
        )

    def came_of(self, some: Collection[int]) -> dict[int, tuple[int, int]]:
        """How many objects were new in each of some receipts, and how many documents were made of them."""
        counted = []
        for table in (received_objects, received_documents):
            query = select(table.c.receipt, func.count()).where(table.c.receipt.in_(some))
            rows: Any = self._connection.execute(query.group_by(table.c.receipt)).all()
            counted.append(dict(map(tuple, rows)))
        return {number: (counted[0].get(number, 0), counted[1].get(number, 0)) for number in some}

    def receipt(self, number: int) -> Receipt:
        """One receipt. Raises UnknownItem."""
        row = self._connection.execute(_receipts().where(receipts.c.number == number)).first()
        if row is None:
            raise UnknownItem(f"{number}: no receipt has this number; GET /api/v1/inbound lists them")
        return _receipt(row)

    def receipts(self, partner: str | None = None) -> tuple[Receipt, ...]:
        """What came in, oldest first."""
        query = _receipts().order_by(receipts.c.number)
        if partner is not None:
            query = query.where(receipts.c.partner == partner)
        return tuple(map(_receipt, self._connection.execute(query)))

    def known_versions(self, keys: Collection[str]) -> Iterator[KnownVersion]:
        """Every version that came of some objects, from whomever, oldest first within each."""
        c = received_objects.c
        creator = c.body["created_by_ref"].as_string().label("creator")
        for some in batches(keys):
            query = select(c.number, c.id, c.version, c.partner, creator, c.digest).where(c.id.in_(some))
            for row in in_order(self._connection.execute(query)):
                yield KnownVersion(row.id, row.version, row.partner, row.creator, row.digest)

    def newest_received(self, partner: str, keys: Collection[str]) -> dict[str, dict[str, Any]]:
        """The newest version of each of some objects that came from a partner, by id."""
        c, newest = received_objects.c, dict[str, tuple[datetime, dict[str, Any]]]()
        for some in batches(keys):
            query = select(c.number, c.id, c.version, c.body).where(c.partner == partner, c.id.in_(some))
            for row in in_order(self._connection.execute(query)):
                moment = datetime.fromisoformat(row.version)
                if row.id not in newest or moment > newest[row.id][0]:
                    newest[row.id] = moment, row.body
        return {key: body for key, (_, body) in newest.items()}

    def referring(self, partner: str, refs: Collection[str]) -> frozenset[str]:
        """The ids of a partner's objects that point to some."""
        c, found = received_references.c, set[str]()
        for some in batches(refs):
            query = select(c.object).where(c.partner == partner, c.ref.in_(some))
            found.update(self._connection.execute(query).scalars())
        return frozenset(found)

    def about_ours(self, partner: str) -> tuple[tuple[str, str], ...]:
        """What of a partner's objects points to what we gave it: pairs of its object and of ours."""
        c = received_references.c
        query = select(c.object, c.ref).where(c.partner == partner, c.ours.is_(True))
        return tuple(
            (row.object, row.ref) for row in self._connection.execute(query.order_by(c.object, c.ref))
        )

    def made_of(self, keys: Collection[str]) -> tuple[ReceivedDocument, ...]:
        """The documents that were made of some objects, oldest first."""
        c, found = received_documents.c, list[ReceivedDocument]()
        for some in batches(keys):
            query = select(received_documents).where(c.object.in_(some))
            found += [
                ReceivedDocument(r.document, r.receipt, r.partner, r.object, r.echo, None)
                for r in in_order(self._connection.execute(query))
            ]
        return tuple(found)

    def received_objects(
        self, partner: str | None = None, key: str | None = None, receipt: int | None = None
    ) -> Iterator[ReceivedObject]:
        """Every version of what came from a partner, or from all, oldest first; of one object, or of one receipt.

        What is held is told of a receipt alone.
        """
        query = select(received_objects).order_by(received_objects.c.number)
        if partner is not None:
            query = query.where(received_objects.c.partner == partner)
        if key is not None:
            query = query.where(received_objects.c.id == key)
        if receipt is not None:
            query = query.where(received_objects.c.receipt == receipt)
        elif partner is None:
            query = query.where(~received_objects.c.partner.startswith(HELD))
        for row in self._connection.execute(query):
            yield ReceivedObject(row.receipt, row.partner, row.id, row.version, row.digest, row.body)


def _receipts() -> Select[Any]:
    c = receipts.c
    size = func.length(c.content).label("size")
    return select(c.number, c.at, c.partner, c.origin, c.media, c.digest, size)


def _receipt(row: Any) -> Receipt:
    at = datetime.fromisoformat(row.at)
    return Receipt(row.number, at, row.partner, row.origin, row.media, row.digest, int(row.size))
