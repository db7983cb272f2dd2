"""Two processes that add the same documents at once, beside one that adds them alone: `python -m bench.at_once`.

    python -m bench.at_once [--documents 1000] [--stores sqlite,postgresql] [--kill 0]

The documents are the tests' invented reports and are read by the tests' reader, so that what is measured is the record.
With `--kill N`, one more pair of processes runs beforehand on the same record and both are killed (SIGKILL) once one has
said N times that documents are kept. Ends with an error where the two records differ in any row but numbers and times.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path += [str(TESTS), str(TESTS / "record"), str(TESTS / "model")]

from contents import contents  # noqa: E402 (found in the folders above)
from runs import add_all, lines, run  # noqa: E402

from postgresql_server import private_server  # noqa: E402


def both(place: str, documents: int) -> list[str]:
    """Two processes add the same documents; how each of them ended."""
    with run(place, documents, 0) as one, run(place, documents, 0) as other:
        return [list(lines(process))[-1] for process in (one, other)]


def killed(place: str, documents: int, after: int) -> None:
    """Two processes add, and both are killed in the middle."""
    with run(place, documents, 0) as one, run(place, documents, 0) as other:
        for _ in zip(range(after), lines(one), strict=False):
            pass
        for process in (one, other):
            process.kill()


@contextmanager
def two_places(store: str) -> Iterator[tuple[str, str]]:
    """Where two new records of a store can be made."""
    with tempfile.TemporaryDirectory() as folder:
        if store == "sqlite":
            yield f"{folder}/one.sqlite", f"{folder}/two.sqlite"
            return
        with private_server() as server:
            yield server.new_database(), server.new_database()


def main() -> None:
    """Run, compare, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=1000)
    ask.add_argument("--stores", default="sqlite,postgresql")
    ask.add_argument("--kill", type=int, default=0)
    asked = ask.parse_args()
    print("| store | documents | alone, s | two at once, s | rows compared |\n|---|---|---|---|---|")
    for store in asked.stores.split(","):
        with two_places(store) as (one, two):
            start = time.perf_counter()
            add_all(one, asked.documents)
            alone = time.perf_counter() - start
            if asked.kill:
                killed(two, asked.documents, asked.kill)
            start = time.perf_counter()
            ended = both(two, asked.documents)
            together = time.perf_counter() - start
            left, right = contents(one), contents(two)
            differing = [name for name in left if left[name] != right[name]]
            if differing or ended != ["done", "done"]:
                raise SystemExit(f"{store}: the processes ended with {ended}; other rows in {differing}")
            rows = sum(map(len, left.values()))
            print(f"| {store} | {asked.documents:,} | {alone:.1f} | {together:.1f} | {rows:,} |", flush=True)


if __name__ == "__main__":
    main()
