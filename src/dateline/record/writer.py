"""The writing side of a record: one transaction's documents, readings, incidents and history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from dateline.errors import MalformedSource, ReaderError, UsageError
from dateline.intake.duplicates import Signature
from dateline.model.codec import trusted_reading
from dateline.model.document import Document
from dateline.model.incident import Incident
from dateline.model.judgement import Action, Decision
from dateline.model.reading import Reading
from dateline.record import rows
from dateline.record.copies import earlier_copy, keep_keys
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.incremental import index_all, link_readings
from dateline.record.judging import keep_judgement, newest_judgement, retracted_documents
from dateline.record.kept import make_of_readings
from dateline.record.kept_tables import tally_scopes
from dateline.record.linking import Through, linked_some, linked_through, replace_incidents
from dateline.record.reading_states import FAILED, KEPT, READ
from dateline.record.rejudging import link_judgements
from dateline.record.relating import keep_sayings
from dateline.record.schema import documents, events, history, judgements, readings, tallies, waiting
from dateline.record.storable import check_storable, unstorable
from dateline.record.tally_questions import scope_rows
from dateline.resolve.link import Linked


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a document: whether it is `new`, and whether it has been `read`.

    `duplicate_of` is the earlier document whose text it repeats, `similarity` (0 to 1) how much of it.
    """

    new: bool
    read: bool
    duplicate_of: str | None = None
    similarity: float | None = None


