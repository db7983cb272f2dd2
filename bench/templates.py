"""MUC-4 in the one table: the figures of `bench.muc4`, which are in per cent, as rows.

python -m bench.quality --sets muc4
"""

from __future__ import annotations

from pathlib import Path

from bench.figures import Figure, records

from bench import muc4

BARS = {"micro average": "GE 1992 54.3, IterX 53.0 (test)", "slots only": "IterX 48.4, GE 46.1 (test)"}
ASKED = {"micro average": 0.53, "slots only": 0.46}


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """F1 of each slot and over all with GTT's metric, of test.jsonl, else dev.jsonl; `limit` isn't heeded (seconds)."""
    path = next((folder / name for name in ("test.jsonl", "dev.jsonl") if (folder / name).exists()), None)
    if path is None:
        return []
    rows = muc4.measure(folder)
    documents = sum(1 for _ in records(path))
    return [
        Figure("MUC-4", f"{slot}, F1", f1 / 100, documents, path.name, BARS.get(slot, ""), ASKED.get(slot))
        for slot, (_, _, f1) in rows.items()
    ]
