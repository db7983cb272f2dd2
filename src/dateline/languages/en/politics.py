"""Words around a political verb or noun that show what it means: what is talked of, imposed, cut off, signed."""

from __future__ import annotations

NO_AID = frozenset(
    (
        "soldier troop troops battalion brigade policeman guardsman number toll figure name list account "
        "statement reason reward detail version"
    ).split()
)
"""Whom a state sends and what is given without being aid: "gives the number of wounded as 31"."""

NOT_TALKED_WITH = frozenset("injured wounded site scene victim hospital family grave mosque church".split())
"""Whom and what officials visit without talks: "visited the injured at the hospital"."""

TALKS = frozenset("talks talk meeting visit summit election negotiation vote round".split())
"""What is held, opened or put off where parties talk or vote."""

SANCTIONS = frozenset(
    "sanction sanctions ban curfew blockade siege restriction embargo emergency freeze".split()
)
"""What is imposed and lifted."""

NETWORKS = frozenset(
    (
        "network internet data mobile signal electricity power phone service supply water access communication "
        "communications telephone"
    ).split()
)
"""What is cut off from people without a blow."""

VIOLENT_VOWS = frozenset(
    (
        "revenge retaliate retaliation respond response avenge punish crush strike attack destroy hit target hunt "
        "retribution fight kill"
    ).split()
)
"""What a vow of violence is a vow of."""

PACTS = frozenset("agreement deal accord treaty truce ceasefire pact memorandum protocol contract".split())
"""What is signed or agreed on."""

GIVING_WAY = frozenset("leave withdraw vacate evacuate surrender quit pay remove dismantle take".split())
"""What those do who give way to a term: "three days to leave"."""

ROUNDS = frozenset("round talks negotiations".split())
"""What opens and begins without anybody being said to open it."""

HANDING_OVER = frozenset("convey lodge deliver hand register hear".split())
"""Verbs of a diplomat's protest, which is no march."""
