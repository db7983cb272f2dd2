"""Judgements in and out of the record: append-only rows, and those that hold on the readings as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dateline.errors import UnknownItem
from dateline.model.codec import trusted_reading
from dateline.model.judgement import Action, Decision, Judgement, found_again, standing
from dateline.model.judgement_codec import decision_body, judgement_from_dict
from dateline.model.reading import Event
from dateline.record.rows import document_from
from dateline.record.schema import documents, judgements, readings
from dateline.record.statements import parts


def keep_judgement(connection: Connection, at: str, author: str, decision: Decision) -> int:
    """Keep a judgement; its number. Raises UnknownItem where it undoes one that isn't there."""
    if decision.undoes is not None:
        _check_there(connection, decision.undoes)
    row = {
        "at": at,
        "author": author,
        "action": decision.action.value,
        "item": decision.item,
        "field": decision.field,
        "undoes": decision.undoes,
        "reason": decision.reason,
        "body": decision_body(decision),
    }
    key = connection.execute(insert(judgements).values(**row)).inserted_primary_key
    return int(key[0]) if key else 0


def all_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement as it was made, oldest first."""
    rows = connection.execute(select(judgements).order_by(judgements.c.number)).mappings()
    return tuple(_judgement(row) for row in rows)


def judgements_that_hold(connection: Connection, until: str = "9999") -> tuple[Judgement, ...]:
    """Those that nobody has undone, oldest first, about the events of the newest readings; as they were `until` then."""
    made = all_judgements(connection)
    return on_newest(
        connection, standing([j for j in made if j.at.isoformat(timespec="milliseconds") <= until])
    )


def on_newest(connection: Connection, held: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Judgements with their anchors on the events of the newest readings."""
    named = sorted({a.document for j in held for a in (*j.decision.reports, *j.decision.apart)})
    events: dict[str, tuple[Event, ...]] = {}
    for part in parts(named):
        events |= _events(connection, part)
    return tuple(found_again(judgement, events) for judgement in held)


def retracted_documents(connection: Connection) -> frozenset[str]:
    """The documents that no longer count."""
    held = standing(all_judgements(connection))
    return frozenset(j.decision.item for j in held if j.action is Action.RETRACT)


def newest_judgement(connection: Connection) -> int:
    """The number of the last judgement; 0 where there is none."""
    return connection.execute(select(func.max(judgements.c.number))).scalar() or 0


def _events(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    newest = (
        select(func.max(readings.c.number)).where(readings.c.document.in_(keys)).group_by(readings.c.document)
    )
    query = (
        select(readings.c.body, documents)
        .join(documents, documents.c.id == readings.c.document)
        .where(readings.c.number.in_(newest))
    )
    return {row.id: trusted_reading(row.body, document_from(row)).events for row in connection.execute(query)}


def _judgement(row: Mapping[str, Any] | Any) -> Judgement:
    data = {key: value for key, value in row.items() if key != "body"}
    return judgement_from_dict({**data, **row["body"], "at": datetime.fromisoformat(row["at"]).isoformat()})


def _check_there(connection: Connection, number: int) -> None:
    there = connection.execute(select(judgements.c.number).where(judgements.c.number == number)).scalar()
    if there is None:
        raise UnknownItem(f"{number}: no judgement has this number; `dateline judge list` shows them all")
