"""A connection to an address that was checked, with a deadline over all of it.

In: a host and a port. Out: a socket to the very address that was resolved and allowed, and a stream over it on which
every single read is bounded by the longest silence and by what is left of the total time. The name is looked up
once, so that a second answer can't lead elsewhere (DNS rebinding).
"""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from dateline.errors import RefusedSource, UnreadableSource

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

Resolve = Callable[[str, int], Sequence[str]]
"""From a host's name and a port to the addresses it has."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that a fetch has: until `deadline` (as `time.monotonic` counts), never `idle` seconds of silence."""

    deadline: float
    idle: float

    def patience(self) -> float:
        """Seconds that the next step may take. Raises TimeoutError when the time is over."""
        left = self.deadline - monotonic()
        if left <= 0:
            raise TimeoutError("the total time is over")
        return min(left, self.idle)


class TimedReader(io.RawIOBase):
    """What a socket receives, each piece within the clock's patience."""

    def __init__(self, connection: socket.socket, clock: Clock) -> None:
        self._connection, self._clock = connection, clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._connection.settimeout(self._clock.patience())
        return self._connection.recv_into(buffer)


class TimedSocket:
    """A socket as `http.client` uses one: sends, and gives a stream to read from; the opener closes it."""

    def __init__(self, connection: socket.socket, clock: Clock) -> None:
        self._connection, self._clock = connection, clock

    def sendall(self, data: ReadableBuffer) -> None:
        """Send all within the clock's patience."""
        self._connection.settimeout(self._clock.patience())
        self._connection.sendall(data)

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        """The stream of what is received."""
        return io.BufferedReader(TimedReader(self._connection, self._clock))

    def close(self) -> None:
        """Nothing: the response is read after `http.client` lets go of the socket."""


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, in the order in which the system prefers them; also of numbers in other bases."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(
    url: str, host: str, port: int, permits: Callable[[str], bool], clock: Clock, look_up: Resolve = resolve
) -> socket.socket:
    """A connection to the first permitted address that answers.

    Raises RefusedSource when the host has no permitted address, UnreadableSource when none answers.
    """
    try:
        addresses = look_up(host, port)
    except (OSError, UnicodeError) as error:
        raise UnreadableSource(
            url, f"the host {host!r} is not known ({error})", "check the address"
        ) from error
    allowed = [address for address in addresses if permits(address)]
    if not allowed:
        raise refused_address(url, addresses[0] if addresses else host)
    return _first_open(url, allowed, port, permits, clock)


def refused_address(url: str, address: str) -> RefusedSource:
    """The error for an address that may not be connected to."""
    remedy = "set DATELINE_ALLOW_PRIVATE_ADDRESSES=true if the host is yours"
    return RefusedSource(url, f"leads to {address}, which is no public address", remedy)


def secured(connection: socket.socket, host: str) -> socket.socket:
    """The connection under TLS, its certificate checked against the host's name."""
    return ssl.create_default_context().wrap_socket(connection, server_hostname=host)


def _first_open(
    url: str, addresses: Sequence[str], port: int, permits: Callable[[str], bool], clock: Clock
) -> socket.socket:
    problem: OSError | None = None
    for address in addresses:
        try:
            connection = socket.create_connection((address, port), timeout=clock.patience())
        except OSError as error:
            problem = error
            continue
        connected = str(connection.getpeername()[0])
        if permits(connected):
            return connection
        connection.close()
        raise refused_address(url, connected)
    raise UnreadableSource(url, f"does not answer ({problem})", "try again later") from problem
