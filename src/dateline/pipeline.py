"""The whole story on one screen: sources in, a record of incidents out.

    1. take in    sources become documents; failures are named
    2. keep       each new document, with the earlier one that it repeats
    3. read       in the engine's processes
    4. keep       the readings, in small batches
    5. link       the events of new readings into incidents

What is kept stays, whatever happens next: a later run reads what an earlier one kept but didn't read.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from dateline.errors import ReaderError, SourceError
from dateline.model.codec import check_reading
from dateline.model.document import Document
from dateline.model.judgement import Decision
from dateline.model.protocols import Engine, MakeReader, Outcome, ReadDocument
from dateline.model.reading import Reading

if TYPE_CHECKING:  # `dateline read` needs no record, and loading a database library takes longer than reading
    from dateline.record import Record
    from dateline.record.writer import Writer

BATCH = 16
"""Outcomes that one transaction keeps: each costs a write to the disk, which all wait for."""

BATCH_SECONDS = 2.0
"""After this long, what there is is kept even when it is no full batch."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far adding has come, all of it kept: documents taken in, documents read, and failures."""

    taken: int
    read: int
    failed: int = 0


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding did.

    Documents `added` are new, `repeated` ones were on record; `read` counts both, and those left over from an
    earlier run. `duplicates` pairs a new document with the earlier one whose text it repeats. `failed` names each
    source and document that couldn't be read. `incidents` is how many the record has now.
    """

    added: int
    repeated: int
    read: int
    duplicates: tuple[tuple[str, str], ...]
    failed: tuple[SourceError | ReaderError, ...]
    incidents: int


OnProgress = Callable[[Progress], None]


def make_reader() -> ReadDocument:
    """The shipped reader, with its model and tables opened. Imported by name in the engine's processes."""
    from dateline.analyse.misfits import find_misfits
    from dateline.extract.reader import make_reader as make

    read = make()

    def read_and_check(document: Document) -> Reading:
        reading = read(document)
        return replace(reading, misfits=find_misfits(reading))

    return read_and_check


def add(
    items: Iterable[Document | SourceError],
    record: Record,
    engine: Engine,
    on_progress: OnProgress = lambda progress: None,
    make: MakeReader = make_reader,
) -> AddReport:
    """Keep, read and link documents; safe to repeat, to interrupt and to run several times at once.

    Raises RecordError when the record can't be written, KnowledgeError when there is no reader; what was kept
    until then stays.
    """
    adding = _Adding(record, on_progress)
    with record.view() as view:
        left_over = list(view.unread())
    try:
        with closing(engine.read(make, chain(adding.again(left_over), adding.fresh(items)))) as outcomes:
            for outcome in outcomes:
                adding.take(outcome)
    finally:
        adding.keep()
    return adding.report(relink(record))


def relink(record: Record, *, anew: bool = False) -> int:
    """Bring the events of new readings into incidents, as people's judgements leave them; how many there are.

    Where nothing was read or judged since the last time, nothing is done, unless `anew`. A small record is linked
    as a whole, with a result that does not depend on the order in which documents came, only the incidents' ids do.
    In a large one each new reading is linked with what it may tell of (record/incremental.py says what can differ);
    `anew` links it as a whole too.
    """
    with record.view() as view:
        through, newest = view.linking()
        if through == newest and not anew:
            return view.counts("incidents")["incidents"]
        whole = anew or view.is_better_linked_whole()
    return _link_whole(record, anew) if whole else _link_new(record)


def _link_whole(record: Record, anew: bool) -> int:
    from dateline.resolve import constraints, judged
    from dateline.resolve.judged import retracted
    from dateline.resolve.link import link_all

    while True:
        with record.view() as view:
            _, newest = view.linking()
            judgements = view.judged()
            events = tuple(view.reported_events(with_retracted=True))
            linked = link_all(events, constraints(judgements), frozenset(retracted(judgements)))
        with record.writer() as writer:
            writer.index_linked(linked, newest)
            kept = writer.replace_incidents(judged(linked.incidents, judgements), newest)
            if anew:
                writer.make_answers()
        if kept is not None:
            return kept


