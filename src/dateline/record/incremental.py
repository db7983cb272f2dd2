"""A new reading into the incidents on record, at a cost that does not grow with the record.

    forget    what linking knew of the document's earlier reading
    count     the words of its events, beside those of the record
    find      events that share a block with one of its events
    compare   and keep the pairs whose evidence is for one happening
    gather    the events that such pairs hold together, directly or through others, into incidents anew

Clusters never reach past the pairs whose evidence is for one happening (resolve/cluster.py joins nothing else), so
that gathering what is held together gives what gathering the whole record would give with the same evidence. What
can differ from linking the whole record at once, and is settled by that: a pair's evidence leans on how common words
were when the later report came; crowded blocks show the latest events only (IN_A_BLOCK, MOST); a word of an earlier
report that a later one has as its place finds it only while the word is rare; of more than LARGEST events held
together, only those that are held to the new report directly are gathered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sqlalchemy import Connection, func, select

from dateline.model.incident import Report, ReportedEvent
from dateline.record.judging import judgements_that_hold, retracted_documents
from dateline.record.linking import Note, replace_some
from dateline.record.linking_index import LinkingIndex, parts
from dateline.record.schema import readings, reports
from dateline.resolve.block import kept_keys, sought_keys
from dateline.resolve.cluster import part_of_one
from dateline.resolve.compare import comparable, score
from dateline.resolve.constraints import constraints
from dateline.resolve.judged import judged
from dateline.resolve.link import Linked, can_be_linked, gather
from dateline.resolve.profile import Batch, Profile, batch, counted, names_in, profiled

LARGEST = 300
"""Events held together that are gathered at once."""

PART = 1000.0
"""The evidence of a pair that one document tells as one."""


def link_reading(connection: Connection, document: str, note: Note) -> None:
    """Bring the events of a document's newest reading into the incidents on record."""
    _Linking(connection, note).link(document)


def index_all(connection: Connection, linked: Linked) -> None:
    """Keep what linking the whole record found out, for the reports to come."""
    index = LinkingIndex(connection)
    index.clear()
    profiles = linked.batch.profiles
    newest = _newest(connection, {p.report.document for p in profiles})
    numbers = index.number([(p.report, newest[p.report.document]) for p in profiles])
    texts = {p.report.document: p.source.document.text for p in profiles}
    counts = counted(profiles, (names_in(text) for text in texts.values()))
    index.insert_counts((kind.value, word, n) for kind, words in counts.items() for word, n in words.items())
    for one, number in zip(profiles, numbers, strict=True):
        index.keep_keys({number: kept_keys(one, linked.batch)})
    scored = {(numbers[i], numbers[j]): bits for (i, j), bits in linked.scores.items()}
    index.keep_pairs({**_for_one(scored), **_parts(profiles, numbers)})


