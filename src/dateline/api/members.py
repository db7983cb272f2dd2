"""From secrets to principals: passwords, sessions and tokens of the people who use a desk."""

from __future__ import annotations

import secrets
from hashlib import sha256

from dateline.api.passwords import Passwords
from dateline.api.principals import ALL_SCOPES, Principal
from dateline.record import Record
from dateline.record.accounts import Role, User


class Members:
    """Who is who on the desk of a record; `local` is the name of the admin of a desk that only this machine can reach."""

    def __init__(self, record: Record, local: str | None, passwords: Passwords) -> None:
        self._record, self._local, self.passwords = record, local, passwords
        self._secret = secrets.token_urlsafe(32)
        self._guarded = False

    def is_open(self) -> bool:
        """Whether there are no users yet, so that everybody on this machine is its admin."""
        if self._guarded or self._local is None:
            return False
        with self._record.accounts(writes=False) as accounts:
            self._guarded = accounts.any_users()
        return not self._guarded

    def local(self) -> Principal | None:
        """The admin of a desk that has no users yet; None where it has some, or others can connect."""
        if self._local is None or not self.is_open():
            return None
        return Principal(self._local, Role.ADMIN, csrf=_csrf(self._secret), is_local=True)

    def of_session(self, secret: str) -> Principal | None:
        """Whose session it is."""
        with self._record.accounts(writes=False) as accounts:
            user = accounts.of_session(secret)
        return _principal(user, secret) if user else None

    def of_token(self, secret: str) -> Principal | None:
        """Whose token it is."""
        with self._record.accounts(writes=False) as accounts:
            found = accounts.of_token(secret)
        if found is None:
            return None
        user, scopes = found
        return Principal(user.name, user.role, scopes)

    def log_in(self, name: str, password: str, address: str) -> tuple[Principal, str] | None:
        """A new session and its secret; None where name and password don't belong together, as the audit log says."""
        with self._record.accounts(writes=False) as accounts:
            kept = accounts.password_of(name)
        right = self.passwords.verify(kept, password)
        with self._record.accounts() as accounts:
            if not right or kept is None:
                accounts.note(name[:64], address, "login refused")
                return None
            if self.passwords.is_outdated(kept):
                accounts.change_user(name, password=self.passwords.hashed(password))
            secret = accounts.open_session(name)
            accounts.note(name, address, "logged in")
            return _principal(accounts.user(name), secret), secret


def _principal(user: User, session: str) -> Principal:
    return Principal(user.name, user.role, ALL_SCOPES, _csrf(session))


def _csrf(secret: str) -> str:
    """The token that only pages of this desk can know: it follows from the session's secret, which no script sees."""
    return sha256(b"csrf:" + secret.encode()).hexdigest()
