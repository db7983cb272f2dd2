"""The columns of an incident, the same in every flat export: a name and where its value comes from.

`place` is the finest place that any report names; `lat`, `lon` (degrees, WGS 84) belong to the finest place that
has coordinates, which `located_at` names and `place_precision` qualifies. `killed_high` is empty when open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.model.incident import Incident, Toll
from dateline.model.precision import located
from dateline.model.reading import Argument, Place
from dateline.share.private_persons import shown, shown_place

Value = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `value` takes the incident and whether private persons' names are shown.

    `meaning` says for the page of docs what it holds, or why it is left empty.
    """

    name: str
    value: Callable[[Incident, bool], Value]
    meaning: str = ""


COLUMNS: tuple[Column, ...] = (
    Column("id", lambda i, _: i.id),
    Column("type", lambda i, _: i.type.value),
    Column("mode", lambda i, _: i.mode.value if i.mode else None),
    Column("start", lambda i, _: i.when.start.isoformat() if i.when else None),
    Column("end", lambda i, _: i.when.end.isoformat() if i.when else None),
    Column("time_precision", lambda i, _: i.when.precision.value if i.when else None),
    Column("place", lambda i, names: shown_place(i.places[0], names) if i.places else None),
    Column("located_at", lambda i, names: _of_place(i, lambda p: shown_place(p, names))),
    Column("lat", lambda i, _: _of_place(i, lambda p: p.lat)),
    Column("lon", lambda i, _: _of_place(i, lambda p: p.lon)),
    Column("place_precision", lambda i, _: _of_place(i, lambda p: p.precision.value)),
    Column("country", lambda i, _: next((p.country for p in i.places if p.country), None)),
    Column("killed_low", lambda i, _: _of_toll(i.killed, lambda t: t.low)),
    Column("killed_best", lambda i, _: _of_toll(i.killed, lambda t: t.best)),
    Column("killed_high", lambda i, _: _of_toll(i.killed, lambda t: t.high)),
    Column("injured_low", lambda i, _: _of_toll(i.injured, lambda t: t.low)),
    Column("injured_best", lambda i, _: _of_toll(i.injured, lambda t: t.best)),
    Column("injured_high", lambda i, _: _of_toll(i.injured, lambda t: t.high)),
    Column("actors", lambda i, names: shown(i.actors, i, names)),
    Column("recipients", lambda i, names: shown(i.recipients, i, names)),
    Column("weapons", lambda i, _: _names(i.weapons)),
    Column("certainty", lambda i, _: i.certainty.value),
    Column("outlets", lambda i, _: i.outlets),
    Column("reports", lambda i, _: len(i.reports)),
    Column("origins", lambda i, _: i.origins),
    Column("documents", lambda i, _: tuple(dict.fromkeys(r.document for r in i.reports))),
)


def _of_place(incident: Incident, value: Callable[[Place], Value]) -> Value:
    place = located(incident.places)
    return value(place) if place else None


def _of_toll(toll: Toll | None, value: Callable[[Toll], int | None]) -> int | None:
    return value(toll) if toll else None


def _names(arguments: tuple[Argument, ...]) -> tuple[str, ...]:
    return tuple(a.name for a in arguments)
