"""The Gun Violence Database: victims' names and ages, how many were killed and injured, city, place and weapon.

Each row's annotation comes from one crowd worker. A slot's values are compared as words: exact (the same words) and
overlapping (a word in common that is no function word). A reading holds no ages; that of a victim is taken from the
text right beside the name or description that the reading holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.casualties.main import Incident, incident_of
from bench.casualties.readings import readings

from dateline.model.document import Document
from dateline.model.reading import Argument

SLOTS = ("victim name", "victim age", "city", "place", "weapon")
_SMALL = frozenset("the a an of in at on and near block".split())
_BEHIND = re.compile(r"[^,.\n]{0,30}, (?:age )?(\d{1,3})\b")
_BEFORE = re.compile(r"(\d{1,3})-year-old[^,.;\n]{0,30}$")


@dataclass(slots=True)
class Slot:
    """Counts of one slot: gold values, values read, and those that agree."""

    gold: int = 0
    read: int = 0
    exact: int = 0
    overlap: int = 0

    def add(self, gold: set[str], read: set[str]) -> None:
        """Add one document's values."""
        self.gold += len(gold)
        self.read += len(read)
        self.exact += len(gold & read)
        self.overlap += _overlaps(gold, read)

    def f1(self, hits: int) -> float:
        """F1 of a number of hits."""
        return 2 * hits / max(self.gold + self.read, 1)


@dataclass(slots=True)
class Tables:
    """All slots, and (gold, read) pairs of the killed and the injured."""

    slots: dict[str, Slot] = field(default_factory=lambda: {name: Slot() for name in SLOTS})
    killed: list[tuple[int, int]] = field(default_factory=list)
    injured: list[tuple[int, int]] = field(default_factory=list)


def compare(folder: Path, sample: int | None = None) -> Tables:
    """The slots over all rows (or the first `sample`) of every split that lies in the folder."""
    rows = [
        r for path in sorted(folder.glob("*.jsonl")) for r in map(json.loads, path.open(encoding="utf-8"))
    ][:sample]
    read = readings([_document(r) for r in rows], "gvdb")
    tables = Tables()
    for row in rows:
        incident = incident_of(read[row["docid"]]) if row["docid"] in read else None
        _add(tables, row, incident)
    return tables


def _document(row: dict[str, Any]) -> Document:
    day = [int(part) for part in (row["date"] or "").split("-") if part.isdigit()]
    published = datetime(*day, tzinfo=UTC) if len(day) == 3 else None  # type: ignore[misc, arg-type]
    return Document(row["docid"], row["text"], row["title"], published=published)


def _add(tables: Tables, row: dict[str, Any], incident: Incident | None) -> None:
    fates = [set(v["victim-was"]) for v in row["victims"]]
    dead = sum("killed" in f for f in fates)
    hurt = sum(bool(f & {"injured", "hospitalized"}) and "killed" not in f for f in fates)
    tables.killed.append((dead, incident.killed if incident else 0))
    tables.injured.append((hurt, incident.injured if incident else 0))
    gold, found = _gold(row), _found(row["text"], incident)
    for name, slot in tables.slots.items():
        slot.add(_words(gold[name]), _words(found[name]))


def _gold(row: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "victim name": [v["name"]["text"] for v in row["victims"] if v["name"]],
        "victim age": [v["age"]["text"] for v in row["victims"] if v["age"]],
        "city": _text(row["place"]["city"]),
        "place": _text(row["place"]["details"]),
        "weapon": _text(row["circumstances"]["type-of-gun"]),
    }


def _text(value: dict[str, Any] | None) -> list[str]:
    return [value["text"]] if value else []


def _found(text: str, incident: Incident | None) -> dict[str, list[str]]:
    if incident is None:
        return {name: [] for name in SLOTS}
    places = [p for e in incident.events for p in e.places]
    victims = [v for e in incident.events for v in e.recipients]
    return {
        "victim name": [v.name for v in victims if v.name[:1].isupper() and " " in v.name],
        "victim age": [age for v in victims for age in _ages(text, v)],
        "city": [p.name for p in places if p.precision == "town"][:1],
        "place": [p.name for p in places if p.precision in {"exact", "unknown"}][:1],
        "weapon": [w.name for e in incident.events for w in e.weapons],
    }


def _ages(text: str, victim: Argument) -> Iterable[str]:
    span = victim.mention
    inside = re.search(r"(\d{1,3})-year-old", span.text)
    before = _BEFORE.search(text[max(0, span.start - 40) : span.start])
    behind = _BEHIND.match(text[span.start : span.end + 40])
    found = inside or before or behind
    return [found.group(1)] if found else []


def _words(values: Iterable[str]) -> set[str]:
    """Values in lower case without function words, so that equal values are equal strings."""
    found = (
        " ".join(w for w in re.findall(r"[\w.-]+", v.lower().rstrip("., ")) if w not in _SMALL)
        for v in values
    )
    return {words for words in found if words}


def _overlaps(gold: set[str], read: set[str]) -> int:
    free = list(read)
    hits = 0
    for value in gold:
        twin = next((r for r in free if set(value.split()) & set(r.split())), None)
        if twin is not None:
            free.remove(twin)
            hits += 1
    return hits
