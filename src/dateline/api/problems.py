"""Everything that goes wrong, in one JSON shape: {"error": {"code", "message", "remedy", "fields"}}.

In: errors of Dateline's own tree, of the framework, and of no tree at all. Out: a status and that shape. What a stranger
might learn from an error of ours that nobody foresaw stays in the server's log.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from dateline.errors import (
    DatelineError,
    Outdated,
    ReaderError,
    RecordError,
    SourceError,
    UnknownItem,
    UsageError,
)

LOG = logging.getLogger("dateline.api")

STATUSES: tuple[tuple[type[DatelineError], int, str], ...] = (
    (UnknownItem, 404, "unknown_item"),
    (Outdated, 409, "outdated"),
    (UsageError, 422, "wrong_request"),
    (SourceError, 422, "source_failed"),
    (ReaderError, 422, "unreadable"),
    (RecordError, 503, "record_unavailable"),
    (DatelineError, 500, "failed"),
)
"""The status and code of each kind of error, the narrower kinds first."""

CODES = {
    400: "bad_request",
    401: "not_logged_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_type",
    421: "wrong_host",
    429: "too_many_requests",
}


class FieldProblem(BaseModel):
    """One field of a request that doesn't fit."""

    field: str
    message: str


class Problem(BaseModel):
    """What went wrong and what to do about it."""

    code: str
    message: str
    remedy: str | None = None
    fields: list[FieldProblem] | None = None


class ProblemShape(BaseModel):
    """The shape of every error."""

    error: Problem


class Refused(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, message: str, remedy: str | None = None, code: str | None = None) -> None:
        self.status, self.message, self.remedy = status, message, remedy
        self.code = code or CODES.get(status, "failed")
        self.headers: dict[str, str] = {}
        super().__init__(message)

    def with_header(self, name: str, value: str) -> Refused:
        """The same with a header of the answer."""
        self.headers[name] = value
        return self


class NotModified(Exception):
    """What the client has is what there is."""

    def __init__(self, etag: str) -> None:
        self.etag = etag


def answer(status: int, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """The error as a response."""
    return JSONResponse({"error": problem.model_dump()}, status, headers)


def refusal(refused: Refused) -> Response:
    """A refusal as a response."""
    problem = Problem(code=refused.code, message=refused.message, remedy=refused.remedy)
    return answer(refused.status, problem, refused.headers)


def install(app: FastAPI) -> None:
    """Answer every error of the application in this shape."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(DatelineError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_fields)
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(Exception, _unforeseen)


async def _refused(request: Request, error: Any) -> Response:
    return refusal(error)


async def _not_modified(request: Request, error: Any) -> Response:
    return Response(status_code=304, headers={"ETag": error.etag})


async def _of_ours(request: Request, error: Any) -> Response:
    status, code = next((s, c) for kind, s, c in STATUSES if isinstance(error, kind))
    if status >= 500:
        LOG.error("%s %s: %s", request.method, request.url.path, error)
    message, _, remedy = str(error).partition("; ")
    return answer(status, Problem(code=code, message=message, remedy=remedy or None))


async def _of_fields(request: Request, error: Any) -> Response:
    wrong = [FieldProblem(field=_name(e["loc"]), message=e["msg"]) for e in error.errors()]
    told = "; ".join(f"{w.field}: {w.message}" for w in wrong[:5])
    remedy = "/api/v1/openapi.json describes every request"
    return answer(422, Problem(code="wrong_request", message=told, remedy=remedy, fields=wrong))


async def _of_framework(request: Request, error: Any) -> Response:
    code = CODES.get(error.status_code, "failed")
    headers = dict(error.headers or {})
    return answer(error.status_code, Problem(code=code, message=str(error.detail)), headers)


async def _unforeseen(request: Request, error: Any) -> Response:
    LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    message = "the server failed on this request"
    return answer(500, Problem(code="failed", message=message, remedy="its log says why; please report it"))


def _name(place: Sequence[int | str]) -> str:
    """Where in the request a field stands: "query.limit", "body.reason"."""
    return ".".join(str(part) for part in place)
