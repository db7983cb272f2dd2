"""Incidents -> a table in the column layout of POLECAT, the event data set coded in PLOVER's ontology.

The columns are those of the POLECAT Weekly Data files (Halterman, Bagozzi, Beger, Schrodt and Scarborough 2023, "PLOVER
and POLECAT: A New Political Event Ontology and Dataset"), tab-separated, in their order. Event types and quad codes are
PLOVER's; MODES maps Dateline's modes of assault to PLOVER's modes of ASSAULT.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline import __version__
from dateline.knowledge.countries import country
from dateline.knowledge.states import state_codes
from dateline.model.incident import Incident
from dateline.model.reading import Argument
from dateline.model.vocabulary import EventType, Mode, PlacePrecision
from dateline.share.columns import Column, Value
from dateline.share.private_persons import shown
from dateline.share.sides import acting
from dateline.share.table import write_table
from dateline.share.words import country_name, empty, place_name, unit, where

ASSAULT_MODES = tuple(
    "unconventional targeted suicide-attack aerial drone heavy-weapons firearms explosives abduct torture sexual "
    "destroy primitive beat crowd-control".split()
)
MODES: dict[Mode, str] = {
    Mode.DRONE: "drone",
    Mode.AIRSTRIKE: "aerial",
    Mode.ROCKET: "heavy-weapons",
    Mode.MISSILE: "heavy-weapons",
    Mode.SHELLING: "heavy-weapons",
    Mode.BOMBING: "explosives",
    Mode.MINE: "explosives",
    Mode.GRENADE: "explosives",
    Mode.SUICIDE_BOMBING: "suicide-attack",
    Mode.SHOOTING: "firearms",
    Mode.ABDUCTION: "abduct",
    Mode.ARSON: "destroy",
    Mode.STABBING: "primitive",
}
_E = EventType
QUADS: dict[str, tuple[EventType, ...]] = {
    "VERBAL COOPERATION": (_E.AGREE, _E.CONSULT, _E.SUPPORT, _E.CONCEDE),
    "MATERIAL COOPERATION": (_E.COOPERATE, _E.AID, _E.RETREAT),
    "VERBAL CONFLICT": (_E.REQUEST, _E.ACCUSE, _E.REJECT, _E.THREATEN),
    "MATERIAL CONFLICT": (_E.PROTEST, _E.SANCTION, _E.MOBILIZE, _E.COERCE, _E.ASSAULT),
}
_LANGUAGE = "the language stands with each document"


def write_plover(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the table."""
    write_table(COLUMNS, incidents, out, names, delimiter="\t")


def quad(kind: EventType) -> str:
    """PLOVER's quad code of an event type."""
    return next(name for name, kinds in QUADS.items() if kind in kinds)


def _numbers(arguments: tuple[Argument, ...]) -> tuple[Value, Value, Value]:
    """The country's name and COW number, and the sector, of the first party that the registry holds."""
    actor = acting(arguments)
    codes = state_codes(actor.country) if actor else None
    land = country(actor.country or "") if actor else None
    return land.name if land else None, codes.cow if codes else None, actor.sector if actor else None


def _party(role: str, pick: str) -> tuple[Column, ...]:
    """The eight columns of the actor or the recipient; `pick` is the incident's attribute."""

    def of(incident: Incident) -> tuple[Argument, ...]:
        found: tuple[Argument, ...] = getattr(incident, pick)
        return found

    return (
        Column(f"{role} Name", lambda i, n: shown(of(i), i, n), "the names"),
        Column(
            f"{role} Country",
            lambda i, _: _numbers(of(i))[0],
            "the country of the first that the registry holds",
        ),
        Column(f"{role} COW", lambda i, _: _numbers(of(i))[1], "that country's Correlates of War number"),
        Column(f"Primary {role} Sector", lambda i, _: _numbers(of(i))[2], "its sector in PLOVER's codes"),
        Column(f"{role} Sectors", lambda i, _: _numbers(of(i))[2], "the same: the registry holds one"),
        empty(f"{role} Title", "titles stand in the names"),
        Column(f"{role} Name Raw", lambda i, n: shown(of(i), i, n), "the names as the reports have them"),
        empty(f"Wikipedia {role} ID", "the registry keeps none"),
    )


COLUMNS: tuple[Column, ...] = (
    Column("Event ID", lambda i, _: i.id, "the incident's id"),
    Column(
        "Event Date",
        lambda i, _: i.when.start.isoformat() if i.when else None,
        "the first day of the interval",
    ),
    Column("Event Type", lambda i, _: i.type.value, "one of PLOVER's sixteen"),
    Column(
        "Event Mode", lambda i, _: MODES.get(i.mode) if i.mode else None, "PLOVER's mode, see the table below"
    ),
    empty("Intensity", "a scale that PLOVER's coder computes"),
    Column("Quad Code", lambda i, _: quad(i.type), "verbal or material, cooperation or conflict"),
    empty("Contexts", "not coded"),
    *_party("Actor", "actors"),
    *_party("Recipient", "recipients"),
    Column("Placename", place_name, "the finest place that has coordinates"),
    Column("City", lambda i, _: unit(i, PlacePrecision.TOWN), "the town, where a report names it"),
    Column("District", lambda i, _: unit(i, PlacePrecision.DISTRICT), "the district, likewise"),
    Column("Province", lambda i, _: unit(i, PlacePrecision.PROVINCE), "the province, likewise"),
    Column("Country", lambda i, _: country_name(i), "the country's name"),
    Column("Latitude", lambda i, _: where(i, lambda p: p.lat), "in degrees, WGS 84"),
    Column("Longitude", lambda i, _: where(i, lambda p: p.lon), "likewise"),
    Column(
        "GeoNames ID",
        lambda i, _: where(i, lambda p: _geonames(p.gazetteer_id)),
        "the place's number in GeoNames",
    ),
    Column("Raw Placename", place_name, "as `Placename`"),
    empty("Feature Type", "the record keeps the precision instead"),
    Column("Source", lambda i, _: i.outlets, "the outlets"),
    empty("Publication Date", "an incident has many; they stand with the documents (`dateline show`)"),
    empty("Story People", "private persons are not listed"),
    Column(
        "Story Organizations", lambda i, n: shown((*i.actors, *i.recipients), i, n), "attackers and attacked"
    ),
    Column("Story Locations", lambda i, n: place_name(i, n), "as `Placename`"),
    empty("Language", _LANGUAGE),
    Column("Version", lambda i, _: f"dateline {__version__}", "the version of Dateline"),
)


def _geonames(identifier: str | None) -> Value:
    """GeoNames' number; provinces and districts have a code of another kind in the gazetteer."""
    return int(identifier) if identifier and identifier.isdigit() else None
