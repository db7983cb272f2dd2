"""What the history says became of a document, and which documents nothing became of yet."""

from __future__ import annotations

from sqlalchemy import Select, exists, select

from dateline.record.schema import documents, history, readings

KEPT, READ, FAILED = "document kept", "reading kept", "reading failed"


def unread_documents() -> Select[tuple[int]]:
    """The numbers of documents that were kept and neither read nor failed to be, by looking at each."""
    read = exists().where(readings.c.document == documents.c.id)
    failed = exists().where(history.c.action == FAILED, history.c.item == documents.c.id)
    return select(documents.c.number).where(~read, ~failed)