def _link_new(record: Record) -> int:
    """In small transactions, each of which leaves the incidents whole."""
    more = BATCH
    while more == BATCH:
        with record.writer() as writer:
            more = writer.link_next(BATCH)
    with record.writer() as writer:
        writer.link_judgements()
    with record.view() as view:
        return view.counts("incidents")["incidents"]


def judge(record: Record, author: str, decision: Decision) -> int:
    """Keep a person's decision and bring the incidents in line with it; the judgement's number."""
    with record.writer(author) as writer:
        number = writer.judge(decision)
    relink(record)
    return number


class _Adding:
    """One run: keeps documents as they come in and outcomes as they come out, and counts."""

    def __init__(self, record: Record, on_progress: OnProgress) -> None:
        self._record, self._on_progress = record, on_progress
        self._added, self._repeated, self._read = 0, 0, 0
        self._duplicates: list[tuple[str, str]] = []
        self._failed: list[SourceError | ReaderError] = []
        self._given_out: set[str] = set()
        self._being_read: deque[str] = deque()
        self._waiting: list[tuple[str, Outcome]] = []
        self._kept_at = time.monotonic()

    def again(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Documents that an earlier run kept."""
        for document in documents:
            yield self._give_out(document)

    def fresh(self, items: Iterable[Document | SourceError]) -> Iterator[Document]:
        """Documents to be read, each kept before it is given out."""
        for item in items:
            if isinstance(item, SourceError):
                self._failed.append(item)
            elif self._needs_reading(item):
                yield self._give_out(item)

    def take(self, outcome: Outcome) -> None:
        """Take what became of the first document that is being read; keep it when enough have gathered."""
        self._waiting.append((self._being_read.popleft(), _checked(outcome)))
        if len(self._waiting) >= BATCH or time.monotonic() - self._kept_at > BATCH_SECONDS:
            self.keep()

    def keep(self) -> None:
        """Keep what has gathered in one transaction, then say how far things are."""
        if self._waiting:
            with self._record.writer() as writer:
                self._waiting = [(key, _kept(writer, key, outcome)) for key, outcome in self._waiting]
        self._count()
        self._on_progress(Progress(self._added + self._repeated, self._read, len(self._failed)))

    def report(self, incidents: int) -> AddReport:
        """What was done until now."""
        duplicates, failed = tuple(self._duplicates), tuple(self._failed)
        return AddReport(self._added, self._repeated, self._read, duplicates, failed, incidents)

    def _needs_reading(self, document: Document) -> bool:
        try:
            with self._record.writer() as writer:
                kept = writer.keep_document(document)
        except SourceError as problem:
            self._failed.append(problem)
            return False
        self._added += kept.new
        self._repeated += not kept.new
        if kept.new and kept.duplicate_of:
            self._duplicates.append((document.id, kept.duplicate_of))
        return not kept.read and document.id not in self._given_out

    def _give_out(self, document: Document) -> Document:
        self._given_out.add(document.id)
        self._being_read.append(document.id)
        return document

    def _count(self) -> None:
        failed = [outcome for _, outcome in self._waiting if isinstance(outcome, ReaderError)]
        self._read += len(self._waiting) - len(failed)
        self._failed.extend(failed)
        self._waiting.clear()
        self._kept_at = time.monotonic()


def _checked(outcome: Outcome) -> Outcome:
    """The outcome, or an error where the reading points to characters that the document doesn't have."""
    faults = check_reading(outcome) if isinstance(outcome, Reading) else ()
    if isinstance(outcome, ReaderError) or not faults:
        return outcome
    return ReaderError(
        f"{outcome.document.id}: the reader contradicts the text: {faults[0]}; please report it"
    )


def _kept(writer: Writer, key: str, outcome: Outcome) -> Outcome:
    """What became of a document, kept; a reading that no store can keep is a failure."""
    if isinstance(outcome, Reading):
        try:
            writer.keep_reading(outcome)
        except ReaderError as problem:  # said before anything of it was written
            outcome = problem
    if isinstance(outcome, ReaderError):
        writer.keep_failure(key, str(outcome))
    return outcome
