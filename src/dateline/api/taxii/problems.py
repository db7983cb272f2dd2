"""Errors in TAXII's shape (TAXII 2.1, section 3.6.1), on every way out of the server.

What isn't there and what isn't the partner's get the same words, so that nothing can be told from them. Guards around the
whole desk (size, rate, host) answer in the desk's own shape, which `InTaxii` puts into TAXII's.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.api.problems import Refused
from dateline.api.taxii.media import MEDIA
from dateline.errors import RecordError

LOG = logging.getLogger("dateline.api.taxii")


class TaxiiProblem(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, title: str, headers: dict[str, str] | None = None) -> None:
        self.status, self.title, self.headers = status, title, headers or {}
        super().__init__(title)


def nothing_here() -> TaxiiProblem:
    """What isn't there, or isn't the partner's."""
    return TaxiiProblem(404, "there is nothing here for you")


def taxii_response(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A resource of TAXII."""
    data = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    return Response(
        data, status, {"Cache-Control": "no-store", "Vary": "Authorization", **(headers or {})}, MEDIA
    )


def error_body(status: int, title: str) -> dict[str, str]:
    """The error as a resource; `http_status` is a string."""
    return {"title": title, "http_status": str(status)}


def _problem(request: Request, error: Any) -> Response:
    return taxii_response(error_body(error.status, error.title), error.status, error.headers)


def _refused(request: Request, error: Any) -> Response:
    return taxii_response(error_body(error.status, error.message), error.status, error.headers)


def _of_framework(request: Request, error: Any) -> Response:
    headers = dict(error.headers or {})
    return taxii_response(error_body(error.status_code, str(error.detail)), error.status_code, headers)


def _unavailable(request: Request, error: Any) -> Response:
    LOG.error("%s %s: %s", request.method, request.url.path, error)
    return taxii_response(error_body(503, "the record can't be reached now"), 503, {"Retry-After": "60"})


HANDLERS: dict[Any, Callable[[Request, Any], Response]] = {
    TaxiiProblem: _problem,
    Refused: _refused,
    HTTPException: _of_framework,
    RecordError: _unavailable,
}


class InTaxii:
    """Puts errors that others answer under a path into TAXII's shape and media type."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self._app, self._path = app, path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; what is an error but not TAXII is answered anew."""
        ours = scope["type"] == "http" and f"{scope['path']}/".startswith(f"{self._path}/")
        await self._app(scope, receive, _Retold(scope, receive, send) if ours else send)


class _Retold:
    """One answer on its way out."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._dropped = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_foreign(message):
            self._dropped = True
            status = int(message["status"])
            kept = {k.decode("latin-1"): v.decode("latin-1") for k, v in message["headers"] if k in _KEPT}
            body = error_body(status, HTTPStatus(status).phrase)
            await taxii_response(body, status, kept)(self._scope, self._receive, self._send)
        elif not self._dropped:
            await self._send(message)


_KEPT = (
    b"retry-after",
    b"allow",
    b"content-security-policy",
    b"x-content-type-options",
    b"strict-transport-security",
)


def _is_foreign(message: Message) -> bool:
    kind = dict(message["headers"]).get(b"content-type", b"").decode("latin-1")
    return int(message["status"]) >= 400 and kind != MEDIA
