"""What it costs to check, back up, restore and export a whole record: `python -m bench.care RECORD [--check-only]`.

RECORD is a file or a URL, as bench.store leaves them in its folder. Each step runs in a process of its own. Printed are
processor seconds, seconds by the clock, the peak of the process's memory and the room of what was written. A PostgreSQL
server's own processor time is not in it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dateline.record import IncidentFilter, Record
from dateline.share import write

EXPORTED = ("csv", "geojson")
MEGABYTE = 1_000_000


def check(place: str, folder: Path) -> Path | None:
    """Every check of `dateline check`; a record with a fault ends the run."""
    with Record.open(place) as record:
        faults = list(record.check())
    if faults:
        raise SystemExit(f"{place}: {len(faults)} faults, the first: {faults[0]}")
    return None


def backup(place: str, folder: Path) -> Path | None:
    """A verified backup."""
    path = folder / "backup"
    with Record.open(place) as record:
        record.backup(path)
    return path


def restore(place: str, folder: Path) -> Path | None:
    """The backup in a new SQLite record."""
    path = folder / "restored.sqlite"
    Record.restore(str(path), folder / "backup").close()
    return path


def export(form: str) -> Callable[[str, Path], Path | None]:
    """All incidents in a format."""

    def exported(place: str, folder: Path) -> Path | None:
        path = folder / f"export.{form}"
        with Record.open(place) as record, record.view() as view, path.open("wb") as file:
            write(form, view.incidents(IncidentFilter()), file)
        return path

    return exported


STEPS = {
    "check": check,
    "backup": backup,
    "restore": restore,
    **{f"export {form}": export(form) for form in EXPORTED},
}

Spent = tuple[float, float, float, float]


def _run(name: str, place: str, folder: Path, queue: multiprocessing.Queue[Spent]) -> None:
    clock = time.perf_counter()
    written = STEPS[name](place, folder)
    room = written.stat().st_size / MEGABYTE if written else 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    queue.put((time.process_time(), time.perf_counter() - clock, peak, room))


def main() -> None:
    """Run each step, print a line for each."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("record")
    ask.add_argument("--check-only", action="store_true")
    asked = ask.parse_args()
    context = multiprocessing.get_context("fork")
    print("| step | processor s | clock s | peak MB | MB written |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("check",) if asked.check_only else STEPS:
            queue: multiprocessing.Queue[Spent] = context.Queue()
            process = context.Process(target=_run, args=(name, asked.record, Path(folder), queue))
            process.start()
            process.join()
            if process.exitcode:
                raise SystemExit(process.exitcode)
            processor, clock, peak, room = queue.get()
            print(f"| {name} | {processor:,.1f} | {clock:,.1f} | {peak:,.0f} | {room:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
