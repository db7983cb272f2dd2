"""English words of counting: what is counted without an event noun, and verbs that keep counts."""

from __future__ import annotations

COUNTED_NOUNS = frozenset("incident case occurrence".split())
COMPARING = frozenset("against versus from than compare with to".split())
RECORDING = frozenset("record log register document count report tally list".split())
PEOPLE_VERBS = {
    "displace": "DISPLACED", "uproot": "DISPLACED", "flee": "DISPLACED", "evacuate": "DISPLACED", "leave": "DISPLACED",
    "send": "DISPLACED", "move": "DISPLACED", "force": "DISPLACED", "drive": "DISPLACED",
    "arrest": "DETAINED", "apprehend": "DETAINED", "detain": "DETAINED", "jail": "DETAINED", "imprison": "DETAINED", "abduct": "DETAINED",
    "kidnap": "DETAINED", "capture": "DETAINED",
}  # fmt: skip
"""Verbs whose people a tally counts, with the tally's type."""

FIGURES = frozenset("figure number total count tally sum".split())
REACHING = frozenset("pass reach exceed top surpass be stand rise climb total hit cross".split())
OVER = frozenset("pass exceed top surpass cross".split())
"""A running count and the verbs that bring it to a number: "the number has passed 1.2 million"."""

LABELS = {
    "dead": "KILLED", "killed": "KILLED", "deaths": "KILLED", "fatalities": "KILLED",
    "injured": "INJURED", "wounded": "INJURED", "injuries": "INJURED",
    "displaced": "DISPLACED", "detained": "DETAINED", "arrested": "DETAINED", "abducted": "DETAINED", "kidnapped": "DETAINED",
}  # fmt: skip
"""Words before a colon and a number in a summary."""

THINGS = frozenset("device kind incident case attempt explosion blast assault".split())
"""Nouns that stand for the attack just told of: "the third such device this year"."""

CASES = frozenset("attempt case act incident attack operation instance".split())
THEM = frozenset("them these those which whom".split())

DETENTIONS = frozenset("arrest detention disappearance".split())
"""Nouns of people taken, counted as people."""

LEFT = frozenset(
    "home house village town area city district province region settlement country dwelling community".split()
)
"""What people leave when they are displaced."""

MOVING = frozenset("leave send force drive move".split())
"""Weak verbs of movement, which tell of flight only beside `HOMES`."""

HOMES = frozenset(
    "home house village villager flee shelter camp refuge school resident civilian household family".split()
)
"""What people flee from and to, and who they are: "left their homes"."""
