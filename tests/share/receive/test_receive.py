"""Two records exchange over files: what comes is kept, mapped, linked, updated and withdrawn; hostile deliveries are refused."""

from __future__ import annotations

import gzip
import io
import json
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dateline.analyse.sides import Sides
from dateline.errors import RefusedSource, SourceError, UnknownItem
from dateline.model.marking import Marking, Target, Tlp, Words
from dateline.model.partner import Consent, Partner
from dateline.model.reading import Tally
from dateline.model.reply import Opinion
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, Mode
from dateline.pipeline import relink
from dateline.record import Record, deciding
from dateline.share.bundles import write_signed
from dateline.share.exchanges import given_objects, write_misp, write_stix
from dateline.share.receive import Delivery, Received, from_file, receive
from dateline.share.receive.opinions import said_of
from dateline.share.release import acts
from dateline.share.signing import new_key

from ..release.test_rules import DAY, reading

START = datetime(2026, 6, 1, 9, tzinfo=UTC)


@dataclass
class Desk:
    """One of two organisations, with a key and a record of its own."""

    name: str
    record: Record
    private: str
    public: str
    clock: datetime = START

    def knows(self, other: Desk) -> None:
        with self.record.writer("ana") as writer:
            partner = Partner(other.name, other.name, Tlp.AMBER, (other.public,))
            writer.exchange().keep_partner(partner)

    def keeps(self, key: str, *markings: Marking, extra: str = "") -> None:
        with self.record.writer("ana") as writer:
            made = reading(key, extra)
            writer.keep_document(made.document)
            writer.keep_reading(made)
            for marking in markings:
                writer.exchange().mark(Target(key), marking)
        relink(self.record)

    def marks(self, key: str, marking: Marking) -> None:
        with self.record.writer("ana") as writer:
            writer.exchange().mark(Target(key), marking)

    def gives(self, other: Desk, *, taken_back: tuple[str, ...] = ()) -> bytes:
        self.clock += timedelta(hours=1)
        action = acts.RETRACTED if taken_back else acts.APPROVED
        acts.approve(self.record, other.name, acts.Act(action, "weekly", taken_back), "ana", self.clock)
        with self.record.view() as view:
            out = io.BytesIO()
            write_stix(given_objects(view.exchange(), other.name), out)
        return out.getvalue()

    def takes(self, content: bytes, other: Desk, **options: Any) -> Received:
        done = receive(self.record, Delivery("a file", content), other.name, **{"unsigned": True, **options})
        relink(self.record)
        return done

    def incidents(self) -> list[Any]:
        with self.record.view() as view:
            return list(view.incidents())


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk]:
    one, other = (
        Desk(name, Record.open(str(tmp_path / f"{name}.sqlite")), *new_key()) for name in ("north", "south")
    )
    one.knows(other)
    other.knows(one)
    return one, other


CLEAR = Marking(Tlp.CLEAR)


