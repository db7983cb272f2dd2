"""Pull and push of many objects, our TAXII server beside medallion with its memory backend, in one run.

    python3 -m venv /tmp/medallion && /tmp/medallion/bin/pip install medallion
    python -m bench.taxii --medallion /tmp/medallion [--objects 1000 10000 100000]

Each server holds so many objects at first. Pull: all of them by one client, pages of `--page`, `--rounds` times, each for at most
`--seconds`, and waiting for a page no longer than `--patience`. Push: envelopes of 500 new objects onto what is there, for at most
`--seconds`. Out: medians of objects a second by the clock and by the server's own processor time, and the most memory that it had. Our
server checks and keeps what comes in a database on disk, chains a line of the log for each page and delivery, and links;
medallion keeps it in memory.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import httpx
from argon2 import PasswordHasher
from bench.taxii_desks import Served
from bench.taxii_peers import NAME, PASSWORD, Peer, medallion, peak_megabytes
from tests.taxii.suite import MEDIA

from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.record import Record
from dateline.share.release.offers import added
from dateline.share.stix.versions import STIX

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
MOMENT = "2026-06-01T09:00:00.000Z"
ENVELOPE = 500
WORDS = "An invented note about an invented happening, long enough to be like those that partners send. " * 3


@dataclass(frozen=True)
class Running:
    """A server: where it is read and written, its processor time, and its memory."""

    read: str
    write: str
    seconds: Callable[[], float]
    megabytes: Callable[[], float]


@dataclass(frozen=True)
class Speed:
    """Objects, and seconds by the clock and by the server's processor; the last part's rate against the first's."""

    objects: int
    clock: float
    processor: float
    slowing: float = 1.0


def objects(first: int, how_many: int) -> list[dict[str, Any]]:
    """Invented objects: identities, and relationships of the others to the one before them; neither server makes more of them."""
    return [_object(number) for number in range(first, first + how_many)]


def _object(number: int) -> dict[str, Any]:
    kind = "relationship" if number % 4 else "identity"
    dates = {"created": MOMENT, "modified": MOMENT}
    made = {"type": kind, "spec_version": "2.1", "id": f"{kind}--{UUID(int=number, version=4)}", **dates}
    about = f"identity--{UUID(int=number - number % 4, version=4)}"
    if kind == "identity":
        return {**made, "name": f"Outlet {number}", "identity_class": "organization", "description": WORDS}
    named = {"relationship_type": "related-to", "description": f"{number}. {WORDS}"}
    return {**made, **named, "source_ref": about, "target_ref": about}


@contextmanager
def ours(folder: Path, held: Sequence[dict[str, Any]]) -> Iterator[Running]:
    """Our server, over a record in a file in which one partner was given these objects."""
    place = folder / "record.sqlite"
    with Record.open(str(place)) as record, record.writer("ana") as writer:
        exchange = writer.exchange()
        exchange.keep_partner(Partner(NAME, NAME, Tlp.AMBER, credential=PasswordHasher().hash(PASSWORD)))
        number = exchange.keep_release(NAME, "approved", "bench", {})
        moments = added(START, None)
        row = {"release": number, "partner": NAME, "kind": STIX.name}
        exchange.keep_released(
            {**row, "id": o["id"], "version": MOMENT, "added": next(moments), "body": o} for o in held
        )
    with Served(place) as served, _client() as client:
        root = client.get(served.url).json()["api_roots"][0]
        base = str(httpx.URL(served.url).join(root))
        found = client.get(f"{base}collections/").json()["collections"]
        read, write = (
            f"{base}collections/{next(c['id'] for c in found if c[right])}/objects/"
            for right in ("can_read", "can_write")
        )
        process = served.process
        yield Running(read, write, served.processor_seconds, lambda: peak_megabytes(process))


@contextmanager
def theirs(python: Path, folder: Path, held: Sequence[dict[str, Any]]) -> Iterator[Running]:
    """medallion, which holds these objects."""
    with medallion(python, folder, held) as peer:
        yield _running(peer)


def _running(peer: Peer) -> Running:
    return Running(peer.objects, peer.objects, peer.processor_seconds, peer.peak_megabytes)


def _client(patience: float = 3_600) -> httpx.Client:
    return httpx.Client(auth=(NAME, PASSWORD), headers={"Accept": MEDIA}, timeout=patience)


