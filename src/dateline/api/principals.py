"""Somebody who asks, as routes see them."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import compare_digest

from dateline.record.accounts import Role, Scope

ALL_SCOPES = frozenset(Scope)

LEAST = {
    Scope.READ: Role.READER,
    Scope.ACCOUNT: Role.READER,
    Scope.NAMES: Role.ANALYST,
    Scope.JUDGE: Role.ANALYST,
    Scope.ADD: Role.ANALYST,
    Scope.SHARE: Role.ANALYST,
    Scope.RELEASE: Role.ADMIN,
    Scope.ADMIN: Role.ADMIN,
}
"""The least role that each scope is of use to."""


@dataclass(frozen=True, slots=True)
class Principal:
    """`name` is the author of what they decide; `csrf` is None for a token, which no browser sends by itself."""

    name: str
    role: Role
    scopes: frozenset[Scope] = ALL_SCOPES
    csrf: str | None = None
    is_local: bool = False

    @property
    def allowed(self) -> frozenset[Scope]:
        """What may be done: the scopes that the role allows."""
        return frozenset(scope for scope in self.scopes if self.role.reaches(LEAST[scope]))

    def matches(self, token: str) -> bool:
        """Whether a CSRF token is this session's."""
        return self.csrf is not None and compare_digest(token.encode(), self.csrf.encode())
