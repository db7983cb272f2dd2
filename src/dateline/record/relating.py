"""What readings say of actors, kept as it comes: sayings by document, relations with their numbers, actors with theirs.

A relation counts the documents and sentences that tell of it; an actor, the relations and incidents that it stands in. A new
reading, a retraction or an incident that moves changes the numbers by what it adds and takes away, so that it costs the same
in any record. Documents that no longer count say nothing. Private persons are no actors (see knowledge/private_persons.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from dateline.knowledge.folding import fold
from dateline.knowledge.private_persons import private
from dateline.model.reading import Reading
from dateline.record.kept_tables import actors, relations, sayings
from dateline.record.schema import incident_parties
from dateline.record.statements import insert_rows, parts
from dateline.resolve.relations import LONGEST, Edge, Node, edges_of, relation_id, relation_key, shown_name

ROLES = {"actor": "as_actor", "recipient": "as_recipient"}
"""The column that counts incidents by the role in them."""

Row = dict[str, Any]


@dataclass(slots=True)
class _Change:
    """What is added to the numbers of relations, by key, and what each of these relations says."""

    documents: Counter[str] = field(default_factory=Counter)
    sayings: Counter[str] = field(default_factory=Counter)
    ends: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def add(self, rows: Sequence[Mapping[str, Any]], sign: int) -> None:
        """Take in, or out, all sayings of one document."""
        for row in rows:
            self.sayings[row["relation"]] += sign
            self.ends[row["relation"]] = row["subject"], row["predicate"], row["object"]
        self.documents.update(dict.fromkeys({row["relation"] for row in rows}, sign))


def keep_sayings(connection: Connection, document: str, reading: Reading | None) -> None:
    """Put what a reading says of actors in place of what its document said; None for one that says nothing."""
    query = select(sayings).where(sayings.c.document == document).order_by(sayings.c.number)
    old = [dict(row) for row in connection.execute(query).mappings()]
    new = saying_rows(reading) if reading else []
    if old == new:
        return
    change = _Change()
    change.add(old, -1)
    change.add(new, 1)
    connection.execute(delete(sayings).where(sayings.c.document == document))
    insert_rows(connection, sayings, new)
    counts = _count_relations(connection, change)
    _count(connection, {key: {"relations": by} for key, by in counts.items()}, _names(new))
    _rename(connection, _names(old).keys())


def count_parties(connection: Connection, rows: Iterable[Mapping[str, Any]], sign: int) -> None:
    """Take rows of `incident_parties` into the numbers of incidents, or out of them."""
    told = {(row["incident"], row["ref"], row["role"]) for row in rows if row["ref"]}
    change: dict[str, Counter[str]] = {}
    for _, ref, role in told:
        change.setdefault(ref, Counter())[ROLES[role]] += sign
    _count(connection, change, {ref: Node(ref, ref) for ref in change})


def parties_of(connection: Connection, incidents: Sequence[str]) -> list[Row]:
    """The rows of some incidents, few enough for one statement."""
    query = select(incident_parties).where(incident_parties.c.incident.in_(incidents))
    rows = connection.execute(query.where(incident_parties.c.ref.is_not(None))).mappings()
    return [dict(row) for row in rows]


def saying_rows(reading: Reading) -> list[Row]:
    """What a reading says, in its order."""
    return [_row(reading.document.id, n, edge) for n, edge in enumerate(edges_of(reading, private), 1)]


def due_relations(connection: Connection) -> Iterator[Row]:
    """The rows of relations that the sayings give, by key."""
    c = sayings.c
    ends = (func.min(c.subject).label("subject"), func.min(c.predicate).label("predicate"))
    numbers = func.count(c.document.distinct()).label("documents"), func.count().label("sayings")
    query = select(c.relation.label("key"), *ends, func.min(c.object).label("object"), *numbers)
    for row in connection.execute(query.group_by(c.relation).order_by(c.relation)).mappings():
        yield dict(row)


def due_actors(connection: Connection) -> Iterator[Row]:
    """The rows of actors that relations, sayings and incidents give, by id."""
    names: dict[str, str] = {}
    numbers: dict[str, Counter[str]] = {}
    for end in ("subject", "object"):
        of, named = sayings.c[end], func.min(sayings.c[f"{end}_name"])
        for row in connection.execute(select(of.label("id"), named.label("name")).group_by(of)):
            names[row.id] = min(row.name, names.get(row.id, row.name))
        of = relations.c[end]
        for row in connection.execute(select(of.label("id"), func.count().label("many")).group_by(of)):
            numbers.setdefault(row.id, Counter())["relations"] += row.many
    for row in connection.execute(_incidents_by_role()):
        numbers.setdefault(row.ref, Counter())[ROLES[row.role]] += row.many
    for id in sorted(numbers):
        yield _actor(Node(id, names.get(id, id)), numbers[id])


def make_relations(connection: Connection) -> None:
    """Make relations and actors anew, of sayings and incidents."""
    for table, due in ((relations, due_relations), (actors, due_actors)):
        connection.execute(delete(table))
        for part in parts(list(due(connection))):
            insert_rows(connection, table, part)


def _row(document: str, number: int, edge: Edge) -> Row:
    saying = edge.saying
    id = relation_id(edge.subject.id, edge.predicate, edge.object.id)
    return {
        "document": document,
        "number": number,
        "relation": relation_key(id),
        "subject": edge.subject.id,
        "subject_name": edge.subject.name[:LONGEST],
        "predicate": edge.predicate,
        "object": edge.object.id,
        "object_name": edge.object.name[:LONGEST],
        "start": saying.sentence.start,
        "end": saying.sentence.end,
        "speakers": list(saying.speakers),
        "certainty": saying.certainty,
        "event": saying.event,
    }


def _count_relations(connection: Connection, change: _Change) -> Counter[str]:
    """Change the numbers of relations; how many more each actor stands in."""
    found: Counter[str] = Counter()
    for part in parts(sorted(change.ends)):
        kept = {r.key: r for r in connection.execute(select(relations).where(relations.c.key.in_(part)))}
        for key in part:
            was = kept.get(key)
            documents = (was.documents if was else 0) + change.documents[key]
            told = (was.sayings if was else 0) + change.sayings[key]
            _put_relation(connection, key, change.ends[key], (documents, told), was is not None)
            subject, _, other = change.ends[key]
            found.update(dict.fromkeys((subject, other), (documents > 0) - (was is not None)))
    return found


def _put_relation(
    connection: Connection, key: str, ends: tuple[str, str, str], numbers: tuple[int, int], there: bool
) -> None:
    subject, predicate, other = ends
    row: Row = {"documents": numbers[0], "sayings": numbers[1]}
    if numbers[0] <= 0:
        connection.execute(delete(relations).where(relations.c.key == key))
    elif there:
        connection.execute(update(relations).where(relations.c.key == key).values(**row))
    else:
        row = {"key": key, "subject": subject, "predicate": predicate, "object": other, **row}
        connection.execute(insert(relations).values(**row))


def _count(
    connection: Connection, change: Mapping[str, Mapping[str, int]], named: Mapping[str, Node]
) -> None:
    """Change the numbers of actors; one that stands in nothing any more goes, one that is new comes with its name."""
    for part in parts(sorted(key for key, by in change.items() if any(by.values()) or key in named)):
        rows = connection.execute(select(actors).where(actors.c.id.in_(part))).mappings()
        kept = {row["id"]: dict(row) for row in rows}
        due = {key: _changed(kept.get(key), change[key], named.get(key)) for key in part}
        gone = [key for key in part if key in kept and not _stands(due[key])]
        connection.execute(delete(actors).where(actors.c.id.in_(gone)))
        insert_rows(connection, actors, [due[key] for key in part if key not in kept and _stands(due[key])])
        moved = [
            {f"new_{c}": v for c, v in due[key].items()}
            for key in part
            if key in kept and _stands(due[key]) and due[key] != kept[key]
        ]
        if moved:
            values: Row = {c.name: bindparam(f"new_{c.name}") for c in actors.columns if c.name != "id"}
            connection.execute(update(actors).where(actors.c.id == bindparam("new_id")).values(values), moved)


def _changed(was: Mapping[str, Any] | None, by: Mapping[str, int], named: Node | None) -> Row:
    if was is None:
        return _actor(named or Node("", ""), by)
    row = dict(was) | {column: was[column] + more for column, more in by.items()}
    if named and named.name != named.id and (was["name"] == was["id"] or named.name < was["name"]):
        row |= _called(named)
    return row


def _actor(node: Node, numbers: Mapping[str, int]) -> Row:
    counted = {column: numbers.get(column, 0) for column in ("relations", *ROLES.values())}
    return {"id": node.id, **_called(node), **counted}


def _called(node: Node) -> Row:
    name = shown_name(node)
    return {"name": name, "folded": fold(name)}


def _stands(row: Mapping[str, Any]) -> bool:
    return any(row[column] for column in ("relations", *ROLES.values()))


def _names(rows: Iterable[Mapping[str, Any]]) -> dict[str, Node]:
    """The actors of sayings, each under the first of its names."""
    found: dict[str, Node] = {}
    for row in rows:
        for end in ("subject", "object"):
            node = Node(row[end], row[f"{end}_name"])
            found[node.id] = min(node, found.get(node.id, node))
    return found


def _rename(connection: Connection, ids: Iterable[str]) -> None:
    """Give actors of whom a document says nothing any more the first of the names that are left."""
    for id in sorted(id for id in ids if not shown_name(Node(id, ""))):
        found = _first_name(connection, id)
        named = _called(Node(id, found or id))
        connection.execute(
            update(actors).where(actors.c.id == id, actors.c.name != named["name"]).values(named)
        )


def _first_name(connection: Connection, id: str) -> str | None:
    """The first of the names that an actor has in what is said of it."""
    of = select(relations.c.key).where(or_(relations.c.subject == id, relations.c.object == id))
    names = []
    for end in ("subject", "object"):
        query = select(func.min(sayings.c[f"{end}_name"])).where(
            sayings.c.relation.in_(of), sayings.c[end] == id
        )
        names.append(connection.execute(query).scalar())
    return min((name for name in names if name is not None), default=None)


def _incidents_by_role() -> Any:
    c = incident_parties.c
    many = func.count(c.incident.distinct()).label("many")
    return select(c.ref, c.role, many).where(c.ref.is_not(None)).group_by(c.ref, c.role)
