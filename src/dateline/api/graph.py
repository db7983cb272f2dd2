"""The relations of a whole record, kept up to date document by document, so that a new report costs one reading.

In: views. Out: edges by their ends, each with all its sayings. What is kept follows from the newest readings alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from dateline.analyse.relations import Edge, Node, Saying, edges_of
from dateline.record import View
from dateline.share.private_persons import private


@dataclass(slots=True)
class Relation:
    """What is said of two actors: all sayings of one predicate between them."""

    subject: Node
    predicate: str
    object: Node
    sayings: list[Saying] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The relation's name in addresses."""
        return f"{self.subject.id}~{self.predicate}~{self.object.id}"


class Graph:
    """The edges of each document, by the number of the reading that they were taken from."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[int, tuple[Edge, ...]]] = {}
        self._lock = Lock()

    def relations(self, view: View) -> list[Relation]:
        """All relations, those with most documents first; retracted documents say nothing."""
        retracted = view.retracted()
        with self._lock:
            self._follow(view)
            edges = [e for key, (_, found) in self._of.items() if key not in retracted for e in found]
        return _gathered(edges)

    def _follow(self, view: View) -> None:
        newest = view.newest_readings()
        for key in [key for key in self._of if key not in newest]:
            del self._of[key]
        for key, number in newest.items():
            if self._of.get(key, (0,))[0] != number:
                self._of[key] = (number, edges_of(view.reading(key), private))


def _gathered(edges: Iterable[Edge]) -> list[Relation]:
    found: dict[tuple[str, str, str], Relation] = {}
    for edge in edges:
        key = (edge.subject.id, edge.predicate, edge.object.id)
        kept = found.setdefault(key, Relation(edge.subject, edge.predicate, edge.object))
        kept.sayings.append(edge.saying)
    return sorted(found.values(), key=lambda r: (-documents_of(r), r.id))


def documents_of(relation: Relation) -> int:
    """In how many documents it is said."""
    return len({saying.document for saying in relation.sayings})


def degrees(relations: Iterable[Relation]) -> dict[str, int]:
    """How many relations each actor stands in."""
    found: dict[str, int] = defaultdict(int)
    for relation in relations:
        found[relation.subject.id] += 1
        found[relation.object.id] += 1
    return dict(found)
