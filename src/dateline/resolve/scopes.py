"""Which claimed totals count the same thing, so that they can be set beside each other.

In: a tally. Out: its scopes, one for each country that it is about: totals are compared where they share one, which takes
the same type and the same people, a period, and a place or people who are named.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from dateline.model.reading import Argument, Place, Tally
from dateline.resolve.parties import anyone

BETWEEN = "\x1f"
"""Stands between the parts of a scope; no name holds it (ASCII's unit separator)."""


def scopes(tally: Tally) -> frozenset[str]:
    """The scopes of a tally as 16 hexadecimal digits each; none where it can't be compared."""
    if tally.when is None or (not tally.places and anyone(tally.recipients)):
        return frozenset()
    who = sorted(people(tally.recipients))
    return frozenset(_scope(tally.type.value, *who, country) for country in _countries(tally.places))


def people(named: Sequence[Argument]) -> frozenset[str]:
    """Who is meant, as compared between totals; nobody in particular where anyone counts."""
    return frozenset() if anyone(named) else frozenset(a.ref or a.name.casefold() for a in named)


def _scope(*parts: str) -> str:
    return sha256(BETWEEN.join(parts).encode()).hexdigest()[:16]


def _countries(places: Sequence[Place]) -> frozenset[str]:
    return frozenset(p.country or p.name.casefold() for p in places) or frozenset({""})
