"""Incidents -> a table in the column layout of UCDP's Georeferenced Event Dataset.

The columns are those of the published CSV of UCDP GED 23.1, in its order, checked against published rows
(docs/formats/ucdp.md); the codebook's own text was not at hand. Only
armed attacks that may have killed somebody are events to UCDP; the others are left out and counted. Which conflict and
which dyad an event belongs to is a coder's decision: those cells stay empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TextIO

from dateline.knowledge.states import priogrid_cell, state_codes
from dateline.model.incident import Incident
from dateline.model.precision import ucdp_date_precision, ucdp_where_precision
from dateline.model.reading import Argument, Place
from dateline.model.vocabulary import EventType, PlacePrecision
from dateline.share.columns import Column, Value
from dateline.share.private_persons import shown, shown_place
from dateline.share.sides import GOVERNMENTS, Side, acting, country_of, side
from dateline.share.table import write_table
from dateline.share.words import country_name, empty, place_name, unit, where

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_GROUPS = frozenset({Side.REBEL, Side.MILITIA})
_CODERS = "a UCDP coder's decision"
_NO_ID = "UCDP's own number, which the record doesn't hold"


def kept(incident: Incident) -> bool:
    """Whether it is an event to UCDP: an attack with at least one death by the highest estimate."""
    killed = incident.killed
    return (
        incident.type is EventType.ASSAULT and killed is not None and (killed.high is None or killed.high > 0)
    )


def write_ucdp(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the table."""
    write_table(COLUMNS, incidents, out, names)


def type_of_violence(incident: Incident) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where a side is not known or the two make no UCDP type."""
    a, b = (side(s, country_of(incident)) for s in (incident.actors, incident.recipients))
    if not a or not b:
        return None
    if Side.CIVILIANS in (a, b):
        return ONE_SIDED if a is not Side.CIVILIANS else None
    if GOVERNMENTS & {a, b}:
        return STATE_BASED
    return NON_STATE if {a, b} <= _GROUPS else None


def _sides(incident: Incident) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Sides A and B; in state-based conflict side A is the government (codebook, `side_a`)."""
    kinds = [side(s, country_of(incident)) for s in (incident.actors, incident.recipients)]
    turned = type_of_violence(incident) == STATE_BASED and kinds[0] not in GOVERNMENTS
    return (incident.recipients, incident.actors) if turned else (incident.actors, incident.recipients)


def _name(incident: Incident, which: int, names: bool) -> str | None:
    if which == 1 and type_of_violence(incident) == ONE_SIDED:
        return "Civilians"
    return next(iter(shown(_sides(incident)[which], incident, names)), None)


def _government(incident: Incident, which: int) -> Value:
    actor = acting(_sides(incident)[which])
    state = actor and side(_sides(incident)[which], country_of(incident)) in GOVERNMENTS
    codes = state_codes(actor.country) if actor and state else None
    return codes.gw if codes else None


def _number(incident: Incident, _: bool) -> Value:
    tail = incident.id.removeprefix("i")
    return int(tail, 16) if tail and all(c in "0123456789abcdef" for c in tail) else None


def _moment(day: date | None) -> str | None:
    return f"{day.isoformat()} 00:00:00.000" if day else None


def _point(place: Place) -> str:
    return f"POINT ({place.lon} {place.lat})"


