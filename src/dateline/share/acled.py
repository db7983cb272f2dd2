"""Incidents -> a table in ACLED's column layout.

Columns, their order, event types, kinds of actor and the rules for dates and the dead are those of the ACLED codebook
(docs/formats/acled.md says what was checked). How a mode becomes a sub-event type is MODES; where an attack with
firearms meets an armed side it is a battle, else violence against civilians.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TextIO

from dateline.knowledge.states import state_codes
from dateline.model.incident import Incident
from dateline.model.precision import acled_geo_precision, acled_time_precision
from dateline.model.reading import Argument
from dateline.model.vocabulary import EventType, Mode, PlacePrecision
from dateline.share.columns import Column, Value
from dateline.share.private_persons import shown
from dateline.share.sides import ORDER, Side, country_of, side
from dateline.share.table import write_table
from dateline.share.words import country_name, described, empty, place_name, unit, where

BATTLES, REMOTE, CIVILIANS = "Battles", "Explosions/Remote violence", "Violence against civilians"
PROTESTS, STRATEGIC = "Protests", "Strategic developments"
SUB_EVENTS: dict[str, tuple[str, ...]] = {
    BATTLES: ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    PROTESTS: ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    REMOTE: (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    CIVILIANS: ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    STRATEGIC: (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
MODES: dict[Mode, tuple[str, str]] = {
    Mode.DRONE: (REMOTE, "Air/drone strike"),
    Mode.AIRSTRIKE: (REMOTE, "Air/drone strike"),
    Mode.ROCKET: (REMOTE, "Shelling/artillery/missile attack"),
    Mode.MISSILE: (REMOTE, "Shelling/artillery/missile attack"),
    Mode.SHELLING: (REMOTE, "Shelling/artillery/missile attack"),
    Mode.BOMBING: (REMOTE, "Remote explosive/landmine/IED"),
    Mode.MINE: (REMOTE, "Remote explosive/landmine/IED"),
    Mode.SUICIDE_BOMBING: (REMOTE, "Suicide bomb"),
    Mode.GRENADE: (REMOTE, "Grenade"),
    Mode.CLASH: (BATTLES, "Armed clash"),
    Mode.ABDUCTION: (CIVILIANS, "Abduction/forced disappearance"),
}
_ARMED = frozenset({Side.STATE, Side.REBEL, Side.MILITIA, Side.EXTERNAL})


def kept(incident: Incident) -> bool:
    """Whether ACLED has a type for it: attacks and protests."""
    return incident.type in (EventType.ASSAULT, EventType.PROTEST)


def write_acled(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the table."""
    write_table(COLUMNS, incidents, out, names)


def event_types(incident: Incident) -> tuple[str, str]:
    """ACLED's event type and sub-event type; the second is empty where it needs what the record doesn't hold."""
    if incident.type is EventType.PROTEST:
        return PROTESTS, ""
    if incident.mode in MODES:
        return MODES[incident.mode]
    if incident.mode is Mode.ARSON and not _harmed(incident):
        return STRATEGIC, "Looting/property destruction"
    target = side(incident.recipients, country_of(incident))
    return (BATTLES, "Armed clash") if target in _ARMED else (CIVILIANS, "Attack")


def _harmed(incident: Incident) -> bool:
    return any(toll and toll.best for toll in (incident.killed, incident.injured))


def _disorder(incident: Incident, _: bool) -> str:
    kind = event_types(incident)[0]
    return {PROTESTS: "Demonstrations", STRATEGIC: "Strategic developments"}.get(kind, "Political violence")


def _kind(incident: Incident, arguments: tuple[Argument, ...]) -> Side:
    return side(arguments, country_of(incident))


def _interaction(incident: Incident, _: bool) -> str | None:
    kinds = [k for k in (_kind(incident, incident.actors), _kind(incident, incident.recipients)) if k]
    if len(kinds) < 2:
        return f"{kinds[0]} only" if kinds and not incident.recipients else None
    return "-".join(sorted(kinds, key=ORDER.index))


