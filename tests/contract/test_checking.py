"""A clean record passes the check; each kind of damage, made behind the record's back, is found and named."""

from __future__ import annotations

import pytest
from fake_reader import make_fake_reader, report
from runs import reports as documents
from sqlalchemy import Connection, text

from dateline.cli.check import PARTS
from dateline.engines.local import InProcess
from dateline.pipeline import add, judge
from dateline.record import Record, deciding
from dateline.record.backend import backend_at
from dateline.record.checking import CHECKS, Fault

DAMAGES = {
    "text": (
        "UPDATE documents SET text = replace(text, 'said', 'sang') WHERE id = 'r0001'",
        "r0001: its text has",
    ),
    "hash": ("UPDATE documents SET text_hash = 'abc' WHERE id = 'r0001'", "r0001: the history says"),
    "copy": (
        "UPDATE documents SET duplicate_of = 'r0005' WHERE id = 'r0001'",
        "r0001: it is kept as a copy of",
    ),
    "signature": ("UPDATE documents SET digest = signature WHERE id = 'r0001'", "r0001: the signature"),
    "name": ("DELETE FROM name_tails", "incident_places: the name"),
    "waiting": ("INSERT INTO waiting VALUES (1)", "document number 1: does not wait to be read"),
    "fingerprints": ("DELETE FROM fingerprints", "r0000: it has no fingerprint"),
    "note": ("DELETE FROM history WHERE item = 'r0001'", "r0001: the history does not say"),
    "span": (
        "UPDATE readings SET body = {replace} WHERE document = 'r0001'",
        "r0001: its reading points wrongly: events[0].trigger",
    ),
    "reading": (
        "UPDATE readings SET body = '[]' WHERE document = 'r0001'",
        "r0001: its reading can't be decoded",
    ),
    "reader": (
        "UPDATE readings SET version = '9' WHERE document = 'r0001'",
        "r0001: its reading was made by",
    ),
    "event": (
        "UPDATE events SET killed_low = 99 WHERE document = 'r0001'",
        "r0001/e1: events.killed_low has 99",
    ),
    "no event": ("DELETE FROM events WHERE document = 'r0001'", "r0001/e1: the table events has no row"),
    "no tally": ("DELETE FROM tallies WHERE document = 'r0001'", "r0001/t1: the table tallies has no row"),
    "scope": (
        "INSERT INTO tally_scopes SELECT document, tally, 'x', '2024-01-01', '2024-01-01', 1, 1 FROM tallies",
        "r0001/t1/x: the table tally_scopes has it",
    ),
    "tally": (
        "UPDATE tallies SET tally = 't9' WHERE document = 'r0001'",
        "r0001/t9: the table tallies has it",
    ),
    "column": ("UPDATE incidents SET killed_low = 99", ": incidents.killed_low has 99"),
    "incident": ("UPDATE incidents SET body = '[]'", ": it can't be decoded"),
    "place": ("UPDATE incident_places SET name = 'x'", ": the table incident_places has besides"),
    "party": (
        "INSERT INTO incident_parties (incident, role, name) SELECT id, 'actor', 'x' FROM incidents",
        ": the table incident_parties has besides",
    ),
    "outlet": ("DELETE FROM incident_outlets", ": the table incident_outlets lacks"),
    "report": ("DELETE FROM reports WHERE document = 'r0001'", ": the table reports lacks"),
    "report of nothing": (
        "UPDATE reports SET event = 'e7' WHERE document = 'r0001'",
        "r0001/e7: a report of",
    ),
    "link": ("UPDATE links SET left_event = 'e7'", ": a link of it leads to"),
    "linking": ("UPDATE linked_events SET reading = 99", "linking knows it as no newest reading"),
    "blocks": ("UPDATE link_keys SET event = event + 1000", "link_keys: "),
    "question": (
        "INSERT INTO questions (incident, id, certainty, one, other) SELECT id, 'x', 0.1, 'a', 'b' FROM incidents",
        ": the table questions has besides",
    ),
    "anchor": ("UPDATE judgements SET body = {anchor}", "judgement 1: its anchor"),
}
SPELLED = {
    "{replace}": "'A rocket','A mortar'",
    "{anchor}": "'\"end\":','\"end\":9999'",
}


@pytest.fixture
def filled(record: Record) -> Record:
    add(documents(9), record, InProcess(), make=make_fake_reader)
    with record.view() as view:
        first, *_ = view.incidents()
        decision = deciding.confirm(view, [first.id], None, "seen")
    judge(record, "ana", decision)
    return record


def _unguarded(connection: Connection, statement: str) -> None:
    """Run a statement as somebody would who takes away the record's guards first."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET session_replication_role = replica"))
    else:
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars()
        for name in triggers.all():
            connection.execute(text(f"DROP TRIGGER {name}"))
    kind = "json" if connection.dialect.name == "postgresql" else "text"
    for mark, change in SPELLED.items():
        statement = statement.replace(mark, f"CAST(replace(CAST(body AS text), {change}) AS {kind})")
    connection.exec_driver_sql(statement)


def found(record: Record, place: str, statement: str) -> list[Fault]:
    engine = backend_at(place).engine
    with engine.execution_options(dateline_writes=True).begin() as connection:
        _unguarded(connection, statement)
    engine.dispose()
    return list(record.check())


def test_a_clean_record_passes(filled: Record, unbroken: str) -> None:
    add([report(1)], filled, InProcess(), make=make_fake_reader)
    assert list(filled.check()) == []
    with Record.open(unbroken) as other:
        assert list(other.check()) == []


def test_an_empty_record_passes(record: Record) -> None:
    assert list(record.check()) == []


@pytest.mark.parametrize("kind", DAMAGES)
def test_each_kind_of_damage_is_found(filled: Record, place: str, kind: str) -> None:
    statement, said = DAMAGES[kind]
    faults = [str(fault) for fault in found(filled, place, statement)]
    assert any(said in fault for fault in faults), faults


def test_progress_names_every_check(filled: Record) -> None:
    heard: dict[str, int] = {}
    list(filled.check(heard.__setitem__))
    checks = ["database", "documents", "readings", "incidents", "answers", "references", "exchange"]
    assert list(heard) == checks
    assert (heard["documents"], heard["incidents"]) == (9, 3)


def test_a_check_goes_on_from_where_it_was_stopped(filled: Record) -> None:
    assert [name for name, _ in CHECKS] == list(PARTS)
    heard: dict[str, int] = {}
    list(filled.check(heard.__setitem__, "incidents"))
    assert list(heard) == ["incidents", "answers", "references", "exchange"]
