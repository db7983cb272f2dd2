"""Linking end to end on the Gun Violence Archive in the one table: Dateline, and the same day and town beside it.

In: the set's folder, and the readings that `bench.gva_readings` keeps; without them there are no figures.
"""

from __future__ import annotations

from pathlib import Path

from bench.agreement import b_cubed, pairwise
from bench.figures import Figure
from bench.gva import day_and_place
from bench.gva import measure as link_readings
from bench.gva_readings import CACHE

ASKED = {"pairs": 0.80, "B3": 0.90}


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Pairs and B-cubed F1 of both parts; all kept readings are linked, whatever the limit."""
    if not (folder / "docs.jsonl").exists() or not CACHE.exists():
        return []
    measured = link_readings(folder)
    found = []
    for part in ("tune", "report"):
        truth = measured.truth(part)
        for name, clusters in (("Dateline", measured.found), ("day and town", day_and_place(measured.mains))):
            for metric, scored in (("pairs", pairwise), ("B3", b_cubed)):
                asked = ASKED[metric] if name == "Dateline" else None
                value = scored(clusters, truth)[2]
                found.append(
                    Figure("GVA linking", f"{name}: {metric} F1", value, len(truth), part, "", asked)
                )
    return found
