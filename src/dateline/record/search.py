"""Words in, documents that hold them out: best first, each with a passage in which the hits are marked.

To rank takes a look at every document that has the words. Where more than `COMMON` have them, the words tell little, and the
documents that were kept last come first, so that a search costs the same in any record.

The two stores have indexes of their own (see migrations/versions/m0005_words.py); question and passage are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Select,
    column,
    func,
    select,
    table,
    text,
)
from sqlalchemy.ext.compiler import compiles

from dateline.errors import UsageError
from dateline.knowledge.folding import fold
from dateline.model.document import Document, Span
from dateline.record.judging import retracted_documents
from dateline.record.rows import document_from
from dateline.record.schema import documents

MOST_TERMS = 50
"""Words and phrases of one question."""

COMMON = 10_000
"""Documents up to which those that have the words are ranked: some tens of milliseconds."""

WINDOW, LEAD = 240, 60
"""Characters of a passage, and how many of them stand before its first hit."""

WORDS = table("document_words", column("rowid"))
"""SQLite's index of words."""

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_MARKS = re.compile("[\u0300-\u036f]+")
_UNSAFE = re.compile('["\\x00-\\x1f\\x7f\ud800-\udfff]')

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every one of `wanted` and none of `unwanted`, each a word or a phrase as written.

    `since` and `until` are days of publication; `outlet` is a whole name, case and accents aside.
    """

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found; `passage` and the `marks` within it are characters of its text."""

    document: Document
    passage: Span
    marks: tuple[Span, ...]
    retracted: bool


def query_from(asked: str, since: date | None = None, until: date | None = None, outlet: str = "") -> Query:
    """The question that words, "quoted phrases" and -excluded words ask.

    What holds no letter and no digit is left out. Raises UsageError where nothing to look for is left, or too much.
    """
    terms = [(bool(minus), quoted or bare) for minus, quoted, bare in _TERM.findall(asked)]
    told = [(minus, _UNSAFE.sub(" ", term)) for minus, term in terms if _WORD.search(term)]
    wanted = tuple(term for minus, term in told if not minus)
    if not wanted:
        raise UsageError(f"{asked!a}: nothing to look for; give a word that the documents should have")
    if len(told) > MOST_TERMS:
        raise UsageError(f"{len(told)} words and phrases; at most {MOST_TERMS} can be looked for at once")
    return Query(wanted, tuple(term for minus, term in told if minus), since, until, outlet)


def search(connection: Connection, query: Query, limit: int) -> Iterator[Hit]:
    """Up to `limit` documents, best first, or the last kept first where very many have the words."""
    on_postgresql = connection.dialect.name == "postgresql"
    statement = _on_postgresql(query) if on_postgresql else _on_sqlite(query)
    if _are_common(connection, statement):
        last_first = documents.c.number if on_postgresql else WORDS.c.rowid
        statement = statement.order_by(None).order_by(last_first.desc())
    retracted = retracted_documents(connection)
    statement = statement.where(*_conditions(connection, query)).limit(limit)
    phrases = [tuple(word for _, _, word in _words(term)) for term in query.wanted]
    for row in connection.execute(statement).all():
        found = document_from(row)
        marks = _marks(found.text, phrases)
        passage = _passage(found, marks)
        inside = tuple(mark for mark in marks if passage.covers(mark))
        yield Hit(found, passage, inside, found.id in retracted)


def _are_common(connection: Connection, statement: Select[Any]) -> bool:
    """Whether so many documents have the words that ranking them would take long."""
    some = statement.with_only_columns(documents.c.number).order_by(None).limit(COMMON + 1)
    return (connection.execute(select(func.count()).select_from(some.subquery())).scalar() or 0) > COMMON


