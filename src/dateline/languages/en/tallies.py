"""English words of counting: what is counted without an event noun, and verbs that keep counts."""

from __future__ import annotations

COUNTED_NOUNS = frozenset("incident case occurrence".split())
COMPARING = frozenset("against versus from than compare with to".split())
RECORDING = frozenset("record log register document count report tally list".split())
PEOPLE_VERBS = {
    "displace": "DISPLACED", "uproot": "DISPLACED", "flee": "DISPLACED", "evacuate": "DISPLACED", "leave": "DISPLACED",
    "send": "DISPLACED", "force": "DISPLACED", "drive": "DISPLACED",
    "arrest": "DETAINED", "detain": "DETAINED", "jail": "DETAINED", "imprison": "DETAINED", "abduct": "DETAINED",
    "kidnap": "DETAINED", "capture": "DETAINED",
}  # fmt: skip
"""Verbs whose people a tally counts, with the tally's type."""
