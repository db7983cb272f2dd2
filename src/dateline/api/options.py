"""How a desk is served: what the command line and the environment decide before the first request."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address

from dateline.settings import Settings

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""The names by which a browser of this machine reaches it; any other name in `Host` may be a stranger's page."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests that one address may make: `a_second` on the long run, `burst` at once; `logins` and `readings` a minute."""

    a_second: float = 50.0
    burst: int = 300
    logins: int = 10
    readings: int = 60


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """`host` and `port` to listen on; `names` by which the desk is reached; `secure` where browsers come by https.

    `trusted_proxies` are addresses whose X-Forwarded headers are believed. `most_bytes` bounds a request's body,
    `tiles` is the URL of a tile style for the map, "" for the outlines that come with the page.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    secure: bool = False
    trusted_proxies: tuple[str, ...] = ()
    most_bytes: int = 25_000_000
    tiles: str = ""
    rates: Rates = field(default_factory=Rates)
    settings: Settings = field(default_factory=Settings)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can connect."""
        return on_loopback(self.host)

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names that a request may be addressed to, without ports, in lower case."""
        own = LOOPBACK_NAMES if self.is_loopback else ()
        return frozenset(name.lower() for name in (*own, *self.names))


def on_loopback(host: str) -> bool:
    """Whether an address or name to listen on is of this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
