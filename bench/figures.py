"""What every measurement gives: figures with the number of gold items that they rest on, and the files they read.

A set's module has `measure(folder, limit=None) -> list[Figure]`: `folder` holds the set's files, `limit` caps the
records of each file (None reads all). A folder without the files gives an empty list; `bench.quality` names it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

SPLITS = ("dev.jsonl", "test.jsonl")
"""The files that are measured; train.jsonl.gz is only ever trained on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the table: `value` from 0 to 1, over `n` gold items of the file `split`.

    `bar` is what others published on the same data and metric, in words; `asked` is what the project asks of itself.
    """

    set: str
    metric: str
    value: float
    n: int
    split: str = ""
    bar: str = ""
    asked: float | None = None


@dataclass(slots=True)
class Hits:
    """Gold items, found items, and those of each side that the other has."""

    gold: int = 0
    found: int = 0
    gold_hit: int = 0
    found_hit: int = 0

    @property
    def precision(self) -> float:
        return self.found_hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.gold_hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)

    def add(self, gold: set[Any], found: set[Any]) -> None:
        """Count two sets of comparable items."""
        both = len(gold & found)
        self.gold += len(gold)
        self.found += len(found)
        self.gold_hit += both
        self.found_hit += both


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def splits(folder: Path, *names: str) -> Iterator[Path]:
    """The measured files that a folder has: `names`, or the splits."""
    yield from (folder / name for name in names or SPLITS if (folder / name).exists())


def records(path: Path, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines, packed or not, at most `limit`."""
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as f
    ):
        yield from islice(map(json.loads, f), limit)


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]
