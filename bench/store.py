"""What a record of any size costs: adding and linking one more report, the commonest questions, memory and room.

    python -m bench.store [--sizes 10000,100000,1000000] [--stores sqlite,postgresql] [--reports 50] [--runs 9] [--folder DIR]

Invented readings (bench/store_readings.py) are loaded in bulk (bench/store_load.py) into a SQLite record and, from that,
into a private PostgreSQL server; records that are in the folder already are used again. Printed for each store and size:
room on the disk, peak memory of a process that asks everything, milliseconds (medians of the runs) of processor time,
PostgreSQL's included, with those by the clock beside them, and, in the last column, the exponent of growth of processor
time between the smallest and the largest size: 0 means no growth, 1 means in step with the record.

Every question is asked in a view of its own, as a command or a request would.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.store_load import load_postgresql, load_sqlite
from bench.store_questions import QUESTIONS, sample
from bench.store_readings import stories, story

from dateline.model.reading import Reading
from dateline.pipeline import judge, relink
from dateline.record import Record, deciding

sys.path.append(str(Path(__file__).parents[1] / "tests"))

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds by the clock, and of the processor: this process's and its servers'."""

    clock: float
    processor: float


class Watch:
    """Times what is done; `servers` are processes that work for this one, PostgreSQL's for its connections."""

    def __init__(self, servers: Sequence[int] = ()) -> None:
        self._servers = servers

    def timed(self, do: Callable[..., object], *arguments: object) -> Cost:
        """What doing it once costs."""
        clock, processor = time.perf_counter(), self._spent()
        do(*arguments)
        return Cost(1000 * (time.perf_counter() - clock), 1000 * (self._spent() - processor))

    def _spent(self) -> float:
        return time.process_time() + sum(map(_nanoseconds, self._servers)) / 1e9


def _nanoseconds(process: int) -> int:
    """Processor time of another process until now."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
    except OSError:  # it has ended, as one that had served an earlier connection
        return 0


def watch(place: str) -> Watch:
    """A watch over this process and all that serve the database of this name."""
    if not place.startswith("postgresql"):
        return Watch()
    name = f" {place.partition('?')[0].rpartition('/')[2]} ".encode()
    return Watch(
        [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if name in _line(path)]
    )


def _line(path: Path) -> bytes:
    """The command line of a PostgreSQL server's process that serves a connection; nothing for any other."""
    try:
        line = path.read_bytes()
    except OSError:  # it has just ended
        return b""
    return line if line.startswith(b"postgres: ") and b"parallel" not in line else b""


def middle(costs: Sequence[Cost]) -> Cost:
    """The medians."""
    return Cost(statistics.median(c.clock for c in costs), statistics.median(c.processor for c in costs))


def adding(record: Record, at: Watch, size: int, reports: int) -> dict[str, Cost]:
    """One more report kept and linked, again and again."""
    kept, linked = [], []
    for reading in _more(record, size, reports):
        kept.append(at.timed(_keep, record, reading))
        linked.append(at.timed(_link, record))
    return {"keep one more report": middle(kept), "link it": middle(linked)}


def _more(record: Record, size: int, reports: int) -> Iterator[Reading]:
    """Reports of the record's last tenth of time that it hasn't got."""
    with record.view() as view:
        seed = 1 + view.counts("documents")["documents"]
    of, found = stories(size), 0
    for number in range(int(0.9 * of), of):
        told = story(number, of, seed)
        yield from told[: reports - found]
        found += len(told)
        if found >= reports:
            return


def _keep(record: Record, reading: Reading) -> None:
    with record.writer() as writer:
        writer.keep_document(reading.document)
        writer.keep_reading(reading)


def _link(record: Record) -> None:
    with record.writer() as writer:
        while writer.link_next(16):
            pass


def judging(record: Record, at: Watch, runs: int) -> dict[str, Cost]:
    """A merge of two incidents, and undoing it."""
    merged, undone = [], []
    for run in range(runs):
        with record.view() as view:
            first, second = view.page(limit=2 * runs).incidents[2 * run : 2 * run + 2]
            decision = deciding.merge(view, [first.id, second.id], "bench")
        merged.append(at.timed(judge, record, "bench", decision))
        with record.view() as view:
            undoing = deciding.undo(view, view.judgements()[-1].number, "bench")
        undone.append(at.timed(judge, record, "bench", undoing))
    return {"judge: merge two": middle(merged), "judge: undo it": middle(undone)}


