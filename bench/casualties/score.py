"""Figures of both archives, for one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.casualties import gva, gvdb


@dataclass(frozen=True, slots=True)
class Figures:
    """One row of the table: a set, how many documents, and its figures by name."""

    name: str
    documents: int
    values: Mapping[str, float]


def measure(folder: Path, sample: int | None = None) -> list[Figures]:
    """The figures of GVA and GVDB as far as they lie in `folder`, over all their documents or a fixed sample."""
    found: list[Figures] = []
    if (folder / "gva" / "docs.jsonl").exists():
        found += gva_figures(gva.compare(folder / "gva", sample))
    if (folder / "gvdb").exists():
        found += gvdb_figures(gvdb.compare(folder / "gvdb", sample))
    return found


def gvdb_figures(tables: gvdb.Tables) -> Iterator[Figures]:
    """Exact match of the numbers, then F1 of each slot: the same words, and a word in common."""
    values = {
        "killed exact": exact(tables.killed),
        "injured exact": exact(tables.injured),
        "killed error": error(tables.killed),
        "injured error": error(tables.injured),
    }
    for name, slot in tables.slots.items():
        values[f"{name} F1"] = slot.f1(slot.exact)
        values[f"{name} overlap F1"] = slot.f1(slot.overlap)
    yield Figures("GVDB", len(tables.killed), values)


def gva_figures(compared: Sequence[gva.Compared]) -> Iterator[Figures]:
    """Exact match and mean absolute error, against the archive's toll and against that of victims alone."""
    for name, gold in (
        ("GVA", [c.report.archive for c in compared]),
        ("GVA, victims alone", [c.report.victims for c in compared]),
    ):
        pairs = list(zip(gold, (c.read for c in compared), strict=True))
        killed = [(g.killed, r.killed) for g, r in pairs]
        injured = [(g.injured, r.injured) for g, r in pairs]
        values = {
            "killed exact": exact(killed),
            "injured exact": exact(injured),
            "both exact": exact(pairs),
            "killed error": error(killed),
            "injured error": error(injured),
        }
        yield Figures(name, len(pairs), values)


def exact(pairs: Sequence[tuple[object, object]]) -> float:
    """The share of pairs that are equal."""
    return sum(a == b for a, b in pairs) / max(len(pairs), 1)


def error(pairs: Sequence[tuple[int, int]]) -> float:
    """The mean absolute difference."""
    return sum(abs(a - b) for a, b in pairs) / max(len(pairs), 1)
