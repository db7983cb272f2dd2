"""A window of the browser that notes what must never happen, and the accessibility audit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
WAIT_MS = 30_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Watched:
    """`page` in a context of its own; `end` fails where a script failed, a policy was breached or another host was asked."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.wrong: list[str] = []
        self.page = self.open()

    def open(self, width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        """A new window; the one before is closed."""
        if hasattr(self, "page"):
            self._close()
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            timezone_id="Europe/Berlin",
            locale="en-GB",
        )
        context.set_default_timeout(WAIT_MS)
        self.page = context.new_page()
        self._listeners: list[tuple[Any, Any]] = [
            ("pageerror", self._fail),
            ("console", self._hear),
            ("request", self._see),
        ]
        for event, listener in self._listeners:
            self.page.on(event, listener)
        return self.page

    def _fail(self, error: Exception) -> None:
        self.wrong.append(f"script error: {error}")

    def end(self) -> None:
        """Close, and fail on what was noted."""
        self._close()
        assert self.wrong == [], self.wrong

    def _close(self) -> None:
        """Close without hearing of it: what is still on its way then fails in the page, which is no fault of the page."""
        for event, listener in self._listeners:
            self.page.remove_listener(event, listener)
        self.page.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser itself reports every answer from 400 on; tests that ask for one look at the page instead.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.wrong.append(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.hostname != "127.0.0.1":
            self.wrong.append(f"asked another host: {request.url}")


def settled(page: Page) -> None:
    """Wait until nothing is on its way any more."""
    page.wait_for_selector("main h1, main .state")
    expect(page.locator(".skeleton")).to_have_count(0, timeout=WAIT_MS)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds; the page's policy forbids to wait for a script's words inside it."""
    for _ in range(WAIT_MS // 50):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not come to hold")


def serious(page: Page) -> list[str]:
    """What axe holds to be a serious or critical violation of WCAG 2.2 AA, in words."""
    page.evaluate(AXE.read_text())
    found: Any = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
