"""Pieces of text and of values that several exchange formats share.

Free-text columns are composed from the incident's values, never quoted from an article: what they say is masked like
every other column, and nobody's prose is passed on.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.knowledge.countries import country
from dateline.model.incident import Incident, Toll
from dateline.model.precision import located
from dateline.model.reading import Place
from dateline.model.vocabulary import PlacePrecision
from dateline.share.columns import Column, Value
from dateline.share.private_persons import shown, shown_place
from dateline.share.sides import country_of


def empty(name: str, why: str) -> Column:
    """A column of the layout that the record can't fill, with the reason."""
    return Column(name, lambda _incident, _names: None, f"empty: {why}")


def country_name(incident: Incident) -> str | None:
    """The name of the incident's country."""
    found = country(country_of(incident) or "")
    return found.name if found else None


def unit(incident: Incident, precision: PlacePrecision) -> str | None:
    """The name of the province or district that the reports give."""
    return next((p.name for p in incident.places if p.precision is precision), None)


def where(incident: Incident, value: Callable[[Place], Value]) -> Value:
    """A value of the finest place that has coordinates."""
    place = located(incident.places)
    return value(place) if place else None


def place_name(incident: Incident, names: bool) -> str | None:
    """The name of the finest place that has coordinates, or of the finest that hasn't."""
    place = located(incident.places) or next(iter(incident.places), None)
    return shown_place(place, names) if place else None


def described(incident: Incident, names: bool) -> str:
    """The incident in a sentence of its own values."""
    what = " ".join(w for w in (incident.mode and incident.mode.value, incident.type.value.lower()) if w)
    parts = [f"{what} ({incident.certainty.value})"]
    if incident.places:
        parts.append("at " + ", ".join(shown_place(p, names) for p in incident.places))
    if incident.actors:
        parts.append("by " + ", ".join(shown(incident.actors, incident, names)))
    if incident.recipients:
        parts.append("against " + ", ".join(shown(incident.recipients, incident, names)))
    parts += [
        f"{told} {range_of(toll)}"
        for told, toll in (("killed", incident.killed), ("injured", incident.injured))
        if toll
    ]
    parts.append(f"{len(incident.reports)} reports, {incident.origins} independent")
    return "; ".join(parts)


def range_of(toll: Toll) -> str:
    """A toll as "2 (1 to 4)" or "2 (1 or more)"."""
    high = "or more" if toll.high is None else f"to {toll.high}"
    return str(toll.best) if toll.low == toll.best == toll.high else f"{toll.best} ({toll.low} {high})"
