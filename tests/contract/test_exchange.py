"""Partners, markings, consents and the chained log, on each store."""

from __future__ import annotations

from datetime import date

import pytest
from fake_reader import read, report
from sqlalchemy import text

from dateline.errors import UnknownItem, UsageError
from dateline.model.marking import Handling, Marking, Target, Tlp, Words
from dateline.model.partner import Consent, Partner
from dateline.model.vocabulary import PlacePrecision, TimePrecision
from dateline.record import Record
from dateline.record.backend import WRITES, backend_at
from dateline.record.marking_targets import target

DESK = Partner("desk", "Relief Desk", Tlp.AMBER, ("key",))
WATCH = Partner("watch", "River Watch", Tlp.GREEN)
FULL = Marking(
    Tlp.AMBER,
    ("desk",),
    Words.TEXT,
    date(2030, 1, 2),
    PlacePrecision.PROVINCE,
    TimePrecision.MONTH,
    "an aid organisation",
    True,
    "B",
    "2",
)


@pytest.fixture
def shared(record: Record) -> Record:
    with record.writer("ana") as writer:
        writer.keep_document(report(1))
        writer.keep_reading(read(report(1)))
        for partner in (DESK, WATCH):
            writer.exchange().keep_partner(partner, "by agreement")
    return record


def test_partners_are_kept_changed_and_removed(shared: Record) -> None:
    changed = Partner("desk", "Desk", Tlp.RED)
    with shared.writer("ben") as writer:
        writer.exchange().keep_partner(changed)
        writer.exchange().remove_partner("watch", "left")
    with shared.view() as view:
        exchange = view.exchange()
        assert exchange.partners() == (changed,)
        assert [c.author for c in exchange.partner_changes()] == ["ana", "ana", "ben", "ben"]
        with pytest.raises(UnknownItem, match="watch"):
            exchange.partner("watch")


def test_markings_come_back_as_they_were_made(shared: Record) -> None:
    with shared.view() as view:
        places = target(view, "r0001/e1", "places")
        assert (places.start, places.end) == (0, 8)
    with shared.writer("ana") as writer:
        writer.exchange().mark(places, FULL, "as agreed")
        writer.exchange().mark(Target("r0001"), Marking(None))
    with shared.view() as view:
        first, second = view.exchange().markings()
    assert (first.target, first.marking, first.reason) == (places, FULL, "as agreed")
    assert second.marking == Marking(None)


def test_what_is_not_there_can_not_be_marked(shared: Record) -> None:
    with shared.view() as view:
        for item, field in (("r0009", None), ("r0001/e9", None), ("judgement:7", None)):
            with pytest.raises(UnknownItem):
                target(view, item, field)
        with pytest.raises(UsageError):
            target(view, "r0001", "colour")
    with pytest.raises(UnknownItem), shared.writer() as writer:
        writer.exchange().mark(Target("r0001"), Marking(Tlp.CLEAR, ("nobody",)))


def test_the_newest_consent_counts(shared: Record) -> None:
    with shared.writer() as writer:
        writer.exchange().keep_consent(Consent("desk", "watch", True), "letter")
        writer.exchange().keep_consent(Consent("watch", "*", True), "letter")
        writer.exchange().keep_consent(Consent("desk", "watch", False), "call")
    with shared.view() as view:
        assert view.exchange().consents() == {("watch", "*")}


def test_the_secret_is_made_once(shared: Record) -> None:
    with shared.writer() as writer:
        first = writer.exchange().secret()
    with shared.writer() as writer:
        assert writer.exchange().secret() == first
    assert len(first) == 32


def test_the_log_tells_a_line_that_was_changed(place: str, shared: Record) -> None:
    with shared.view() as view:
        assert [entry.action for entry in view.exchange().log()] == ["partner kept", "partner kept"]
        assert view.exchange().broken_at() is None
    engine = backend_at(place).engine
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        drop = "DROP TRIGGER exchange_log_grows" + (
            " ON exchange_log" if connection.dialect.name == "postgresql" else "_update"
        )
        connection.execute(text(drop))
        connection.execute(text("UPDATE exchange_log SET author = 'eve' WHERE number = 2"))
    engine.dispose()
    with shared.view() as view:
        assert view.exchange().broken_at() == 2
    assert [fault.item for fault in shared.check()] == ["line 2 of the log of sharing"]


@pytest.mark.parametrize(
    ("marking", "clearance", "admitted"),
    [
        (Marking(Tlp.CLEAR), Tlp.CLEAR, True),
        (Marking(Tlp.GREEN), Tlp.CLEAR, False),
        (Marking(Tlp.GREEN), Tlp.RED, True),
        (Marking(Tlp.AMBER), Tlp.RED, False),
        (Marking(Tlp.AMBER, ("desk",)), Tlp.AMBER, True),
        (Marking(Tlp.AMBER_STRICT, ("desk",)), Tlp.AMBER, False),
        (Marking(Tlp.CLEAR, ("watch",)), Tlp.RED, False),
        (Marking(Tlp.CLEAR, expires=date(2026, 1, 1)), Tlp.RED, True),
        (Marking(Tlp.CLEAR, expires=date(2025, 12, 31)), Tlp.RED, False),
        (Marking(None, ("desk",)), Tlp.RED, False),
    ],
)
def test_who_is_admitted(marking: Marking, clearance: Tlp, admitted: bool) -> None:
    assert marking.admits("desk", clearance, date(2026, 1, 1)) is admitted


def test_several_markings_come_to_the_strictest() -> None:
    several = (
        Marking(Tlp.CLEAR, onward=True),
        FULL,
        Marking(Tlp.GREEN, onward=True, expires=date(2029, 1, 1)),
    )
    assert Handling.of(several) == Handling(Tlp.AMBER, True, date(2029, 1, 1))
    assert Handling.of(()) == Handling(Tlp.RED, False)
