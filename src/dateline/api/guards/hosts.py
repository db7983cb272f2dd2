"""Only requests that are addressed to this desk by a name of its own.

A page of a stranger can let its own name lead to 127.0.0.1 and have its visitors' browsers talk to a server there (DNS
rebinding); the browser then still says the stranger's name in `Host`.
"""

from __future__ import annotations

from collections.abc import Set

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.api.problems import Refused, refusal


class Hosts:
    """Refuses requests under any other name; `names` are in lower case, IPv6 addresses in brackets."""

    def __init__(self, app: ASGIApp, names: Set[str]) -> None:
        self._app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 421."""
        if scope["type"] == "http" and not self.admits(Headers(scope=scope).getlist("host")):
            known = ", ".join(sorted(self._names))
            refused = Refused(421, f"this desk is reached as {known}", "`dateline serve --name` adds a name")
            await refusal(refused)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def admits(self, hosts: list[str]) -> bool:
        """Whether there is one `Host`, and it is one of the names, whatever port it has."""
        if len(hosts) != 1:
            return False
        host = hosts[0].lower()
        name = host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]
        return name in self._names
