"""The Gun Violence Archive: the killed and injured of each report's incident.

The archive counts a dead attacker among the killed; a reading leaves attackers out. The toll of victims alone comes
from the participants of type "Victim", and both are measured.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.casualties.main import Incident, incident_of
from bench.casualties.readings import readings

from dateline.model.document import Document


@dataclass(frozen=True, slots=True)
class Toll:
    """Killed and injured people."""

    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report with the archive's toll and that of victims alone."""

    document: Document
    archive: Toll
    victims: Toll


@dataclass(frozen=True, slots=True)
class Compared:
    """A report beside what was read of it; `incident` is None where nothing was."""

    report: Report
    incident: Incident | None

    @property
    def read(self) -> Toll:
        """The toll that was read, nought where none was."""
        return Toll(self.incident.killed, self.incident.injured) if self.incident else Toll(0, 0)


def reports(folder: Path) -> list[Report]:
    """Reports on topic whose incident has a toll, each document once, in the order of a hash of their ids."""
    lines = (folder / "incidents.jsonl").read_text("utf-8").splitlines()
    incidents = {i["incident_id"]: i for i in map(json.loads, lines) if i.get("num_killed") is not None}
    found: dict[str, Report] = {}
    for row in map(json.loads, (folder / "docs.jsonl").read_text("utf-8").splitlines()):
        incident = incidents.get(row["incident_id"])
        if incident is not None and row["heuristic_on_topic"] and row["text"].strip():
            found.setdefault(row["docid"], _report(row, incident))
    return sorted(found.values(), key=lambda r: digest(r.document.id))


def digest(key: str) -> str:
    """A document's place in the fixed order that samples and halves are taken from."""
    return sha256(key.encode()).hexdigest()


def _report(row: dict[str, Any], incident: dict[str, Any]) -> Report:
    published = datetime.fromisoformat(row["dct"][:10]).replace(tzinfo=UTC) if row["dct"] else None
    document = Document(row["docid"], row["text"], row["title"], published=published)
    archive = Toll(incident["num_killed"], incident["num_injured"])
    return Report(document, archive, _victims(incident))


def _victims(incident: dict[str, Any]) -> Toll:
    fates = [p.get("status") or "" for p in incident["participants"] if p.get("type") == "Victim"]
    killed = sum("Killed" in fate for fate in fates)
    return Toll(killed, sum("Injured" in fate and "Killed" not in fate for fate in fates))


def compare(folder: Path, sample: int | None = None) -> list[Compared]:
    """Each report (or the first `sample` of the fixed order) beside what was read of it."""
    chosen = reports(folder)[:sample]
    read = readings([r.document for r in chosen], "gva")
    return [Compared(r, incident_of(read[r.document.id]) if r.document.id in read else None) for r in chosen]