def _cell(place: Place) -> Value:
    return priogrid_cell(place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _country(incident: Incident) -> tuple[Value, Value]:
    codes = state_codes(country_of(incident))
    return (codes.gw, codes.ucdp_region or None) if codes else (None, None)


def _deaths(incident: Incident) -> tuple[Value, Value, Value]:
    """Best, high, low; an open toll has its best as high."""
    killed = incident.killed
    if killed is None:
        return None, None, None
    return killed.best, killed.best if killed.high is None else killed.high, min(killed.low, killed.best)


COLUMNS: tuple[Column, ...] = (
    Column("id", _number, "the incident's id as a number (`relid` read as hexadecimal)"),
    Column("relid", lambda i, _: i.id, "the incident's id"),
    Column("year", lambda i, _: i.when.start.year if i.when else None, "the year of `date_start`"),
    empty("active_year", f"{_CODERS}: it needs the deaths of a dyad in the year"),
    empty("code_status", "a state of UCDP's own coding"),
    Column(
        "type_of_violence",
        lambda i, _: type_of_violence(i),
        "1 state-based, 2 non-state, 3 one-sided; empty where a side isn't known",
    ),
    empty("conflict_dset_id", _NO_ID),
    empty("conflict_new_id", _NO_ID),
    empty("conflict_name", _CODERS),
    empty("dyad_dset_id", _NO_ID),
    empty("dyad_new_id", _NO_ID),
    empty("dyad_name", _CODERS),
    empty("side_a_dset_id", _NO_ID),
    empty("side_a_new_id", _NO_ID),
    Column("side_a", lambda i, n: _name(i, 0, n), "the attacker; the government in state-based violence"),
    empty("side_b_dset_id", _NO_ID),
    empty("side_b_new_id", _NO_ID),
    Column("side_b", lambda i, n: _name(i, 1, n), 'the other side; "Civilians" in one-sided violence'),
    Column("number_of_sources", lambda i, _: i.origins, "independent origins"),
    Column(
        "source_article",
        lambda i, _: tuple(dict.fromkeys(r.document for r in i.reports)),
        "ids of the documents",
    ),
    Column("source_office", lambda i, _: i.outlets, "the outlets"),
    empty("source_date", "publication dates stand with the documents (`dateline show`)"),
    empty("source_headline", "headlines are the outlets' own text"),
    empty("source_original", "who said it stands with each claim (`dateline show`)"),
    Column(
        "where_prec",
        lambda i, _: ucdp_where_precision(i.places),
        "1 the place … 6 the country; 5 and 7 are never given",
    ),
    Column("where_coordinates", place_name, "the place that the coordinates belong to"),
    Column(
        "where_description",
        lambda i, n: tuple(shown_place(p, n) for p in i.places),
        "all places that reports name",
    ),
    Column("adm_1", lambda i, _: unit(i, PlacePrecision.PROVINCE), "the province, where a report names it"),
    Column("adm_2", lambda i, _: unit(i, PlacePrecision.DISTRICT), "the district, likewise"),
    Column("latitude", lambda i, _: where(i, lambda p: p.lat), "in degrees, WGS 84"),
    Column("longitude", lambda i, _: where(i, lambda p: p.lon), "likewise"),
    Column("geom_wkt", lambda i, _: where(i, _point), "the point as well-known text"),
    Column("priogrid_gid", lambda i, _: where(i, _cell), "the PRIO-GRID cell"),
    Column("country", lambda i, _: country_name(i), "the country's name, not always UCDP's form of it"),
    Column("country_id", lambda i, _: _country(i)[0], "its Gleditsch-Ward number"),
    Column("region", lambda i, _: _country(i)[1], "Africa, Americas, Asia, Europe or Middle East"),
    Column("event_clarity", lambda i, _: 1, "1: every incident is one happening, not a sum of several"),
    Column("date_prec", lambda i, _: ucdp_date_precision(i.when), "1 the day … 5 up to a year"),
    Column("date_start", lambda i, _: _moment(i.when.start if i.when else None), "the first day"),
    Column("date_end", lambda i, _: _moment(i.when.end if i.when else None), "the last day"),
    Column("deaths_a", lambda i, _: 0, "0: whose the dead were is not told apart"),
    Column("deaths_b", lambda i, _: 0, "0, likewise"),
    Column("deaths_civilians", lambda i, _: 0, "0, likewise"),
    Column(
        "deaths_unknown", lambda i, _: _deaths(i)[0], "all the dead, as UCDP counts those of unknown side"
    ),
    Column("best", lambda i, _: _deaths(i)[0], "the best toll"),
    Column("high", lambda i, _: _deaths(i)[1], "the highest; the best where the toll is open"),
    Column("low", lambda i, _: _deaths(i)[2], "the lowest"),
    Column("gwnoa", lambda i, _: _government(i, 0), "side A's Gleditsch-Ward number if it is a government"),
    Column("gwnob", lambda i, _: _government(i, 1), "side B's, likewise"),
)
