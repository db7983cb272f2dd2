"""Asking a record: each filter by a row, and ids that are not there."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest
from fake_reader import read, report

from dateline.errors import UnknownItem
from dateline.model.document import Span
from dateline.model.incident import Incident, Report, Toll
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode
from dateline.record import IncidentFilter, Record
from dateline.record.filters import distance_km
from dateline.record.linking import Through


def named(name: str, ref: str | None = None) -> Argument:
    return Argument(Span(0, len(name), name), name, ref)


def incident(
    number: int, mode: Mode | None, day: date | None, place: Place, certainty: Certainty
) -> Incident:
    return Incident(
        id=f"x{number}",
        type=EventType.ASSAULT if mode else EventType.PROTEST,
        mode=mode,
        reports=(Report(f"r{number:04}", "e1"),),
        when=Interval(day, day) if day else None,
        places=(place,),
        actors=(named("Kata'ib Hezbollah", "kataib-hezbollah"),) if number == 1 else (),
        recipients=(named("Al-Asad Air Base"),) if number == 1 else (named("market"),),
        weapons=(),
        killed=Toll(1, 2, None),
        injured=None,
        certainty=certainty,
        outlets=("Harbour News",),
        origins=1,
    )


ASAD = Place(named("Ain al-Asad"), 33.79, 42.44, None, "IQ")
IZIUM = Place(named("Izium"), 49.21, 37.25, None, "UA")
ISLAND = Place(named("Taveuni"), -16.85, 179.97, None, "FJ")
INCIDENTS = (
    incident(1, Mode.DRONE, date(2021, 7, 6), ASAD, Certainty.ASSERTED),
    incident(2, Mode.SHELLING, date(2024, 2, 9), IZIUM, Certainty.ALLEGED),
    incident(3, None, None, ISLAND, Certainty.DENIED),
)

FILTERS = [
    (IncidentFilter(), "213"),
    (IncidentFilter(since=date(2021, 7, 6)), "21"),
    (IncidentFilter(since=date(2021, 7, 7)), "2"),
    (IncidentFilter(until=date(2021, 7, 6)), "1"),
    (IncidentFilter(types=(EventType.PROTEST,)), "3"),
    (IncidentFilter(modes=(Mode.DRONE, Mode.SHELLING)), "21"),
    (IncidentFilter(place="izium"), "2"),
    (IncidentFilter(place="al asad"), "1"),
    (IncidentFilter(place="zium"), ""),
    (IncidentFilter(place="Iraq"), "1"),
    (IncidentFilter(place="100%"), ""),
    (IncidentFilter(near=(33.8, 42.4, 10)), "1"),
    (IncidentFilter(near=(33.8, 42.4, 1)), ""),
    (IncidentFilter(near=(-16.85, -179.97, 20)), "3"),
    (IncidentFilter(near=(89.9, 0, 20_020)), "213"),
    (IncidentFilter(actor="hezbollah"), "1"),
    (IncidentFilter(actor="kataib-hezbollah"), "1"),
    (IncidentFilter(actor="Al Asad air base"), "1"),
    (IncidentFilter(certainty=Certainty.ALLEGED), "21"),
    (IncidentFilter(certainty=Certainty.ASSERTED), "1"),
    (IncidentFilter(modes=(Mode.DRONE,), place="Izium"), ""),
    (IncidentFilter(killed_min=1), "213"),
    (IncidentFilter(killed_min=2), ""),
    (IncidentFilter(injured_min=0), ""),
    (IncidentFilter(outlet="harbour news"), "213"),
    (IncidentFilter(outlet="Harbour"), ""),
]


@pytest.fixture
def told(record: Record) -> Record:
    with record.writer() as writer:
        for number in (1, 2, 3):
            writer.keep_document(report(number))
            writer.keep_reading(read(report(number)))
        writer.replace_incidents(INCIDENTS, Through(3))
    return record


@pytest.mark.parametrize(
    ("wanted", "found"), FILTERS, ids=lambda value: str(value) if isinstance(value, str) else None
)
def test_a_filter_finds_its_incidents_latest_first(told: Record, wanted: IncidentFilter, found: str) -> None:
    with told.view() as view:
        assert "".join(i.reports[0].document[-1] for i in view.incidents(wanted)) == found


@pytest.mark.parametrize("wanted", [row[0] for row in FILTERS], ids=str)
def test_points_are_the_list_as_columns(told: Record, wanted: IncidentFilter) -> None:
    with told.view() as view:
        found, listed = view.points(wanted), list(view.incidents(wanted))
    assert (len(found), found.id) == (len(listed), tuple(item.id for item in listed))
    for row, item in zip(zip(*astuple(found), strict=True), listed, strict=True):
        place, day = item.places[0], item.when.start.isoformat() if item.when else None
        where = (place.lat, place.lon, place.precision.value)
        assert row == (item.id, *where, day, day, item.mode, item.type, 2, None, place.name)


def test_an_incident_comes_back_as_it_was_kept(told: Record) -> None:
    with told.view() as view:
        (kept,) = view.incidents(IncidentFilter(place="Izium"))
        assert kept == view.incident(kept.id)
    assert kept.id != "x2"
    assert kept == type(kept)(
        **{f: getattr(INCIDENTS[1], f) for f in INCIDENTS[1].__slots__} | {"id": kept.id}
    )


@pytest.mark.parametrize("ask", ["document", "reading", "all_readings", "incident"])
def test_an_unknown_id_is_named(told: Record, ask: str) -> None:
    with told.view() as view, pytest.raises(UnknownItem, match="nowhere"):
        getattr(view, ask)("nowhere")


def test_a_document_that_was_not_read_is_found_again(record: Record) -> None:
    with record.writer() as writer:
        for number in (3, 1, 2):
            writer.keep_document(report(number))
        writer.keep_reading(read(report(1)))
        writer.keep_failure("r0002", "no sentence in it")
    with record.view() as view:
        assert [document.id for document in view.unread()] == ["r0003"]
        with pytest.raises(UnknownItem, match="kept but not read"):
            view.reading("r0002")


def test_what_is_listed_comes_in_a_fixed_order(told: Record) -> None:
    with told.view() as view:
        assert [reading.document.id for reading in view.readings()] == ["r0001", "r0002", "r0003"]
        assert [(reading.document.id, tally.id) for reading, tally in view.tallies()] == [
            ("r0001", "t1"),
            ("r0002", "t1"),
            ("r0003", "t1"),
        ]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [((52.52, 13.405), (48.8566, 2.3522), 878), ((0, 179), (0, -179), 222), ((10, 10), (10, 10), 0)],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(one, other) == pytest.approx(km, abs=1)
