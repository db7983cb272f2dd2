"""Opening a record: made by one or by several, the same again, refused in words where it is none."""

from __future__ import annotations

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fake_reader import read, report
from sqlalchemy import text

from dateline.errors import RecordError
from dateline.record import Record
from dateline.record.backend import backend_at
from dateline.record.migrate import NEWEST
from dateline.record.schema import metadata


def keep(record: Record, number: int) -> None:
    with record.writer() as writer:
        writer.keep_document(report(number))
        writer.keep_reading(read(report(number)))


def in_schema(thing: object, name: str, kind: str, *rest: object) -> bool:
    """Indexes on expressions and words, which the two databases spell differently, stand in their migration only."""
    if name.startswith("document_words") or name in ("words", "documents_by_words"):
        return False
    return kind != "index" or not name.startswith(("incidents_in_order", "tallies_in_order"))


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_a_new_record_has_the_tables_of_the_schema(place: str, record: Record) -> None:
    engine = backend_at(place).engine
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": in_schema})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_record_is_the_same_when_opened_again(place: str, record: Record) -> None:
    keep(record, 1)
    record.close()
    with Record.open(place) as again, again.view() as view:
        assert view.reading("r0001") == read(report(1))


def test_a_record_can_be_read_while_another_writes(place: str, record: Record) -> None:
    keep(record, 1)
    with record.writer() as writer, Record.open(place) as other, other.view() as view:
        writer.keep_document(report(2))
        assert [document.id for document in view.documents()] == ["r0001"]


def test_several_may_make_the_same_record_at_once(place: str) -> None:
    code = f"from dateline.record import Record; Record.open({place!r})"
    makers = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [maker.wait() for maker in makers] == [0, 0]


def execute(place: str, statement: str) -> None:
    engine = backend_at(place).engine
    with engine.execution_options(dateline_writes=True).begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_what_is_no_record_is_refused(place: str) -> None:
    execute(place, "CREATE TABLE songs (title TEXT)")
    with pytest.raises(RecordError, match="it is not a record, as it holds the tables songs"):
        Record.open(place)


def test_a_record_of_a_newer_version_is_refused(place: str, record: Record) -> None:
    execute(place, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match=f"layout 9999, newer than the {NEWEST}"):
        Record.open(place)
