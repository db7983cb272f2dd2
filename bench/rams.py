"""Event arguments across sentences: RAMS, end to end from the text and the marked trigger.

    python -m bench.quality --sets rams

A gold event's arguments are those of the reader's event whose mention overlaps the marked trigger; without one, all
are missed. Span F1 as in the RAMS scorer: the same characters and the same role. A reader of attacks covers few of the
139 event types; so the types that it is made for are also given apart. Published models are given the event's type.
"""

from __future__ import annotations

from pathlib import Path

from bench.arguments import arguments, event_at, is_attack
from bench.figures import Figure, Hits, overlaps, records, splits

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.document import Document


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Span F1 over all types and over attacks; and by overlap, without roles."""
    figures, tools = [], Tools.open()
    for path in splits(folder):
        every, attacks, loose = Hits(), Hits(), Hits()
        for record in records(path, limit):
            kind, trigger = record["event_type"], record["trigger"]
            events = read_document(Document(record["docid"], record["text"]), tools).events
            event = event_at(events, (trigger["start"], trigger["end"]))
            made = list(arguments(event, kind)) if event else []
            gold = {(a["role"], a["start"], a["end"]) for a in record["arguments"]}
            found = {(role, span.start, span.end) for role, span in made}
            every.add(gold, found)
            if is_attack(kind):
                attacks.add(gold, found)
                _overlapping(loose, gold, found)
        figures += [
            Figure("RAMS", "arguments, span F1", every.f1, every.gold, path.name),
            Figure("RAMS", "arguments of attacks, span F1", attacks.f1, attacks.gold, path.name),
            Figure("RAMS", "arguments of attacks, F1 by overlap, no role", loose.f1, loose.gold, path.name),
        ]
    return figures


def _overlapping(hits: Hits, gold: set[tuple[str, int, int]], found: set[tuple[str, int, int]]) -> None:
    hits.gold, hits.found = hits.gold + len(gold), hits.found + len(found)
    hits.gold_hit += sum(any(overlaps(g[1:], f[1:]) for f in found) for g in gold)
    hits.found_hit += sum(any(overlaps(g[1:], f[1:]) for g in gold) for f in found)
