"""All that a record holds but numbers and times, so that two records can be compared, whatever store they are in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from dateline.record.backend import backend_at
from dateline.record.schema import metadata

HELD = {
    "documents": "id text_hash title outlet relays published date_source url language text duplicate_of similarity digest signature",
    "fingerprints": "key",
    "readings": "document version model body",
    "events": "document event type mode certainty start end place country lat lon killed_low killed_high",
    "tallies": "document tally type mode low high start end published",
    "tally_scopes": "document tally scope start end low high",
    "incidents": "id type mode start end killed_low killed_best place place_precision lat lon body",
    "reports": "document event incident",
    "links": "incident left_document right_document score reasons",
    "questions": "incident id certainty one other field",
    "sayings": "document number relation subject subject_name predicate object object_name start end speakers certainty event",
    "relations": "key subject predicate object documents sayings",
    "actors": "id name folded relations as_actor as_recipient",
    "incident_places": "incident name country lat lon",
    "incident_parties": "incident role name ref",
    "incident_outlets": "incident name",
    "name_tails": "name tail",
    "waiting": "document",
    "judgements": "number author action item field undoes reason body",
    "former_ids": "document event incident",
    "history": "author action item",
}


def contents(place: str) -> dict[str, list[Any]]:
    """The rows of every table, sorted."""
    held = {}
    for name, columns in HELD.items():
        table = metadata.tables[name]
        query = select(*(table.c[column] for column in columns.split()))
        if name == "history":
            # How often incidents were made of the readings depends on how often somebody was interrupted.
            query = query.where(table.c.item != "record")
        held[name] = sorted(map(tuple, _answer(place, query)), key=repr)
    return held


def count(place: str, name: str) -> int:
    """The rows of a table."""
    (row,) = _answer(place, select(func.count()).select_from(metadata.tables[name]))
    return int(row[0])


def _answer(place: str, query: Any) -> list[Any]:
    engine = backend_at(place).engine
    try:
        with engine.connect() as connection:
            return list(connection.execute(query))
    finally:
        engine.dispose()
