"""The commonest questions to a record, as bench.store asks them, about an incident in the middle of the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from dateline.analyse.tally_pages import check_page
from dateline.model.vocabulary import EventType, Mode
from dateline.record import IncidentFilter, View
from dateline.record.paging import cursor_after
from dateline.record.search import query_from

ATTACKS = (EventType.ASSAULT,)
EXPORTED = 2_000


@dataclass(frozen=True, slots=True)
class Sample:
    """What the questions are about."""

    key: str
    day: date
    lat: float
    lon: float
    town: str
    actor: str
    moment: datetime
    deep: str | None


def sample(view: View) -> Sample:
    """An incident of the middle day, and a cursor deep in the list."""
    middle = date(2017, 7, 1)
    (found,) = view.page(IncidentFilter(until=middle, actor="front"), limit=1).incidents
    place = found.places[0]
    early = view.page(IncidentFilter(types=ATTACKS, until=date(2011, 7, 1)), limit=1).incidents[0]
    start = early.when.start.isoformat() if early.when else None
    return Sample(
        found.id,
        middle,
        place.lat or 0.0,
        place.lon or 0.0,
        place.name,
        found.actors[0].name,
        datetime.fromisoformat("2018-01-01T00:00:00+00:00"),
        cursor_after(start, early.id, IncidentFilter(types=ATTACKS)),
    )


Ask = Callable[[View, Sample], object]


def _page(**wanted: object) -> Ask:
    return lambda view, _: view.page(IncidentFilter(types=ATTACKS, **wanted), 100)  # type: ignore[arg-type]


def _week(view: View, about: Sample) -> object:
    return view.page(IncidentFilter(about.day, about.day + timedelta(6), ATTACKS), 100)


def _near(view: View, about: Sample) -> object:
    return view.page(IncidentFilter(types=ATTACKS, near=(about.lat, about.lon, 50)), 100)


def _show(view: View, about: Sample) -> object:
    return view.reported(view.incident(about.key))


QUESTIONS: tuple[tuple[str, Ask], ...] = (
    ("latest 100 incidents", _page()),
    ("100 of a week", _week),
    ("100 within 50 km", _near),
    ("100 in a town", lambda view, about: view.page(IncidentFilter(types=ATTACKS, place=about.town), 100)),
    ("100 of a country", _page(place="Ukraine")),
    ("100 of a mode (suicide bombings)", _page(modes=(Mode.SUICIDE_BOMBING,))),
    ("100 of an actor", lambda view, about: view.page(IncidentFilter(types=ATTACKS, actor=about.actor), 100)),
    ("100 with 50 killed or more", _page(killed_min=50)),
    ("show one with its reports", _show),
    ("100 deep in the list", lambda view, about: view.page(IncidentFilter(types=ATTACKS), 100, about.deep)),
    ("20 tallies with verdicts", lambda view, _: check_page(view, 20)),
    ("search: a rare word", lambda view, _: list(view.search(query_from("zadrikebabor"), 20))),
    ("search: a common word", lambda view, _: list(view.search(query_from("killed"), 20))),
    ("one incident as of a day", lambda view, about: view.incident_at(about.key, about.moment)),
    (
        "export 2,000 incidents",
        lambda view, _: list(islice(view.incidents(IncidentFilter(types=ATTACKS)), EXPORTED)),
    ),
    (
        "points of a year",
        lambda view, about: view.points(IncidentFilter(about.day, about.day + timedelta(365), ATTACKS)),
    ),
    ("points of all", lambda view, _: view.points(IncidentFilter(types=ATTACKS))),
)
