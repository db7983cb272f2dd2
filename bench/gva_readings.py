"""The Gun Violence Archive's articles as the shipped reader reads them, read once and kept.

    python -m bench.gva_readings FOLDER [--workers 2]

FOLDER holds docs.jsonl and incidents.jsonl (SemEval-2018 task 5). In: the texts on topic whose incident has a day.
Out: .cache/gva/readings.jsonl, a reading a line. What is there already is not read again, so that a run that was
stopped goes on; remove the file after the reader has changed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.gva_archive import load, outlet

from dateline.engines.local import Processes
from dateline.model.codec import reading_to_dict, trusted_reading
from dateline.model.document import DateSource, Document
from dateline.model.reading import Reading
from dateline.pipeline import make_reader

CACHE = Path(".cache/gva/readings.jsonl")


def document(row: dict[str, Any]) -> Document:
    """One report of the archive as it would come from a feed: title, text, outlet and day, nothing else."""
    day = row["dct"]
    return Document(
        row["docid"],
        row["text"],
        row["title"] or "",
        outlet=outlet(row["url"]),
        published=datetime.fromisoformat(day[:10]).replace(tzinfo=UTC) if day else None,
        date_source=DateSource.GIVEN if day else DateSource.UNKNOWN,
    )


def cached(file: Path = CACHE) -> Iterator[Reading]:
    """The readings that are kept, each whole line of the file."""
    if not file.exists():
        return
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                yield trusted_reading(json.loads(line))


def read_all(folder: Path, workers: int, file: Path = CACHE) -> None:
    """Read what is not kept yet; each reading is kept as soon as it is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    there = {reading.document.id for reading in cached(file)}
    waiting = [document(row) for row, _ in load(folder) if row["docid"] not in there]
    outcomes = Processes(workers).read(make_reader, waiting)
    with file.open("a", encoding="utf-8") as kept, closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, Reading):
                kept.write(json.dumps(reading_to_dict(outcome, explain=True), ensure_ascii=False) + "\n")
                kept.flush()
            else:
                print(outcome)


def main() -> None:
    """Read the arguments, read the texts."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--workers", type=int, default=2)
    asked = ask.parse_args()
    read_all(asked.folder, asked.workers)


if __name__ == "__main__":
    main()
