"""MUC-4 in the one table: the figures of `bench.muc4` as rows; no rows before that module and its weights are there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.figures import Figure, records, splits

BARS = {"micro_avg": "GE 1992 54.3, IterX 53.0 (test)", "slots_avg": "IterX 48.4, GE 46.1 (test)"}


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """F1 of each slot and over all, with GTT's metric; always the whole split, which takes seconds."""
    paths = list(splits(folder))
    if find_spec("bench.muc4") is None or not paths:
        return []
    documents = sum(1 for _ in records(paths[-1]))
    rows = import_module("bench.muc4").measure(folder)
    return [
        Figure("MUC-4", f"{slot}, F1", values[2], documents, paths[-1].name, BARS.get(slot, ""))
        for slot, values in rows.items()
    ]
