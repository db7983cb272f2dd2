"""Fetching a page with guards: scheme, address, redirects, time, type and size, checked at every hop.

In: an http or https URL. Out: its content, received whole, under its final address. Proxies that the environment
names are not used: behind one, nobody could check which address is connected to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse
from io import BytesIO
from ssl import SSLError
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from dateline import __version__
from dateline.errors import MalformedSource, RefusedSource, SourceError, UnreadableSource, UnsupportedSource
from dateline.intake.addresses import is_public
from dateline.intake.connections import Clock, Resolve, TimedSocket, connect, resolve, secured
from dateline.intake.content import Content, content_of, too_large
from dateline.intake.gunzip import Gunzip
from dateline.settings import Limits

REDIRECTS = (301, 302, 303, 307, 308)
PORTS = {"http": 80, "https": 443}
READABLE = ("text/", "application/", "message/rfc822", "multipart/")
"""Types of content that may hold a report; what it is exactly, its bytes tell."""

HEADERS = {
    "User-Agent": f"Dateline/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/json,application/pdf,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en;q=1.0,*;q=0.5",
    "Connection": "close",
}
BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches within limits; `permits` decides on an address that is about to be connected to.

    `headers` are sent instead of the usual ones of their names, at every hop: who sends a secret allows no redirects.
    `hears` is told the headers of the answer. `sends` is posted instead of asking; what it is, `headers` say.
    """

    limits: Limits
    allow_private_addresses: bool = False
    look_up: Resolve = resolve
    guard: Callable[[str], bool] = is_public
    headers: Mapping[str, str] = field(default_factory=dict)
    hears: Callable[[Message], None] = lambda headers: None
    sends: bytes | None = None

    def permits(self, address: str) -> bool:
        """Whether the address may be connected to."""
        return self.allow_private_addresses or self.guard(address)

    def fetch(self, url: str) -> Content:
        """The content at the address after at most the allowed number of redirects.

        Raises RefusedSource for a guard or a limit, UnreadableSource for a host that fails, UnsupportedSource for a
        type that holds no report.
        """
        clock = Clock(monotonic() + self.limits.seconds, self.limits.idle_seconds)
        try:
            return self._followed(url, clock)
        except TimeoutError as error:
            raise self._too_slow(url) from error
        except SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or "handshake failed"
            raise UnreadableSource(url, f"no secure connection ({reason})", "check the address") from error
        except (OSError, HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise UnreadableSource(url, f"the connection broke ({reason})", "try again later") from error

    def _followed(self, url: str, clock: Clock) -> Content:
        here = url
        for _ in range(self.limits.redirects + 1):
            found = self._hop(here, url, clock)
            if isinstance(found, Content):
                return found
            here = found
        problem = f"redirects more than {self.limits.redirects} times"
        raise RefusedSource(url, problem, "give the address of the page itself")

    def _hop(self, here: str, url: str, clock: Clock) -> Content | str:
        """One request: the content, or the address that it leads on to."""
        parts = _checked(here, url)
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        connection = connect(url, host, port, self.permits, clock, self.look_up)
        try:
            if parts.scheme == "https":
                connection.settimeout(clock.patience())
                connection = secured(connection, host)
            response = _response(
                parts, TimedSocket(connection, clock), {**HEADERS, **self.headers}, self.sends
            )
            target = response.headers.get("Location", "")
            if response.status in REDIRECTS and target:
                return urljoin(here, target)
            return self._content(response, here, url)
        finally:
            connection.close()

    def _content(self, response: HTTPResponse, here: str, url: str) -> Content:
        if response.status not in ((200,) if self.sends is None else (200, 201, 202)):
            problem = f"the server answers {response.status} {response.reason}".rstrip()
            raise UnreadableSource(url, problem, "check the address in a browser")
        media_type, charset = _declared(response.headers)
        if media_type and not media_type.startswith(READABLE):
            problem = f"is of the type {media_type!r}, which holds no report"
            raise UnsupportedSource(url, problem, "give the address of a page, a text or a PDF")
        self.hears(response.headers)
        data = _unpacked(self._body(response, url), response.headers, url, self.limits)
        most = max(self.limits.received_bytes, len(data))
        name = urlsplit(here).path
        return content_of(data, url, most, name=name, media_type=media_type, charset=charset, url=here)

    def _body(self, response: HTTPResponse, url: str) -> bytes:
        most = self.limits.received_bytes
        length = response.length or 0
        if length > most:
            raise too_large(url, most)
        received = bytearray()
        while block := response.read(min(BLOCK, most + 1 - len(received))):
            received += block
            if len(received) > most:
                raise too_large(url, most)
        if len(received) < length:
            problem = f"the connection broke after {len(received):,} of {length:,} bytes"
            raise UnreadableSource(url, problem, "try again later")
        return bytes(received)

    def _too_slow(self, url: str) -> SourceError:
        problem = f"takes longer than {self.limits.seconds:g} seconds, or is silent for {self.limits.idle_seconds:g}"
        return RefusedSource(url, problem, "try again later, or raise DATELINE_LIMITS__SECONDS")


def _checked(here: str, url: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(here)
        valid = bool((parts.hostname or "").encode("idna")) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise MalformedSource(url, f"{here!r} is no address ({error})", "write https://host/path") from error
    if parts.scheme not in PORTS:
        remedy = "give a path for a file" if parts.scheme == "file" else "use http or https"
        raise RefusedSource(url, f"{parts.scheme}: addresses are not fetched", remedy)
    if not valid:
        raise MalformedSource(url, f"{here!r} names no host", "write https://host/path")
    if parts.username is not None or parts.password is not None:
        shown = f"{parts.scheme}://***@{parts.hostname}"
        raise RefusedSource(shown, "the address holds a user name", "save the page and give the file")
    return parts


def _response(
    parts: SplitResult, connection: TimedSocket, headers: Mapping[str, str], sends: bytes | None
) -> HTTPResponse:
    """The response's head; its body is read from the same connection."""
    host = parts.hostname or ""
    client = HTTPConnection(host, parts.port or PORTS[parts.scheme])
    client.sock = connection
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    )
    named = f"[{host}]" if ":" in host else host.encode("idna").decode()
    default = parts.port is None or parts.port == PORTS[parts.scheme]
    host_named = named if default else f"{named}:{parts.port}"
    method = "GET" if sends is None else "POST"
    client.request(method, target, body=sends, headers={**headers, "Host": host_named})
    return client.getresponse()


def _declared(headers: Message) -> tuple[str, str]:
    """The media type and the character set, "" where the server names none."""
    if "Content-Type" not in headers:
        return "", ""
    return headers.get_content_type(), headers.get_content_charset() or ""


def _unpacked(data: bytes, headers: Message, url: str, limits: Limits) -> bytes:
    encoding = headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        return data
    if encoding not in ("gzip", "x-gzip"):
        raise UnsupportedSource(
            url, f"is sent in the encoding {encoding!r}", "save the page and give the file"
        )
    unpacked = Gunzip(BytesIO(data), url, limits.expanded_bytes)
    found = unpacked.readall()
    if unpacked.problem is not None:
        raise unpacked.problem
    return found