def _targeting(incident: Incident, _: bool) -> str | None:
    """Civilians harmed in the course of a battle are not marked (codebook, "Battles")."""
    targeted = _kind(incident, incident.recipients) is Side.CIVILIANS and event_types(incident)[0] != BATTLES
    return "Civilian targeting" if targeted else None


def _day(incident: Incident) -> date | None:
    """The day, or the middle of a week or a month (codebook, "Time precision codes")."""
    when = incident.when
    return when.start + timedelta(days=(when.days - 1) // 2) if when else None


def _first(arguments: tuple[Argument, ...], incident: Incident, names: bool) -> str | None:
    return next(iter(shown(arguments, incident, names)), None)


def _iso(incident: Incident, _: bool) -> Value:
    codes = state_codes(country_of(incident))
    return int(codes.numeric) if codes and codes.numeric else None


def _region(incident: Incident, _: bool) -> Value:
    codes = state_codes(country_of(incident))
    return codes.acled_region if codes else None


COLUMNS: tuple[Column, ...] = (
    Column(
        "event_id_cnty", lambda i, _: i.id, "the incident's id; ACLED's own begins with a country's letters"
    ),
    Column(
        "event_date",
        lambda i, _: day.isoformat() if (day := _day(i)) else None,
        "the day, or the middle of the interval",
    ),
    Column("year", lambda i, _: day.year if (day := _day(i)) else None, "its year"),
    Column(
        "time_precision",
        lambda i, _: acled_time_precision(i.when),
        "1 the day, 2 the week, 3 the month; empty for longer times, which ACLED has no code for",
    ),
    Column("disorder_type", _disorder, "Political violence, Demonstrations or Strategic developments"),
    Column("event_type", lambda i, _: event_types(i)[0], "from the mode, see the table below"),
    Column("sub_event_type", lambda i, _: event_types(i)[1] or None, "likewise; empty for protests"),
    Column("actor1", lambda i, n: _first(i.actors, i, n), "the first attacker"),
    Column("assoc_actor_1", lambda i, n: shown(i.actors, i, n)[1:], "the other attackers"),
    Column("inter1", lambda i, _: _kind(i, i.actors), "the attacker's kind; empty where it isn't known"),
    Column("actor2", lambda i, n: _first(i.recipients, i, n), "the first of those attacked"),
    Column("assoc_actor_2", lambda i, n: shown(i.recipients, i, n)[1:], "the others attacked"),
    Column("inter2", lambda i, _: _kind(i, i.recipients), "their kind"),
    Column("interaction", _interaction, "both kinds, in the order of ACLED's list"),
    Column(
        "civilian_targeting",
        _targeting,
        '"Civilian targeting" where civilians were attacked outside a battle',
    ),
    Column("iso", _iso, "ISO 3166-1 numeric"),
    Column("region", _region, "ACLED's region of the country"),
    Column("country", lambda i, _: country_name(i), "the country's name"),
    Column("admin1", lambda i, _: unit(i, PlacePrecision.PROVINCE), "the province, where a report names it"),
    Column("admin2", lambda i, _: unit(i, PlacePrecision.DISTRICT), "the district, likewise"),
    empty("admin3", "no report's place is known so finely by unit"),
    Column("location", place_name, "the finest place that has coordinates"),
    Column("latitude", lambda i, _: where(i, lambda p: p.lat), "in degrees, WGS 84"),
    Column("longitude", lambda i, _: where(i, lambda p: p.lon), "likewise"),
    Column(
        "geo_precision",
        lambda i, _: acled_geo_precision(i.places),
        "1 the town, 2 near it or a small region, 3 a larger region; empty where only the country is known",
    ),
    Column("source", lambda i, _: i.outlets, "the outlets"),
    empty("source_scale", "whether an outlet is local or international is not on record"),
    Column("notes", described, "the incident in a sentence made of its values, no article's text"),
    Column(
        "fatalities",
        lambda i, _: i.killed.low if i.killed else 0,
        "the lowest toll, as ACLED records where reports differ; 0 where no report says",
    ),
    Column(
        "tags",
        lambda i, _: f"certainty={i.certainty.value}",
        "`certainty=asserted`, `alleged`, `possible`, `denied`",
    ),
    empty("timestamp", "when a row was last changed is in the record's history, not in the incident"),
)