class having_words(ColumnElement[bool]):
    """A column with ids of documents, those that have the words of a query: in each store by its own index."""

    inherit_cache = False

    def __init__(self, ids: Column[Any], query: Query) -> None:
        self.type = Boolean()
        self.on_sqlite = ids.in_(_on_sqlite(query).with_only_columns(documents.c.id).order_by(None))
        self.on_postgresql = ids.in_(_on_postgresql(query).with_only_columns(documents.c.id).order_by(None))


@compiles(having_words)
def _by_fts(element: having_words, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.on_sqlite, **options))


@compiles(having_words, "postgresql")
def _by_tsvector(element: having_words, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.on_postgresql, **options))


def _on_sqlite(query: Query) -> Select[Any]:
    """Titles count four times (bm25 is lower for better documents)."""
    asked = "(" + " AND ".join(f'"{term}"' for term in query.wanted) + ")"
    asked += "".join(f' NOT "{term}"' for term in query.unwanted)
    return (
        select(documents)
        .select_from(documents.join(WORDS, documents.c.number == WORDS.c.rowid))
        .where(text("document_words MATCH :asked").bindparams(asked=asked))
        .order_by(text("bm25(document_words, 4.0, 1.0)"), documents.c.number)
    )


def _on_postgresql(query: Query) -> Select[Any]:
    """Titles count ten times; length counts by its logarithm."""
    asked = _tsquery(query.wanted[0])
    for term in query.wanted[1:]:
        asked = asked.op("&&")(_tsquery(term))
    for term in query.unwanted:
        asked = asked.op("&&")(func.tsquery_not(_tsquery(term)))
    words: ColumnElement[Any] = column("words")
    rank = func.ts_rank(words, asked, 1)
    return select(documents).where(words.op("@@")(asked)).order_by(rank.desc(), documents.c.number)


def _tsquery(term: str) -> ColumnElement[Any]:
    return func.phraseto_tsquery(text("'pg_catalog.simple'"), func.dateline_plain(term))


def _conditions(connection: Connection, query: Query) -> Iterator[ColumnElement[bool]]:
    c = documents.c
    if query.since:
        yield c.published >= query.since.isoformat()
    if query.until and query.until < date.max:
        yield c.published < (query.until + timedelta(days=1)).isoformat()
    if query.outlet:
        names: Sequence[str] = connection.execute(select(c.outlet).distinct()).scalars().all()
        yield c.outlet.in_([name for name in names if fold(name) == fold(query.outlet)])


def _words(said: str) -> Iterator[tuple[int, int, str]]:
    """Each word's place and the word without case and accents."""
    for match in _WORD.finditer(said):
        yield *match.span(), _MARKS.sub("", unicodedata.normalize("NFD", match[0].lower()))


def _marks(said: str, phrases: Iterable[Phrase]) -> list[Span]:
    """Where the words and phrases stand, without overlaps."""
    told = list(_words(said))
    words = [word for _, _, word in told]
    firsts: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        firsts.setdefault(phrase[0], []).append(phrase)
    found: list[Span] = []
    for at, (start, _, word) in enumerate(told):
        ends = [at + len(p) for p in firsts.get(word, ()) if tuple(words[at : at + len(p)]) == p]
        if ends and (not found or found[-1].end <= start):
            end = told[max(ends) - 1][1]
            found.append(Span(start, end, said[start:end]))
    return found


def _passage(document: Document, marks: Sequence[Span]) -> Span:
    """The stretch with most hits, the first of several; the beginning where only the title has them."""
    reach = WINDOW - LEAD
    first = max(
        marks,
        key=lambda m: (sum(m.start <= o.start and o.end <= m.start + reach for o in marks), -m.start),
        default=None,
    )
    near = max(0, first.start - LEAD) if first else 0
    far = max(near + WINDOW, first.end if first else 0)
    inside = [(start, end) for start, end, _ in _words(document.text) if near <= start and end <= far]
    if not inside:
        return document.span(0, min(WINDOW, len(document.text)))
    end = len(document.text) if far >= len(document.text) else inside[-1][1]
    return document.span(inside[0][0] if near else 0, end)
