"""The sixth layout: where each incident stands on a map and its best toll, in an index that answers for all incidents.

The index holds all that lists and maps filter by and show, in the order of lists, so that a filter over the whole record
reads no incident's JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NEW = (
    ("killed_best", sa.Integer),
    ("injured_best", sa.Integer),
    ("place", sa.Text),
    ("place_precision", sa.String),
    ("lat", sa.Float),
    ("lon", sa.Float),
)
SHOWN = (
    'type, mode, certainty, start, "end", killed_low, killed_best, killed_high, injured_low, injured_best, '
    "injured_high, lat, lon, place_precision, place"
)
AT_ONCE = 500
LONGEST = 200
"""Characters of a place's name that are kept in the column: PostgreSQL's indexes take no long values."""


def upgrade() -> None:
    """Add the columns, fill them from the incidents' JSON, and make the index anew."""
    for name, kind in NEW:
        op.add_column("incidents", sa.Column(name, kind))
    connection = op.get_bind()
    for part in _incidents(connection):
        connection.execute(_filling(), [_row(key, _decoded(body)) for key, body in part])
    op.drop_index("incidents_in_order", "incidents")
    if connection.dialect.name == "postgresql":
        order = '(coalesce(start, \'\')) COLLATE "C" DESC, id COLLATE "C"'
        op.execute(f"CREATE INDEX incidents_in_order ON incidents ({order}) INCLUDE ({SHOWN})")
    else:
        op.execute(f"CREATE INDEX incidents_in_order ON incidents ((coalesce(start, '')) DESC, id, {SHOWN})")


def _incidents(connection: sa.Connection) -> Iterator[Any]:
    """Ids and bodies, some at a time, each part read before it is changed."""
    query = sa.text("SELECT id, body FROM incidents WHERE id > :after ORDER BY id LIMIT :many")
    after = ""
    while part := connection.execute(query, {"after": after, "many": AT_ONCE}).all():
        yield part
        after = part[-1].id


def _filling() -> sa.Update:
    table = sa.table("incidents", sa.column("id"), *(sa.column(name) for name, _ in NEW))
    return (
        sa.update(table)
        .where(table.c.id == sa.bindparam("key"))
        .values({name: sa.bindparam(f"new_{name}") for name, _ in NEW})
    )


def _row(key: str, body: dict[str, Any]) -> dict[str, Any]:
    places = body["places"]
    place = next((p for p in places if None not in (p["lat"], p["lon"])), places[0] if places else {})
    return {
        "key": key,
        "new_killed_best": (body["killed"] or {}).get("best"),
        "new_injured_best": (body["injured"] or {}).get("best"),
        "new_place": place["text"][:LONGEST] if place else None,
        "new_place_precision": place.get("precision"),
        "new_lat": place.get("lat"),
        "new_lon": place.get("lon"),
    }


def _decoded(body: Any) -> dict[str, Any]:
    """The body, which SQLite gives as text and PostgreSQL as an object."""
    found: dict[str, Any] = json.loads(body) if isinstance(body, str) else body
    return found
