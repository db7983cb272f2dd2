"""No body beyond a limit: refused by what it says of itself, or cut off when it turns out longer."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.api.problems import Refused, refusal


class Bodies:
    """Refuses bodies of more than `most` bytes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdigit() or int(said) > self._most:
            await refusal(self._too_large())(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on while counting; whatever the application makes of a body that was cut off, the answer is 413."""
        taken, answered = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            return {"type": "http.disconnect"} if taken > self._most else message

        async def answer(message: Message) -> None:
            nonlocal answered
            if taken <= self._most:
                await send(message)
            elif not answered:
                answered = True
                await refusal(self._too_large())(scope, receive, send)

        try:
            await self._app(scope, counted, answer)
        except ClientDisconnect:
            if taken <= self._most or answered:
                raise
            await refusal(self._too_large())(scope, receive, send)

    def _too_large(self) -> Refused:
        return Refused(413, f"a request's body has at most {self._most:,} bytes", "send less at once")
