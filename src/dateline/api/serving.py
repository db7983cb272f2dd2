"""Listening: what a desk must have before others than this machine may reach it, and the server itself.

A desk on loopback needs no set-up. On any other address passwords and articles would travel in the clear, and everybody who
connects would be admin of a desk without users: both are refused before a socket is opened.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from dateline.api.application import Served
from dateline.api.options import ServeOptions
from dateline.errors import UsageError
from dateline.record import Record

GRACE_SECONDS = 3
"""How long open streams may go on when the server is stopped."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files in PEM: the certificate with its chain, and its key."""

    chain: Path
    key: Path


def check_safe(record: Record, options: ServeOptions) -> None:
    """Raise UsageError, saying what to do, where others could reach a desk that isn't safe for it."""
    if options.is_loopback:
        return
    with record.accounts(writes=False) as accounts:
        has_admin = accounts.has_admin()
    missing = []
    if not has_admin:
        missing.append("an admin: `dateline user add NAME --role admin` asks for a password")
    if not options.secure:
        missing.append("TLS: --tls-cert and --tls-key, or --trusted-proxy ADDRESS of a proxy that has it")
    if not options.names:
        missing.append("a name: --name HOST, as browsers will say it")
    if missing:
        raise UsageError(
            f"{options.host} can be reached by others, for which this desk lacks {'; '.join(missing)}"
        )


def server_of(
    served: Served, certificate: Certificate | None = None, log_level: str = "warning"
) -> uvicorn.Server:
    """The server, not yet listening."""
    options = served.desk.options
    config = uvicorn.Config(
        served.app,
        host=options.host.strip("[]"),
        port=options.port,
        ssl_certfile=certificate.chain if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
        proxy_headers=bool(options.trusted_proxies),
        forwarded_allow_ips=",".join(options.trusted_proxies),
        server_header=False,
        access_log=False,
        log_level=log_level,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return uvicorn.Server(config)


def bound(options: ServeOptions) -> socket.socket:
    """A socket at the address and port. Raises UsageError where they can't be had."""
    host = options.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, options.port), family=family, backlog=2048)
    except OSError as problem:
        remedy = "another server may have it; give another --port"
        raise UsageError(f"{host}, port {options.port}: {problem.strerror or problem}; {remedy}") from problem


def greeting(served: Served, port: int, certificate: Certificate | None) -> Iterator[str]:
    """What the operator is told when the server listens."""
    options = served.desk.options
    scheme = "https" if certificate else "http"
    host = options.host if options.is_loopback or not options.names else options.names[0]
    yield f"Dateline serves {served.desk.record.where} at {scheme}://{host}:{port}/ (stop with Ctrl+C)"
    if served.desk.members.is_open():
        yield "Nobody has an account yet: everybody on this machine may read and change everything; nobody else can connect."
        yield "To open it up: dateline user add NAME --role admin; then dateline serve --host ADDRESS --name HOST"
        yield "with --tls-cert and --tls-key, or behind a proxy with --trusted-proxy (docs/commands/serve.md)."
