"""How fast the page answers with many incidents on its map: `python -m bench.page --incidents 10000`.

In: a built page and Debian's chromium. Out: for each thing that a reader does the milliseconds until list or bars tell the change
(the marks are drawn in a later frame), and the processor time that the page's own thread worked for it, drawing included; the
latter holds on a busy machine too. The server is real and its record empty; the points are drawn by a seed and answered in its
stead, so that any size can be measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.api.application import create_app
from dateline.api.options import ServeOptions
from dateline.api.serving import server_of
from dateline.record import Record

FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
MODES = ["drone", "airstrike", "shelling", "bombing", "shooting", "clash", "raid", "mine"]
CENTRES = [
    (34.0, 44.1),
    (49.9, 36.2),
    (15.6, 32.5),
    (13.5, 2.1),
    (2.4, -76.6),
    (26.0, 63.0),
    (31.5, 34.5),
    (4.6, 20.9),
]
FIRST_DAY, DAYS = 18_262, 1_825

ACTS = (
    ("filter by mode", ".filters-more .chip:nth-child(2)"),
    ("bars by week", ".segments button[aria-pressed=false]:not([disabled])"),
)

# Click, then count the time until the list's heading or the bars tell something else.
TIMED = """async press => {
  const told = () => document.querySelector('.list-head h2')?.textContent
    + document.querySelector('.timeline-chart svg')?.getAttribute('aria-label');
  const before = told();
  const began = performance.now();
  document.querySelector(press).click();
  while (told() === before && performance.now() - began < 3000) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
SETTLE_MS = 700


def points(size: int, seed: int = 1) -> bytes:
    """The columns of so many incidents around a few towns, as /incidents/points gives them."""
    chance = random.Random(seed)
    rows = [chance.choice(CENTRES) for _ in range(size)]
    start = [FIRST_DAY + chance.randrange(DAYS) for _ in rows]
    columns = {
        "ids": [f"i-{n:06x}" for n in range(size)],
        "lat": [round(lat + chance.gauss(0, 1.5), 4) for lat, _ in rows],
        "lon": [round(lon + chance.gauss(0, 2), 4) for _, lon in rows],
        "precision": [chance.choices(range(5), (30, 40, 20, 8, 2))[0] for _ in rows],
        "precisions": ["exact", "town", "district", "province", "country"],
        "radius_km": [8, 15, 45, 200, 1000],
        "start": start,
        "end": start,
        "mode": [chance.randrange(len(MODES)) for _ in rows],
        "modes": MODES,
        "type": [0] * size,
        "types": ["ASSAULT"],
        "killed": [min(300, int(chance.paretovariate(1.1)) - 1) for _ in rows],
        "injured": [min(500, int(chance.paretovariate(1)) - 1) for _ in rows],
        "title_place": [chance.randrange(500) for _ in rows],
        "places": [f"Town {n}" for n in range(500)],
    }
    return gzip.compress(json.dumps(columns).encode(), 5)


@dataclass(frozen=True, slots=True)
class WithPoints:
    """An application that answers for /incidents/points itself."""

    app: ASGIApp
    body: bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or hand on."""
        if scope.get("path") != "/api/v1/incidents/points":
            await self.app(scope, receive, send)
            return
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        await Response(self.body, headers=headers)(scope, receive, send)


@contextmanager
def desk_with(body: bytes) -> Iterator[str]:
    """A server over an empty record, with these points."""
    with tempfile.TemporaryDirectory() as folder, Record.open(str(Path(folder) / "r.sqlite")) as record:
        served = create_app(record, ServeOptions(port=0), "bench")
        server = server_of(replace(served, app=WithPoints(served.app, body)))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()


def measure(page: Page, size: int, rounds: int) -> None:
    """Print a line for each thing done."""
    with desk_with(points(size)) as address:
        began = time.perf_counter()
        page.goto(address)
        page.locator(".list .line").first.wait_for()
        print(
            f"{size:,} incidents: the list after {1000 * (time.perf_counter() - began):,.0f} ms from the start"
        )
        page.locator(".map-place[aria-busy=false]").wait_for(timeout=120_000)
        page.locator(".filters-more summary").first.click()
        spent = processor_time(page)
        for name, press in ACTS:
            timed = [one(page, spent, press) for _ in range(rounds)]
            took, busy = [took for took, _ in timed], [busy for _, busy in timed]
            print(
                f"{name:>16}: told after median {statistics.median(took):,.0f} ms, worst {max(took):,.0f} ms; "
                f"the page's thread worked {statistics.median(busy):,.0f} ms of processor time, at most {max(busy):,.0f}"
            )


def processor_time(page: Page) -> Callable[[], float]:
    """What tells the milliseconds of processor time that the page's thread has worked."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        told = session.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(metric["value"] for metric in told if metric["name"] == "TaskDuration"))

    return spent


def one(page: Page, spent: Callable[[], float], press: str) -> tuple[float, float]:
    """Milliseconds until an act was told, and of processor time that the page's thread worked for it until all was drawn."""
    before = spent()
    took = page.evaluate(TIMED, press)
    page.wait_for_timeout(SETTLE_MS)
    return took, spent() - before


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for size in given.incidents:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            measure(page, size, given.rounds)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
