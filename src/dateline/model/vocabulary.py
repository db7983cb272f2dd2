"""The closed word lists that code, database, JSON, page and documents share.

Event types are PLOVER's sixteen (Open Event Data Alliance, PLOVER manual 2022); the modes of ASSAULT, the
certainties and the precisions are Dateline's own, mapped to ACLED, UCDP GED and CAMEO on export.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class HarmType(StrEnum):
    """What a tally counts when it counts people."""

    KILLED = "KILLED"
    INJURED = "INJURED"
    DISPLACED = "DISPLACED"
    DETAINED = "DETAINED"


TallyType = EventType | HarmType


class Mode(StrEnum):
    """How an assault was done; an event whose mode is not said has none."""

    DRONE = "drone"
    AIRSTRIKE = "airstrike"
    ROCKET = "rocket"
    MISSILE = "missile"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    MINE = "mine"
    GRENADE = "grenade"
    SHOOTING = "shooting"
    CLASH = "clash"
    RAID = "raid"
    ABDUCTION = "abduction"
    ARSON = "arson"
    STABBING = "stabbing"
    OTHER = "other"


class Certainty(StrEnum):
    """How the document presents an event; `general` is habitual or background, no single happening."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"
    GENERAL = "general"


class TimePrecision(StrEnum):
    """The unit in which a time was said."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How closely a place was said; `exact` is a facility, a street or a village with its own coordinates."""

    EXACT = "exact"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What a speaker does about responsibility for an event."""

    BLAMES = "blames"
    CLAIMS = "claims"
    DENIES = "denies"


class Predicate(StrEnum):
    """Relations between actors or places."""

    PART_OF = "part_of"
    MEMBER_OF = "member_of"
    SPONSORED_BY = "sponsored_by"
    LEADS = "leads"
    ALLIED_WITH = "allied_with"
    HOSTS = "hosts"
    LOCATED_IN = "located_in"
    ALSO_KNOWN_AS = "also_known_as"


class EntityType(StrEnum):
    """What a named mention names."""

    PERSON = "PERSON"
    ORGANISATION = "ORGANISATION"
    PLACE = "PLACE"
    FACILITY = "FACILITY"
    NATIONALITY = "NATIONALITY"
    WEAPON = "WEAPON"
    VEHICLE = "VEHICLE"
