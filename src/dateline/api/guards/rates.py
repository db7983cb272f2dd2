"""No more requests from one address than a person or a patient program makes.

A bucket for each address holds `burst` tokens and gains `a_second` each second; a request takes one, and none is refused
with the seconds to wait. IPv6 addresses count by their /64, which one line usually has for itself.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.api.problems import Refused, refusal

MOST_ADDRESSES = 10_000


class Buckets:
    """A bucket for each key, by a clock in seconds; the ones not used for longest are forgotten."""

    def __init__(self, a_second: float, burst: float, clock: Callable[[], float]) -> None:
        self._a_second, self._burst, self._clock = a_second, burst, clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str) -> float:
        """Take one token: 0, or the seconds after which there will be one."""
        now = self._clock()
        level, since = self._levels.pop(key, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._a_second)
        seconds = 0.0 if level >= 1 else (1 - level) / self._a_second
        self._levels[key] = (level if seconds else level - 1, now)
        while len(self._levels) > MOST_ADDRESSES:
            self._levels.popitem(last=False)
        return seconds

    def take(self, key: str, what: str) -> None:
        """Take one token. Raises Refused, 429, where there is none."""
        seconds = self.wait(key)
        if seconds:
            rest = math.ceil(seconds)
            problem = f"too many {what} from this address"
            refused = Refused(429, problem, f"try again in {rest} seconds")
            raise refused.with_header("Retry-After", str(rest))


class RateLimit:
    """Refuses requests from addresses whose bucket is empty."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        self._app, self._buckets = app, buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 429."""
        if scope["type"] == "http":
            try:
                self._buckets.take(address_key(scope), "requests")
            except Refused as refused:
                await refusal(refused)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def address_of(scope: Scope) -> str:
    """The address that a request came from, as uvicorn tells it (after trusted proxies)."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def address_key(scope: Scope) -> str:
    """What counts as one address."""
    address = address_of(scope)
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(IPv6Address(int(found) >> 64 << 64)) if isinstance(found, IPv6Address) else address
