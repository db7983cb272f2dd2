"""Actors and relations as they are kept: what a look at every reading and incident gives, whatever came in which order."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2]))

from bench.store_readings import every

from dateline.knowledge.folding import fold
from dateline.knowledge.private_persons import private
from dateline.model.document import Span
from dateline.model.reading import Argument, Reader, Reading, Relation
from dateline.model.vocabulary import Predicate
from dateline.pipeline import judge, relink
from dateline.record import Record, View, deciding
from dateline.record.actor_questions import ActorLine
from dateline.resolve.relations import Edge, Saying, edges_of, relation_id, shown_name

NAMES = (
    "Hizbollah",
    "hizbollah",
    "Northern River Front",
    "the Northern River front",
    "United Nations",
    "John Smith",
)
TOLD = tuple(every(60))


def named(reading: Reading, numbers: tuple[int, int]) -> Reading:
    """The same reading, with a relation between two of the names, anchored to the text's first characters."""
    first = Span(0, 5, reading.document.text[:5])
    one, two = (Argument(first, NAMES[n]) for n in numbers)
    said = Relation(one, Predicate.ALLIED_WITH, two, (first,))
    return replace(reading, relations=(*reading.relations, said))


def edges(view: View) -> list[Edge]:
    gone = view.retracted()
    return [e for r in view.readings() if r.document.id not in gone for e in edges_of(r, private)]


def relations(view: View) -> dict[str, tuple[int, list[Saying]]]:
    """Every relation with its number of documents and its sayings, by a look at every reading."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for e in edges(view):
        found[relation_id(e.subject.id, e.predicate, e.object.id)].append(e.saying)
    return {key: (len({s.document for s in said}), said) for key, said in found.items()}


def actors(view: View) -> list[ActorLine]:
    """Every actor with its numbers, by a look at every reading and incident."""
    ends = {n for e in edges(view) for n in (e.subject, e.object)}
    names = {n.id: shown_name(min(m for m in ends if m.id == n.id)) for n in ends}
    degree = Counter(
        end
        for end, _ in {
            (end, (e.subject.id, e.predicate, e.object.id))
            for e in edges(view)
            for end in (e.subject.id, e.object.id)
        }
    )
    roles: dict[str, Counter[str]] = {"actors": Counter(), "recipients": Counter()}
    for incident in view.incidents():
        for role, counted in roles.items():
            counted.update({a.ref for a in getattr(incident, role) if a.ref})
    for ref in {*roles["actors"], *roles["recipients"]} - names.keys():
        names[ref] = shown_name(type(next(iter(ends)))(ref, ref)) if ends else ref
    found = (
        ActorLine(i, n, fold(n), degree[i], roles["actors"][i], roles["recipients"][i])
        for i, n in names.items()
    )
    return sorted(found, key=lambda line: line.place)


def in_pages(view: View, limit: int, part: str = "") -> list[ActorLine]:
    found: list[ActorLine] = []
    while page := view.actors(part, limit, found[-1].place if found else None):
        found += page
    return found


def assert_like_the_whole(view: View, limit: int) -> None:
    expected = relations(view)
    found = view.relations(limit=10_000)
    assert {r.id: (r.documents, view.sayings(r)) for r in found} == expected
    assert [r.documents for r in found] == sorted((r.documents for r in found), reverse=True)
    assert all(r.sayings == len(expected[r.id][1]) for r in found)
    assert view.count_relations() == len(found)
    assert in_pages(view, limit) == actors(view)
    assert view.count_actors("") == len(actors(view))


def keep(record: Record, readings: list[Reading]) -> None:
    for reading in readings:
        with record.writer() as writer:
            writer.keep_document(reading.document)
            writer.keep_reading(reading)
        with record.writer() as writer:
            writer.link_next(5)


ENDS = st.tuples(st.integers(0, len(NAMES) - 1), st.integers(0, len(NAMES) - 1))


@settings(max_examples=4, deadline=None)
@given(st.permutations(TOLD), st.lists(ENDS, min_size=24, max_size=24), st.integers(1, 30))
def test_what_is_kept_is_what_a_look_at_all_gives(
    open_place: Callable[[], str], order: list[Reading], ends: list[tuple[int, int]], limit: int
) -> None:
    readings = [named(reading, two) for reading, two in zip(order, ends, strict=False)]
    with Record.open(open_place()) as record:
        keep(record, readings)
        with record.view() as view:
            assert_like_the_whole(view, limit)
            gone = deciding.retract(view, readings[0].document.id, "withdrawn")
        number = judge(record, "ada", gone)
        again = [replace(r, reader=Reader("later", "m"), relations=()) for r in readings[:12]]
        keep(record, again)
        with record.view() as view:
            assert_like_the_whole(view, limit)
            undo = deciding.undo(view, number, "back")
        judge(record, "ada", undo)
        with record.view() as view:
            assert_like_the_whole(view, limit)
        relink(record, anew=True)
        with record.view() as view:
            assert_like_the_whole(view, limit)
        assert list(record.check()) == []


@pytest.fixture
def told(record: Record) -> Record:
    keep(record, [named(r, (n % 2, 2 + n % 3)) for n, r in enumerate(TOLD)])
    return record


def test_one_relation_of_one_actor_and_its_first_sentences(told: Record) -> None:
    with told.view() as view:
        most = view.relations(limit=1)[0]
        assert view.relation(most.id) == most
        assert view.relation("nobody~fights~anybody") is None
        every_one = view.sayings(most)
        documents = list(dict.fromkeys(s.document for s in every_one))
        assert [s.document for s in view.sayings(most, 3)] == documents[:3]
        of = [r for r in view.relations(limit=10_000) if most.subject in (r.subject, r.object)]
        assert view.relations(most.subject, limit=10_000) == of
        assert view.relations(most.subject, [most.predicate], 10_000) == [
            r for r in of if r.predicate == most.predicate
        ]


def test_actors_by_letters_of_their_names_and_no_private_person(told: Record) -> None:
    with told.view() as view:
        everybody = in_pages(view, 500)
        assert in_pages(view, 3, "river") == [a for a in everybody if "river" in a.folded] != []
        assert not [a for a in everybody if "smith" in a.folded]
        assert view.actors("%", 5) == []
