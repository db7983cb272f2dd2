"""The columns of other records that `dateline compare` reads, in whatever case and order.

In: a row as a dictionary with lower-case keys. Out: a ForeignIncident; ValueError names the column that is wrong.
Column names: UCDP GED codebook 23.1 and ACLED codebook 2024. Only the days are needed; every other column may be
missing or empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dateline.knowledge.countries import country_named
from dateline.model.document import Span
from dateline.model.foreign import ForeignIncident
from dateline.model.reading import Argument, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Mode, PlacePrecision, TimePrecision

Row = Mapping[str, str]
_DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d-%b-%Y", "%d-%B-%Y", "%Y/%m/%d")
_UCDP_PLACES = {
    "1": PlacePrecision.TOWN,
    "2": PlacePrecision.DISTRICT,
    "3": PlacePrecision.DISTRICT,
    "4": PlacePrecision.PROVINCE,
    "5": PlacePrecision.PROVINCE,
    "6": PlacePrecision.COUNTRY,
    "7": PlacePrecision.COUNTRY,
}
_ACLED_PLACES = {"1": PlacePrecision.TOWN, "2": PlacePrecision.DISTRICT, "3": PlacePrecision.PROVINCE}
_ACLED_DAYS = {"2": 7, "3": 31}
# Sub-event types that leave no doubt about the mode; "Attack" and "Armed clash" are done in many ways.
_ACLED_MODES = {
    "air/drone strike": Mode.AIRSTRIKE,
    "suicide bomb": Mode.SUICIDE_BOMBING,
    "shelling/artillery/missile attack": Mode.SHELLING,
    "remote explosive/landmine/ied": Mode.BOMBING,
    "grenade": Mode.GRENADE,
    "abduction/forced disappearance": Mode.ABDUCTION,
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A known table: `needs` are the columns without which a file is not one of these."""

    name: str
    needs: tuple[str, ...]
    read: Callable[[Row, int], ForeignIncident]


def _ucdp(row: Row, line: int) -> ForeignIncident:
    start = _day(row, "date_start")
    end = _day(row, "date_end") if row.get("date_end") else start
    precision = _UCDP_PLACES.get(row.get("where_prec", ""), PlacePrecision.UNKNOWN)
    names = (row.get("where_coordinates", ""), row.get("adm_2", ""), row.get("adm_1", ""))
    return ForeignIncident(
        row.get("id") or row.get("relid") or f"line {line}",
        line,
        _interval(start, end),
        _places(row, names, precision),
        None,
        _names(row, "side_a"),
        _names(row, "side_b"),
        _count(row, "low"),
        _count(row, "best"),
        _count(row, "high"),
    )


def _acled(row: Row, line: int) -> ForeignIncident:
    start = _day(row, "event_date")
    half = _ACLED_DAYS.get(row.get("time_precision", ""), 1) // 2
    precision = _ACLED_PLACES.get(row.get("geo_precision", ""), PlacePrecision.UNKNOWN)
    names = (row.get("location", ""), row.get("admin2", ""), row.get("admin1", ""))
    dead = _count(row, "fatalities")
    return ForeignIncident(
        row.get("event_id_cnty") or row.get("data_id") or f"line {line}",
        line,
        _interval(date.fromordinal(start.toordinal() - half), date.fromordinal(start.toordinal() + half)),
        _places(row, names, precision),
        _ACLED_MODES.get(row.get("sub_event_type", "").casefold()),
        _names(row, "actor1", "assoc_actor_1"),
        _names(row, "actor2", "assoc_actor_2"),
        dead,
        dead,
        dead,
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout("ucdp", ("date_start",), _ucdp),
    Layout("acled", ("event_date",), _acled),
)


def _day(row: Row, column: str) -> date:
    text = row.get(column, "")
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(text if " " in form else text.split(" ")[0], form).date()
        except ValueError:
            continue
    raise ValueError(f"{column} is {text!r}, which is no day; write it like 2021-07-25")


def _interval(start: date, end: date) -> Interval:
    if end < start:
        raise ValueError(f"date_end ({end}) lies before date_start ({start})")
    return Interval(start, end, TimePrecision.DAY if start == end else TimePrecision.UNKNOWN)


def _places(row: Row, names: tuple[str, ...], precision: PlacePrecision) -> tuple[Place, ...]:
    """The place with the row's coordinates, and the country, where it says them."""
    country = country_named(row.get("country", "").partition(" (")[0])
    code = country.code if country else None
    point = _degrees(row, "latitude", 90), _degrees(row, "longitude", 180)
    lat, lon = point if None not in point else (None, None)
    found = [Place(_argument(n), lat, lon, None, code, precision) for n in names[:1] if n]
    if not found and lat is not None:
        found = [Place(_argument(next((n for n in names if n), "?")), lat, lon, None, code, precision)]
    if country and not found:
        found = [Place(_argument(country.name), None, None, None, code, PlacePrecision.COUNTRY)]
    return tuple(found)


def _degrees(row: Row, column: str, most: float) -> float | None:
    text = row.get(column, "")
    try:
        value = float(text) if text else None
    except ValueError:
        raise ValueError(f"{column} is {text!r}, which is no number of degrees") from None
    if value is not None and not -most <= value <= most:
        raise ValueError(f"{column} is {text}, which lies outside -{most} to {most}")
    return value


def _count(row: Row, column: str) -> int | None:
    text = row.get(column, "")
    try:
        value = int(float(text)) if text else None
    except (ValueError, OverflowError):
        raise ValueError(f"{column} is {text!r}, which is no count") from None
    if value is not None and value < 0:
        raise ValueError(f"{column} is {text}; a count can't be below 0")
    return value


def _names(row: Row, *columns: str) -> tuple[str, ...]:
    texts = (row.get(c, "") for c in columns)
    return tuple(name for text in texts for part in text.split(";") if (name := part.strip()))


def _argument(name: str) -> Argument:
    return Argument(Span(0, len(name), name), name)
