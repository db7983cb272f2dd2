"""What others wrote without our profile: hand-made MISP events and STIX bundles become claims; the rest is listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import stix2
from hypothesis import given
from hypothesis import strategies as st
from pymisp import MISPEvent, MISPObject

from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.model.vocabulary import Certainty, EventType, Mode, PlacePrecision
from dateline.pipeline import relink
from dateline.record import Record
from dateline.share.receive import Delivery, Received, receive
from dateline.share.receive.foreign.kinds import kind_of
from dateline.share.receive.foreign.misp import kept_event, told_by
from dateline.share.receive.foreign.told import Where
from dateline.share.receive.mapping import mapped

WORDS = "A drone hit the fuel depot of Varnesk at dawn and set two tanks on fire, the town's mayor told reporters."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(str(tmp_path / "record.sqlite")) as record:
        with record.writer("ana") as writer:
            writer.exchange().keep_partner(Partner("watch", "Watch", Tlp.AMBER))
        yield record


def take(record: Record, content: str, **options: Any) -> Received:
    done = receive(
        record, Delivery("a file", content.encode()), "watch", **{"unsigned": True, "closed": False} | options
    )
    relink(record)
    return done


def incidents(record: Record) -> list[Any]:
    with record.view() as view:
        return list(view.incidents())


def misp_event(**changes: Any) -> MISPEvent:
    """An event as an analyst would make it by hand, with PyMISP."""
    event = MISPEvent()
    event.from_dict(
        uuid="0b3f3a4e-6a1d-4c53-9d51-7b1f4d0c2a11",
        info="Drone strike on the fuel depot of Varnesk",
        date="2026-03-05",
        timestamp="1772700000",
        Orgc={"name": "Harbour Watch", "uuid": "11111111-1111-4111-8111-111111111111"},
    )
    event.add_tag("tlp:green")
    where = MISPObject("geolocation")
    for relation, value in (
        ("city", "Varnesk"),
        ("countrycode", "UA"),
        ("latitude", 49.2),
        ("longitude", 37.3),
    ):
        where.add_attribute(relation, value)
    victim = MISPObject("victim")
    victim.add_attribute("name", "Varnesk Fuel Company")
    news = MISPObject("news-media")
    for relation, value in (
        ("source", "Coast Radio"),
        ("url", "https://coast.example/1"),
        ("content", WORDS),
    ):
        news.add_attribute(relation, value)
    person = MISPObject("person")
    person.add_attribute("full-name", "Maryam Exampleson")
    for made in (where, victim, news, person):
        event.add_object(made)
    event.add_attribute("ip-dst", "203.0.113.7")
    event.add_attribute("target-org", "Port Authority")
    for name, value in changes.items():
        setattr(event, name, value)
    return event


def test_a_misp_event_becomes_an_incident_with_its_origin_and_the_rest_is_listed(record: Record) -> None:
    done = take(record, misp_event().to_json())
    (incident,) = incidents(record)
    assert (incident.type, incident.mode, incident.outlets) == (
        EventType.ASSAULT,
        Mode.DRONE,
        ("Coast Radio",),
    )
    assert incident.when.start == date(2026, 3, 5)
    assert [(p.name, p.country, p.lat, p.precision) for p in incident.places] == [
        ("Varnesk", "UA", 49.2, PlacePrecision.TOWN)
    ]
    assert {r.name for r in incident.recipients} == {"Varnesk Fuel Company", "Port Authority"}
    assert [line.split()[1:3] for line in done.foreign] == [
        ["attribute", "ip-dst"],
        ["attribute", "person.full-name"],
    ]
    with record.view() as view:
        exchange = view.exchange()
        (kept,) = exchange.received_objects("watch")
        assert kept.body["event"]["info"] == "Drone strike on the fuel depot of Varnesk"
        assert [e.action for e in exchange.log()].count("not mapped") == 1
        words = view.document(done.waiting[0])
        assert words.published is not None and words.published.date() == date(2026, 3, 5)
        assert (words.text, words.url, words.outlet) == (WORDS, "https://coast.example/1", "Coast Radio")
        assert words in list(view.unread())
        assert {m.became for m in mapped(exchange, done.receipt)} == {"document"}
    assert list(record.check()) == []


def test_a_misp_event_keeps_its_label_and_its_versions(record: Record) -> None:
    told = misp_event().to_json()
    first = take(record, told)
    assert take(record, told).new == 0
    event = json.loads(told)
    event |= {"timestamp": "1772800000", "info": "Rocket strike on the fuel depot of Varnesk"}
    second = take(record, json.dumps({"response": [{"Event": event}]}))
    assert set(second.withdrawn) == {first.documents[0]}
    assert [i.mode for i in incidents(record)] == [Mode.ROCKET]
    item = kept_event(event, "watch")
    assert item is not None and item["object_marking_refs"] == [
        "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
    ]


def test_a_misp_event_about_computers_makes_no_claim(record: Record) -> None:
    event = MISPEvent()
    event.info = "Phishing attack on Varnesk bombing survivors"
    event.add_attribute("domain", "example.org")
    done = take(record, event.to_json())
    assert incidents(record) == [] and done.documents == (), done
    assert any("name no kind" in line for line in done.foreign)
    assert any("domain" in line for line in done.foreign)


def test_an_event_without_a_uuid_is_named(record: Record) -> None:
    done = take(record, json.dumps({"Event": {"info": "no id"}}))
    assert (done.new, done.foreign) == (0, ("an event without a UUID: no id",))


def test_one_event_through_two_partners_is_one_witness(record: Record) -> None:
    with record.writer("ana") as writer:
        writer.exchange().keep_partner(Partner("north", "North", Tlp.AMBER))
    event = json.loads(misp_event().to_json())
    take(record, json.dumps(event))
    theirs = {**event, "distribution": "3", "published": True}
    receive(record, Delivery("north", json.dumps(theirs).encode()), "north", unsigned=True)
    relink(record)
    (incident,) = incidents(record)
    assert (incident.origins, len(incident.reports)) == (1, 2)


MADE = datetime(2026, 3, 6, 8, tzinfo=UTC)


def bundle(*more: Any, **incident: Any) -> list[Any]:
    """A bundle as another program would make it."""
    outlet = stix2.v21.Identity(
        name="Valley Post", identity_class="organization", created=MADE, modified=MADE
    )
    town = stix2.v21.Location(
        name="Varnesk",
        city="Varnesk",
        country="UA",
        latitude=49.2,
        longitude=37.3,
        created=MADE,
        modified=MADE,
    )
    firm = stix2.v21.Identity(
        name="Varnesk Fuel Company", identity_class="organization", created=MADE, modified=MADE
    )
    group = stix2.v21.ThreatActor(name="Fifth Column", created=MADE, modified=MADE)
    made = stix2.v21.Incident(
        **{
            "name": "Car bomb in Varnesk",
            "description": WORDS,
            "created_by_ref": outlet.id,
            "first_seen": "2026-03-05T05:00:00Z",
            "created": MADE,
            "modified": MADE,
            "confidence": 30,
            "allow_custom": True,
        }
        | incident
    )
    dates = {"created": MADE, "modified": MADE}
    links = [
        stix2.v21.Relationship(made, kind, target, **dates)
        for kind, target in (("located-at", town), ("targets", firm), ("attributed-to", group))
    ]
    return [outlet, town, firm, group, made, *links, *more]


def told(objects: list[Any]) -> str:
    return str(stix2.v21.Bundle(objects, allow_custom=True).serialize())


def test_an_incident_of_others_is_told_with_what_relationships_lead_to(record: Record) -> None:
    done = take(record, told(bundle()), closed=True)
    (incident,) = incidents(record)
    assert (incident.mode, incident.outlets, incident.certainty) == (
        Mode.BOMBING,
        ("Valley Post",),
        Certainty.ALLEGED,
    )
    assert ([p.name for p in incident.places], incident.when.start) == (["Varnesk"], date(2026, 3, 5))
    assert [r.name for r in incident.recipients] == ["Varnesk Fuel Company"]
    assert [a.name for a in incident.actors] == ["Fifth Column"]
    assert len(done.documents) == 2 and len(done.waiting) == 1
    assert done.foreign == ()
    assert list(record.check()) == []


def test_a_report_tells_its_incidents_and_they_are_one_witness(record: Record) -> None:
    objects = bundle()
    take(record, told(objects))
    report = stix2.v21.Report(
        name="Weekly report",
        published=MADE,
        created=MADE,
        modified=MADE,
        created_by_ref=objects[0].id,
        object_refs=[objects[4].id],
        external_references=[{"source_name": "Coast Radio", "url": "https://coast.example/2"}],
    )
    done = take(record, told([report]))
    (incident,) = incidents(record)
    assert (incident.outlets, incident.origins, len(done.withdrawn)) == (("Coast Radio",), 1, 2)
    again = take(record, told([stix2.v21.Relationship(objects[4], "targets", objects[0])]))
    assert [r.name for r in incidents(record)[0].recipients] == ["Varnesk Fuel Company"] or again.documents


def test_a_sighting_that_counts_is_a_claimed_total(record: Record) -> None:
    series = stix2.v21.Campaign(name="Drone attacks on depots", created=MADE, modified=MADE)
    seen = stix2.v21.Sighting(
        series,
        count=8,
        first_seen="2026-01-01T00:00:00Z",
        last_seen="2026-03-01T00:00:00Z",
        created=MADE,
        modified=MADE,
    )
    take(record, told([series, seen]))
    with record.view() as view:
        ((reading, tally),) = view.tallies()
    assert (tally.number.low, tally.mode, tally.when.start) == (8, Mode.DRONE, date(2026, 1, 1))
    assert "8 assault" in reading.document.text


def test_what_tells_of_computers_or_nothing_makes_no_claim(record: Record) -> None:
    malware = stix2.v21.Malware(name="x", is_family=False)
    done = take(record, told(bundle(malware, name="Ransomware incident", description="servers encrypted")))
    assert incidents(record) == []
    assert {line.split("--")[0] for line in done.foreign} == {"malware", "incident"}


def test_a_revoked_incident_no_longer_counts(record: Record) -> None:
    objects = bundle()
    first = take(record, told(objects))
    later = objects[4].new_version(revoked=True, modified=datetime(2026, 4, 1, tzinfo=UTC), allow_custom=True)
    done = take(record, told([later]))
    assert set(done.withdrawn) == set(first.documents) and incidents(record) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Suicide bombing at market", (EventType.ASSAULT, Mode.SUICIDE_BOMBING)),
        ("Drone-strikes reported", (EventType.ASSAULT, Mode.DRONE)),
        ("IED", (EventType.ASSAULT, Mode.BOMBING)),
        ("riots", (EventType.PROTEST, None)),
        ("Kidnapping for ransom", (EventType.ASSAULT, Mode.ABDUCTION)),
        ("DDoS attack after the bombing", None),
        ("a quiet day", None),
        ("applied science", None),
    ],
)
def test_kinds_are_known_by_whole_words(words: str, kind: Any) -> None:
    assert kind_of([words]) == kind


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("info", "date", "timestamp", "Orgc", "Tag", "Attribute", "Object", "Galaxy", "publish_timestamp")


@given(st.dictionaries(st.sampled_from(NAMES), JSON))
def test_no_misp_event_breaks_the_mapping(event: dict[str, Any]) -> None:
    item = kept_event({"uuid": "0b3f3a4e-6a1d-4c53-9d51-7b1f4d0c2a11", **event}, "watch")
    if item is not None:
        told_by(item).reading("x")


@given(st.builds(Where, *[st.text(max_size=5)] * 4, *[st.none() | st.floats()] * 3))
def test_no_place_breaks_the_mapping(where: Where) -> None:
    place = where.place()
    assert place is None or place.lat is None or -90 <= place.lat <= 90
