"""Actors and what is said of them, as they are asked for: pages by name, relations by how many documents tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from dateline.model.document import Span
from dateline.record.kept_tables import actors, relations, sayings
from dateline.record.ordering import by_code
from dateline.record.schema import documents
from dateline.record.statements import parts
from dateline.resolve.relations import Saying, relation_id, relation_key

Place = tuple[str, str]
"""Where an actor stands in the order: its name in lower case without accents, and its id."""


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor with the number of relations and of incidents, by role, that it stands in."""

    id: str
    name: str
    folded: str
    relations: int
    as_actor: int
    as_recipient: int

    @property
    def place(self) -> Place:
        """Where it stands in the order."""
        return self.folded, self.id


@dataclass(frozen=True, slots=True)
class RelationLine:
    """What is said of two actors by one predicate: in how many sentences of how many documents."""

    key: str
    subject: str
    predicate: str
    object: str
    documents: int
    sayings: int

    @property
    def id(self) -> str:
        """The relation's name in addresses."""
        return relation_id(self.subject, self.predicate, self.object)


class ActorQuestions:
    """Questions to a record about actors and relations."""

    _connection: Connection

    def actors(self, part: str, limit: int, after: Place | None = None) -> list[ActorLine]:
        """Up to `limit` actors whose name, in lower case without accents, has these letters, by name, behind a place."""
        c = actors.c
        query = select(actors).where(*_having(part)).order_by(c.folded, c.id).limit(limit)
        if after is not None:
            beyond = or_(c.folded > after[0], and_(c.folded == after[0], c.id > after[1]))
            query = query.where(c.folded >= after[0], beyond)
        return [ActorLine(**row) for row in self._connection.execute(query).mappings()]

    def count_actors(self, part: str) -> int:
        """How many actors have these letters in their name."""
        query = select(func.count()).select_from(actors).where(*_having(part))
        return self._connection.execute(query).scalar() or 0

    def actors_by_id(self, ids: Iterable[str]) -> list[ActorLine]:
        """Those of some actors that the record tells of, by id."""
        found: list[ActorLine] = []
        for part in parts(sorted(set(ids))):
            query = select(actors).where(actors.c.id.in_(part)).order_by(actors.c.id)
            found += [ActorLine(**row) for row in self._connection.execute(query).mappings()]
        return found

    def relations(
        self, actor: str = "", predicates: Iterable[str] = (), limit: int = 500
    ) -> list[RelationLine]:
        """Up to `limit` relations, of one actor or of some predicates or of all, those first that most documents tell of."""
        c = relations.c
        query = select(relations).where(*_among(actor, predicates)).order_by(c.documents.desc(), c.key.desc())
        return [RelationLine(**row) for row in self._connection.execute(query.limit(limit)).mappings()]

    def count_relations(self, actor: str = "", predicates: Iterable[str] = ()) -> int:
        """How many there are."""
        query = select(func.count()).select_from(relations).where(*_among(actor, predicates))
        return self._connection.execute(query).scalar() or 0

    def relation(self, id: str) -> RelationLine | None:
        """One relation by its name in addresses; None where nobody says so."""
        query = select(relations).where(relations.c.key == relation_key(id))
        row = self._connection.execute(query).mappings().first()
        return RelationLine(**row) if row else None

    def sayings(self, relation: RelationLine, most: int | None = None) -> list[Saying]:
        """What is said of a relation, by document; up to `most`, then the first saying of each document before others."""
        if most is None:
            return list(_all_sayings(self._connection, relation.key))
        return _first_sayings(self._connection, relation.key, most)


def _first_sayings(connection: Connection, key: str, most: int) -> list[Saying]:
    """Up to so many sayings of a relation, the first one of each document before all others."""
    c = sayings.c
    first = (
        select(c.document, func.min(c.number).label("number"))
        .where(c.relation == key)
        .group_by(c.document)
        .order_by(by_code(c.document))
        .limit(most)
        .subquery()
    )
    leading = and_(c.document == first.c.document, c.number == first.c.number)
    query = _with_texts().join(first, leading).order_by(by_code(c.document))
    found = [_saying(row) for row in connection.execute(query)]
    if len(found) < most:
        others = (saying for saying in _all_sayings(connection, key) if saying not in found)
        found += [saying for saying, _ in zip(others, range(most - len(found)), strict=False)]
    return found


def _all_sayings(connection: Connection, key: str) -> Iterator[Saying]:
    """All sayings of a relation, by document."""
    query = _with_texts().where(sayings.c.relation == key)
    for row in connection.execute(query.order_by(by_code(sayings.c.document), sayings.c.number)):
        yield _saying(row)


def _having(part: str) -> Iterator[ColumnElement[bool]]:
    if part:
        yield actors.c.folded.contains(part, autoescape=True)


def _among(actor: str, predicates: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    c, wanted = relations.c, list(predicates)
    if actor:
        yield or_(c.subject == actor, c.object == actor)
    if wanted:
        yield c.predicate.in_(wanted)


def _with_texts() -> Any:
    return select(sayings, documents.c.text).join(documents, documents.c.id == sayings.c.document)


def _saying(row: Any) -> Saying:
    sentence = Span(row.start, row.end, row.text[row.start : row.end])
    return Saying(row.document, sentence, tuple(row.speakers), row.certainty, row.event)
