"""Which names of an incident's parties are private persons', and what is shown in their place.

In: arguments. Out: names to show. The actor registry holds states, bodies, groups and holders of public office;
a name that it doesn't know and that may be a person's is shown as "a person". In doubt a name is masked: a group
that is masked can be added to the registry, a victim's name that has gone out can't be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.private_persons import names_a_home, personal_words, private
from dateline.model.document import Span
from dateline.model.incident import Incident
from dateline.model.reading import Argument, Place

__all__ = ["HOME", "MASK", "MASKS", "personal_words", "private", "shown", "shown_home", "shown_place"]

MASK, MASKS, HOME = "a person", "persons", "a home"


def shown(arguments: Iterable[Argument], incident: Incident, names: bool) -> tuple[str, ...]:
    """The names to show, in order; private persons become one "a person" or "3 persons" at the end."""
    listed = list(arguments)
    if names:
        return tuple(a.name for a in listed)
    places = frozenset(p.name.casefold() for p in incident.places)
    hidden = [a for a in listed if private(a, places)]
    kept = tuple(a.name for a in listed if a not in hidden)
    return kept if not hidden else (*kept, MASK if len(hidden) == 1 else f"{len(hidden)} {MASKS}")


def shown_place(place: Place, names: bool) -> str:
    """A place's name; a home that is named after somebody is shown as "a home"."""
    return place.name if names or place.gazetteer_id else shown_home(place.name)


def shown_home(name: str) -> str:
    """The name of a place that no gazetteer is known to have: "a home" for one that is named after somebody."""
    return HOME if names_a_home(name) and private(Argument(Span(0, len(name), name), name)) else name
