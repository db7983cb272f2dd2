"""Headers of every answer: nothing of another host is loaded, nothing inline runs, nobody frames or sniffs it.

The policy is Content Security Policy Level 3's: scripts, styles and data of this origin only. A tile style set by the operator adds its own host for pictures and data, and no other.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_policy(tiles: str = "") -> str:
    """The page's policy; `tiles` is the URL of a tile style, "" for none."""
    parts = urlsplit(tiles)
    host = f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src 'self' data: blob:{host}",
            "font-src 'self'",
            f"connect-src 'self'{host}",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Headers:
    """Adds what isn't there; answers of the API are for who asked only, and are asked for again each time."""

    def __init__(self, app: ASGIApp, secure: bool, tiles: str = "") -> None:
        self._app = app
        self._fixed = {
            "Content-Security-Policy": content_policy(tiles),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }
        if secure:
            self._fixed["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and complete the head of the answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._complete(scope, MutableHeaders(scope=message), message["status"])
            await send(message)

        await self._app(scope, receive, complete if scope["type"] == "http" else send)

    def _complete(self, scope: Scope, headers: MutableHeaders, status: int) -> None:
        for name, value in self._fixed.items():
            headers.setdefault(name, value)
        if scope["path"].startswith("/api/"):
            tag = scope.get("state", {}).get("etag")
            if tag and status == 200:
                headers.setdefault("ETag", tag)
            headers.setdefault("Cache-Control", "private, no-cache" if tag else "no-store")
            headers.add_vary_header("Cookie")
            headers.add_vary_header("Authorization")
