"""The writing side of sharing: every decision and every act is a row, and a line of the chained log."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import time
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, insert, or_, select

from dateline.errors import UnknownItem, UsageError
from dateline.model.document import Document
from dateline.model.marking import Marking, Target
from dateline.model.marking_codec import marking_to_dict, target_to_dict
from dateline.model.partner import Consent, Partner
from dateline.model.reply import Opinion
from dateline.record.exchange import REPLIED, Exchange
from dateline.record.exchange_log import append
from dateline.record.exchange_tables import (
    consents,
    markings,
    partner_changes,
    receipts,
    received_documents,
    received_objects,
    received_references,
    release_secrets,
    released_objects,
    releases,
)
from dateline.record.references import references
from dateline.record.schema import FIRST_OF_URL, URL_CHARACTERS, documents, judgements
from dateline.record.statements import batches, insert_rows

SECRET_BYTES = 32


class ExchangeWriter:
    """Sharing's part of one transaction, under that transaction's author."""

    def __init__(self, connection: Connection, author: str, now: Callable[[], str]) -> None:
        self._connection, self._author, self._now = connection, author, now
        self.exchange = Exchange(connection)

    def keep_partner(self, partner: Partner, reason: str = "", *, removed: bool = False) -> None:
        """Add or change a partner, or remove it. What it was called before stays on record."""
        body = {
            "name": partner.name,
            "clearance": partner.clearance.value,
            "keys": list(partner.keys),
            "credential": partner.credential,
        }
        self._row(partner_changes, reason, partner=partner.id, removed=removed, body=body)
        told = {**body, "credential": partner.credential is not None}
        self.note("partner removed" if removed else "partner kept", partner.id, partner.id, reason, told)

    def remove_partner(self, key: str, reason: str) -> None:
        """From now on nothing is released to a partner. Raises UnknownItem."""
        self.keep_partner(replace(self.exchange.partner(key), credential=None), reason, removed=True)

    def mark(self, target: Target, marking: Marking, reason: str = "") -> None:
        """Put a marking on something. Raises UnknownItem where it, or a partner that is named, isn't there."""
        self._check_target(target)
        for key in marking.release_to:
            self.exchange.partner(key)
        body = marking_to_dict(marking)
        at = target_to_dict(target)
        self._row(markings, reason, body=body, **at)
        self.note("marked", "", str(target), reason, {**body, "target": at})

    def keep_consent(self, consent: Consent, reason: str) -> None:
        """Keep whether a recipient may have what came from an originator."""
        self._row(
            consents, reason, originator=consent.originator, recipient=consent.recipient, given=consent.given
        )
        told = {"given": consent.given, "recipient": consent.recipient}
        self.note("consent", consent.originator, consent.recipient, reason, told)

    def secret(self) -> bytes:
        """The record's secret, made the first time."""
        found = self.exchange.secret()
        if found is None:
            found = secrets.token_bytes(SECRET_BYTES)
            self._connection.execute(insert(release_secrets).values(at=self._now(), secret=found))
        return found

    def keep_release(self, partner: str, action: str, reason: str, detail: Mapping[str, Any]) -> int:
        """Keep an act of release; its number."""
        number = self._row(releases, reason, partner=partner, action=action, detail=dict(detail))
        self.note(f"release {action}", partner, str(number), reason, detail)
        return number

    def keep_released(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Keep versions of objects: `release`, `partner`, `kind`, `id`, `version`, `added`, `body`."""
        listed = [dict(row) for row in rows]
        if listed:
            self._connection.execute(insert(released_objects), listed)

    def keep_receipt(self, partner: str, origin: str, media: str, content: bytes) -> int:
        """Keep bytes as they came; their number. The same bytes from the same partner are kept once."""
        digest = sha256(content).hexdigest()
        same = select(receipts.c.number).where(receipts.c.digest == digest, receipts.c.partner == partner)
        known = self._connection.execute(same.limit(1)).scalar()
        if known is not None:
            return int(known)
        row = {"partner": partner, "origin": origin, "media": media, "digest": digest, "content": content}
        number = self._row(receipts, "", **row)
        self.note("received", partner, str(number), "", {"digest": digest, "bytes": len(content)})
        return number

    def keep_received(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Keep objects as they came: `receipt`, `partner`, `id`, `version`, `digest`, `body`; and what they point to."""
        listed = [dict(row) for row in rows]
        if listed:
            self._connection.execute(insert(received_objects), listed)
            self._keep_references(listed[0]["partner"], listed)

    def _keep_references(self, partner: str, rows: Sequence[Mapping[str, Any]]) -> None:
        told = dict.fromkeys((ref, row["id"]) for row in rows for ref in references(row["body"]))
        c, there = received_references.c, set[tuple[str, str]]()
        for some in batches([key for _, key in told]):
            query = select(c.ref, c.object).where(c.partner == partner, c.object.in_(some))
            there.update((row.ref, row.object) for row in self._connection.execute(query))
        ours = self.exchange.ever_given(partner, "stix", [ref for ref, _ in told])
        new = [
            {"partner": partner, "ref": ref, "object": key, "ours": ref in ours}
            for ref, key in told
            if (ref, key) not in there
        ]
        insert_rows(self._connection, received_references, new)

    def keep_origin(self, document: str, receipt: int, partner: str, of: str, echo: bool) -> None:
        """Keep that a document was made of a partner's object."""
        row = {"document": document, "receipt": receipt, "partner": partner, "object": of, "echo": echo}
        self._connection.execute(insert(received_documents).values(**row))

    def reply(self, partner: str, of: str, opinion: Opinion | None, text: str) -> None:
        """Keep an opinion on an object of a partner, or a question; the next release tells it. Raises UnknownItem."""
        self.exchange.partner(partner)
        if next(self.exchange.received_objects(partner, of), None) is None:
            raise UnknownItem(f"{of}: no object of this id came from {partner}")
        self.note(REPLIED, partner, of, "", {"opinion": opinion.value if opinion else None, "text": text})

    def same_article(self, document: Document) -> str | None:
        """The first document of our own of the same address, or of the same outlet and moment of publication."""
        theirs = select(received_documents.c.document)
        return self._same(document, documents.c.id.not_in(theirs))

    def same_through_others(self, document: Document, partner: str) -> str | None:
        """The first document of the same article that came through another partner.

        A day without an hour, as described sources have it, doesn't tell two articles apart, so that it isn't looked at.
        """
        c = received_documents.c
        others = documents.c.id.in_(select(c.document).where(c.partner != partner))
        whole = document.published is not None and document.published.time() != time()
        return self._same(document if whole else replace(document, published=None), others)

    def _same(self, document: Document, among: ColumnElement[bool]) -> str | None:
        same = [_of_url(document.url)] if document.url else []
        if document.outlet and document.published:
            moment = document.published.isoformat()
            same.append(and_(documents.c.outlet == document.outlet, documents.c.published == moment))
        if not same:
            return None
        query = select(documents.c.id).where(or_(*same), among)
        return self._connection.execute(query.order_by(documents.c.number).limit(1)).scalar()

    def note(
        self, action: str, partner: str, item: str, reason: str = "", detail: Mapping[str, Any] | None = None
    ) -> None:
        """Add a line to the log."""
        told = {"at": self._now(), "author": self._author, "action": action, "partner": partner}
        append(self._connection, {**told, "item": item, "reason": reason, "detail": dict(detail or {})})

    def _row(self, table: Table, reason: str, **values: Any) -> int:
        row = {"at": self._now(), "author": self._author, "reason": reason, **values}
        key = self._connection.execute(insert(table).values(**row)).inserted_primary_key
        return int(key[0]) if key else 0

    def _check_target(self, target: Target) -> None:
        if target.judgement is not None:
            query = select(judgements.c.number).where(judgements.c.number == target.judgement)
        elif target.document is not None:
            query = select(documents.c.number).where(documents.c.id == target.document)
        else:
            raise UsageError("a marking needs a document, a claim or a judgement to be put on")
        if self._connection.execute(query).first() is None:
            raise UnknownItem(f"{target}: nothing on record has this id")


def _of_url(url: str) -> ColumnElement[bool]:
    first = FIRST_OF_URL
    return and_(first == url[:URL_CHARACTERS], documents.c.url == url)
