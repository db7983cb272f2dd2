"""What a browser has to fetch before the page can be used."""

from __future__ import annotations

import gzip

from browsing import Watched, settled
from desks import PAGE

MOST = 500_000
"""Bytes of compressed script, apart from the map library, which is fetched beside it."""
MAP = ("canvas-", "maplibre-gl-worker-")


def test_the_script_is_small(watched: Watched, desk: str) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    watched.page.goto(desk)
    settled(watched.page)
    scripts = {name for name in asked if name.endswith(".js") and not name.startswith(MAP)}
    assert scripts
    assert sum(len(gzip.compress((PAGE / "assets" / name).read_bytes())) for name in scripts) < MOST