class _Linking:
    """One reading's way into the incidents."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection, self._note = connection, note
        self._index = LinkingIndex(connection)
        self._judgements = judgements_that_hold(connection)
        self._decided = constraints(self._judgements)

    def link(self, document: str) -> None:
        """Forget, count, find, compare, gather."""
        left = self._forget(document)
        new = self._take_in(document)
        pairs = self._compare(new) if new else {}
        self._index.keep_pairs(pairs)
        held = self._held_together({*new, *left})
        if held:
            self._gather(held)

    def _forget(self, document: str) -> set[int]:
        """Forget the document's events; the numbers of those that were in one incident with them."""
        old = self._index.numbers_of(document)
        if not old:
            return set()
        told = list(self._index.told(old.values()).values())
        profiles, names = profiled(told)
        taken = counted(profiles, names)
        self._index.count({k: {w: -n for w, n in words.items()} for k, words in taken.items()})
        others = self._companions(document)
        self._index.forget(sorted(old.values()))
        return others

    def _companions(self, document: str) -> set[int]:
        own = select(reports.c.incident).where(reports.c.document == document)
        rows = self._connection.execute(select(reports).where(reports.c.incident.in_(own)))
        there = [row for row in rows if row.document != document]
        return {self._index.numbers_of(row.document)[row.event] for row in there}

    def _take_in(self, document: str) -> dict[int, ReportedEvent]:
        """Number the events of the newest reading that can be linked, and count their words."""
        if document in retracted_documents(self._connection):
            return {}
        reading = _newest(self._connection, [document])[document]
        told = [r for r in self._index.read(reading) if can_be_linked(r, self._decided)]
        if not told:
            return {}
        profiles, names = profiled(told)
        self._index.count(counted(profiles, names))
        numbers = self._index.number([(p.report, reading) for p in profiles])
        return {number: p.source for number, p in zip(numbers, profiles, strict=True)}

    def _compare(self, new: Mapping[int, ReportedEvent]) -> dict[tuple[int, int], float]:
        """The pairs of a new event and one on record whose evidence is for one happening."""
        lot, own = self._batch(new), {number: i for i, number in enumerate(new)}
        found = {n: set(self._index.candidates(sought_keys(lot.profiles[i], lot))) for n, i in own.items()}
        self._index.keep_keys({n: kept_keys(lot.profiles[i], lot) for n, i in own.items()})
        others = self._index.told(set().union(*found.values()))
        together = self._batch({**new, **others})
        at = {p.report: p for p in together.profiles}
        pairs = {}
        for number, candidates in found.items():
            one = at[_report(new[number])]
            for other in candidates:
                there = at[_report(others[other])]
                if comparable(one, there):
                    pairs[other, number] = score(one, there, together)
        return {**_for_one(pairs), **_parts(lot.profiles, list(new))}

    def _held_together(self, numbers: Iterable[int]) -> dict[tuple[int, int], float]:
        """The pairs that hold events together with these, directly or through others; each alone as (n, n)."""
        inside, waiting = set(numbers), set(numbers)
        found: dict[tuple[int, int], float] = {}
        while waiting and len(inside) <= LARGEST:
            reached = self._index.pairs_of(waiting)
            found.update(reached)
            ends = {end for pair in reached for end in pair} | self._decided_with(waiting)
            waiting = ends - inside
            inside |= waiting
        return {**{(n, n): 0.0 for n in inside}, **found}

    def _decided_with(self, numbers: Iterable[int]) -> set[int]:
        """Events that a person has put together with these."""
        if not self._decided.together:
            return set()
        here = {_report(told) for told in self._index.told(numbers).values()}
        groups = [group for group in self._decided.together if not here.isdisjoint(group)]
        known = (self._index.numbers_of(r.document).get(r.event) for group in groups for r in group)
        return {number for number in known if number is not None}

    def _gather(self, held: Mapping[tuple[int, int], float]) -> None:
        told = self._index.told({n for pair in held for n in pair})
        lot = self._batch(told)
        at = {p.report: i for i, p in enumerate(lot.profiles)}
        index = {number: at[_report(r)] for number, r in told.items()}
        scores = {
            (min(index[a], index[b]), max(index[a], index[b])): bits
            for (a, b), bits in held.items()
            if a != b and bits < PART
        }
        found = judged(gather(lot, scores, self._decided), self._judgements)
        replace_some(self._connection, found, self._incidents_of(at), self._note)

    def _incidents_of(self, told: Iterable[Report]) -> set[str]:
        wanted = set(told)
        found = set()
        for part in parts(sorted({r.document for r in wanted})):
            for row in self._connection.execute(select(reports).where(reports.c.document.in_(part))):
                if Report(row.document, row.event) in wanted:
                    found.add(row.incident)
        return found

    def _batch(self, told: Mapping[int, ReportedEvent]) -> Batch:
        events = list(told.values())
        return batch(events, self._index.counts(counted(*profiled(events))))


def _report(told: ReportedEvent) -> Report:
    return Report(told.document.id, told.event.id)


def _for_one(pairs: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The pairs whose evidence is for one happening, the lower number first."""
    return {(min(p), max(p)): bits for p, bits in pairs.items() if bits > 0}


def _parts(profiles: Sequence[Profile], numbers: Sequence[int]) -> dict[tuple[int, int], float]:
    """The pairs that one document tells as one."""
    of: dict[str, list[tuple[Profile, int]]] = defaultdict(list)
    for one, number in zip(profiles, numbers, strict=True):
        of[one.report.document].append((one, number))
    return {
        (min(i, j), max(i, j)): PART
        for group in of.values()
        for (left, i), (right, j) in combinations(group, 2)
        if part_of_one(left, right)
    }


def _newest(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    """The number of each document's newest reading."""
    found: dict[str, int] = {}
    c = readings.c
    for part in parts(sorted(documents)):
        query = select(c.document, func.max(c.number).label("number")).where(c.document.in_(part))
        found.update((row.document, row.number) for row in connection.execute(query.group_by(c.document)))
    return found
