"""How well an event's type is told: sentences of the CAMEO manual recoded to PLOVER (plover_gsr).

    python -m bench.event_types [--data DIR] [--half look|check] [--errors]

The type given to a sentence is that of the event whose mention overlaps the gold event span; where none does, that
of the sentence's first event (its main clause comes first in news); a sentence without any event is wrong. PLOVER's
older names are mapped to its sixteen: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT.
`look` is the half of the rows that may be looked at while rules are written, `check` the other; by a hash of the id.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.figures import Figure, overlaps, records, splits

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.document import Document
from dateline.model.reading import Event

TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""PLOVER's names of 2017 as the sixteen of today (the codebook of POLECAT)."""


def half_of(identifier: str) -> str:
    """The half of the rows that a row belongs to."""
    return "look" if sha256(identifier.encode()).digest()[0] % 2 else "check"


def type_told(events: tuple[Event, ...], gold: list[tuple[int, int]]) -> str:
    """The type by the protocol, empty without an event."""
    for event in events:
        if any(overlaps((m.start, m.end), span) for m in event.mentions for span in gold):
            return event.type.value
    return events[0].type.value if events else ""


def judged(path: Path, tools: Tools, limit: int | None) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Each record with the type wanted and the type told."""
    for record in records(path, limit):
        spans = [(s["start"], s["end"]) for s in record.get("spans") or () if s["label"] == "EVT"]
        told = type_told(read_document(Document(record["id"], record["text"]), tools).events, spans)
        yield record, TODAY.get(record["event_type"], record["event_type"]), told


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Type accuracy on all rows and on the half that was not looked at."""
    found = []
    for path in splits(folder, "plover_gsr.jsonl"):
        rows = list(judged(path, Tools.open(), limit))
        for name, kept in (
            ("", rows),
            (", unseen half", [r for r in rows if half_of(r[0]["id"]) == "check"]),
        ):
            right = sum(want == told for _, want, told in kept)
            share = right / max(1, len(kept))
            found.append(Figure("PLOVER", f"type accuracy{name}", share, len(kept), path.name, "", 0.70))
    return found


def main() -> None:
    """Print the accuracy of a half, and its errors."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/plover_cameo"))
    ask.add_argument("--half", choices=("look", "check"))
    ask.add_argument("--errors", action="store_true")
    asked = ask.parse_args()
    rows = list(judged(asked.data / "plover_gsr.jsonl", Tools.open(), None))
    kept = [r for r in rows if asked.half is None or half_of(r[0]["id"]) == asked.half]
    for record, want, told in kept if asked.errors else ():
        if want != told:
            print(f"{want:10} {told or '-':10} {record['event_text']} | {record['text']}")
    right = sum(want == told for _, want, told in kept)
    print(f"{right} of {len(kept)} right, accuracy {right / max(1, len(kept)):.3f}")


if __name__ == "__main__":
    main()