def pull(server: Running, expected: int, given: argparse.Namespace) -> Speed:
    """Read everything once, or as much as comes in the time; 0 objects where not even a page comes while one is patient."""
    started, used, found = time.perf_counter(), server.seconds(), 0
    with _client(given.patience) as client:
        query: dict[str, str] | None = {"limit": str(given.page)}
        while query is not None and time.perf_counter() - started < given.seconds:
            try:
                answer = client.get(server.read, params=query)
            except httpx.ReadTimeout:
                break
            assert answer.status_code == 200, answer.text[:300]
            told = answer.json()
            found += len(told.get("objects", ()))
            query = {"limit": str(given.page), "next": told["next"]} if told.get("more") else None
    assert query is not None or found == expected, (found, expected)
    return Speed(found, time.perf_counter() - started, server.seconds() - used)


def push(server: Running, first: int, given: argparse.Namespace) -> Speed:
    """Send up to `most` new objects, for at most so many seconds."""
    started, used, took = time.perf_counter(), server.seconds(), list[float]()
    with _client() as client:
        for begin in range(first, first + given.push, ENVELOPE):
            before = time.perf_counter()
            body = {"objects": objects(begin, ENVELOPE)}
            answer = client.post(server.write, json=body, headers={"Content-Type": MEDIA})
            assert answer.status_code == 202, answer.text[:300]
            assert answer.json()["failure_count"] == 0, answer.text[:300]
            took.append(time.perf_counter() - before)
            if time.perf_counter() - started > given.seconds:
                break
    some = max(1, len(took) // 5)
    slowing = median(took[-some:]) / median(took[:some])
    return Speed(len(took) * ENVELOPE, time.perf_counter() - started, server.seconds() - used, slowing)


def _line(name: str, what: str, size: int, runs: Sequence[Speed], megabytes: float) -> str:
    clock = median(s.objects / s.clock for s in runs)
    processor = median(s.objects / max(s.processor, 0.01) for s in runs)
    slowing = f", last fifth {runs[0].slowing:.1f} times as slow as the first" if what == "push" else ""
    return (
        f"{name:10} {what:5} at {size:>7,}: {clock:>8,.0f} objects/s by the clock, {processor:>8,.0f} a second of "
        f"processor time ({sum(s.objects for s in runs):,} objects{slowing}), {megabytes:,.0f} MB at most"
    )


Starts = Callable[[Path, Sequence[dict[str, Any]]], AbstractContextManager[Running]]


def measure(name: str, starts: Starts, size: int, given: argparse.Namespace) -> dict[str, float]:
    """Pull and push, each of a server of its own, printed as they are done; objects a second of processor time."""
    held = objects(0, size)
    with tempfile.TemporaryDirectory() as folder, starts(Path(folder), held) as server:
        pulls = [pull(server, size, given)]
        while len(pulls) < given.rounds and pulls[0].objects:
            pulls.append(pull(server, size, given))
        print(_line(name, "pull", size, pulls, server.megabytes()), flush=True)
    with tempfile.TemporaryDirectory() as folder, starts(Path(folder), held) as server:
        pushed = push(server, size, given)
        print(_line(name, "push", size, [pushed], server.megabytes()), flush=True)
    found = {"pull": median(s.objects / s.processor for s in pulls)}
    return {**found, "push": pushed.objects / pushed.processor}


def main() -> None:
    """Measure both servers at each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--medallion", type=Path, help="its virtual environment; without it, ours alone")
    parser.add_argument("--objects", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", type=int, default=1_000)
    parser.add_argument("--push", type=int, default=100_000, help="objects to send at most")
    parser.add_argument("--seconds", type=float, default=120.0, help="how long to read or send at most")
    parser.add_argument("--patience", type=float, default=600.0, help="how long to wait for a page")
    given = parser.parse_args()
    for size in given.objects:
        own = measure("ours", ours, size, given)
        if given.medallion:
            peer = measure("medallion", partial(theirs, given.medallion / "bin" / "python"), size, given)
            ratios = (f"{what} {own[what] / peer[what]:.1f}" if peer[what] else f"{what} -" for what in own)
            print(
                f"ours / medallion at {size:,}, objects a second of processor time: {', '.join(ratios)}",
                flush=True,
            )


if __name__ == "__main__":
    main()
