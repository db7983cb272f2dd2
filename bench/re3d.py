"""Entities and relations of defence reporting: re3d, end to end.

    python -m bench.quality --sets re3d

Entities: names and phrases of Person, Organisation, Location, Nationality, Weapon, Vehicle and MilitaryPlatform (the
last two are VEHICLE) against the tagger's. `exact` is the same characters but for a leading article, `overlap` any
shared character, both with the type. Organisation and Location share a class with Dateline's FACILITY. Relations: those
with a counterpart among Dateline's predicates, by overlap of both ends; re3d marks them unevenly, so that precision
says little.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.figures import Figure, Hits, overlaps, records, splits

from dateline.annotate.pipeline import Tools, annotate_syntax
from dateline.extract.reader import read_document
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document
from dateline.model.reading import Relation

KINDS = {
    "Person": "PERSON",
    "Organisation": "ORGANISATION",
    "Location": "PLACE",
    "Nationality": "NATIONALITY",
    "Weapon": "WEAPON",
    "Vehicle": "VEHICLE",
    "MilitaryPlatform": "VEHICLE",
}
COUNTERPARTS = {
    "CoLocated": {"located_in", "hosts"},
    "BelongsTo": {"part_of", "member_of"},
    "InChargeOf": {"leads"},
    "IsSynonymOf": {"also_known_as"},
    "AlliesOf": {"allied_with", "sponsored_by"},
}


Item = tuple[str, int, int]


def gold_entities(record: dict[str, Any]) -> set[Item]:
    """The marked entities of the types that Dateline has, without a leading article."""
    text, found = record["text"], set()
    for item in record["entities"]:
        if item["offset_ok"] and item["type"] in KINDS:
            start = item["start"] + (4 if text[item["start"] :].lower().startswith("the ") else 0)
            found.add((KINDS[item["type"]], start, item["end"]))
    return found


def tagged(annotated: AnnotatedDocument) -> set[Item]:
    """The names that the tagger marks; its facilities count as places."""
    found: list[list[Any]] = []
    for token in annotated.tokens:
        mark, _, kind = token.entity.partition("-")
        if mark == "B":
            found.append(["PLACE" if kind == "FACILITY" else kind, token.start, token.end])
        elif mark == "I" and found:
            found[-1][2] = token.end
    return {(kind, start, end) for kind, start, end in found}


def overlapping(hits: Hits, gold: set[Item], found: set[Item]) -> None:
    """Count two sides by a shared character and the same type."""
    hits.gold, hits.found = hits.gold + len(gold), hits.found + len(found)
    hits.gold_hit += sum(any(g[0] == f[0] and overlaps(g[1:], f[1:]) for f in found) for g in gold)
    hits.found_hit += sum(any(g[0] == f[0] and overlaps(g[1:], f[1:]) for g in gold) for f in found)


def related(hits: Hits, record: dict[str, Any], relations: tuple[Relation, ...]) -> None:
    """Count the relations that have a counterpart; ends match by overlap, in either order where it has none."""
    gold = [r for r in record["relations"] if r["type"] in COUNTERPARTS and r["offset_ok"]]
    kinds = {p for group in COUNTERPARTS.values() for p in group}
    found = [r for r in relations if r.predicate.value in kinds]

    def same(one: dict[str, Any], other: Relation) -> bool:
        if other.predicate.value not in COUNTERPARTS[one["type"]]:
            return False
        ends = [(one[side]["start"], one[side]["end"]) for side in ("source", "target")]
        ours = [(a.mention.start, a.mention.end) for a in (other.subject, other.object)]
        return any(all(map(overlaps, ends, order)) for order in (ours, ours[::-1]))

    hits.gold, hits.found = hits.gold + len(gold), hits.found + len(found)
    hits.gold_hit += sum(any(same(g, f) for f in found) for g in gold)
    hits.found_hit += sum(any(same(g, f) for g in gold) for f in found)


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Entity F1 exact and by overlap, relation F1."""
    figures, tools = [], Tools.open()
    for path in splits(folder, "re3d.jsonl", "test.jsonl"):
        exact, loose, relations = Hits(), Hits(), Hits()
        for record in records(path, limit):
            document = Document(record["docid"], record["text"])
            gold, found = gold_entities(record), tagged(annotate_syntax(document, tools.tagger))
            exact.add(gold, found)
            overlapping(loose, gold, found)
            related(relations, record, read_document(document, tools).relations)
        figures += [
            Figure("re3d", "entities, exact F1", exact.f1, exact.gold, path.name),
            Figure("re3d", "entities, F1 by overlap", loose.f1, loose.gold, path.name),
            Figure("re3d", "relations, F1 by overlap", relations.f1, relations.gold, path.name),
        ]
    return figures
