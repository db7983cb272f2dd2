"""Pages of what a partner was given: SQL over `released_objects`, never more rows than the page has.

A row with `withdrawn` says that an object is no longer given: with it all earlier versions of the object are gone, as if
the partner had never had it, until a later row gives it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, or_, select
from sqlalchemy.sql.selectable import NamedFromClause

from dateline.record.exchange_tables import released_objects

FIRST, LAST, ALL = "first", "last", "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which versions of which objects: `after` is a date added with microseconds and Z, excluded itself.

    Empty `ids` and `types` are all; `versions` are "first", "last", "all" or versions themselves, any of which will do.
    """

    after: str = ""
    ids: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    versions: tuple[str, ...] = (LAST,)
    limit: int = 1_000


@dataclass(frozen=True, slots=True)
class Given:
    """One version of an object that a partner has."""

    id: str
    added: str
    body: dict[str, Any]

    @property
    def version(self) -> str:
        """When it was modified; for what never is, when it was created (TAXII 2.1, section 5.3.1)."""
        return str(self.body.get("modified") or self.body["created"])


def given_page(
    connection: Connection, partner: str, kind: str, wanted: Wanted
) -> tuple[tuple[Given, ...], bool]:
    """The next versions in the order in which they were added, and whether there are more after them."""
    row = released_objects.alias("row")
    c = row.c
    asked = [_of(row, partner, kind), c.added > wanted.after, _shown(row), _version(row, wanted.versions)]
    if wanted.ids:
        asked.append(c.id.in_(wanted.ids))
    if wanted.types:
        asked.append(or_(*(c.id.startswith(f"{name}--", autoescape=True) for name in wanted.types)))
    query = select(c.id, c.added, c.body).where(*asked).order_by(c.added).limit(wanted.limit + 1)
    found = [Given(r.id, r.added, r.body) for r in connection.execute(query)]
    return tuple(found[: wanted.limit]), len(found) > wanted.limit


def is_given(connection: Connection, partner: str, kind: str, key: str) -> bool:
    """Whether a partner has any version of an object."""
    row = released_objects.alias("row")
    query = select(row.c.number).where(_of(row, partner, kind), row.c.id == key, _shown(row)).limit(1)
    return connection.execute(query).first() is not None


def _of(row: NamedFromClause, partner: str, kind: str) -> ColumnElement[bool]:
    return and_(row.c.partner == partner, row.c.kind == kind)


def _withdrawn(row: NamedFromClause) -> ColumnElement[bool]:
    told: ColumnElement[bool] = row.c.body["withdrawn"].as_boolean()
    return told.is_(True)


def _same(other: NamedFromClause, row: NamedFromClause) -> ColumnElement[bool]:
    return and_(other.c.partner == row.c.partner, other.c.kind == row.c.kind, other.c.id == row.c.id)


def _shown(row: NamedFromClause) -> ColumnElement[bool]:
    """Not withdrawn, and not followed by a withdrawal."""
    gone = released_objects.alias("gone")
    later = exists().where(_same(gone, row), gone.c.added >= row.c.added, _withdrawn(gone))
    return ~later


def _version(row: NamedFromClause, versions: tuple[str, ...]) -> ColumnElement[bool]:
    ways = [_BY_NAME[name](row) for name in versions if name in _BY_NAME]
    exact = [version for version in versions if version not in _BY_NAME and version != ALL]
    if ALL in versions:
        return row.c.added != ""
    return or_(*ways, _told(row).in_(exact) if exact else false())


def _told(row: NamedFromClause) -> ColumnElement[str]:
    """The version that an object tells of itself: what is given again keeps it, though its row has another."""
    body = row.c.body
    told: ColumnElement[str] = func.coalesce(body["modified"].as_string(), body["created"].as_string())
    return told


def _is_last(row: NamedFromClause) -> ColumnElement[bool]:
    later = released_objects.alias("later")
    return ~exists().where(_same(later, row), later.c.added > row.c.added)


def _is_first(row: NamedFromClause) -> ColumnElement[bool]:
    """No version before it since the object was last withdrawn."""
    before, between = released_objects.alias("before"), released_objects.alias("between")
    parted = exists().where(_same(between, before), between.c.added >= before.c.added, _withdrawn(between))
    # `between` may stand before `row` only: a row that is shown has no withdrawal after it.
    return ~exists().where(_same(before, row), before.c.added < row.c.added, ~parted)


_BY_NAME = {FIRST: _is_first, LAST: _is_last}
