"""Who is said to belong to, sponsor, fight or talk to whom: what readings say of actors, as edges with their sentences.

In: readings. Out: edges between actors. An edge is somebody's claim, so that it carries who says it and where. Its ends are
actors of the registry, or bodies and groups that have a name of their own; a private person is none (design.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from dateline.knowledge.folding import fold
from dateline.knowledge.registry import Actor, Registry
from dateline.model.document import Span
from dateline.model.reading import Argument, Attribution, Reading
from dateline.model.vocabulary import Certainty, EventType, Predicate, Stance

FIGHTS, TALKS, BACKS, BLAMES = "fights", "talks_to", "supports", "blames"

OF_EVENTS = {
    EventType.ASSAULT: FIGHTS,
    EventType.CONSULT: TALKS,
    EventType.AGREE: TALKS,
    EventType.COOPERATE: TALKS,
    EventType.SUPPORT: BACKS,
    EventType.AID: BACKS,
}
"""The relation that an event of a type says its parties have."""

LASTING = tuple(p for p in Predicate if p is not Predicate.LOCATED_IN)
"""The lasting relations of actors; where a place lies is none."""

PREDICATES = (*(p.value for p in LASTING), FIGHTS, TALKS, BACKS, BLAMES)

LONGEST = 200
"""Characters of a name that are kept: databases' indexes take no long values."""

IsPrivate = Callable[[Argument], bool]


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An actor: an id of the registry, or "name:" and the folded name of one that it doesn't hold."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Where an edge is said: the document, the sentence, who says so, how sure, and the event where it is one's."""

    document: str
    sentence: Span
    speakers: tuple[str, ...] = ()
    certainty: str = Certainty.ASSERTED.value
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One actor said to stand in a relation to another, by one sentence."""

    subject: Node
    predicate: str
    object: Node
    saying: Saying


def edges_of(reading: Reading, is_private: IsPrivate) -> tuple[Edge, ...]:
    """What one reading says, each edge once for each of its sentences."""
    found = (*_relations(reading, is_private), *_events(reading, is_private), *_blame(reading, is_private))
    return tuple(dict.fromkeys(found))


def node_of(argument: Argument, is_private: IsPrivate) -> Node | None:
    """The actor that an argument names; None for a description ("three gunmen") and for what may be a private person."""
    actor = _registered(argument.ref) if argument.ref else _found(argument.name)
    if actor or argument.ref:
        return Node(actor.id if actor else argument.ref or "", actor.name if actor else argument.name)
    if not is_proper(argument.name) or is_private(argument):
        return None
    name = argument.name.removeprefix("the ").removeprefix("The ")[:LONGEST]
    return Node(f"name:{fold(name)}"[:LONGEST], name)


def shown_name(node: Node) -> str:
    """The name that an actor is listed under: the registry's, or of those that it has in reports the first by code points."""
    actor = _registered(node.id)
    return actor.name if actor else node.name


def relation_id(subject: str, predicate: str, other: str) -> str:
    """The name of a relation in addresses."""
    return f"{subject}~{predicate}~{other}"


def relation_key(id: str) -> str:
    """A short key of a relation's name, 16 hexadecimal digits."""
    return sha256(id.encode()).hexdigest()[:16]


def is_proper(name: str) -> bool:
    """Whether all words of a name are written as names are: "the Ramiro Quintero Front", not "All four"."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    names = [word for word in words if word not in _JOINS]
    return len(names) > 1 and all(word[:1].isupper() or "-" in word for word in names)


_JOINS = frozenset("of the for and in de del al el la los las y du des von bin ibn".split())


@lru_cache(maxsize=50_000)
def _found(name: str) -> Actor | None:
    return Registry.load().find(name)


@lru_cache(maxsize=10_000)
def _registered(ref: str) -> Actor | None:
    return Registry.load().get(ref)


def _relations(reading: Reading, is_private: IsPrivate) -> Iterator[Edge]:
    for relation in (r for r in reading.relations if r.predicate in LASTING):
        sentence = next(iter(relation.evidence), relation.subject.mention)
        saying = Saying(reading.document.id, sentence)
        yield from _between(relation.subject, relation.predicate.value, relation.object, saying, is_private)


def _events(reading: Reading, is_private: IsPrivate) -> Iterator[Edge]:
    for event in reading.events:
        predicate = OF_EVENTS.get(event.type)
        if predicate is None or event.certainty is Certainty.DENIED:
            continue
        sentence = next(iter(event.evidence), event.trigger)
        saying = Saying(reading.document.id, sentence, _speakers(event.says), event.certainty.value, event.id)
        for actor in event.actors:
            for recipient in event.recipients:
                yield from _between(actor, predicate, recipient, saying, is_private)


def _blame(reading: Reading, is_private: IsPrivate) -> Iterator[Edge]:
    for stance in reading.responsibility:
        if stance.stance is Stance.BLAMES:
            sentence = next(iter(stance.evidence), stance.speaker.mention)
            saying = Saying(reading.document.id, sentence, event=next(iter(stance.events), None))
            yield from _between(stance.speaker, BLAMES, stance.accused, saying, is_private)


def _between(
    subject: Argument, predicate: str, other: Argument, saying: Saying, is_private: IsPrivate
) -> Iterator[Edge]:
    one, two = node_of(subject, is_private), node_of(other, is_private)
    if one and two and one.id != two.id:
        yield Edge(one, predicate, two, saying)


def _speakers(says: tuple[Attribution, ...]) -> tuple[str, ...]:
    return tuple(each.speaker.name for each in says)
