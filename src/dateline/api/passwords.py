"""Passwords as argon2id hashes, by the parameters that RFC 9106 recommends where memory is limited (argon2-cffi's)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.errors import UsageError

SHORTEST, LONGEST = 10, 1_024
"""Characters of a password: NIST SP 800-63B asks for no composition rules, but for length and an upper bound above 64."""


class Passwords:
    """Hashes and verifies."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash("nobody has this password")

    def hashed(self, password: str) -> str:
        """The hash that is kept. Raises UsageError for a password that is too short or too long."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters; choose another")
        return self._hasher.hash(password)

    def verify(self, kept: str | None, password: str) -> bool:
        """Whether it is the password of that hash; for None it takes as long, so that names can't be found out."""
        try:
            return self._hasher.verify(kept or self._nobody, password[:LONGEST]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, kept: str) -> bool:
        """Whether today's parameters are stronger."""
        return self._hasher.check_needs_rehash(kept)
