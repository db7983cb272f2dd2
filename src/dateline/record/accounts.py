"""Users, sessions, tokens and the audit log of a desk: rows in and out, with what a secret is kept as.

In: one transaction, and the time. Out: who a secret belongs to. Secrets themselves are given out once and never kept.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.errors import UnknownItem, UsageError
from dateline.record.account_tables import audit, sessions, tokens, users

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
SESSION_LIFE = timedelta(hours=12)
TOKEN_PREFIX = "dateline_"
"""How tokens begin, so that a leaked one is recognised."""


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"

    def reaches(self, least: Role) -> bool:
        """Whether this role may do what another one may."""
        order = list(Role)
        return order.index(self) >= order.index(least)


class Scope(StrEnum):
    """What a token may be used for, within what its user's role allows."""

    READ = "read"
    NAMES = "names"
    JUDGE = "judge"
    ADD = "add"
    SHARE = "share"
    RELEASE = "release"
    ACCOUNT = "account"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in unless `disabled`."""

    name: str
    role: Role
    created: datetime
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed: without its secret, which nobody can learn again."""

    id: str
    user: str
    label: str
    scopes: tuple[Scope, ...]
    created: datetime
    expires: datetime | None
    revoked: datetime | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the audit log."""

    number: int
    at: datetime
    who: str
    address: str
    action: str
    item: str
    detail: Mapping[str, Any]


class Accounts:
    """One transaction over the accounts."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        self._connection, self._clock = connection, clock

    def any_users(self) -> bool:
        """Whether anybody has an account, disabled ones included."""
        return self._connection.execute(select(users.c.name).limit(1)).first() is not None

    def users(self) -> tuple[User, ...]:
        """Everybody, by name."""
        return tuple(_user(row) for row in self._connection.execute(select(users).order_by(users.c.name)))

    def user(self, name: str) -> User:
        """One user. Raises UnknownItem."""
        row = self._connection.execute(select(users).where(users.c.name == name)).first()
        if row is None:
            raise UnknownItem(f"{name}: no user has this name; `dateline user list` shows them all")
        return _user(row)

    def password_of(self, name: str) -> str | None:
        """The password's hash; None for a name that nobody has, or whose account is disabled."""
        query = select(users.c.password).where(users.c.name == name, ~users.c.disabled)
        return self._connection.execute(query).scalar()

    def add_user(self, name: str, role: Role, password: str) -> User:
        """A new user; `password` is its hash. Raises UsageError for a name that is taken or is none."""
        if not NAME.fullmatch(name):
            raise UsageError(
                f"{name[:64]!r} is no user's name; use up to 64 letters, digits, dots and dashes"
            )
        if self._connection.execute(select(users.c.name).where(users.c.name == name)).first():
            raise UsageError(f"{name}: there is a user of this name; choose another")
        row = {
            "name": name,
            "role": role.value,
            "password": password,
            "created": self._now(),
            "disabled": False,
        }
        self._connection.execute(insert(users).values(**row))
        return self.user(name)

    def change_user(
        self, name: str, role: Role | None = None, password: str | None = None, disabled: bool | None = None
    ) -> User:
        """Change what is given; whoever's password changes or is disabled is logged out, a last admin stays one.

        Raises UnknownItem and, where nobody would be admin any more, UsageError.
        """
        before = self.user(name)
        loses = disabled or (role is not None and role is not Role.ADMIN)
        if loses and self._is_last_admin(before):
            raise UsageError(f"{name} is the last admin; make somebody else admin first")
        new = {"role": role and role.value, "password": password, "disabled": disabled}
        values = {key: value for key, value in new.items() if value is not None}
        if values:
            self._connection.execute(update(users).where(users.c.name == name).values(**values))
        if password is not None or disabled:
            self._connection.execute(delete(sessions).where(sessions.c.user == name))
        return self.user(name)

    def has_admin(self) -> bool:
        """Whether somebody can log in as admin."""
        return any(user.role is Role.ADMIN and not user.disabled for user in self.users())

    def open_session(self, user: str) -> str:
        """A new session's secret; what has expired is removed."""
        now = self._clock()
        self._connection.execute(delete(sessions).where(sessions.c.expires < _text(now)))
        secret = secrets.token_urlsafe(32)
        row = {
            "hash": _hashed(secret),
            "user": user,
            "created": _text(now),
            "expires": _text(now + SESSION_LIFE),
        }
        self._connection.execute(insert(sessions).values(**row))
        return secret

    def close_session(self, secret: str) -> None:
        """End a session."""
        self._connection.execute(delete(sessions).where(sessions.c.hash == _hashed(secret)))

    def of_session(self, secret: str) -> User | None:
        """Whose session it is; None where it is none, or no longer."""
        query = (
            select(users)
            .join(sessions, sessions.c.user == users.c.name)
            .where(sessions.c.hash == _hashed(secret), sessions.c.expires > self._now(), ~users.c.disabled)
        )
        row = self._connection.execute(query).first()
        return _user(row) if row else None

    def make_token(
        self, user: str, label: str, scopes: Iterable[Scope], expires: datetime | None
    ) -> tuple[Token, str]:
        """A new token and its secret."""
        secret, key = TOKEN_PREFIX + secrets.token_urlsafe(32), secrets.token_hex(6)
        row = {
            "id": key,
            "user": user,
            "label": label,
            "hash": _hashed(secret),
            "scopes": sorted(scope.value for scope in set(scopes)),
            "created": self._now(),
            "expires": _text(expires) if expires else None,
        }
        self._connection.execute(insert(tokens).values(**row))
        return self.token(key), secret

    def token(self, key: str) -> Token:
        """One token. Raises UnknownItem."""
        row = self._connection.execute(select(tokens).where(tokens.c.id == key)).first()
        if row is None:
            raise UnknownItem(f"{key}: no token has this id; GET /api/v1/tokens lists yours")
        return _token(row)

    def tokens(self, user: str | None = None) -> tuple[Token, ...]:
        """All tokens, or a user's, oldest first."""
        query = select(tokens).order_by(tokens.c.created, tokens.c.id)
        query = query if user is None else query.where(tokens.c.user == user)
        return tuple(_token(row) for row in self._connection.execute(query))

    def revoke(self, key: str) -> Token:
        """End a token. Raises UnknownItem."""
        fresh = tokens.c.revoked.is_(None)
        self._connection.execute(update(tokens).where(tokens.c.id == key, fresh).values(revoked=self._now()))
        return self.token(key)

    def of_token(self, secret: str) -> tuple[User, frozenset[Scope]] | None:
        """Whose token it is and what for; None where it is none, or no longer."""
        now = self._now()
        query = (
            select(users, tokens.c.scopes)
            .join(tokens, tokens.c.user == users.c.name)
            .where(tokens.c.hash == _hashed(secret), tokens.c.revoked.is_(None), ~users.c.disabled)
            .where((tokens.c.expires.is_(None)) | (tokens.c.expires > now))
        )
        row = self._connection.execute(query).first()
        return (_user(row), frozenset(map(Scope, row.scopes))) if row else None

    def note(self, who: str, address: str, action: str, item: str = "", **detail: Any) -> None:
        """Add a line to the audit log."""
        row = {"at": self._now(), "who": who, "address": address, "action": action, "item": item}
        self._connection.execute(insert(audit).values(**row, detail=detail))

    def deeds(self, before: int | None = None, limit: int = 50) -> Iterator[Deed]:
        """Lines of the audit log, newest first, those before a number."""
        query = select(audit).order_by(audit.c.number.desc()).limit(limit)
        query = query if before is None else query.where(audit.c.number < before)
        for row in self._connection.execute(query):
            at = datetime.fromisoformat(row.at)
            yield Deed(row.number, at, row.who, row.address, row.action, row.item, row.detail)

    def count_deeds(self) -> int:
        """How many lines the audit log has."""
        return self._connection.execute(select(func.count()).select_from(audit)).scalar() or 0

    def _is_last_admin(self, user: User) -> bool:
        admins = [u.name for u in self.users() if u.role is Role.ADMIN and not u.disabled]
        return admins == [user.name]

    def _now(self) -> str:
        return _text(self._clock())


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _user(row: Any) -> User:
    return User(row.name, Role(row.role), datetime.fromisoformat(row.created), bool(row.disabled))


def _token(row: Any) -> Token:
    expires, revoked = (datetime.fromisoformat(m) if m else None for m in (row.expires, row.revoked))
    created = datetime.fromisoformat(row.created)
    return Token(row.id, row.user, row.label, tuple(map(Scope, row.scopes)), created, expires, revoked)
