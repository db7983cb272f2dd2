"""English words of lasting relations."""

from __future__ import annotations

from dateline.model.vocabulary import Predicate

SPONSORED = frozenset("backed sponsored funded supported armed financed trained run owned".split())
ALLIED = frozenset("aligned allied affiliated linked".split())
HOSTING = frozenset("host house accommodate".split())
PARTS = frozenset(
    "ministry department faction wing branch command unit arm brigade battalion force bureau agency office division".split()
)
LEADERS = frozenset(
    "president premier minister chancellor king queen emir leader chief head commander director chairman chairwoman "
    "chair governor mayor executive secretary general founder boss speaker sheriff chieftain coach commandant ringleader".split()
) - {"general"}
MEMBERS = LEADERS | frozenset(
    "spokesman spokeswoman spokesperson officer official professor researcher analyst member lawmaker senator deputy "
    "colonel general captain major lieutenant sergeant brigadier soldier fighter adviser advisor aide diplomat envoy "
    "ambassador judge prosecutor lawyer doctor teacher expert fellow lecturer reporter correspondent editor "
    "commissioner administrator policeman coordinator councillor councilor legislator mp mla congressman congresswoman "
    "secretary-general commander-in-chief bishop treasurer negotiator".split()
)

PAYING = frozenset("fund finance sponsor pay bankroll run own arm equip".split())
"""Participles of whoever keeps a body going: "militias paid by the Emirates"."""

UNITS = frozenset(
    "mission regiment squadron station centre center newspaper magazine mouthpiece website battery corps fleet contingent committee service media outlet channel movement party militia".split()
)
"""Further words for what belongs to a body that owns it by name."""

LEADING = frozenset("chair head lead command direct run".split())
"""Verbs of leading in a relative clause: "who directs the health centre"."""

AFFILIATES = frozenset("ally affiliate franchise partner".split())
UNIONS = frozenset("coalition alliance umbrella grouping confederation".split())
OUTFITS = frozenset(
    "tank group monitor organisation organization database network charity ngo newspaper observatory institute university".split()
)
"""Nouns that describe a body which sits somewhere: "an Islamabad think tank"."""

SPONSORING = frozenset("back support bankroll train".split())
TIED = {
    "link": ("to", Predicate.ALLIED_WITH),
    "ally": ("with", Predicate.ALLIED_WITH),
    "affiliate": ("to", Predicate.ALLIED_WITH),
    "align": ("with", Predicate.ALLIED_WITH),
    "belong": ("to", Predicate.PART_OF),
}
"""Verbs of belonging, with their preposition and what they say."""

KNOWN = frozenset("know call".split())

OUTWARD = frozenset(
    "in the of central northern southern eastern western north south east west northeast northwest southeast southwest "
    "north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern "
    "state province municipality region department district county coastal border restive remote rural".split()
)
"""Words between a place and the wider one that it lies in."""

UNITS_OF_LAND = frozenset(
    "lga district territory township county municipality parish commune canton subdistrict tehsil".split()
)
LANDS = frozenset(
    "town city village province district region state port capital enclave suburb island county".split()
)
FACILITIES = frozenset(
    "station base airbase airfield airport barracks prison jail camp mosque church cathedral school university hospital "
    "clinic outpost embassy consulate refinery palace headquarters checkpoint".split()
)
"""Sites that a place can hold."""

INSTITUTIONS = frozenset("centre center ministry station channel newspaper".split())
"""Bodies that an owner's possessive makes part of it: "the Houthis' mine action centre"."""
