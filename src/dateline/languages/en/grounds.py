"""English words for kinds of place, and the prepositions that put something there."""

from __future__ import annotations

LOCATIVE = frozenset(
    (
        *"in at on near outside inside along off around beside opposite behind within across above under between".split(),
        "in front of", "close to", "next to", "north of", "south of", "east of", "west of",
    )
)  # fmt: skip

GROUNDS = frozenset(
    "quarter neighbourhood neighborhood suburb estate street road highway motorway avenue lane alley axis route junction "
    "crossroads roundabout intersection square park garden market marketplace bazaar mall shop supermarket store bank "
    "forest wood woods bush jungle desert hill mountain valley ravine marsh river creek lake canal coast beach shore island bay "
    "bridge tunnel port harbour harbor dock airport airfield airbase runway station terminal depot "
    "school university college academy campus hospital clinic church mosque temple synagogue shrine cathedral monastery "
    "checkpoint roadblock crossing border frontier camp base barracks outpost prison jail courthouse "
    "farm ranch plantation field mine quarry pit plant factory refinery warehouse pipeline dam "
    "hotel restaurant cafe bar nightclub club theatre theater cinema stadium "
    "compound courtyard house home building apartment block cemetery".split()
)
"""Kinds of place that something happens at, smaller than a town."""

DIVISIONS = frozenset(
    "town city village hamlet settlement capital district county territory municipality commune region province state area "
    "outskirts".split()
)
"""Kinds of place as large as a village or larger, said without their name."""

POINTLESS = frozenset("other some many several different various such every any all".split())
"""Words that leave open which place is meant."""
