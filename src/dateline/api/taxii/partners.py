"""HTTP Basic -> the partner behind a request (TAXII 2.1, section 1.6.9; RFC 7617).

Verifying an argon2 hash is slow by design, so that what was right once is remembered, as a keyed hash, until the credential
changes; each attempt that isn't remembered counts against the address's attempts to log in.
"""

from __future__ import annotations

import binascii
import hmac
import secrets
from base64 import b64decode
from collections import OrderedDict
from threading import Lock

from starlette.requests import Request

from dateline.api.desk import Desk
from dateline.api.guards.rates import address_key
from dateline.api.taxii.problems import TaxiiProblem
from dateline.model.partner import Partner
from dateline.record.exchange import US

CHALLENGE = {"WWW-Authenticate": 'Basic realm="TAXII", charset="UTF-8"'}
MOST_REMEMBERED = 1_000


class Partners:
    """Who is who."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key = secrets.token_bytes(32)
        self._right: OrderedDict[bytes, None] = OrderedDict()
        self._lock = Lock()

    def of(self, request: Request) -> Partner:
        """The partner. Raises TaxiiProblem, 401, for nobody known; Refused, 429, for too many attempts."""
        name, password = _basic(request.headers.get("authorization", ""))
        with self._desk.record.view() as view:
            found = next((p for p in view.exchange().partners() if p.id == name and p.id != US), None)
        if not self._is_right(request, found, password):
            raise unknown()
        assert found is not None
        return found

    def _is_right(self, request: Request, found: Partner | None, password: str) -> bool:
        credential = found.credential if found else None
        told = "\x00".join((found.id if found else "", credential or "", password))
        mark = hmac.digest(self._key, told.encode(), "sha256")
        with self._lock:
            if credential is not None and mark in self._right:
                self._right.move_to_end(mark)
                return True
        self._desk.logins.take(address_key(request.scope), "attempts to log in")
        if not self._desk.members.passwords.verify(credential, password):
            return False
        with self._lock:
            self._right[mark] = None
            while len(self._right) > MOST_REMEMBERED:
                self._right.popitem(last=False)
        return True


def unknown() -> TaxiiProblem:
    """The answer to those who aren't known; it tells nothing of why."""
    return TaxiiProblem(401, "say who you are, by the name and password that you were given", CHALLENGE)


def _basic(header: str) -> tuple[str, str]:
    """The name and the password. Raises TaxiiProblem, 401, where there are none."""
    kind, _, told = header.partition(" ")
    if kind.lower() != "basic":
        raise unknown()
    try:
        name, colon, password = b64decode(told.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError) as problem:
        raise unknown() from problem
    if not colon:
        raise unknown()
    return name, password
