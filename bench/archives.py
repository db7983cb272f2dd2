"""Casualties and victims in the one table: the figures of `bench.casualties` (GVA and GVDB) as rows."""

from __future__ import annotations

from pathlib import Path

from bench.figures import Figure

from bench import casualties

ASKED = {"killed": 0.85, "injured": 0.75}
"""What the project asks of GVA, documents on topic, counts exact."""


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Every figure of both archives under `folder`, the folder of all sets."""
    return [
        Figure(row.name, name, value, row.documents, "reports", "", ASKED.get(name))
        for row in casualties.measure(folder, limit)
        for name, value in row.values.items()
        if not name.endswith("error")  # persons, not a share
    ]
