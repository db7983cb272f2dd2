"""What kind of party an argument names, as ACLED's and UCDP's actor types need it.

In: an argument and the country of the incident. Out: a Side, UNKNOWN where neither the actor registry nor the word
says. A private person counts as a civilian. The names of the kinds are those of ACLED's `inter1` since 2024, as its
codebook has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from dateline.knowledge.registry import Actor, Registry
from dateline.languages.en.people import GROUPS, PEOPLE
from dateline.model.incident import Incident
from dateline.model.reading import Argument
from dateline.share.private_persons import private

_WORD = re.compile(r"[a-z][a-z'’-]*")


class Side(StrEnum):
    """ACLED's actor types that the record can tell."""

    STATE = "State forces"
    REBEL = "Rebel group"
    MILITIA = "Political militia"
    PROTESTERS = "Protesters"
    CIVILIANS = "Civilians"
    EXTERNAL = "External/Other forces"
    UNKNOWN = ""


ORDER = (Side.STATE, Side.REBEL, Side.MILITIA, Side.PROTESTERS, Side.EXTERNAL, Side.CIVILIANS)
"""The order of the kinds in which ACLED's `interaction` names a pair (codebook, table 3: "External/Other forces-Civilians")."""
GOVERNMENTS = frozenset({Side.STATE, Side.EXTERNAL})

_STATE_KINDS = frozenset({"state", "government", "force", "ministry", "office"})
_SOLDIERS = frozenset(
    "soldier trooper ranger marine sailor pilot serviceman servicewoman troop army navy military police gendarmerie "
    "policeman policewoman officer peacekeeper conscript reservist cadet recruit garrison brigade battalion "
    "regiment company platoon forces force gendarme".split()
)
_REBELS = frozenset(
    "militant insurgent rebel guerrilla jihadist fighter terrorist extremist insurgency".split()
)
_MILITIA = frozenset(
    "gunman bandit gang militia militiaman militias cartel attacker assailant kidnapper gangster hitman "
    "mob faction robber".split()
)
_PROTESTERS = frozenset("protester demonstrator rioter".split())
_WORDS = (
    (_SOLDIERS, Side.STATE),
    (_REBELS, Side.REBEL),
    (_MILITIA, Side.MILITIA),
    (_PROTESTERS, Side.PROTESTERS),
)


def side_of(argument: Argument, country: str | None) -> Side:
    """The kind of one party to an incident in `country` (ISO 3166-1 alpha-2)."""
    actor = Registry.load().get(argument.ref) if argument.ref else None
    if actor:
        return _of_actor(actor, country)
    words = frozenset(_singular(w) for w in _WORD.findall(argument.name.lower()))
    for listed, side in _WORDS:
        if words & listed:
            return side
    if private(argument) or words & (PEOPLE | GROUPS):
        return Side.CIVILIANS
    return Side.UNKNOWN


def side(arguments: Iterable[Argument], country: str | None) -> Side:
    """The kind of the first party that has one."""
    kinds = (side_of(a, country) for a in arguments)
    return next((kind for kind in kinds if kind), Side.UNKNOWN)


def acting(arguments: Iterable[Argument]) -> Actor | None:
    """The first party that the actor registry holds."""
    found = (Registry.load().get(a.ref) for a in arguments if a.ref)
    return next((actor for actor in found if actor), None)


def country_of(incident: Incident) -> str | None:
    """The country of the finest place that says one, ISO 3166-1 alpha-2."""
    return next((p.country for p in incident.places if p.country), None)


def _of_actor(actor: Actor, country: str | None) -> Side:
    if actor.kind == "armed group":
        return Side.REBEL
    if actor.kind == "criminal group":
        return Side.MILITIA
    if actor.kind == "international organisation" or actor.sector == "IGO":
        return Side.EXTERNAL
    if actor.kind in _STATE_KINDS:
        return Side.STATE if actor.country in (None, country) or country is None else Side.EXTERNAL
    return Side.CIVILIANS


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    return word if word in _SOLDIERS or not word.endswith("s") else word[:-1]
