"""Linking end to end: the texts of the Gun Violence Archive's reports, read by the shipped reader, then linked.

    python -m bench.gva_readings FOLDER              # once: reads the texts and keeps the readings
    python -m bench.gva FOLDER [--part report|tune|fit|check|all] [--errors 20] [--reliability] [--splink]

FOLDER holds docs.jsonl and incidents.jsonl (SemEval-2018 task 5). Gold: the archive's incident of each report, for
reports on topic whose incident has a day. Incidents are split by a hash of their id: the bits of evidence may be set
on the part `tune` (a third), figures are given on `report`. What a score means is fitted to `fit`, which is `tune` and half
of `report`, and checked on the other half, `check`. All parts are linked together, as a record would be.

A report's incident is that of its main events: the assaults that begin in the first third of its text (where there
is none, the first one). Of their incidents the one that most other reports begin with counts, then that of the event
with most to tell: a toll, a day, a town. A report without an assault stands alone. Gold plays no part in this.

Beside each other in one run: every report alone; the same day and the same town of the main event; Dateline; with
`--splink` (the extra `bench`) splink on the first main events. `--reliability` prints link scores beside the share of
such pairs that are of one happening, and the numbers that the part's pairs would give `resolve/compare.py`.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.agreement import line
from bench.gva_archive import load
from bench.gva_calibration import fitted, reliability, weighed
from bench.gva_readings import cached

from dateline.model.incident import Incident, Report, ReportedEvent
from dateline.model.reading import Event, Reading
from dateline.model.vocabulary import EventType, PlacePrecision
from dateline.resolve.link import Linked, link_all, single_happening

COARSE = (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)
Found = dict[str, Hashable]
Mains = dict[str, list[Event]]


def main_events(reading: Reading) -> list[Event]:
    """The events that the report is about, by the rule above, the one with most to tell first."""
    length = len(reading.document.text)
    told = [
        e
        for e in reading.events
        if e.type is EventType.ASSAULT and single_happening(ReportedEvent(reading.document, e, ""))
    ]
    told.sort(key=lambda e: _rank(e, length))
    return [e for e in told if e.trigger.start <= length / 3] or told[:1]


def _rank(event: Event, length: int) -> tuple[bool, int, int]:
    told = (event.killed or event.injured, event.when, any(p.precision not in COARSE for p in event.places))
    return (event.trigger.start > length / 3, -sum(map(bool, told)), event.trigger.start)


def reported(readings: Iterable[Reading]) -> list[ReportedEvent]:
    """All events of all readings."""
    return [ReportedEvent(r.document, e, r.document.id) for r in readings for e in r.events]


def linked(mains: Mains, incidents: Sequence[Incident]) -> Found:
    """Each report's incident by its main events."""
    of = {(r.document, r.event): i.id for i in incidents for r in i.reports}
    leads = {d: [of[d, e.id] for e in events if (d, e.id) in of] for d, events in mains.items()}
    told = Counter(i for ids in leads.values() for i in set(ids))
    return {d: max(ids, key=lambda i: told[i], default=d) for d, ids in leads.items()}


def day_and_place(mains: Mains) -> Found:
    """The baseline: the same day and the same town's name; what lacks one stands alone."""
    found: Found = {}
    for document, events in mains.items():
        event = events[0] if events else None
        town = next((p for p in event.places if p.precision not in COARSE), None) if event else None
        dated = event and event.when and event.when.days == 1
        found[document] = (
            (event.when.start, town.name) if event and event.when and dated and town else document
        )
    return found


def parts_of(incident: str) -> frozenset[str]:
    """Which parts an incident is in."""
    first, second, *_ = hashlib.sha256(incident.encode()).digest()
    if first % 3 == 0:
        return frozenset(("all", "tune", "fit"))
    return frozenset(("all", "report", "fit" if second % 2 else "check"))


