"""How well reports are linked into incidents, on the Gun Violence Archive's report-to-incident links.

    python -m bench.linking FOLDER [--documents 1500] [--seed 1] [--reading exact|spoilt] [--levels] [--growth]

FOLDER holds docs.jsonl and incidents.jsonl (SemEval-2018 task 5). Each report becomes one event as if read from
its text: day, city, toll and participants from the archive, the evidence from the report's first paragraphs.
`exact` gives them as they are. `spoilt` gives what reporting and reading leave of them: days shifted, widened to
a week or missing, cities without coordinates, widened to the state or missing, tolls lowered or missing, and
names only where the text has them. The spoiling is a guess of ours; lags of publication and words are real.

Printed beside each other, from one run: all reports as singletons, reports joined by equal day and equal city,
and Dateline's linking, with pairwise and B-cubed precision, recall and F1 (Bagga and Baldwin 1998).
`--levels` prints for each level of each feature how often it is seen in pairs of one incident and of two, with
log2 of the ratio beside the bits that the table in resolve/ gives it. `--growth` prints processor seconds by events.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any

from bench.agreement import line
from bench.gva_archive import Sample, sample

from dateline.model.incident import ReportedEvent
from dateline.model.vocabulary import PlacePrecision
from dateline.resolve import link
from dateline.resolve.block import candidate_pairs
from dateline.resolve.compare import findings
from dateline.resolve.profile import batch

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def equal_day_and_city(events: Sequence[ReportedEvent]) -> dict[str, Hashable]:
    """The baseline: the same day and the same first place are the same incident; what lacks one stands alone."""
    found: dict[str, Hashable] = {}
    for report in events:
        event = report.event
        placed = event.places and event.places[0].precision is not PlacePrecision.PROVINCE
        if event.when and event.when.days == 1 and placed:
            found[report.document.id] = (event.when.start, event.places[0].name)
        else:
            found[report.document.id] = report.document.id
    return found


def linked(events: Sequence[ReportedEvent]) -> dict[str, Hashable]:
    """Dateline's linking."""
    return {r.document: incident.id for incident in link(events) for r in incident.reports}


def levels(drawn: Sample) -> None:
    """How often each level of each feature is seen in pairs of one incident and of two, beside its bits."""
    lot = batch(drawn.events)
    counts: dict[tuple[str, float], list[int]] = defaultdict(lambda: [0, 0])
    totals = [0, 0]
    pairs = set(candidate_pairs(lot)) | true_pairs(lot.profiles, drawn.truth)
    for i, j in sorted(pairs):
        left, right = lot.profiles[i], lot.profiles[j]
        same = drawn.truth[left.report.document] == drawn.truth[right.report.document]
        totals[same] += 1
        for name, bits, _ in findings(left, right, lot):
            counts[name, round(bits * 2) / 2][same] += 1
    print(f"{totals[1]} pairs of one incident, {totals[0]} of two, that share a block")
    for (name, bits), (apart, same) in sorted(counts.items()):
        ratio = log2((same + 0.5) / (totals[1] + 1)) - log2((apart + 0.5) / (totals[0] + 1))
        print(f"{name:24} bits {bits:5.1f}   seen {ratio:5.1f}   same {same:6} apart {apart:7}")


def true_pairs(profiles: Sequence[Any], truth: dict[str, str]) -> set[tuple[int, int]]:
    """Index pairs of one incident, whether they share a block or not."""
    groups = defaultdict(list)
    for index, profile in enumerate(profiles):
        groups[truth[profile.report.document]].append(index)
    return {pair for group in groups.values() for pair in combinations(group, 2)}


def growth(folder: Path) -> None:
    """Seconds to link by number of events; beyond the archive's size its reports are moved in time."""
    source = sample(folder, 2500, 1, spoilt=True).events
    for size in (1000, 2500, 5000, 10_000, 20_000):
        events = [moved(source[n % len(source)], n // len(source)) for n in range(size)]
        started = time.process_time()
        found = link(events)
        print(
            f"{size:6} events  {len(found):6} incidents  {time.process_time() - started:6.2f} s of processor time"
        )


def moved(source: ReportedEvent, times: int) -> ReportedEvent:
    """The report some weeks later, under another id, and in other words (its letters moved in the alphabet)."""
    by = timedelta(days=17 * times)
    document, when = source.document, source.event.when
    letters = str.maketrans(LETTERS, LETTERS[times:] + LETTERS[:times])
    later = replace(
        document,
        id=f"{document.id}-{times}",
        title=document.title.translate(letters),
        text=document.text.translate(letters),
        published=document.published + by if document.published else None,
    )
    event = replace(
        source.event,
        when=replace(when, start=when.start + by, end=when.end + by) if when else None,
        evidence=tuple(later.span(s.start, s.end) for s in source.event.evidence),
    )
    return ReportedEvent(later, event, later.id)


def main() -> None:
    """Read the arguments, measure, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--documents", type=int, default=1500)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--reading", choices=("exact", "spoilt"))
    ask.add_argument("--levels", action="store_true")
    ask.add_argument("--growth", action="store_true")
    asked = ask.parse_args()
    if asked.growth:
        return growth(asked.folder)
    if asked.levels:
        return levels(sample(asked.folder, asked.documents, asked.seed, spoilt=True))
    for reading in (asked.reading,) if asked.reading else ("exact", "spoilt"):
        measure(sample(asked.folder, asked.documents, asked.seed, reading == "spoilt"), reading)


def measure(drawn: Sample, reading: str) -> None:
    """Print the three linkings beside each other."""
    print(f"{reading} reading, {len(drawn.truth)} reports of {len(set(drawn.truth.values()))} incidents")
    started = time.perf_counter()
    ours = linked(drawn.events)
    seconds = time.perf_counter() - started
    alone: dict[str, Hashable] = {d: d for d in drawn.truth}
    rows = (("alone", alone), ("day and city", equal_day_and_city(drawn.events)), ("dateline", ours))
    for name, found in rows:
        print(line(name, found, drawn.truth))
    print(f"  linked in {seconds:.2f} s")


if __name__ == "__main__":
    main()
