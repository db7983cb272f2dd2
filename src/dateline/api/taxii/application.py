"""The routes of the TAXII server. Each authorises anew, answers in TAXII's media type, and leaves a line in the log.

Order of checks: who asks (401), what they take (406), whose it is (404), what may be done (403), what is sent (415, 413,
400, 422). Objects are deleted by nobody: a partner reads one collection and writes the other, for which section 5.7 asks
for 403.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dateline.api.application import Mount
from dateline.api.desk import Desk
from dateline.api.taxii.answers import ENVELOPE, MANIFEST, VERSIONS, Resource, page
from dateline.api.taxii.collections import (
    PATH,
    Collection,
    api_root,
    collection_of,
    collections_of,
    discovery,
)
from dateline.api.taxii.media import is_accepted, is_ours
from dateline.api.taxii.partners import Partners
from dateline.api.taxii.problems import HANDLERS, InTaxii, TaxiiProblem, taxii_response
from dateline.api.taxii.pushes import push, status_of
from dateline.pipeline import relink
from dateline.record.exchange import READ
from dateline.record.store import now
from dateline.share.release.acts import record_secret


@dataclass
class Server:
    """What the routes work with."""

    desk: Desk
    partners: Partners
    linking: Lock = field(default_factory=Lock)

    @cached_property
    def secret(self) -> bytes:
        """The record's secret, which never changes."""
        return record_secret(self.desk.record)

    def asks(self, request: Request) -> str:
        """The id of the partner who asks. Raises TaxiiProblem, 401 or 406."""
        partner = self.partners.of(request)
        if not is_accepted(request.headers.get("accept")):
            raise TaxiiProblem(406, "answers are application/taxii+json;version=2.1")
        return partner.id

    def collection(self, request: Request, partner: str) -> Collection:
        """The collection that is asked about. Raises TaxiiProblem, 404."""
        return collection_of(self.secret, partner, request.path_params["collection"])

    def note_read(self, partner: str, item: str, detail: Mapping[str, Any]) -> None:
        """A line of the log, where the record can be written at all."""
        if self.desk.record.writable:
            with self.desk.record.writer(f"partner:{partner}") as writer:
                writer.exchange().note(READ, partner, item, "", detail)

    def relink(self) -> None:
        """Link what was pushed; one after the other."""
        with self.linking:
            relink(self.desk.record)


def _discovery(server: Server, request: Request) -> Response:
    server.asks(request)
    return taxii_response(discovery())


def _root(server: Server, request: Request) -> Response:
    server.asks(request)
    return taxii_response(api_root(server.desk.options.most_bytes))


def _status(server: Server, request: Request) -> Response:
    partner = server.asks(request)
    return taxii_response(status_of(server.desk.record, partner, request.path_params["status"]))


def _collections(server: Server, request: Request) -> Response:
    partner = server.asks(request)
    return taxii_response({"collections": [c.resource() for c in collections_of(server.secret, partner)]})


def _collection(server: Server, request: Request) -> Response:
    partner = server.asks(request)
    return taxii_response(server.collection(request, partner).resource())


def _listed(name: str, resource: Resource) -> Callable[[Server, Request], Response]:
    def answer(server: Server, request: Request) -> Response:
        partner = server.asks(request)
        server.collection(request, partner).readable()
        query, one = dict(request.query_params), request.path_params.get("object", "")
        with server.desk.record.view() as view:
            found = page(view.exchange(), partner, resource, query, one)
        server.note_read(partner, f"{name} {one}".strip(), {"asked": query, "objects": found.count})
        return taxii_response(found.body, headers=found.headers)

    return answer


def _delete(server: Server, request: Request) -> Response:
    partner = server.asks(request)
    server.collection(request, partner)
    raise TaxiiProblem(403, "nobody deletes objects here; a new version may revoke one")


async def _push(server: Server, request: Request) -> Response:
    partner = await run_in_threadpool(server.asks, request)
    found = await run_in_threadpool(server.collection, request, partner)
    found.writable()
    if not is_ours(request.headers.get("content-type")):
        raise TaxiiProblem(415, "send application/taxii+json;version=2.1")
    content = await request.body()
    status = await run_in_threadpool(push, server.desk.record, partner, content, now())
    return _accepted(server, status)


def _accepted(server: Server, status: dict[str, Any]) -> Response:
    response = taxii_response(status, 202)
    response.background = BackgroundTask(server.relink) if status["success_count"] else None
    return response


OBJECTS = "/exchange/collections/{collection}/objects/"
ROUTES: tuple[tuple[str, dict[str, Callable[[Server, Request], Any]]], ...] = (
    ("/", {"GET": _discovery}),
    ("/exchange/", {"GET": _root}),
    ("/exchange/status/{status}/", {"GET": _status}),
    ("/exchange/collections/", {"GET": _collections}),
    ("/exchange/collections/{collection}/", {"GET": _collection}),
    ("/exchange/collections/{collection}/manifest/", {"GET": _listed("manifest", MANIFEST)}),
    (OBJECTS, {"GET": _listed("objects", ENVELOPE), "POST": _push}),
    (OBJECTS + "{object}/", {"GET": _listed("object", ENVELOPE), "DELETE": _delete}),
    (OBJECTS + "{object}/versions/", {"GET": _listed("versions", VERSIONS)}),
)
"""Every address of the server and what it answers to."""


def _endpoint(server: Server, methods: dict[str, Callable[[Server, Request], Any]]) -> Callable[..., Any]:
    async def answer(request: Request) -> Response:
        method = methods["GET" if request.method == "HEAD" else request.method]
        if method is _push:
            return await _push(server, request)
        response: Response = await run_in_threadpool(method, server, request)
        return response

    return answer


def application(desk: Desk) -> ASGIApp:
    """The server of a desk's record, to be mounted at PATH."""
    server = Server(desk, Partners(desk))
    routes = [Route(path, _endpoint(server, methods), methods=list(methods)) for path, methods in ROUTES]
    app = Starlette(routes=routes, exception_handlers=HANDLERS)
    app.router.redirect_slashes = False
    return app


TAXII = Mount(PATH, application, lambda app: InTaxii(app, PATH))
