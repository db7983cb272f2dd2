"""/session: who am I, logging in and out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from dateline import __version__
from dateline.api.access import Anybody, Member, check_origin, cookie_name
from dateline.api.desk import Desk
from dateline.api.guards.rates import address_key, address_of
from dateline.api.noting import note
from dateline.api.principals import Principal
from dateline.api.problems import Refused
from dateline.api.taken import Served
from dateline.record.accounts import SESSION_LIFE

router = APIRouter(prefix="/session", tags=["accounts"])


class Credentials(BaseModel):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")]
    password: Annotated[str, Field(max_length=1_024)]


class SessionShape(BaseModel):
    """Who is asking; all null for somebody who isn't logged in.

    `csrf` goes into the header X-CSRF-Token of every change. `open` is true on a desk without users, where everybody on
    this machine is its admin; `may` lists what the role and the token allow.
    """

    user: str | None
    role: str | None
    may: list[str]
    csrf: str | None
    open: bool
    version: str


@router.get("", response_model=SessionShape)
def who_am_i(desk: Served, person: Anybody) -> Any:
    """Who is asking, and what a page needs to begin."""
    return _told(desk, person)


@router.post("", response_model=SessionShape)
def log_in(request: Request, response: Response, desk: Served, person: Anybody, given: Credentials) -> Any:
    """Log in: the answer sets a cookie that scripts can't read."""
    check_origin(request)
    desk.logins.take(address_key(request.scope), "tries to log in")
    found = desk.members.log_in(given.name, given.password, address_of(request.scope)[:64])
    if found is None:
        raise Refused(401, "name and password don't belong together", "ask an admin for a new password")
    principal, secret = found
    response.set_cookie(
        cookie_name(desk),
        secret,
        max_age=int(SESSION_LIFE.total_seconds()),
        path="/",
        secure=desk.options.secure,
        httponly=True,
        samesite="strict",
    )
    return _told(desk, principal)


@router.delete("", status_code=204)
def log_out(request: Request, response: Response, desk: Served, person: Member) -> None:
    """Log out: the session is no longer one."""
    secret = request.cookies.get(cookie_name(desk))
    if secret:
        with desk.record.accounts() as accounts:
            accounts.close_session(secret)
        note(request, person, "logged out")
    response.delete_cookie(cookie_name(desk), path="/", secure=desk.options.secure, httponly=True)


def _told(desk: Desk, person: Principal | None) -> dict[str, Any]:
    return {
        "user": person.name if person else None,
        "role": person.role.value if person else None,
        "may": sorted(scope.value for scope in person.allowed) if person else [],
        "csrf": person.csrf if person else None,
        "open": desk.members.is_open(),
        "version": __version__,
    }
