"""/tokens: secrets for programs, each with what it may be used for; a secret is shown once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Member
from dateline.api.noting import note
from dateline.api.principals import Principal
from dateline.api.problems import Refused
from dateline.api.taken import Served
from dateline.errors import UnknownItem, UsageError
from dateline.record.accounts import Scope, Token
from dateline.record.store import now

router = APIRouter(prefix="/tokens", tags=["accounts"])

LONGEST_DAYS = 3_650


class TokenShape(BaseModel):
    """A token without its secret."""

    id: str
    user: str
    label: str
    scopes: list[Scope]
    created: datetime
    expires: datetime | None
    revoked: datetime | None


class TokensShape(BaseModel):
    """Tokens, oldest first."""

    items: list[TokenShape]


class NewToken(BaseModel):
    """What a token is for; without `days` it holds until it is revoked."""

    model_config = ConfigDict(extra="forbid")

    label: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(Scope))]
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] | None = None


class MadeToken(TokenShape):
    """A new token with its secret, which goes into `Authorization: Bearer ...` and can't be asked for again."""

    secret: str


@router.get("", response_model=TokensShape)
def list_tokens(desk: Served, person: Member) -> Any:
    """Your tokens; an admin sees everybody's."""
    mine = None if _is_admin(person) else person.name
    with desk.record.accounts(writes=False) as accounts:
        return {"items": list(accounts.tokens(mine))}


@router.post("", status_code=201, response_model=MadeToken)
def make_token(request: Request, desk: Served, person: Member, new: NewToken) -> Any:
    """Make a token. It can do no more than you, and no more than the token that asks for it."""
    if person.is_local:
        raise UsageError("nobody has an account yet, so that no token is needed; add a user first")
    beyond = sorted(scope.value for scope in set(new.scopes) - person.allowed)
    if beyond:
        raise Refused(403, f"a token can do no more than you: leave out {', '.join(beyond)}")
    expires = now() + timedelta(days=new.days) if new.days else None
    with desk.record.accounts() as accounts:
        token, secret = accounts.make_token(person.name, new.label, new.scopes, expires)
    note(request, person, "token made", token.id, scopes=[scope.value for scope in token.scopes])
    return {**_told(token), "secret": secret}


@router.delete("/{id}", response_model=TokenShape)
def revoke_token(request: Request, desk: Served, person: Member, id: str) -> Any:
    """Revoke a token: from now on it is refused."""
    with desk.record.accounts() as accounts:
        token = accounts.token(id)
        if token.user != person.name and not _is_admin(person):
            raise UnknownItem(f"{id}: no token of yours has this id; GET /api/v1/tokens lists them")
        token = accounts.revoke(id)
    note(request, person, "token revoked", id)
    return token


def _is_admin(person: Principal) -> bool:
    return Scope.ADMIN in person.allowed


def _told(token: Token) -> dict[str, Any]:
    return {name: getattr(token, name) for name in TokenShape.model_fields}