class Writer:
    """One transaction; all that it does stands in the history under its author."""

    def __init__(self, connection: Connection, author: str, clock: Callable[[], datetime]) -> None:
        self._connection, self._author, self._clock = connection, author, clock

    def keep_document(self, document: Document, repeats: str | None = None, *, telling: bool = True) -> Kept:
        """Keep a document as received, unless the same text is kept under its id already.

        `repeats` is a document that it is known to repeat, whatever its words; a text that isn't `telling` was made of
        values, so that it is never taken for a copy because of its words.
        Raises MalformedSource where another text has this id, or where the text can't be stored.
        """
        check_storable(document)
        kept = self._connection.execute(
            select(documents.c.text_hash, documents.c.duplicate_of, documents.c.similarity).where(
                documents.c.id == document.id
            )
        ).first()
        if kept is None:
            return self._keep_new(document, repeats, telling and repeats is None)
        if kept.text_hash != rows.text_hash(document):
            problem = "another text is kept under this id"
            raise MalformedSource(document.id, problem, "give it an id of its own")
        return Kept(False, self._is_read(document.id), kept.duplicate_of, kept.similarity)

    def _keep_new(self, document: Document, repeats: str | None, compare: bool) -> Kept:
        signature = Signature.of(document.text)
        copy = earlier_copy(self._connection, signature) if compare else None
        earlier, similarity = (copy.earlier, copy.similarity) if copy else (repeats, None)
        row = rows.document_row(document, signature)
        row |= {"received": self._now(), "duplicate_of": earlier, "similarity": similarity}
        number = self._insert(documents, row)
        keep_keys(self._connection, number, signature)
        self._insert(waiting, {"document": number})
        copied = {"duplicate_of": earlier, "similarity": similarity} if earlier else {}
        self.note(KEPT, document.id, {"hash": row["text_hash"], **copied})
        return Kept(True, False, earlier, similarity)

    def keep_reading(self, reading: Reading) -> bool:
        """Keep a reading; False where this document's reading by the same reader is kept already.

        The newest reading of a document is the one that counts from now on; older ones stay. Raises ReaderError for one
        that no store can keep.
        """
        key, reader, body = reading.document.id, reading.reader, rows.reading_body(reading)
        if problem := unstorable(body):
            raise ReaderError(f"{key}: its reading can't be kept, as {problem}; please report it")
        if self._is_read(key, readings.c.version == reader.version, readings.c.model == reader.model):
            return False
        row = {"document": key, "version": reader.version, "model": reader.model, "at": self._now()}
        number = self._insert(readings, {**row, "body": body})
        of = {"document": key, "reading": number}
        self._replace(events, key, [{**of, **rows.event_row(event)} for event in reading.events])
        told = [{**of, **rows.tally_row(reading.document, tally)} for tally in reading.tallies]
        self._replace(tallies, key, told)
        self._replace(tally_scopes, key, scope_rows(key, reading.tallies))
        keep_sayings(self._connection, key, None if self._is_retracted(key) else reading)
        self._waits_no_longer(key)
        self.note(READ, key, {"reading": number, "version": reader.version, "model": reader.model})
        return True

    def has_reading(self, reading: Reading) -> bool:
        """Whether the newest reading of a document is this one, of this text."""
        return self._newest(reading.document.id) == reading

    def text_of(self, document: str) -> str | None:
        """The text of a document; None where there is no such."""
        row = self._connection.execute(select(documents).where(documents.c.id == document)).first()
        return rows.document_from(row).text if row else None

    def retracted(self) -> frozenset[str]:
        """The documents that no longer count."""
        return retracted_documents(self._connection)

    def keep_failure(self, document: str, reason: str) -> None:
        """Keep that a document couldn't be read: it is tried again when it is added again."""
        self._waits_no_longer(document)
        shown = reason.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode()
        self.note(FAILED, document, {"reason": shown})

    def exchange(self) -> ExchangeWriter:
        """The part of the transaction that is about sharing."""
        return ExchangeWriter(self._connection, self._author, self._now)

    def judge(self, decision: Decision) -> int:
        """Keep a person's judgement under this transaction's author; its number.

        Raises UnknownItem where it undoes one that isn't there, and UsageError for words that no store can keep.
        """
        if problem := unstorable([self._author, decision.reason, decision.value]):
            raise UsageError(
                f"the judgement on {decision.item} can't be kept: {problem}; write it again without"
            )
        takes_out = decision.action in (Action.RETRACT, Action.UNDO)
        before = self.retracted() if takes_out else frozenset()
        number = keep_judgement(self._connection, self._now(), self._author, decision)
        for document in sorted(before ^ self.retracted()) if takes_out else ():
            self._keep_sayings(document, silent=document not in before)
        told = {"judgement": number, "field": decision.field, "undoes": decision.undoes}
        detail = {key: value for key, value in told.items() if value is not None}
        self.note(f"judged: {decision.action.value}", decision.item, {**detail, "reason": decision.reason})
        return number

    def replace_incidents(self, incidents: Sequence[Incident], through: Through) -> int | None:
        """Put incidents made of what `through` says in place of those kept; how many there are.

        They come under ids of their own where their reports mostly stayed together. Incidents made of more, which
        another process may have put here meanwhile, stay. None where neither was made of all that the other was
        made of, so that they have to be made again.
        """
        return replace_incidents(self._connection, incidents, through, self.note)

    def index_linked(self, linked: Linked, through: Through) -> None:
        """Keep what linking the whole record found out, unless incidents were made of more than `through` says."""
        if through.covers(linked_through(self._connection)):
            index_all(self._connection, linked)

    def make_answers(self) -> None:
        """Make anew what is kept beside readings so that lists needn't look at all of them."""
        make_of_readings(self._connection)

    def link_next(self, most: int) -> int:
        """Bring up to `most` readings that came after the last linking into the incidents; how many there were."""
        there = linked_through(self._connection)
        after = readings.c.number > there.reading
        query = select(readings.c.number, readings.c.document).where(after).order_by(readings.c.number)
        new = self._connection.execute(query.limit(most)).all()
        if new:
            link_readings(self._connection, dict.fromkeys(row.document for row in new), self.note)
            linked_some(self._connection, Through(new[-1].number, there.judgement), self.note)
        return len(new)

    def link_judgements(self) -> None:
        """Bring the incidents in line with the judgements that came after the last linking."""
        there, newest = linked_through(self._connection), newest_judgement(self._connection)
        if newest > there.judgement:
            link_judgements(self._connection, there.judgement, self.note)
            linked_some(self._connection, Through(there.reading, newest), self.note)

    def note(self, action: str, item: str, detail: Mapping[str, Any]) -> None:
        """Add a line to the history."""
        row = {"at": self._now(), "author": self._author, "action": action, "item": item}
        self._connection.execute(insert(history).values(**row, detail=dict(detail)))

    def _is_retracted(self, document: str) -> bool:
        c = judgements.c
        query = select(c.number).where(c.item == document, c.action == Action.RETRACT.value).limit(1)
        return self._connection.execute(query).first() is not None and document in self.retracted()

    def _keep_sayings(self, document: str, silent: bool) -> None:
        """What a document says of actors counts again, or no longer."""
        kept = self._newest(document)
        keep_sayings(self._connection, document, None if silent or kept is None else kept)

    def _newest(self, document: str) -> Reading | None:
        query = select(readings.c.body, documents).join(documents, documents.c.id == readings.c.document)
        query = query.where(documents.c.id == document).order_by(readings.c.number.desc())
        row = self._connection.execute(query.limit(1)).first()
        return trusted_reading(row.body, rows.document_from(row)) if row else None

    def _is_read(self, document: str, *conditions: Any) -> bool:
        query = select(readings.c.number).where(readings.c.document == document, *conditions)
        return self._connection.execute(query.limit(1)).first() is not None

    def _waits_no_longer(self, document: str) -> None:
        number = select(documents.c.number).where(documents.c.id == document).scalar_subquery()
        self._connection.execute(delete(waiting).where(waiting.c.document == number))

    def _insert(self, table: Table, row: Mapping[str, Any]) -> int:
        key = self._connection.execute(insert(table).values(**row)).inserted_primary_key
        return int(key[0]) if key else 0

    def _replace(self, table: Table, document: str, new: Sequence[Mapping[str, Any]]) -> None:
        self._connection.execute(delete(table).where(table.c.document == document))
        if new:
            self._connection.execute(insert(table), new)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
