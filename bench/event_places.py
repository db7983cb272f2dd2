"""Which places are an event's: single sentences with a marked event verb and the locations of that event.

    python -m bench.event_places [--data DIR] [--rows adjudicated|single] [--errors]

Halterman's event locations (`event_location_open.jsonl`). A row gives a sentence, one verb and the spans where that
event happened, none included. A found span is right when it shares a character with a gold span that no other found
span has taken; F1 is over the spans of all rows. `exact` is the share of rows with just the gold spans. The bars are
asked on the adjudicated rows; the other rows have one annotator, and part of them trains the model.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.figures import Figure, Hits, overlaps, records, splits
from training.sites.view import sites_of

from dateline.annotate.pipeline import Tools, annotate
from dateline.model.document import Document

FILES = ("event_location_open.jsonl", "test.jsonl", "dev.jsonl")
Spans = list[tuple[int, int]]


def spans_of(items: list[dict[str, Any]]) -> Spans:
    return [(s["start"], s["end"]) for s in items]


def found_spans(record: dict[str, Any], tools: Tools) -> Spans:
    """The spans that the reader holds for the places of the event of the row's verb."""
    annotated = annotate(Document(str(record["id"]), record["text"]), tools).annotated
    verbs = spans_of(record["verbs"])
    tokens = [t.index for t in annotated.tokens if any(overlaps((t.start, t.end), v) for v in verbs)]
    return [(s.start, s.end) for s in sites_of(annotated, tokens)] if tokens else []


def matched(gold: Spans, found: Spans) -> int:
    """How many found spans have a gold span of their own."""
    free = list(gold)
    for span in found:
        hit = next((g for g in free if overlaps(g, span)), None)
        if hit is not None:
            free.remove(hit)
    return len(gold) - len(free)


def judged(
    path: Path, tools: Tools, adjudicated: bool, limit: int | None
) -> Iterator[tuple[Any, Spans, Spans]]:
    """Rows with their gold and found spans."""
    rows = [r for r in records(path) if bool(r["adjudicated_gold"]) is adjudicated]
    for record in rows[:limit]:
        yield record, spans_of(record["locations"]), found_spans(record, tools)


def count(rows: list[tuple[Any, Spans, Spans]]) -> Hits:
    """The hits over all rows."""
    hits = Hits()
    for _, gold, found in rows:
        both = matched(gold, found)
        hits.gold, hits.found = hits.gold + len(gold), hits.found + len(found)
        hits.gold_hit, hits.found_hit = hits.gold_hit + both, hits.found_hit + both
    return hits


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Span F1 and rows wholly right, on the adjudicated rows."""
    figures = []
    for path in splits(folder, *FILES):
        rows = list(judged(path, Tools.open(), True, limit))
        hits = count(rows)
        whole = sum(len(g) == len(f) == matched(g, f) for _, g, f in rows) / max(1, len(rows))
        figures += [
            Figure("event places", "span F1, adjudicated", hits.f1, hits.gold, path.name, "", 0.80),
            Figure("event places", "rows wholly right, adjudicated", whole, len(rows), path.name),
        ]
    return figures


def main() -> None:
    """Print precision, recall and F1 of some rows, and their errors."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/event_location"))
    ask.add_argument("--rows", choices=("adjudicated", "single"), default="adjudicated")
    ask.add_argument("--limit", type=int)
    ask.add_argument("--errors", action="store_true")
    asked = ask.parse_args()
    for path in splits(asked.data, *FILES):
        rows = list(judged(path, Tools.open(), asked.rows == "adjudicated", asked.limit))
        for record, gold, found in rows if asked.errors else ():
            if matched(gold, found) != len(gold) or len(found) != len(gold):
                text, verb = record["text"], record["verbs"][0]["text"]
                print(
                    f"{verb} want {[text[a:b] for a, b in gold]} got {[text[a:b] for a, b in found]} | {text}"
                )
        hits = count(rows)
        print(f"{path.name}: {len(rows)} rows  P {hits.precision:.3f}  R {hits.recall:.3f}  F1 {hits.f1:.3f}")


if __name__ == "__main__":
    main()
