"""/users: who may use the desk. On a desk without users, the first one that is added is its admin, and it is open no more."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Admin
from dateline.api.noting import note
from dateline.api.taken import Served
from dateline.errors import UsageError
from dateline.record.accounts import Role

router = APIRouter(prefix="/users", tags=["accounts"])

Password = Annotated[str, Field(max_length=1_024)]


class UserShape(BaseModel):
    """Somebody who may log in unless `disabled`."""

    name: str
    role: Role
    created: datetime
    disabled: bool


class UsersShape(BaseModel):
    """Everybody."""

    items: list[UserShape]


class NewUser(BaseModel):
    """A new user."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=64)]
    role: Role
    password: Password


class Changes(BaseModel):
    """What is to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    password: Password | None = None
    disabled: bool | None = None


@router.get("", response_model=UsersShape)
def list_users(desk: Served, admin: Admin) -> Any:
    """Everybody with an account, by name."""
    with desk.record.accounts(writes=False) as accounts:
        return {"items": list(accounts.users())}


@router.post("", status_code=201, response_model=UserShape)
def add_user(request: Request, desk: Served, admin: Admin, new: NewUser) -> Any:
    """Add a user."""
    if desk.members.is_open() and new.role is not Role.ADMIN:
        raise UsageError(
            "role: the first user has to be admin, as nobody else could add others; make it admin"
        )
    hashed = desk.members.passwords.hashed(new.password)
    with desk.record.accounts() as accounts:
        user = accounts.add_user(new.name, new.role, hashed)
    note(request, admin, "user added", user.name, role=user.role.value)
    return user


@router.patch("/{name}", response_model=UserShape)
def change_user(request: Request, desk: Served, admin: Admin, name: str, changes: Changes) -> Any:
    """Change a user's role or password, or disable them; with a new password, and when disabled, their sessions end."""
    hashed = desk.members.passwords.hashed(changes.password) if changes.password is not None else None
    with desk.record.accounts() as accounts:
        user = accounts.change_user(name, changes.role, hashed, changes.disabled)
    told = {
        **changes.model_dump(mode="json", exclude_unset=True, exclude={"password"}),
        "password": bool(hashed),
    }
    note(request, admin, "user changed", name, **told)
    return user
