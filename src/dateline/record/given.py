"""Pages of what a partner was given: SQL over `released_objects`, never many more rows than the page has.

A row with `withdrawn` says that an object is no longer given: with it all earlier versions of the object are gone, as if
the partner had never had it, until a later row gives it again.

Each page is found in small questions that two indexes answer: the rows that come next, then all versions of just these
objects, then the bodies. Asked in one, databases that have not counted their rows compare each with all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from dateline.record.exchange_tables import released_objects
from dateline.record.statements import batches

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


@dataclass(frozen=True, slots=True)
class _Version:
    """When a version was added, and what it says its version is: what is given again keeps it, though its row has another."""

    added: str
    told: str


def given_page(
    connection: Connection, partner: str, kind: str, wanted: Wanted
) -> tuple[tuple[Given, ...], bool]:
    """The next versions in the order in which they were added, and whether there are more after them."""
    of, exact = _of(partner, kind), not {FIRST, LAST, ALL}.issuperset(wanted.versions)
    found: list[str] = []
    after = wanted.after
    while len(found) <= wanted.limit:
        rows = _next(connection, of, after, wanted)
        if not rows:
            break
        meant = {
            version.added
            for versions in _shown(connection, of, [key for key, _ in rows], exact).values()
            for version in _meant(versions, wanted.versions)
        }
        found += [added for _, added in rows if added in meant]
        after = rows[-1][1]
    return tuple(_bodies(connection, of, found[: wanted.limit])), len(found) > wanted.limit


def is_given(connection: Connection, partner: str, kind: str, key: str) -> bool:
    """Whether a partner has any version of an object."""
    return bool(_shown(connection, _of(partner, kind), [key]))


def _of(partner: str, kind: str) -> ColumnElement[bool]:
    return and_(released_objects.c.partner == partner, released_objects.c.kind == kind)


def _next(
    connection: Connection, of: ColumnElement[bool], after: str, wanted: Wanted
) -> list[tuple[str, str]]:
    """The ids and dates added of the rows that come next, shown or not."""
    c = released_objects.c
    asked = [of, c.added > after]
    if wanted.ids:
        asked.append(c.id.in_(wanted.ids))
    if wanted.types:
        asked.append(or_(*(c.id.startswith(f"{name}--", autoescape=True) for name in wanted.types)))
    query = select(c.id, c.added).where(*asked).order_by(c.added).limit(wanted.limit + 1)
    return [(row.id, row.added) for row in connection.execute(query)]


def _shown(
    connection: Connection, of: ColumnElement[bool], keys: Sequence[str], exact: bool = False
) -> dict[str, list[_Version]]:
    """The versions of objects that are not withdrawn, and not followed by a withdrawal, in the order of `added`.

    What each says that its version is stands in it only where that is asked for `exact`ly, as it takes time to look.
    """
    c, found = released_objects.c, defaultdict[str, list[_Version]](list)
    withdrawn = c.body["withdrawn"].as_boolean().label("withdrawn")
    said = func.coalesce(c.body["modified"].as_string(), c.body["created"].as_string())
    told = (said if exact else literal("")).label("told")
    for some in batches(keys):
        # Sorted here: a database that is asked to may walk over all rows in that order instead.
        rows = connection.execute(select(c.id, c.added, withdrawn, told).where(of, c.id.in_(some))).all()
        for row in sorted(rows, key=lambda row: row.added):
            if row.withdrawn:
                found.pop(row.id, None)
            else:
                found[row.id].append(_Version(row.added, str(row.told)))
    return dict(found)


def _meant(versions: Sequence[_Version], wanted: Sequence[str]) -> Iterator[_Version]:
    """Those of an object's versions that are asked for."""
    if ALL in wanted:
        yield from versions
        return
    if FIRST in wanted:
        yield versions[0]
    if LAST in wanted:
        yield versions[-1]
    yield from (version for version in versions if version.told in wanted)


def _bodies(connection: Connection, of: ColumnElement[bool], page: Sequence[str]) -> Iterator[Given]:
    c = released_objects.c
    for some in batches(page):
        rows = connection.execute(select(c.id, c.added, c.body).where(of, c.added.in_(some))).all()
        yield from (Given(r.id, r.added, r.body) for r in sorted(rows, key=lambda row: row.added))
