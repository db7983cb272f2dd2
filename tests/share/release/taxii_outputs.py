"""What a partner reaches over TAXII: the server's own answers, headers and errors included, from rows as they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import Connection, create_engine, delete, insert
from sqlalchemy.pool import StaticPool
from starlette.requests import Request
from starlette.responses import Response

from dateline.api.taxii.answers import ENVELOPE, MANIFEST, VERSIONS, Resource, page
from dateline.api.taxii.collections import api_root, collection_of, collections_of, discovery
from dateline.api.taxii.problems import HANDLERS, TaxiiProblem, taxii_response
from dateline.record.exchange import Exchange, Released
from dateline.record.exchange_tables import released_objects
from dateline.record.schema import metadata

from .worlds import OTHERS, PARTNER, SECRET

Row = tuple[str, Callable[[Iterable[Released]], bytes]]

ENGINE = create_engine("sqlite://", poolclass=StaticPool)

OTHERS_GIVEN = count()
"""How much others were given differs from one answer to the next, and may change nothing."""

SOMEBODY_ELSES = Released(
    0,
    9,
    "stix",
    "incident--of-somebody-else",
    "1",
    "2098-01-01T00:00:00.000000Z",
    {"type": "incident", "modified": "1"},
)

QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"match[version]": "all", "limit": "2"},
    {"match[version]": "first", "match[type]": "incident,report"},
    {"match[version]": "all", "match[type]": "marking-definition,identity,location"},
    {"added_after": "2026-06-02T00:00:00Z"},
    {"match[spec_version]": "2.0"},
    {"limit": "none"},
    {"next": "nowhere"},
)


@contextmanager
def kept(rows: Iterable[Released]) -> Iterator[Connection]:
    """A database that holds the partner's rows among those of others, from whom all of the same ids were withdrawn later.

    They also have an object that the partner doesn't.
    """
    with ENGINE.begin() as connection:
        metadata.create_all(connection, [released_objects])
        connection.execute(delete(released_objects))
        rows = list(rows)
        for other in OTHERS[: next(OTHERS_GIVEN) % 3]:
            _keep(connection, [*rows[: len(rows) // 2], *_withdrawn(rows), SOMEBODY_ELSES], other.id)
        _keep(connection, rows, PARTNER.id)
        yield connection


def _withdrawn(rows: list[Released]) -> list[Released]:
    known = list(dict.fromkeys((row.kind, row.id) for row in rows))
    return [
        Released(0, 9, kind, key, "9", f"2099-01-01T00:00:00.{number:06}Z", {"withdrawn": True})
        for number, (kind, key) in enumerate(known)
    ]


def _keep(connection: Connection, rows: list[Released], partner: str) -> None:
    columns = ("release", "kind", "id", "version", "added", "body")
    values = [{name: getattr(row, name) for name in columns} | {"partner": partner} for row in rows]
    if values:
        connection.execute(insert(released_objects), values)


def _bytes(response: Response) -> bytes:
    return repr((response.status_code, response.raw_headers)).encode() + bytes(response.body)


def _answered(find: Callable[[], Response]) -> bytes:
    try:
        return _bytes(find())
    except TaxiiProblem as problem:
        return _bytes(HANDLERS[TaxiiProblem](Request({"type": "http"}), problem))


def _asked(exchange: Exchange, resource: Resource, query: dict[str, str], one: str = "") -> Iterator[bytes]:
    """Every page."""
    while True:
        found: dict[str, str] = {}

        def answer(query: dict[str, str] = query, found: dict[str, str] = found) -> Response:
            told = page(exchange, PARTNER.id, resource, query, one)
            found["next"] = told.body.get("next", "")
            return taxii_response(told.body, headers=told.headers)

        yield _answered(answer)
        if not found.get("next"):
            return
        query = {**query, "next": found["next"]}


def _listed(resource: Resource) -> Callable[[Iterable[Released]], bytes]:
    def told(rows: Iterable[Released]) -> bytes:
        with kept(rows) as connection:
            exchange = Exchange(connection)
            return b"\n".join(part for query in QUERIES for part in _asked(exchange, resource, query))

    return told


def _one_by_one(resource: Resource) -> Callable[[Iterable[Released]], bytes]:
    def told(rows: Iterable[Released]) -> bytes:
        rows = list(rows)
        known = list(dict.fromkeys(row.id for row in rows))
        ids = [*known[:4], *known[-4:], SOMEBODY_ELSES.id]
        with kept(rows) as connection:
            exchange = Exchange(connection)
            return b"\n".join(part for key in ids for part in _asked(exchange, resource, {}, key))

    return told


def _server(rows: Iterable[Released]) -> bytes:
    theirs = [c.id for other in OTHERS for c in collections_of(SECRET, other.id)]
    asked: list[Callable[[], object]] = [
        discovery,
        lambda: api_root(1),
        lambda: [c.resource() for c in collections_of(SECRET, PARTNER.id)],
        *(lambda key=key: collection_of(SECRET, PARTNER.id, key) for key in theirs),
    ]
    return b"\n".join(_answered(lambda find=find: taxii_response(find())) for find in asked)


TAXII_OUTPUTS: tuple[Row, ...] = (
    ("taxii server", _server),
    ("taxii objects", _listed(ENVELOPE)),
    ("taxii manifest", _listed(MANIFEST)),
    ("taxii object", _one_by_one(ENVELOPE)),
    ("taxii versions", _one_by_one(VERSIONS)),
)
