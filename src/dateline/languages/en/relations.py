"""English words of lasting relations."""

from __future__ import annotations

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
    "commissioner administrator policeman coordinator".split()
)

PAYING = frozenset("fund finance sponsor pay bankroll run own arm equip".split())
"""Participles of whoever keeps a body going: "militias paid by the Emirates"."""

UNITS = frozenset(
    "mission regiment squadron battery corps fleet contingent committee service media outlet channel movement party militia".split()
)
"""Further words for what belongs to a body that owns it by name."""

LEADING = frozenset("chair head lead command direct run".split())
"""Verbs of leading in a relative clause: "who directs the health centre"."""
