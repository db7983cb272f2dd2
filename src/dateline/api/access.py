"""Who asks, and whether they may: each route declares the least role and the scope that it needs, or that it is public.

In: a request. Out: the `Principal` behind it, or a refusal. A person comes by a session's cookie, a program by a token
(`Authorization: Bearer ...`); on a desk that has no users yet and listens on loopback only, everybody is its local admin.
What a browser sends by itself proves nothing about what its person meant, so that a change that rests on a cookie, or
on being local, also needs the session's token in `X-CSRF-Token` and an `Origin` that is this desk's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.routing import APIRoute

from dateline.api.desk import Desk, desk_of
from dateline.api.principals import LEAST, Principal
from dateline.api.problems import Refused
from dateline.record.accounts import Role, Scope

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
COOKIE = "dateline_session"
CSRF_HEADER = "x-csrf-token"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a request is for: a scope, which takes a least role, and which a token must have."""

    scope: Scope

    @property
    def role(self) -> Role:
        """The least role."""
        return LEAST[self.scope]

    def __call__(self, request: Request) -> Principal:
        """Who asks. Raises Refused: 401 for nobody known, 403 for somebody who may not."""
        principal = identify(request, desk_of(request))
        if principal is None:
            raise Refused(401, "log in first", "POST /api/v1/session with a name and a password").with_header(
                "WWW-Authenticate", "Bearer"
            )
        if not principal.role.reaches(self.role):
            raise Refused(403, f"this takes the role {self.role.value}; yours is {principal.role.value}")
        if self.scope not in principal.scopes:
            raise Refused(403, f"this token lacks the scope {self.scope.value}", "make one that has it")
        check_intent(request, principal)
        return principal


@dataclass(frozen=True, slots=True)
class Public:
    """Open to everybody who may connect."""

    def __call__(self, request: Request) -> Principal | None:
        """Who asks; None for nobody known."""
        return identify(request, desk_of(request))


def identify(request: Request, desk: Desk) -> Principal | None:
    """Who is behind a request. Raises Refused for a token that is none, or no longer one."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if token:
        found = desk.members.of_token(token.strip()) if kind.lower() == "bearer" else None
        if found is None:
            raise Refused(401, "this token is not known, has expired or was revoked", "make a new one")
        return found
    session = request.cookies.get(cookie_name(desk))
    known = desk.members.of_session(session) if session else None
    return known or desk.members.local()


def cookie_name(desk: Desk) -> str:
    """The cookie's name; browsers accept the prefixed one over https only, for this host only (RFC 6265bis, 4.1.3)."""
    return f"__Host-{COOKIE}" if desk.options.secure else COOKIE


def check_intent(request: Request, principal: Principal) -> None:
    """Raise Refused where a change may not be what the person meant."""
    if request.method in SAFE or principal.csrf is None:
        return
    check_origin(request)
    if not principal.matches(request.headers.get(CSRF_HEADER, "")):
        remedy = "send the `csrf` of GET /api/v1/session as X-CSRF-Token"
        raise Refused(403, "the X-CSRF-Token is missing or not this session's", remedy, "csrf")


def check_origin(request: Request) -> None:
    """Raise Refused for a change that a page of another origin sends."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
        raise Refused(403, "a page of another origin may change nothing here", code="csrf")


Reader = Annotated[Principal, Depends(Needs(Scope.READ))]
"""May read the record, with private persons' names masked."""

Judge = Annotated[Principal, Depends(Needs(Scope.JUDGE))]
"""May decide: judgements and answers to the review's questions."""

Adder = Annotated[Principal, Depends(Needs(Scope.ADD))]
"""May have articles fetched and read, and sources added."""

Sharer = Annotated[Principal, Depends(Needs(Scope.SHARE))]
"""May look after what is shared: markings, replies to partners, what they confirmed; and read the log of it."""

Releaser = Annotated[Principal, Depends(Needs(Scope.RELEASE))]
"""May give the record to partners, and take it back."""

Member = Annotated[Principal, Depends(Needs(Scope.ACCOUNT))]
"""May look after what is their own: password, tokens."""

Admin = Annotated[Principal, Depends(Needs(Scope.ADMIN))]
"""May look after everybody's accounts and read the audit log."""

Anybody = Annotated[Principal | None, Depends(Public())]
"""Everybody, known or not."""


def may_see_names(principal: Principal, names: bool) -> bool:
    """Whether to show private persons' names. Raises Refused where they are asked for by one who may not see them."""
    if names and Scope.NAMES not in principal.allowed:
        raise Refused(403, "the names of private persons take the role analyst, and a token the scope names")
    return names


def declared(route: APIRoute) -> Iterator[Needs | Public]:
    """What a route says that it needs; nothing where somebody forgot."""
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        if isinstance(dependant.call, Needs | Public):
            yield dependant.call
        waiting += dependant.dependencies