def test_values_without_words_arrive_as_claims_with_their_origin(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    done = south.takes(north.gives(south), north)
    (incident,) = south.incidents()
    assert (incident.killed.best, incident.places[0].name, incident.outlets) == (4, "Samarra", ("one News",))
    with south.record.view() as view:
        document = view.document(done.documents[0])
        assert document.text.startswith(f"{document.id}, as north tells it.")
        assert "drone assault at Samarra on 2024-03-05, killed 4, according to police." in document.text
        (origin,) = view.exchange().received_documents()
        assert (origin.partner, origin.document) == ("north", document.id)
        assert [r.digest for r in view.exchange().receipts()] != []
    assert list(south.record.check()) == []


def test_two_records_agree_on_what_one_gave(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    for key in ("one", "two"):
        north.keeps(key, replace(CLEAR, words=Words.TEXT))
    south.takes(north.gives(south), north)
    told = [
        [(i.type, i.mode, i.when, i.killed, i.origins, len(i.reports)) for i in d.incidents()] for d in desks
    ]
    assert told[0] == told[1] != []


def test_the_same_delivery_again_adds_nothing(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    content = north.gives(south)
    first, second = south.takes(content, north), south.takes(content, north)
    assert (second.receipt, second.new, second.documents) == (first.receipt, 0, ())


def test_a_newer_version_takes_the_place_of_the_earlier(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    first = south.takes(north.gives(south), north)
    north.marks("one", replace(CLEAR, source="an aid organisation"))
    second = south.takes(north.gives(south), north)
    assert second.withdrawn == first.documents
    (incident,) = south.incidents()
    assert (incident.outlets, len(incident.reports)) == (("an aid organisation",), 1)


def test_what_was_taken_back_no_longer_counts(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    first = south.takes(north.gives(south), north)
    second = south.takes(north.gives(south, taken_back=("one",)), north)
    assert second.withdrawn == first.documents
    assert south.incidents() == []
    with south.record.view() as view:
        assert view.document(first.documents[0])


def test_our_own_reports_stay_and_are_corroborated(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.keeps("two")
    south.takes(north.gives(south), north)
    (incident,) = south.incidents()
    assert (incident.origins, set(incident.outlets)) == (2, {"one News", "two News"})


def test_reports_that_say_the_same_stay_two_witnesses_and_copies_one(desks: tuple[Desk, Desk]) -> None:
    """Without their words, what tells a copy from a second witness is what the partner says of it."""
    north, south = desks
    words = " ".join(f"word{n}" for n in range(60))
    for key, extra in (("one", ""), ("two", words), ("three", words)):
        north.keeps(key, CLEAR, extra=extra)
    south.takes(north.gives(south), north)
    assert [i.origins for d in desks for i in d.incidents()] == [2, 2]
    with south.record.writer("ana") as writer:
        writer.exchange().keep_partner(Partner("west", "West", Tlp.AMBER))
        writer.exchange().keep_consent(Consent("north", "west", True), "letter")
        for document in writer.exchange().exchange.received_documents():
            writer.exchange().mark(Target(document.document), CLEAR)
    seen = acts.preview(south.record, "west", START).view
    assert [(i.origins, len(i.reports)) for i in seen.incidents] == [(2, 3)]


def test_an_article_that_both_have_is_one_witness(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    for desk in desks:
        desk.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    (incident,) = south.incidents()
    assert (incident.origins, len(incident.reports)) == (1, 2)


def test_what_came_from_a_partner_never_goes_back_or_on_without_consent(
    desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    north, south = desks
    west = Desk("west", Record.open(str(tmp_path / "west.sqlite")), *new_key())
    south.knows(west)
    west.knows(south)
    north.keeps("one", CLEAR)
    (document,) = south.takes(north.gives(south), north).documents
    south.marks(document, CLEAR)
    assert north.takes(south.gives(north), south).documents == ()
    assert west.takes(south.gives(west), south).documents == ()
    with south.record.writer("ana") as writer:
        writer.exchange().keep_consent(Consent("north", "west", True), "letter")
    assert len(west.takes(south.gives(west), south).documents) == 1


def test_our_own_report_that_comes_back_is_an_echo(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    echo = json.loads(north.gives(south))
    renamed = json.dumps(echo).replace("report--", "report--0000").encode()
    again = json.loads(renamed)
    for item in again["objects"]:
        for key, value in list(item.items()):
            item[key] = _shortened(value)
    objects = [
        item for item in again["objects"] if item["type"] in ("report", "identity", "marking-definition")
    ]
    for item in objects:
        if item["type"] == "report":
            item["object_refs"] = [item["created_by_ref"]]
    done = north.takes(json.dumps({"type": "bundle", "id": "bundle--x", "objects": objects}).encode(), south)
    assert (done.documents, len(done.echoes)) == ((), 1)


def _shortened(value: Any) -> Any:
    """Ids of reports that are no longer ours, of the right length."""
    if isinstance(value, dict):
        return {key: _shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_shortened(part) for part in value]
    if isinstance(value, str) and value.startswith("report--0000"):
        return "report--" + "0000" + value.removeprefix("report--0000")[4:]
    return value


def test_misp_events_are_read_as_well(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    out = io.BytesIO()
    write_misp(json.loads(north.gives(south))["objects"], out)
    assert len(south.takes(out.getvalue(), north).documents) == 1


def test_a_signed_file_is_taken_and_a_changed_one_is_not(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    objects = json.loads(north.gives(south))["objects"]
    file = tmp_path / "bundle.json"
    write_signed(objects, file, north.private)
    delivery = from_file(file)
    wrong = replace(delivery, content=delivery.content.replace(b"Samarra", b"Tikrit "))
    for bad in (wrong, replace(delivery, signature=None), replace(delivery, signature="AAAA")):
        with pytest.raises(RefusedSource, match="signature"):
            receive(south.record, bad, "north")
    with south.record.view() as view:
        assert view.exchange().receipts() == ()
        assert [e.action for e in view.exchange().log()].count("delivery refused") == 3
    assert len(receive(south.record, delivery, "north").documents) == 1


Objects = list[dict[str, Any]]


def _first(objects: Objects, kind: str) -> dict[str, Any]:
    return next(item for item in objects if item["type"] == kind)


def _twice(objects: Objects) -> Objects:
    other = deepcopy(_first(objects, "incident"))
    return [*objects, {**other, "name": "other"}]


def _dangling(objects: Objects) -> Objects:
    return [item for item in objects if item["type"] != "location"]


def _cycle(objects: Objects) -> Objects:
    report, note = _first(objects, "report"), _first(objects, "note")
    note["object_refs"] = [report["id"]]
    return objects


def _old(objects: Objects) -> Objects:
    return [{**item, "spec_version": "2.0"} for item in objects]


def _undated(objects: Objects) -> Objects:
    return [{k: v for k, v in item.items() if k != "modified"} for item in objects]


def _misnamed(objects: Objects) -> Objects:
    return [{**item, "id": "incident--1"} for item in objects]


HOSTILE: tuple[Callable[[Objects], Objects], ...] = (_twice, _dangling, _cycle, _old, _undated, _misnamed)


@pytest.fixture
def delivered(desks: tuple[Desk, Desk]) -> bytes:
    north, south = desks
    north.keeps("one", CLEAR)
    return north.gives(south)


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda f: f.__name__)
def test_a_hostile_bundle_is_refused_whole(
    spoil: Callable[[Objects], Objects], desks: tuple[Desk, Desk], delivered: bytes
) -> None:
    north, south = desks
    south.keeps("two")
    bundle = json.loads(delivered)
    bundle["objects"] = spoil(bundle["objects"])
    with pytest.raises(SourceError):
        south.takes(json.dumps(bundle).encode(), north)
    assert len(south.incidents()) == 1
    with south.record.view() as view:
        assert list(view.exchange().received_objects()) == []
    assert len(south.takes(delivered, north).documents) == 1


DEEP = b'{"type": "bundle", "objects": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
BROKEN = (
    DEEP,
    b"",
    b"{",
    b"[]]",
    b'{"objects": [NaN]}',
    b'{"objects": [], "objects": [1]}',
    b'{"objects": [1]}',
    b'{"other": 1}',
    b"\xff\xfe",
    gzip.compress(b"0" * 150_000_000, 1),
    gzip.compress(b"{}")[:-4],
)


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_broken_deep_and_bloated_files_are_refused_quickly(content: bytes, desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    started = time.process_time()
    with pytest.raises(SourceError):
        south.takes(content, north)
    assert time.process_time() - started < 20


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.truncate(200_000_000)
    with pytest.raises(RefusedSource, match="larger than 100 MB"):
        from_file(file)


def test_a_foreign_revocation_is_refused(desks: tuple[Desk, Desk], delivered: bytes, tmp_path: Path) -> None:
    north, south = desks
    west = Desk("west", Record.open(str(tmp_path / "west.sqlite")), *new_key())
    south.knows(west)
    south.takes(delivered, north)
    objects = json.loads(delivered)["objects"]
    report = {**_first(objects, "report"), "modified": "2030-01-01T00:00:00.000Z", "revoked": True}
    with pytest.raises(RefusedSource, match="made by another, north, and may not be revoked"):
        south.takes(json.dumps({"objects": [report]}).encode(), west, closed=False)
    assert len(south.incidents()) == 1


def test_our_own_objects_can_not_be_changed(desks: tuple[Desk, Desk], delivered: bytes) -> None:
    north, south = desks
    with pytest.raises(RefusedSource, match="is ours"):
        north.takes(delivered, south)
    assert len(north.incidents()) == 1


def test_opinions_and_questions_reach_whom_they_are_about(desks: tuple[Desk, Desk], delivered: bytes) -> None:
    north, south = desks
    south.takes(delivered, north)
    incident = _first(json.loads(delivered)["objects"], "incident")
    with south.record.writer("ben") as writer:
        writer.exchange().reply("north", incident["id"], Opinion.DISAGREE, "no hospital list")
        writer.exchange().reply("north", incident["id"], None, "who counted?")
    north.takes(south.gives(north), south)
    (ours,) = north.incidents()
    with north.record.view() as view:
        told = [(s.partner, s.kind, s.level, s.text) for s in said_of(view, ours)]
    assert sorted(told) == [
        ("south", "opinion", "disagree", "no hospital list"),
        ("south", "question", None, "who counted?"),
    ]
    with pytest.raises(UnknownItem), south.record.writer("ben") as writer:
        writer.exchange().reply("north", "incident--none", Opinion.AGREE, "")


def test_partners_that_differ_stand_side_by_side(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.keeps("two")
    south.takes(north.gives(south), north)
    (incident,) = south.incidents()
    with south.record.view() as view:
        sides = Sides.of(view, incident)
    assert sorted(sides.partners.values()) == ["north"]
    assert {c["partner"] for c in sides.to_dict()["claims"] if c["field"] == "killed"} == {"north", None}


def test_an_incident_that_the_partner_has_too_is_said_to_be_the_same(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    south.keeps("two", CLEAR)
    objects = json.loads(south.gives(north))["objects"]
    (same,) = [item for item in objects if item.get("relationship_type") == "duplicate-of"]
    with north.record.view() as view:
        given = view.exchange().newest_released("south", "stix")
    assert given[same["target_ref"]].body["type"] == "incident"
    assert _first(objects, "incident")["id"] == same["source_ref"]
    north.takes(json.dumps({"objects": objects}).encode(), south)
    (ours,) = north.incidents()
    with north.record.view() as view:
        assert [(s.partner, s.kind) for s in said_of(view, ours)] == [("south", "same")]


def test_two_incidents_of_the_partner_that_are_one_of_ours_are_grouped(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    north.keeps("two", CLEAR)
    with north.record.view() as view:
        (whole,) = view.incidents()
        decision = deciding.split(view, [whole.id, "two"], "another street")
    with north.record.writer("ana") as writer:
        writer.exchange().mark(Target(judgement=writer.judge(decision)), CLEAR)
    relink(north.record)
    assert len(north.incidents()) == 2
    south.takes(north.gives(south), north)
    south.keeps("three", CLEAR)
    objects = json.loads(south.gives(north))["objects"]
    (cluster,) = [item for item in objects if item["type"] == "grouping"]
    same = [item for item in objects if item.get("relationship_type") == "duplicate-of"]
    assert len(same) == 2
    assert set(cluster["object_refs"]) == {same[0]["source_ref"], *(one["target_ref"] for one in same)}
    north.takes(json.dumps({"objects": objects}).encode(), south)
    assert len(north.incidents()) == 2, "a partner's cluster merges nothing here"


def test_what_only_secrets_link_is_not_said_to_be_the_same(desks: tuple[Desk, Desk]) -> None:
    """A judgement that stays here merges two incidents; the partner is told nothing of it."""
    north, south = desks
    north.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    made = reading("two")
    later = replace(made.events[0], when=None, killed=None, places=(), mode=None)
    with south.record.writer("ana") as writer:
        writer.keep_document(made.document)
        writer.keep_reading(replace(made, events=(later,)))
        writer.exchange().mark(Target("two"), CLEAR)
    relink(south.record)
    with south.record.view() as view:
        keys = [incident.id for incident in view.incidents()]
        decision = deciding.merge(view, keys, "one after all") if len(keys) == 2 else None
    assert decision is not None
    with south.record.writer("ana") as writer:
        writer.judge(decision)
    relink(south.record)
    assert len(south.incidents()) == 1
    assert b"duplicate-of" not in south.gives(north)


def test_an_article_that_two_partners_gave_is_one_witness(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    north, south = desks
    west = Desk("west", Record.open(str(tmp_path / "west.sqlite")), *new_key())
    south.knows(west)
    west.knows(south)
    for desk in (north, west):
        desk.keeps("one", replace(CLEAR, words=Words.REFERENCE))
        south.takes(desk.gives(south), desk)
    (incident,) = south.incidents()
    assert (incident.origins, len(incident.reports)) == (1, 2)


def test_a_note_of_somebody_without_our_profile_stands_at_the_incident(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    incident = _first(json.loads(north.gives(south))["objects"], "incident")
    dates = {"created": "2026-06-02T09:00:00.000Z", "modified": "2026-06-02T09:00:00.000Z"}
    note = {
        "type": "note",
        "spec_version": "2.1",
        "id": "note--00000000-0000-4000-8000-000000000001",
        **dates,
        "content": "Our colleagues there heard of two drones and not of one, shortly before dawn.",
        "object_refs": [incident["id"]],
    }
    done = north.takes(json.dumps({"objects": [note]}).encode(), south)
    assert done.documents == ()
    (ours,) = north.incidents()
    with north.record.view() as view:
        assert [(s.partner, s.kind, s.text) for s in said_of(view, ours)] == [
            ("south", "note", note["content"])
        ]


def test_nothing_of_our_own_profile_is_left_unmapped(desks: tuple[Desk, Desk]) -> None:
    north, south = desks
    made = reading("one")
    number = made.document.span(29, 33)
    tally = Tally("t1", Count(8, None, number), EventType.ASSAULT, Mode.DRONE, when=DAY, evidence=(number,))
    with north.record.writer("ana") as writer:
        writer.keep_document(made.document)
        writer.keep_reading(replace(made, tallies=(tally,)))
        writer.exchange().mark(Target("one"), CLEAR)
    relink(north.record)
    objects = json.loads(north.gives(south))["objects"]
    assert {"campaign", "sighting", "note", "report"} <= {item["type"] for item in objects}
    done = south.takes(json.dumps({"objects": objects}).encode(), north)
    assert (len(done.documents), done.foreign, done.waiting) == (1, (), ())
