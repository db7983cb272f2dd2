"""Arguments of attack news: WikiEvents, end to end from the text and the marked triggers.

    python -m bench.quality --sets wikievents

Head F1 after the gen-arg scorer: an argument is identified where the head word of the found phrase is that of the
gold phrase, and classified where the role is the same too. Our own parse gives both heads. Without an event over a
trigger its arguments are missed. 20 documents a split: a point of F1 is within chance.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.arguments import arguments, event_at, is_attack
from bench.figures import Figure, Hits, records, splits

from dateline.annotate.pipeline import Tools, annotate_syntax
from dateline.extract.reader import read_document
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document

Heads = set[tuple[int, str]]


def head(annotated: AnnotatedDocument, start: int, end: int) -> int:
    """Where the head word of a stretch begins; the stretch's start where no word is inside."""
    inside = [t for t in annotated.tokens if t.start < end and start < t.end]
    indexes = {t.index for t in inside}
    return next((t.start for t in inside if t.head not in indexes), start)


def scored(record: dict[str, Any], tools: Tools) -> list[tuple[str, Heads, Heads]]:
    """Type, gold and found arguments of each marked event."""
    document = Document(record["docid"], record["text"])
    annotated, events = annotate_syntax(document, tools.tagger), read_document(document, tools).events
    rows = []
    for item in record["events"]:
        trigger = item["trigger"]
        event = event_at(events, (trigger["start"], trigger["end"]))
        gold = {(head(annotated, a["start"], a["end"]), a["role"].lower()) for a in item["arguments"]}
        made = arguments(event, item["type"]) if event else ()
        rows.append((item["type"], gold, {(head(annotated, s.start, s.end), role) for role, s in made}))
    return rows


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Head F1 of identification and classification, over all types and over attacks."""
    figures, tools = [], Tools.open()
    for path in splits(folder):
        rows = [row for record in records(path, limit) for row in scored(record, tools)]
        for name, kept in (("", rows), (" of attacks", [r for r in rows if is_attack(r[0])])):
            identified, classified = Hits(), Hits()
            for _, gold, found in kept:
                classified.add(gold, found)
                identified.add({h for h, _ in gold}, {h for h, _ in found})
            figures += [
                Figure(
                    "WikiEvents",
                    f"arguments{name} identified, head F1",
                    identified.f1,
                    identified.gold,
                    path.name,
                ),
                Figure(
                    "WikiEvents",
                    f"arguments{name} classified, head F1",
                    classified.f1,
                    classified.gold,
                    path.name,
                ),
            ]
    return figures
