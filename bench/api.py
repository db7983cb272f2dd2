"""Fifty readers at once on the desk of a large record: how long each kind of answer takes, and how that grows.

    python -m bench.api SMALL.sqlite LARGE.sqlite [--readers 50] [--requests 20]

For each record a server is started in a process of its own (`dateline serve`). Every question is asked once alone, when
nothing is kept yet ("first"), and then by all readers at once, again and again. Printed are the medians and the 95th
percentiles in milliseconds as the readers see them, the server's processor time for each answer, and what the larger record
takes more. Readers and server share the machine's cores, and readers in one process take turns, so that under load the
processor time says more than the wait.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles

import httpx

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")
KEPT = 2.0
"""Seconds that a reader keeps an idle connection: less than the server's five, so that none is used as it is being closed."""
Chance = random.Random


@dataclass(frozen=True, slots=True)
class Question:
    """A kind of request: a path, perhaps of an id that a list gave."""

    name: str
    path: Callable[[Chance, list[str]], str]
    is_conditional: bool = False


QUESTIONS = (
    Question("list, first page", lambda chance, ids: "/incidents?limit=50"),
    Question(
        "list, a mode since a day",
        lambda chance, ids: f"/incidents?mode=drone&since={2011 + chance.randrange(12)}-03-01",
    ),
    Question("one incident", lambda chance, ids: f"/incidents/{chance.choice(ids)}"),
    Question("all points", lambda chance, ids: "/incidents/points"),
    Question("all points, unchanged", lambda chance, ids: "/incidents/points", True),
    Question(
        "points of a year",
        lambda chance, ids: f"/incidents/points?since={2011 + chance.randrange(12)}-01-01&until=2030-01-01",
    ),
    Question("documents", lambda chance, ids: "/documents?limit=50"),
    Question(
        "search",
        lambda chance, ids: f"/search?q={chance.choice(('drone', 'market', 'police', 'base'))}&limit=20",
    ),
    Question("tallies", lambda chance, ids: "/tallies?limit=50"),
    Question("actors", lambda chance, ids: "/actors?limit=50"),
    Question("review", lambda chance, ids: "/review?limit=20"),
    Question("status", lambda chance, ids: "/status"),
)


@dataclass(slots=True)
class Figures:
    """What one question took: the first answer, all others in milliseconds, processor milliseconds for each."""

    first: float = 0.0
    waits: list[float] = field(default_factory=list)
    processor: float = 0.0
    size: int = 0

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1] if len(self.waits) > 1 else self.waits[0]


@contextmanager
def served(record: str) -> Iterator[tuple[str, int]]:
    """A server on a free port: its address and its process."""
    command = [
        sys.executable,
        "-m",
        "dateline",
        "serve",
        "--record",
        record,
        "--port",
        "0",
        "--rate",
        "1000000",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout
    try:
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                address = f"http://127.0.0.1:{found[1]}/api/v1"
                break
        else:
            raise SystemExit(f"{record}: the server didn't start")
        _wait(address)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            httpx.get(f"{address}/session")
            return
        except httpx.ConnectError:
            time.sleep(0.1)
    raise SystemExit("the server doesn't answer")


def processor_seconds(pid: int) -> float:
    """What a process has used until now, in user and system mode (proc(5), fields 14 and 15)."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


async def measure(address: str, pid: int, asked: argparse.Namespace) -> dict[str, Figures]:
    """The figures of every question."""
    readers, requests = asked.readers, asked.requests
    chance = Chance(7)
    limits = httpx.Limits(max_connections=readers, max_keepalive_connections=readers, keepalive_expiry=KEPT)
    async with httpx.AsyncClient(timeout=600, limits=limits) as client:
        listed = (await client.get(f"{address}/incidents?limit=500")).json()["items"]
        ids = [item["id"] for item in listed]
        return {
            q.name: await _asked(client, address, q, (pid, readers, requests), chance, ids)
            for q in QUESTIONS
            if q.name not in asked.without
        }


async def _asked(
    client: httpx.AsyncClient,
    address: str,
    question: Question,
    load: tuple[int, int, int],
    chance: Chance,
    ids: list[str],
) -> Figures:
    pid, readers, requests = load
    figures = Figures()
    begun = time.perf_counter()
    answer = await client.get(address + question.path(chance, ids))
    answer.raise_for_status()
    figures.first = (time.perf_counter() - begun) * 1000
    figures.size = int(answer.headers.get("content-length", len(answer.content)))
    headers = {"If-None-Match": answer.headers["etag"]} if question.is_conditional else {}

    async def reader() -> None:
        for _ in range(requests):
            path = question.path(chance, ids)
            begun = time.perf_counter()
            # The raw bytes are enough: unpacking them would be the reader's own time.
            async with client.stream("GET", address + path, headers=headers) as answer:
                async for _ in answer.aiter_raw():
                    pass
            assert answer.status_code in (200, 304), (path, answer.status_code)
            figures.waits.append((time.perf_counter() - begun) * 1000)

    used = processor_seconds(pid)
    await asyncio.gather(*(reader() for _ in range(readers)))
    figures.processor = (processor_seconds(pid) - used) / len(figures.waits) * 1000
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", nargs="+")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--requests", type=int, default=10)
    parser.add_argument("--without", action="append", default=[], help="Leave out a question, by its name.")
    asked = parser.parse_args()
    before: dict[str, Figures] = {}
    for record in asked.records:
        with served(record) as (address, pid):
            counts = httpx.get(f"{address}/status", timeout=600).json()["counts"]
            print(
                f"\n{counts['incidents']:,} incidents, {counts['documents']:,} documents, {asked.readers} readers"
            )
            found = asyncio.run(measure(address, pid, asked))
        _print(found, before)
        before = found


def _print(found: dict[str, Figures], before: dict[str, Figures]) -> None:
    print(
        f"{'question':28}{'first ms':>10}{'p50 ms':>9}{'p95 ms':>9}{'cpu ms':>8}{'kB':>8}{'cpu growth':>12}"
    )
    for name, figures in found.items():
        earlier = before.get(name)
        growth = f"{figures.processor / earlier.processor:.1f}x" if earlier and earlier.processor else ""
        print(
            f"{name:28}{figures.first:10.0f}{median(figures.waits):9.0f}{figures.p95:9.0f}"
            f"{figures.processor:8.1f}{figures.size / 1000:8.0f}{growth:>12}"
        )


if __name__ == "__main__":
    main()