def asking(place: str, runs: int) -> dict[str, Cost]:
    """Every question, each in a view of its own."""
    costs = {}
    with Record.open(place) as record:
        with record.view() as view:
            about, at = sample(view), watch(place)
        for name, ask in QUESTIONS:
            taken = []
            for _ in range(runs):
                with record.view() as view:
                    taken.append(at.timed(ask, view, about))
                if sum(cost.clock for cost in taken) > 20_000:
                    break
            costs[name] = middle(taken)
    return costs


def _open(place: str) -> None:
    Record.open(place).close()


def measured(place: str, size: int, reports: int, runs: int) -> dict[str, Cost]:
    """All costs of a record; opening it first."""
    opened = [Watch().timed(_open, place) for _ in range(runs)]
    costs = {"open": middle(opened), **asking(place, runs)}
    with Record.open(place) as record:
        relink(record)
        at = watch(place)
        costs |= adding(record, at, size, reports)
        costs |= judging(record, at, min(runs, 5))
    return costs


def _in_process(place: str, size: int, reports: int, runs: int, queue: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    costs = measured(place, size, reports, runs)
    queue.put((costs, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def run(place: str, size: int, reports: int, runs: int) -> tuple[dict[str, Cost], float]:
    """All costs and the peak megabytes of a process of its own."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=_in_process, args=(place, size, reports, runs, queue))
    process.start()
    found: tuple[dict[str, Cost], float] = queue.get()
    process.join()
    return found


@contextmanager
def places(store: str, sizes: Sequence[int], folder: Path) -> Iterator[Callable[[int], tuple[str, float]]]:
    """Gives the place of a loaded record of a size, and its megabytes."""
    files = {size: folder / f"{size}.sqlite" for size in sizes}
    for size, file in files.items():
        if not file.exists():
            load_sqlite(str(file), size)
    if store == "sqlite":
        yield lambda size: (str(files[size]), files[size].stat().st_size / MEGABYTE)
        return
    from postgresql_server import kept_server

    settings = {"shared_buffers": "1GB", "max_wal_size": "8GB", "work_mem": "64MB"}
    settings["max_parallel_workers_per_gather"] = "0"  # so that one process has all of a question's time
    with kept_server(folder / "postgresql", **settings) as server:

        def loaded(size: int) -> tuple[str, float]:
            name = f"record{size}"
            url = server.url(name) if server.has_database(name) else server.make_database(name)
            load_postgresql(url, str(files[size]))
            return url, _room(url) / MEGABYTE

        yield loaded


def _room(url: str) -> int:
    import psycopg

    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(found[0]) if found else 0


def table(store: str, sizes: Sequence[int], found: Sequence[dict[str, Cost]]) -> Iterator[str]:
    """The lines of the table."""
    yield f"| {store} | " + " | ".join(f"{size:,}" for size in sizes) + " | growth |"
    yield "|---" * (len(sizes) + 2) + "|"
    for name in found[0]:
        costs = [each[name] for each in found]
        told = (f"{cost.processor:,.1f} ({cost.clock:,.1f})" for cost in costs)
        yield f"| {name} | {' | '.join(told)} | {_growth(sizes, costs):.2f} |"


def _growth(sizes: Sequence[int], costs: Sequence[Cost]) -> float:
    if len(sizes) < 2:
        return 0.0
    return math.log(costs[-1].processor / costs[0].processor) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    """Load, measure, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", default="10000,100000,1000000")
    ask.add_argument("--stores", default="sqlite,postgresql")
    ask.add_argument("--reports", type=int, default=50)
    ask.add_argument("--runs", type=int, default=9)
    ask.add_argument("--folder", type=Path)
    asked = ask.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        for store in asked.stores.split(","):
            found = []
            with places(store, sizes, folder) as place_of:
                for size in sizes:
                    place, room = place_of(size)
                    costs, memory = run(place, size, asked.reports, asked.runs)
                    print(
                        f"{store} {size:,}: {room:,.0f} MB on the disk, peak memory {memory:,.0f} MB",
                        flush=True,
                    )
                    found.append(costs)
            print("\n".join(table(store, sizes, found)), flush=True)


if __name__ == "__main__":
    main()