def errors(found: Found, truth: dict[str, str], mains: Mains, most: int) -> None:
    """Pairs of one incident that were kept apart, then pairs of two that were joined, with their main events."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for document, incident in truth.items():
        groups[incident].append(document)
    missed = [p for g in groups.values() for p in combinations(g, 2) if found[p[0]] != found[p[1]]]
    ours: dict[Hashable, list[str]] = defaultdict(list)
    for document in truth:
        ours[found[document]].append(document)
    wrong = [p for g in ours.values() for p in combinations(g, 2) if truth[p[0]] != truth[p[1]]]
    for name, pairs in (("apart", missed), ("joined", wrong)):
        print(f"{len(pairs)} wrongly {name}")
        for pair in pairs[:: max(1, len(pairs) // most)][:most]:
            print("\n".join(f"    {d[:8]} {_told(mains[d][0] if mains[d] else None)}" for d in pair), "\n")


def _told(event: Event | None) -> str:
    if event is None:
        return "no main event"
    when = f"{event.when.start}..{event.when.end}" if event.when else "?"
    places = ", ".join(f"{p.name}/{p.country}/{p.precision}" for p in event.places)
    toll = f"{event.killed.low if event.killed else '-'}/{event.injured.low if event.injured else '-'}"
    return f"{event.mode} {when} [{places}] {toll} {event.certainty} {event.trigger.text!r}"


@dataclass(frozen=True, slots=True)
class Measured:
    """What linking all reports gave: each report's cluster, gold incident and main events."""

    linked: Linked
    gold: dict[str, str]
    mains: Mains

    @property
    def found(self) -> Found:
        """Each report's incident."""
        return linked(self.mains, self.linked.incidents)

    def truth(self, part: str) -> dict[str, str]:
        """The gold incidents of a part's reports."""
        return {d: self.gold[d] for d in self.mains if part in parts_of(self.gold[d])}

    @property
    def first(self) -> frozenset[Report]:
        """The main event of each report that has most to tell."""
        return frozenset(Report(d, events[0].id) for d, events in self.mains.items() if events)


def measure(folder: Path) -> Measured:
    """Link all."""
    gold = {row["docid"]: incident["incident_id"] for row, incident in load(folder)}
    readings = [r for r in cached() if r.document.id in gold]
    mains = {r.document.id: main_events(r) for r in readings}
    return Measured(link_all(reported(readings)), gold, mains)


def by_splink(measured: Measured, truth: dict[str, str]) -> Found:
    """splink's clusters of the first main events; reports without one stand alone."""
    from bench.gva_splink import splinked

    lot = measured.linked.batch
    profiles = [p for p in lot.profiles if p.report in measured.first]
    found = splinked(profiles, lot, measured.truth("tune"))
    return {d: found.get(d, d) for d in truth}


def main() -> None:
    """Read the arguments, measure, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--part", choices=("report", "tune", "fit", "check", "all"), default="report")
    ask.add_argument("--errors", type=int, default=0)
    ask.add_argument("--reliability", action="store_true")
    ask.add_argument("--splink", action="store_true")
    asked = ask.parse_args()
    measured = measure(asked.folder)
    truth, found = measured.truth(asked.part), measured.found
    print(f"{len(truth)} reports of {len(set(truth.values()))} incidents, part {asked.part}")
    rows: list[tuple[str, Found]] = [
        ("alone", {d: d for d in truth}),
        ("day and town", day_and_place(measured.mains)),
        ("dateline", found),
    ]
    for name, clusters in rows:
        print(line(name, clusters, truth), flush=True)
    if asked.reliability:
        pairs = list(weighed(measured.linked, measured.first, measured.gold, truth.keys()))
        print("\n".join(reliability(pairs)))
        print("fitted to this part:", [round(number, 3) for number in fitted(pairs)])
    if asked.splink:
        print(line("splink", by_splink(measured, truth), truth))
    if asked.errors:
        errors(found, truth, measured.mains, asked.errors)


if __name__ == "__main__":
    main()
